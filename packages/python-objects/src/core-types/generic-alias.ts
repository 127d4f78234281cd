import { type Address, FALSE, NONE, NULL, type Word } from "@hotpy/memory";
import { SHAPE_TUPLE, shapeIdOf, TAIL_SIZE, TUPLE_ITEMS } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { SHAPE_ELLIPSIS } from "../layouts.js";
import type { NativeDefinition } from "../natives.js";
import { defineType } from "../types/define-type.js";
import { ARGUMENTS, ORIGIN, STARRED } from "../types/generic-aliases.js";
import { attributeName } from "./attribute-name.js";

/// `list[int]` and `int | str`: types.GenericAlias and types.UnionType.

/** Attributes that an alias has itself; the last two it does not have. */
export const OWN_NAMES = [
  "__class__",
  "__origin__",
  "__args__",
  "__unpacked__",
  "__parameters__",
  "__typing_unpacked_tuple_args__",
  "__mro_entries__",
  "__reduce_ex__",
  "__reduce__",
  "__copy__",
  "__deepcopy__",
];

export function defineGenericAliasTypes(context: Context): void {
  const { memory, types, objects, exceptions, strings, operators, name: intern } = context;
  const { i32 } = memory;
  const { aliasShape, unionShape, aliasOf, make } = context.genericAliases;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const shapeOf = (word: Word): number => ((word & 1) !== 0 || word === NULL ? 0 : shapeIdOf(memory, word));
  const isAlias = (word: Word): boolean => shapeOf(word) === aliasShape;
  const isUnion = (word: Word): boolean => shapeOf(word) === unionShape;

  /** How an argument, kept in a handle, is shown: what has a name and a module by these, other things by their repr. undefined: raised. */
  function shown(kept: number): string | undefined {
    const { handles, realm } = context;
    const word = handles.get(kept);
    if (shapeOf(word) === SHAPE_ELLIPSIS) return "...";
    if (types.isType(word)) return types.fullNameOf(word);
    const isGeneric = ["__origin__", "__args__"].every((name) => textOf(kept, name) !== undefined);
    const [qualname, module] = isGeneric ? [] : ["__qualname__", "__module__"].map((name) => textOf(kept, name));
    if (exceptions.pending() !== NULL) return undefined;
    if (qualname !== undefined && module !== undefined && module !== "None")
      return module === "builtins" ? qualname : `${module}.${qualname}`;
    const repr = realm.repr(handles.get(kept));
    return repr === NULL ? undefined : strings.toJS(repr);
  }

  /** `str` of an attribute; undefined: there is none, or raised. */
  function textOf(kept: number, name: string): string | undefined {
    const { handles, realm } = context;
    const value = exceptions.pending() === NULL ? realm.findAttribute(handles.get(kept), intern(name)) : NULL;
    const text = value === NULL ? NULL : realm.toStr(value);
    return text === NULL ? undefined : strings.toJS(text);
  }

  /** Of the items of an object's arguments, which are kept across what their reprs run. */
  function shownItems(object: Word): string[] | undefined {
    const { handles } = context;
    const mark = handles.mark();
    const kept = handles.push(field(object, ARGUMENTS));
    const count = field(handles.get(kept), TAIL_SIZE);
    const texts: string[] = [];
    for (let i = 0; i < count; i++) {
      const text = shown(handles.push(i32[((handles.get(kept) + TUPLE_ITEMS) >>> 2) + i]));
      if (text !== undefined) texts.push(text);
    }
    handles.release(mark);
    return texts.length < count ? undefined : texts;
  }

  function aliasText(alias: Word): string | undefined {
    const { handles } = context;
    const mark = handles.mark();
    const kept = handles.push(alias);
    const origin = shown(handles.push(field(alias, ORIGIN)));
    const items = origin === undefined ? undefined : shownItems(handles.get(kept));
    const star = field(handles.get(kept), STARRED) === 0 ? "" : "*";
    handles.release(mark);
    if (origin === undefined || items === undefined) return undefined;
    return `${star}${origin}[${items.length === 0 ? "()" : items.join(", ")}]`;
  }

  const method = (name: string, parameters: string, run: (args: Address) => Word): NativeDefinition => ({
    name,
    parameters,
    run,
  });
  const refuse = (what: string) => () =>
    exceptions.raise("TypeError", `${what}() argument 2 cannot be a parameterized generic`);
  const toWord = (text: string | undefined): Word => (text === undefined ? NULL : strings.fromJS(text));
  const equal = (a: Word, b: Word): Word => {
    const result = context.realm.equals(a, b);
    return result < 0 ? NULL : objects.bool(result === 1);
  };

  const [substName, parametersName] = ["__typing_subst__", "__parameters__"].map(intern);
  const isTuple = (word: Word): boolean => shapeOf(word) === SHAPE_TUPLE;

  /** The type variables in the arguments, in the order in which they come first. Leaf. */
  function parametersOf(object: Word): Word[] {
    const found = new Set<Word>();
    for (const item of objects.itemsOf(field(object, ARGUMENTS))) {
      const each = isAlias(context.shapes.valueOf(item)) ? context.shapes.valueOf(item) : item;
      if (types.isType(each)) continue;
      const { instances } = context.attributes;
      const own = instances.hasOwn(each) ? instances.get(each, parametersName) : NULL;
      const inner = isAlias(each) || isUnion(each) ? parametersOf(each) : isTuple(own) ? objects.itemsOf(own) : [];
      const isVariable = types.lookup(types.typeOf(each), substName) !== NULL;
      for (const parameter of isVariable ? [each] : inner) found.add(parameter);
    }
    return [...found];
  }
  const parameters = { name: "__parameters__", get: (self: Word) => objects.tuple(parametersOf(self)) };

  /** All other attributes are those of the class. */
  const ownNames = new Set(OWN_NAMES.map(intern));

  const alias = defineType(context, {
    name: "GenericAlias",
    module: "types",
    shapes: [aliasShape],
    isWeaklyReferable: true,
    isBase: true,
    construct: {
      name: "GenericAlias",
      parameters: "(cls, origin, args, /)",
      run: (args) => aliasOf(arg(args, 1), arg(args, 2)),
    },
    getters: [
      { name: "__origin__", isField: true, get: (self) => field(self, ORIGIN) },
      { name: "__args__", isField: true, get: (self) => field(self, ARGUMENTS) },
      parameters,
      { name: "__unpacked__", isField: true, get: (self) => objects.bool(field(self, STARRED) !== 0) },
      {
        name: "__typing_unpacked_tuple_args__",
        get: (self) =>
          field(self, STARRED) !== 0 && field(self, ORIGIN) === types.named("tuple") ? field(self, ARGUMENTS) : NONE,
      },
      { name: "__name__", get: (self) => intern(types.nameOf(field(self, ORIGIN))) },
      { name: "__qualname__", get: (self) => intern(types.record(field(self, ORIGIN)).qualname) },
    ],
    methods: [
      method("__repr__", "(self, /)", (args) => toWord(aliasText(arg(args, 0)))),
      {
        name: "__getattribute__",
        parameters: "(self, name, /)",
        receives: "self",
        frames: true,
        run(args) {
          const self = arg(args, 0);
          const key = attributeName(context, arg(args, 1));
          if (key === NULL) return NULL;
          return ownNames.has(key)
            ? context.attributes.getGeneric(self, key)
            : context.realm.getAttribute(field(context.shapes.valueOf(self), ORIGIN), key);
        },
      },
      method("__eq__", "(self, value, /)", (args) => {
        const [a, b] = [arg(args, 0), context.shapes.valueOf(arg(args, 1))];
        if (!isAlias(b)) return objects.notImplemented;
        const isSameKind = field(a, ORIGIN) === field(b, ORIGIN) && field(a, STARRED) === field(b, STARRED);
        return isSameKind ? equal(field(a, ARGUMENTS), field(b, ARGUMENTS)) : FALSE;
      }),
      method("__hash__", "(self, /)", (args) =>
        context.realm.hash(objects.tuple([field(arg(args, 0), ORIGIN), field(arg(args, 0), ARGUMENTS)])),
      ),
      method("__mro_entries__", "(self, bases, /)", (args) => objects.tuple([field(arg(args, 0), ORIGIN)])),
      method("__instancecheck__", "(self, instance, /)", refuse("isinstance")),
      method("__subclasscheck__", "(self, subclass, /)", refuse("issubclass")),
    ],
  });

  /* ---- unions ---- */

  const noneType = types.typeOf(NONE);
  const isMember = (word: Word): boolean => types.isType(word) || isAlias(word) || word === NONE;
  const membersOf = (word: Word): Word[] =>
    isUnion(word) ? objects.itemsOf(field(word, ARGUMENTS)) : [word === NONE ? noneType : word];
  const isSame = (a: Word, b: Word): boolean =>
    a === b || (isAlias(a) && isAlias(b) && context.realm.equals(a, b) === 1);

  function unionOf(a: Word, b: Word): Word {
    if (![a, b].every((each) => isMember(each) || isUnion(each))) return objects.notImplemented;
    const members: Word[] = [];
    for (const each of [...membersOf(a), ...membersOf(b)])
      if (!members.some((known) => isSame(known, each))) members.push(each);
    return members.length === 1 ? members[0] : make(unionShape, NULL, objects.tuple(members));
  }

  const answerOf = (truth: number): Word => (truth < 0 ? NULL : objects.bool(truth === 1));

  const union = defineType(context, {
    name: "UnionType",
    module: "types",
    shapes: [unionShape],
    getters: [
      { name: "__args__", isField: true, get: (self) => field(self, ARGUMENTS) },
      parameters,
      { name: "__module__", get: () => intern("types") },
    ],
    methods: [
      method("__repr__", "(self, /)", (args) =>
        toWord(
          shownItems(arg(args, 0))
            ?.map((each) => (each === "NoneType" ? "None" : each))
            .join(" | "),
        ),
      ),
      method("__eq__", "(self, value, /)", (args) => {
        const [a, b] = [arg(args, 0), arg(args, 1)];
        if (!isUnion(b)) return objects.notImplemented;
        const [left, right] = [membersOf(a), membersOf(b)];
        return objects.bool(
          left.length === right.length && left.every((each) => right.some((other) => isSame(each, other))),
        );
      }),
      method("__hash__", "(self, /)", (args) => {
        const members = context.realm.call(types.named("frozenset"), field(arg(args, 0), ARGUMENTS));
        return members === NULL ? NULL : context.realm.hash(members);
      }),
      method("__instancecheck__", "(self, instance, /)", (args) =>
        answerOf(context.realm.isInstanceOf(arg(args, 1), field(arg(args, 0), ARGUMENTS))),
      ),
      method("__subclasscheck__", "(self, subclass, /)", (args) =>
        answerOf(context.realm.isSubclassOf(arg(args, 1), field(arg(args, 0), ARGUMENTS))),
      ),
    ],
  });
  // None has no method for it: the other operand's is asked.
  for (const left of [types.type, alias, union, noneType])
    for (const right of [types.type, alias, union, noneType])
      if (left !== noneType) operators.defineBinary("or", left, right, unionOf);
      else if (right !== noneType) operators.defineBinary("or", left, right, (a, b) => unionOf(a, b), right);
}
