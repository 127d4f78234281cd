import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import { TYPE_BASES, TYPE_DICT, TYPE_MRO } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { createClass } from "../types/create-class.js";
import { extendType } from "../types/define-type.js";

/** Methods and attributes of `type`. */
export function defineTypeType(context: Context): void {
  const { memory, types, objects, exceptions, strings, dicts, name: intern } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const own = (type: Address, name: string): Word => dicts.getInterned(i32[(type + TYPE_DICT) >>> 2], intern(name));

  extendType(context, types.type, {
    construct: {
      name: "type",
      parameters: "(cls, name, bases, dict, /, **kwargs)",
      run: (args) => {
        const [name, bases, dict] = [arg(args, 1), arg(args, 2), arg(args, 3)];
        if (!strings.isString(name))
          return exceptions.raise(
            "TypeError",
            `type.__new__() argument 1 must be str, not ${types.nameOf(types.typeOf(name))}`,
          );
        return createClass(context, name, bases, dicts.copy(dict), arg(args, 0));
      },
    },
    methods: [
      {
        name: "__call__",
        parameters: "(self, /, *args, **kwargs)",
        frames: true,
        run: (args) => context.calls.invokeSpread(arg(args, 0), arg(args, 1), arg(args, 2)),
      },
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const { module, qualname } = types.record(arg(args, 0));
          return strings.fromJS(`<class '${module === "builtins" ? qualname : `${module}.${qualname}`}'>`);
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
        run: (args) => objects.bool(types.isType(arg(args, 1)) && types.isSubtype(arg(args, 1), arg(args, 0))),
      },
      { name: "mro", parameters: "(self, /)", run: (args) => objects.list(types.record(arg(args, 0)).mro) },
      {
        name: "__subclasses__",
        parameters: "(self, /)",
        run: (args) => objects.list(types.record(arg(args, 0)).subclasses),
      },
    ],
    getters: [
      { name: "__name__", get: (self) => intern(types.record(self).name) },
      { name: "__qualname__", get: (self) => intern(types.record(self).qualname) },
      { name: "__module__", get: (self) => own(self, "__module__") || intern(types.record(self).module) },
      { name: "__bases__", get: (self) => i32[(self + TYPE_BASES) >>> 2] },
      { name: "__base__", get: (self) => types.record(self).base || NONE },
      { name: "__mro__", get: (self) => i32[(self + TYPE_MRO) >>> 2] },
      { name: "__dict__", get: (self) => dicts.copy(i32[(self + TYPE_DICT) >>> 2]) },
      {
        name: "__doc__",
        get: (self) => own(self, "__doc__") || NONE,
        set(self, value) {
          types.setAttribute(self, intern("__doc__"), value === NULL ? NONE : value);
          return true;
        },
      },
    ],
  });
}
