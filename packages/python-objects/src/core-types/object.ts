import { type Address, isSmall, NONE, NULL, TRUE, type Word } from "@hotpy/memory";
import { SHAPE_TYPE, shapeIdOf, TYPE_META } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { RESUME } from "../natives.js";
import { abstractMessage } from "../types/abstract.js";
import { classCheck, extendType } from "../types/define-type.js";
import { isLaidOutAlike } from "../types/layout.js";
import { objectSize } from "../types/object-sizes.js";
import { attributeName } from "./attribute-name.js";

/** Methods of `object`. */
export function defineObject(context: Context): void {
  const { memory, types, objects, exceptions, attributes, strings, heap, calls, name: intern } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const nameArgument = (word: Word): Word => attributeName(context, word);
  const reprName = intern("__repr__");
  const identityHash = (word: Word): number => heap.identity(word);

  const eqName = intern("__eq__");
  const equalsBySpecial = (self: Word, other: Word): Word =>
    calls.special(self, eqName, other) ?? objects.notImplemented;

  /** Arguments are for a `__new__` of the class, or belong to nobody. */
  function initialise(args: Address): Word {
    if (i32[(arg(args, 1) >>> 2) + 1] === 0 && context.dicts.length(arg(args, 2)) === 0) return NONE;
    const type = types.typeOf(arg(args, 0));
    const isOwn = (name: string): boolean =>
      types.lookup(type, intern(name)) !== types.lookup(types.object, intern(name));
    const what = isOwn("__init__") ? "object" : isOwn("__new__") ? undefined : types.nameOf(type);
    return what === undefined
      ? NONE
      : exceptions.raise("TypeError", `${what}.__init__() takes exactly one argument (the instance to initialize)`);
  }

  /** Attributes of classes are written by `type`, whose rules a program must not pass by. False: raised. */
  function isOwnWriter(object: Word, method: string): boolean {
    if (isSmall(object) || shapeIdOf(memory, object) !== SHAPE_TYPE) return true;
    exceptions.raise("TypeError", `can't apply this ${method} to ${types.nameOf(types.typeOf(object))} object`);
    return false;
  }

  const checkClass = classCheck(context, types.object);
  extendType(context, types.object, {
    methods: [
      { name: "__init__", parameters: "(self, /, *args, **kwargs)", run: initialise },
      {
        name: "__repr__",
        parameters: "(self, /)",
        run: (args) =>
          strings.fromJS(
            `<${types.fullNameOf(types.typeOf(arg(args, 0)))} object at ${addressText(heap.identity(arg(args, 0)))}>`,
          ),
      },
      {
        name: "__str__",
        parameters: "(self, /)",
        frames: true,
        run: (args) => calls.invokeBound(types.lookup(types.typeOf(arg(args, 0)), reprName), arg(args, 0)),
      },
      {
        name: "__format__",
        parameters: "(self, format_spec, /)",
        run(args) {
          const spec = context.shapes.valueOf(arg(args, 1));
          if (!strings.isString(spec)) {
            const given = spec === NONE ? "None" : types.shownNameOf(types.typeOf(spec));
            return exceptions.raise("TypeError", `__format__() argument must be str, not ${given}`);
          }
          if (strings.length(spec) > 0) {
            return exceptions.raise(
              "TypeError",
              `unsupported format string passed to ${types.shownNameOf(types.typeOf(arg(args, 0)))}.__format__`,
            );
          }
          return context.realm.toStr(arg(args, 0));
        },
      },
      { name: "__hash__", parameters: "(self, /)", run: (args) => objects.int(identityHash(arg(args, 0))) },
      {
        name: "__eq__",
        parameters: "(self, value, /)",
        run: (args) => (arg(args, 0) === arg(args, 1) ? TRUE : objects.notImplemented),
      },
      {
        name: "__ne__",
        parameters: "(self, value, /)",
        run(args) {
          const result = context.reentry.complete(equalsBySpecial, arg(args, 0), arg(args, 1), NULL);
          if (result === NULL || result === objects.notImplemented) return result;
          const truth = context.realm.truth(result);
          return truth < 0 ? NULL : objects.bool(truth === 0);
        },
      },
      ...["__lt__", "__le__", "__gt__", "__ge__"].map((name) => ({
        name,
        parameters: "(self, value, /)",
        run: () => objects.notImplemented,
      })),
      {
        name: "__getattribute__",
        parameters: "(self, name, /)",
        frames: true,
        run(args) {
          const name = nameArgument(arg(args, 1));
          return name === NULL ? NULL : attributes.getGeneric(arg(args, 0), name);
        },
      },
      {
        name: "__setattr__",
        parameters: "(self, name, value, /)",
        frames: true,
        kernel: { 3: context.pythonKernel.assignAttribute },
        spread: context.pythonKernel.assignBySpread,
        checksSelf: true,
        run(args) {
          const name = nameArgument(arg(args, 1));
          if (name === NULL || !isOwnWriter(arg(args, 0), "__setattr__")) return NULL;
          context.realm.noteAttribute(arg(args, 0), name);
          return toNone(attributes.setGeneric(arg(args, 0), name, arg(args, 2)));
        },
      },
      {
        name: "__delattr__",
        parameters: "(self, name, /)",
        frames: true,
        run(args) {
          const name = nameArgument(arg(args, 1));
          if (name === NULL || !isOwnWriter(arg(args, 0), "__delattr__")) return NULL;
          return toNone(attributes.setGeneric(arg(args, 0), name, NULL));
        },
      },
      { name: "__sizeof__", parameters: "(self, /)", run: (args) => objects.int(objectSize(context, arg(args, 0))) },
      { name: "__dir__", parameters: "(self, /)", run: (args) => context.realm.dir(arg(args, 0)) },
    ],
    classMethods: [
      { name: "__init_subclass__", parameters: "(cls, /)", run: () => NONE },
      { name: "__subclasshook__", parameters: "(cls, /, *args)", run: () => context.objects.notImplemented },
    ],
    staticMethods: [
      {
        name: "__new__",
        parameters: "(cls, /, *args, **kwargs)",
        kernel: { 3: context.pythonKernel.newByPacked },
        spread: context.pythonKernel.newBySpread,
        acceptsClass: checkClass,
        run(args) {
          const cls = arg(args, 0);
          if (!checkClass(cls)) return NULL;
          // For the kernel to read.
          context.traits(cls);
          const record = types.record(cls);
          const given = i32[(arg(args, 1) >>> 2) + 1];
          const hasOwnInit = types.lookup(cls, intern("__init__")) !== types.lookup(types.object, intern("__init__"));
          if (given > 0 && types.lookup(cls, intern("__new__")) !== types.lookup(types.object, intern("__new__"))) {
            return exceptions.raise(
              "TypeError",
              "object.__new__() takes exactly one argument (the type to instantiate)",
            );
          }
          if (given > 0 && !hasOwnInit) return exceptions.raise("TypeError", `${record.name}() takes no arguments`);
          if (record.abstractMethods.length > 0) return exceptions.raise("TypeError", abstractMessage(record));
          return types.instantiate(cls);
        },
      },
    ],
    getters: [
      {
        name: "__class__",
        kernel: context.pythonKernel.typeOf,
        receives: "self",
        get: (self) => types.typeOf(self),
        set(self, value) {
          const fail = (message: string): false => {
            exceptions.raise("TypeError", message);
            return false;
          };
          if (value === NULL) return fail("can't delete __class__ attribute");
          if (!types.isType(value))
            return fail(`__class__ must be set to a class, not '${types.shownNameOf(types.typeOf(value))}' object`);
          const canChange = (type: Address): boolean =>
            types.record(type).isClass || types.record(type).refinedWithDict;
          if (!canChange(types.typeOf(self)) || !canChange(value))
            return fail("__class__ assignment only supported for mutable types or ModuleType subclasses");
          if (!isLaidOutAlike(types, types.typeOf(self), value)) {
            const [to, from] = [types.nameOf(value), types.shownNameOf(types.typeOf(self))];
            return fail(`__class__ assignment: '${to}' object layout differs from '${from}'`);
          }
          if (types.isType(self)) heap.storeWord(self, TYPE_META, value);
          else attributes.instances.setType(self, value);
          // It may be an attribute of classes.
          if (types.isType(self) || types.isDescriptor(value)) types.renewVersions();
          if (types.record(value).hasFinaliser) heap.finalisers.register(self);
          return true;
        },
      },
    ],
  });

  /** A protocol operation whose result is to be dropped, as the result of a method. */
  function toNone(result: Word): Word {
    return result === RESUME || result === NULL ? result : NONE;
  }
}

/** What stands for an address in texts: derived from the identity, so that runs are reproducible. */
export function addressText(identity: number): string {
  return `0x${(0x7f0000000000 + identity * 16).toString(16)}`;
}
