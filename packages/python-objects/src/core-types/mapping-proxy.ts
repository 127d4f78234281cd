import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import { SHAPE_DICT } from "@hotpy/object-model";
import { GETTER_OWNER } from "../attributes/descriptors.js";
import type { Context } from "../context.js";
import { MAPPING_PROXY_MAPPING, SHAPE_MAPPING_PROXY } from "../layouts.js";
import type { NativeDefinition } from "../natives.js";
import { BINARY_OPERATORS, COMPARISONS } from "../protocols/operator-names.js";
import { defineType } from "../types/define-type.js";

/** mappingproxy: a mapping that cannot be changed through it. A class's `__dict__` is one. */
export function defineMappingProxy(context: Context): void {
  const { memory, dicts, objects, types, exceptions, strings, calls, subscripts, operators, name: intern } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const isProxy = (word: Word): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === SHAPE_MAPPING_PROXY;
  const unwrap = (word: Word): Word => (isProxy(word) ? i32[(word + MAPPING_PROXY_MAPPING) >>> 2] : word);
  const mapping = (args: Address): Word => unwrap(arg(args, 0));
  const [orNumber] = BINARY_OPERATORS.flatMap(([name], number) => (name === "or" ? [number] : []));

  /**
   * A builtin type's `__doc__` is no text before it is asked for. Abstract base classes ask the dicts of all types for names alone, and reading the texts
   * takes milliseconds.
   */
  function documented(word: Word): Word {
    if ((word & 1) === 0 && i32[word >>> 2] >>> 8 === SHAPE_DICT)
      textOfDocumentation(dicts.getInterned(word, intern("__doc__")));
    return word;
  }
  /** The text in place of what gives it; it stays in the type. Anything else is as it was. */
  function textOfDocumentation(value: Word): Word {
    const { descriptors } = context.attributes;
    if (value === NULL || (value & 1) !== 0 || i32[value >>> 2] >>> 8 !== descriptors.documentationShape) return value;
    const owner = i32[(value + GETTER_OWNER) >>> 2];
    const text = descriptors.get(value, NULL, owner);
    types.setAttribute(owner, intern("__doc__"), text);
    return text;
  }

  /** A method of the mapping; none of these gets more than two arguments. */
  function callOn(self: Word, name: string, ...given: readonly Word[]): Word {
    const result = calls.special(self, intern(name), ...given);
    return result ?? context.attributes.missing(self, intern(name));
  }
  const delegate = (name: string, prepare = documented): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    frames: true,
    run: (args) => callOn(prepare(mapping(args)), name),
  });
  const asItIs = (word: Word): Word => word;
  const union = (name: string, isReflected: boolean): NativeDefinition => ({
    name,
    parameters: "(self, value, /)",
    frames: true,
    run(args) {
      const [self, other] = [documented(mapping(args)), documented(unwrap(arg(args, 1)))];
      return isReflected ? operators.binary(orNumber, other, self) : operators.binary(orNumber, self, other);
    },
  });
  const text = (name: string, textOf: (self: Word) => Word, wrap: (text: string) => string): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    run(args) {
      const result = textOf(documented(mapping(args)));
      return result === NULL ? NULL : strings.fromJS(wrap(strings.toJS(result)));
    },
  });

  defineType(context, {
    name: "mappingproxy",
    shapes: [SHAPE_MAPPING_PROXY],
    isGeneric: true,
    unhashable: true,
    patterns: { collection: "mapping" },
    construct: {
      name: "mappingproxy",
      parameters: "(cls, mapping)",
      run(args) {
        const given = arg(args, 1);
        const type = types.typeOf(given);
        const isSequence = ["list", "tuple"].some((name) => types.isSubtype(type, types.named(name)));
        if (isSequence || types.lookup(type, intern("__getitem__")) === NULL)
          return exceptions.raise("TypeError", `mappingproxy() argument must be a mapping, not ${types.nameOf(type)}`);
        return objects.mappingProxy(given);
      },
    },
    methods: [
      {
        name: "__getitem__",
        parameters: "(self, key, /)",
        frames: true,
        run: (args) => textOfDocumentation(subscripts.get(mapping(args), arg(args, 1))),
      },
      {
        name: "__contains__",
        parameters: "(self, key, /)",
        frames: true,
        run: (args) => subscripts.contains(mapping(args), arg(args, 1)),
      },
      {
        name: "__len__",
        parameters: "(self, /)",
        frames: true,
        run: (args) => context.conversions.length(mapping(args)),
      },
      {
        name: "__iter__",
        parameters: "(self, /)",
        frames: true,
        run: (args) => context.iteration.iterate(mapping(args)),
      },
      delegate("keys", asItIs),
      delegate("values"),
      delegate("items"),
      delegate("copy"),
      delegate("__reversed__", asItIs),
      {
        name: "get",
        parameters: "(self, key, default=None, /)",
        frames: true,
        run: (args) => textOfDocumentation(callOn(mapping(args), "get", arg(args, 1), arg(args, 2) || NONE)),
      },
      ...COMPARISONS.map(
        ([name], number): NativeDefinition => ({
          name: `__${name}__`,
          parameters: "(self, value, /)",
          frames: true,
          run: (args) => operators.compare(number, documented(mapping(args)), documented(unwrap(arg(args, 1)))),
        }),
      ),
      union("__or__", false),
      union("__ror__", true),
      {
        name: "__ior__",
        parameters: "(self, value, /)",
        run: () => exceptions.raise("TypeError", "'|=' is not supported by mappingproxy; use '|' instead"),
      },
      text(
        "__repr__",
        (self) => context.realm.repr(self),
        (each) => `mappingproxy(${each})`,
      ),
      text(
        "__str__",
        (self) => context.realm.toStr(self),
        (each) => each,
      ),
    ],
  });
}
