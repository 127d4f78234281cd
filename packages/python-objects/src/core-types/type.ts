import { SHAPE_SMALL } from "@hotpy/interpreter";
import { type Address, isSmall, NONE, NULL, type Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_DICT,
  SHAPE_TUPLE,
  SHAPE_TYPE,
  shapeIdOf,
  TUPLE_ITEMS,
  TYPE_BASES,
  TYPE_DICT,
  TYPE_MRO,
} from "@hotpy/object-model";
import { MAKES_TYPE } from "../constructs.js";
import type { Context } from "../context.js";
import { createClass, metaclassOf } from "../types/create-class.js";
import { extendType } from "../types/define-type.js";
import { defaultOrder } from "../types/order.js";
import { setBases } from "../types/set-bases.js";
import { basicSize, itemSize, typeFlags } from "../types/type-flags.js";
import { attributeName } from "./attribute-name.js";

/** Methods and attributes of `type`. */
export function defineTypeType(context: Context): void {
  const { memory, handles, shapes, types, objects, exceptions, strings, dicts, name: intern } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const documentationOf = (self: Word): Word => {
    // What is there under this name documents classes.
    if (self === types.type) return strings.fromJS(context.documentation.ofType(self).doc);
    const found = own(self, "__doc__");
    // What a class has there may be a descriptor, as a property is that documents its instances.
    return found === NULL ? NONE : context.attributes.descriptors.get(found, NULL, self);
  };
  const own = (type: Address, name: string): Word => dicts.getInterned(i32[(type + TYPE_DICT) >>> 2], intern(name));

  function namesIn(list: Word): string[] {
    const items = i32[(list + LIST_ITEMS) >>> 2];
    const words = Array.from(
      { length: i32[(list + LIST_LENGTH) >>> 2] },
      (_, i) => i32[((items + ARRAY_ITEMS) >>> 2) + i],
    );
    return words.filter((each) => strings.isString(each)).map((each) => strings.toJS(each));
  }

  function fails(type: string, message: string): false {
    exceptions.raise(type, message);
    return false;
  }

  /** Whether an attribute can be set, which a program may ask the descriptor itself to do; false: raised. */
  function isMutable(type: Address, attribute: string, value: Word): boolean {
    const { isClass } = types.record(type);
    if (isClass && value !== NULL) return true;
    const what = isClass ? "delete" : "set";
    return fails("TypeError", `cannot ${what} '${attribute}' attribute of immutable type '${types.shownNameOf(type)}'`);
  }

  /** The text that a name of a class is set to; undefined: raised. */
  function nameFor(type: Address, attribute: string, value: Word): string | undefined {
    if (!isMutable(type, attribute, value)) return undefined;
    const name = types.nameOf(type);
    const given = shapes.valueOf(value);
    if (!strings.isString(given))
      fails(
        "TypeError",
        `can only assign string to ${name}.${attribute}, not '${types.shownNameOf(types.typeOf(value))}'`,
      );
    else return strings.toJS(given);
    return undefined;
  }

  /** Writes an attribute of a class, or deletes it: the value is NULL. */
  function assign(type: Address, given: Word, value: Word): Word {
    const name = attributeName(context, given);
    return name !== NULL && context.attributes.setGeneric(type, name, value) !== NULL ? NONE : NULL;
  }

  function wrongCount(args: Address): Word {
    const count = [1, 2, 3].filter((index) => arg(args, index) !== NULL).length;
    const message =
      arg(args, 0) !== types.type
        ? `type.__new__() takes exactly 3 arguments (${count} given)`
        : count === 1 && dicts.length(arg(args, 4)) > 0
          ? "type() takes no keyword arguments"
          : "type() takes 1 or 3 arguments";
    return exceptions.raise("TypeError", message);
  }

  /** `type.__new__(meta, name, bases, dict, **keywords)`. */
  function construct(args: Address): Word {
    const [name, bases, namespace] = [1, 2, 3].map((index) => shapes.valueOf(arg(args, index)));
    const wrong = (index: number, wanted: string): Word =>
      exceptions.raise(
        "TypeError",
        `type.__new__() argument ${index} must be ${wanted}, not ${arg(args, index) === NONE ? "None" : types.shownNameOf(types.typeOf(arg(args, index)))}`,
      );
    if (name === NULL || namespace === NULL) return wrongCount(args);
    if (!strings.isString(name)) return wrong(1, "str");
    if (strings.toJS(name).includes("\0"))
      return exceptions.raise("ValueError", "type name must not contain null characters");
    if (isSmall(bases) || shapeIdOf(memory, bases) !== SHAPE_TUPLE) return wrong(2, "tuple");
    if (isSmall(namespace) || shapeIdOf(memory, namespace) !== SHAPE_DICT) return wrong(3, "dict");
    const meta = metaclassOf(context, arg(args, 0), objects.itemsOf(bases));
    if (meta === NULL) return NULL;
    const make = types.lookup(meta, intern("__new__"));
    if (meta !== arg(args, 0) && make !== types.lookup(types.type, intern("__new__"))) {
      const given = objects.tuple([meta, arg(args, 1), arg(args, 2), arg(args, 3)]);
      return context.realm.callSpread(context.attributes.bindNew(make, meta), given, arg(args, 4));
    }
    const module = dicts.getInterned(context.realm.frameGlobals(), intern("__name__"));
    // Keys and items of a dict whose class iterates in its own way are what its methods say.
    const entries =
      context.realm.iteratedAs(arg(args, 3)) === namespace
        ? namespace
        : context.realm.callFound(types.lookup(types.named("dict"), intern("copy")), arg(args, 3));
    if (entries === NULL) return NULL;
    const [text, tuple] = [1, 2].map((index) => shapes.valueOf(arg(args, index)));
    return createClass(context, { name: text, bases: tuple, namespace: entries, module, meta, keywords: arg(args, 4) });
  }

  /** `type.mro(cls)`: the order that follows from the bases. */
  function mro(args: Address): Word {
    const self = arg(args, 0);
    const order = defaultOrder(context, objects.itemsOf(i32[(self + TYPE_BASES) >>> 2]));
    return order === undefined ? NULL : objects.list([self, ...order]);
  }

  types.record(types.type).isBase = true;
  extendType(context, types.type, {
    isGeneric: true,
    construct: {
      name: "type",
      parameters: "(cls, name=None, bases=None, dict=None, /, **kwargs)",
      // It looks for the module in the running frame.
      leaf: false,
      makes: MAKES_TYPE,
      /** `type(object)`. */
      expand(m, [, object, ...rest]) {
        if (object === undefined || rest.length > 0) return undefined;
        const shape = m.shapeOf(object);
        if (shape === SHAPE_SMALL) return m.word(types.int);
        return m.word(shape === SHAPE_TYPE ? types.typeOf(m.wordOf(object)) : i32[shapes.record(shape) >>> 2]);
      },
      run: construct,
    },
    classMethods: [{ name: "__prepare__", parameters: "(cls, /, *args, **kwargs)", run: () => dicts.create() }],
    methods: [
      {
        name: "__call__",
        parameters: "(self, /, *args, **kwargs)",
        frames: true,
        run(args) {
          const given = arg(args, 1);
          // `type(object)`.
          if (arg(args, 0) === types.type && i32[(given >>> 2) + 1] === 1 && dicts.length(arg(args, 2)) === 0)
            return types.typeOf(i32[(given + TUPLE_ITEMS) >>> 2]);
          return context.calls.invokeSpread(arg(args, 0), given, arg(args, 2), context.calls.instantiate);
        },
      },
      {
        name: "__init__",
        parameters: "(self, /, *args, **kwargs)",
        run(args) {
          const count = i32[(arg(args, 1) >>> 2) + 1];
          if (count === 1 && dicts.length(arg(args, 2)) > 0)
            return exceptions.raise("TypeError", "type.__init__() takes no keyword arguments");
          return count === 1 || count === 3
            ? NONE
            : exceptions.raise("TypeError", "type.__init__() takes 1 or 3 arguments");
        },
      },
      {
        name: "__setattr__",
        parameters: "(self, name, value, /)",
        frames: true,
        run: (args) => assign(arg(args, 0), arg(args, 1), arg(args, 2)),
      },
      {
        name: "__delattr__",
        parameters: "(self, name, /)",
        frames: true,
        run: (args) => assign(arg(args, 0), arg(args, 1), NULL),
      },
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          return strings.fromJS(types.textOf(arg(args, 0)));
        },
      },
      {
        name: "__instancecheck__",
        parameters: "(self, instance, /)",
        run: (args) => objects.bool(types.isSubtype(types.typeOf(arg(args, 1)), arg(args, 0))),
      },
      {
        name: "__subclasscheck__",
        parameters: "(self, subclass, /)",
        run: (args) =>
          types.isType(arg(args, 1))
            ? objects.bool(types.isSubtype(arg(args, 1), arg(args, 0)))
            : exceptions.raise("TypeError", "issubclass() arg 1 must be a class"),
      },
      { name: "mro", parameters: "(self, /)", run: mro },
      {
        name: "__subclasses__",
        parameters: "(self, /)",
        run: (args) => objects.list(types.record(arg(args, 0)).subclasses),
      },
    ],
    getters: [
      {
        name: "__name__",
        kernel: context.pythonKernel.nameOfType,
        get: (self) => intern(types.record(self).name),
        set(self, value) {
          const name = nameFor(self, "__name__", value);
          if (name?.includes("\0")) return fails("ValueError", "type name must not contain null characters");
          if (name !== undefined) types.rename(self, name);
          return name !== undefined;
        },
      },
      {
        name: "__qualname__",
        get: (self) => intern(types.record(self).qualname),
        set(self, value) {
          const name = nameFor(self, "__qualname__", value);
          if (name !== undefined) types.record(self).qualname = name;
          return name !== undefined;
        },
      },
      {
        name: "__module__",
        get: (self) => (types.record(self).isClass && own(self, "__module__")) || intern(types.record(self).module),
        set(self, value) {
          if (!isMutable(self, "__module__", value)) return false;
          types.setAttribute(self, intern("__module__"), value);
          const module = shapes.valueOf(value);
          if (strings.isString(module)) types.record(self).module = strings.toJS(module);
          return true;
        },
      },
      {
        name: "__abstractmethods__",
        get: (self) =>
          (self === types.type ? NULL : own(self, "__abstractmethods__")) ||
          exceptions.raise("AttributeError", "__abstractmethods__"),
        set(self, value) {
          if (value === NULL && own(self, "__abstractmethods__") === NULL)
            return fails("AttributeError", "__abstractmethods__");
          const mark = handles.mark();
          const kept = handles.push(value);
          // Stays: types do not move.
          const list = value === NULL ? objects.list([]) : context.realm.listOf(value);
          if (list !== NULL) {
            types.record(self).abstractMethods = namesIn(list).sort();
            types.setAttribute(self, intern("__abstractmethods__"), handles.get(kept));
          }
          handles.release(mark);
          return list !== NULL;
        },
      },
      {
        name: "__bases__",
        kernel: context.pythonKernel.basesOfType,
        get: (self) => i32[(self + TYPE_BASES) >>> 2],
        set: (self, value) => isMutable(self, "__bases__", value) && setBases(context, self, value),
      },
      {
        name: "__annotations__",
        get(self) {
          const found = own(self, "__annotations__");
          if (found !== NULL) return context.attributes.descriptors.get(found, NULL, self);
          if (!types.record(self).isClass)
            return exceptions.raise(
              "AttributeError",
              `type object '${types.nameOf(self)}' has no attribute '__annotations__'`,
            );
          types.setAttribute(self, intern("__annotations__"), dicts.create());
          return own(self, "__annotations__");
        },
        set: (self, value) =>
          // They can be deleted, other than what a class always has.
          isMutable(self, "__annotations__", value || NONE) &&
          (types.setAttribute(self, intern("__annotations__"), value) || fails("AttributeError", "__annotations__")),
      },
      { name: "__flags__", isField: true, get: (self) => context.integers.fromNumber(typeFlags(context, self)) },
      { name: "__basicsize__", isField: true, get: (self) => objects.int(basicSize(context, self)) },
      { name: "__itemsize__", isField: true, get: (self) => objects.int(itemSize(context, self)) },
      { name: "__dictoffset__", isField: true, get: (self) => objects.int(types.record(self).hasDict ? -8 : 0) },
      {
        name: "__weakrefoffset__",
        isField: true,
        get: (self) => objects.int(types.record(self).isWeaklyReferable ? 16 : 0),
      },
      { name: "__base__", isField: true, get: (self) => types.record(self).base || NONE },
      {
        name: "__mro__",
        isField: true,
        kernel: context.pythonKernel.orderOfType,
        get: (self) => i32[(self + TYPE_MRO) >>> 2],
      },
      { name: "__dict__", get: (self) => objects.mappingProxy(i32[(self + TYPE_DICT) >>> 2]) },
      {
        name: "__text_signature__",
        get(self) {
          const { signature } = context.documentation.ofType(self);
          return types.record(self).isClass || signature === "" ? NONE : intern(signature);
        },
      },
      {
        name: "__doc__",
        get: documentationOf,
        set(self, value) {
          if (!isMutable(self, "__doc__", value)) return false;
          types.setAttribute(self, intern("__doc__"), value);
          return true;
        },
      },
    ],
  });
}
