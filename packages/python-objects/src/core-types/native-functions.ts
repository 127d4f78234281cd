import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import {
  NATIVE_INDEX,
  NATIVE_NAME,
  NATIVE_OWNER,
  NATIVE_SELF,
  SHAPE_BOUND_OPERATOR,
  SHAPE_NATIVE,
  SHAPE_NATIVE_METHOD,
  SHAPE_NATIVE_OPERATOR,
} from "@hotpy/object-model";
import { CLASS_METHOD_OWNER, WRAPPED } from "../attributes/descriptors.js";
import type { Context } from "../context.js";
import type { Texts } from "../documentation.js";
import type { GetterDefinition, NativeDefinition } from "../natives.js";
import { defineType } from "../types/define-type.js";
import { addressText } from "./object.js";

/** builtin_function_or_method, method_descriptor, wrapper_descriptor, method-wrapper, classmethod_descriptor. */
export function defineNativeFunctions(context: Context): void {
  const { memory, heap, types, objects, exceptions, strings, natives, documentation } = context;
  const { descriptors } = context.attributes;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const nameOf = (native: Word): string => strings.toJS(field(native, NATIVE_NAME));

  /** What `__self__` is: the object filled in; of `T.__new__` and static methods the type; of functions their module. */
  function selfOf(native: Word): Word {
    const { module, definedIn } = natives.record(native);
    return field(native, NATIVE_SELF) || definedIn || context.realm.loadedModule(module ?? "builtins") || NONE;
  }
  const isFunction = (native: Word): boolean => {
    const self = selfOf(native);
    return self === NONE || context.modules.isModule(self);
  };

  const callMethod: NativeDefinition = {
    name: "__call__",
    parameters: "(self, /, *args, **kwargs)",
    frames: true,
    run: (args) => context.calls.invokeSpread(arg(args, 0), arg(args, 1), arg(args, 2)),
  };
  const textGetters = (textsOf: (self: Word) => Texts): GetterDefinition[] => {
    const orNone = (text: string): Word => (text === "" ? NONE : strings.internJS(text));
    return [
      { name: "__doc__", get: (self) => orNone(textsOf(self).doc) },
      { name: "__text_signature__", get: (self) => orNone(textsOf(self).signature) },
    ];
  };
  const nativeTexts = textGetters((self) => documentation.ofNative(self, natives.record(self)));

  const getattr = (): Word => context.dicts.getInterned(i32[context.modules.builtins >>> 2], context.name("getattr"));
  /** `getattr` and its arguments: what makes the object anew. */
  const byGetattr = (object: Word, name: Word): Word => objects.tuple([getattr(), objects.tuple([object, name])]);

  /** Two natives filled in alike with the same object, if `b` is one. */
  const sameBound = (shape: number): NativeDefinition => ({
    name: "__eq__",
    parameters: "(self, value, /)",
    run(args) {
      const [a, b] = [arg(args, 0), arg(args, 1)];
      if ((b & 1) !== 0 || i32[b >>> 2] >>> 8 !== shape) return objects.notImplemented;
      return objects.bool(
        field(a, NATIVE_INDEX) === field(b, NATIVE_INDEX) && field(a, NATIVE_SELF) === field(b, NATIVE_SELF),
      );
    },
  });
  const hashBound: NativeDefinition = {
    name: "__hash__",
    parameters: "(self, /)",
    run(args) {
      const self = field(arg(args, 0), NATIVE_SELF);
      const number = self === NULL ? 0 : (self & 1) !== 0 ? self : heap.identity(self);
      return objects.int(field(arg(args, 0), NATIVE_INDEX) * 1_000_003 + number);
    },
  };
  const addressOf = (object: Word): string => addressText((object & 1) === 0 ? heap.identity(object) : 1);
  const qualified = (type: Word, name: string): Word => strings.fromJS(`${types.record(type).qualname}.${name}`);

  defineType(context, {
    name: "builtin_function_or_method",
    shapes: [SHAPE_NATIVE],
    isWeaklyReferable: true,
    methods: [
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const native = arg(args, 0);
          if (isFunction(native)) return strings.fromJS(`<built-in function ${nameOf(native)}>`);
          const self = selfOf(native);
          return strings.fromJS(
            `<built-in method ${nameOf(native)} of ${types.shownNameOf(types.typeOf(self))} object at ${addressOf(self)}>`,
          );
        },
      },
      callMethod,
      sameBound(SHAPE_NATIVE),
      hashBound,
      {
        name: "__reduce__",
        parameters: "(self, /)",
        run(args) {
          const native = arg(args, 0);
          return isFunction(native)
            ? field(native, NATIVE_NAME)
            : byGetattr(selfOf(native), field(native, NATIVE_NAME));
        },
      },
    ],
    getters: [
      { name: "__name__", get: (self) => field(self, NATIVE_NAME) },
      {
        name: "__qualname__",
        get(native) {
          const self = selfOf(native);
          if (isFunction(native)) return field(native, NATIVE_NAME);
          return qualified(types.isType(self) ? self : types.typeOf(self), nameOf(native));
        },
      },
      {
        name: "__self__",
        get(native) {
          const { definition, definedIn } = natives.record(native);
          // Static methods have none, though their texts name the type.
          const isStatic = definedIn !== NULL && field(native, NATIVE_SELF) === NULL && definition.name !== "__new__";
          return isStatic ? NONE : selfOf(native);
        },
      },
      {
        name: "__module__",
        isField: true,
        get: (native) => (isFunction(native) ? context.name(natives.record(native).module ?? "builtins") : NONE),
      },
      ...nativeTexts,
    ],
  });

  /** What is common to the unbound kinds. */
  const described = (ownerOf: (self: Word) => Word, nameWord: (self: Word) => Word): GetterDefinition[] => [
    { name: "__objclass__", isField: true, get: ownerOf },
    { name: "__name__", isField: true, get: nameWord },
    { name: "__qualname__", get: (self) => qualified(ownerOf(self), strings.toJS(nameWord(self))) },
  ];
  const owner = (native: Word): Word => field(native, NATIVE_OWNER);
  const nameWord = (native: Word): Word => field(native, NATIVE_NAME);

  for (const [name, shape, word] of [
    ["method_descriptor", SHAPE_NATIVE_METHOD, "method"],
    ["wrapper_descriptor", SHAPE_NATIVE_OPERATOR, "slot wrapper"],
  ] as const)
    defineType(context, {
      name,
      shapes: [shape],
      methods: [
        {
          name: "__repr__",
          parameters: "(self, /)",
          run: (args) =>
            strings.fromJS(
              `<${word} '${nameOf(arg(args, 0))}' of '${types.shownNameOf(owner(arg(args, 0)))}' objects>`,
            ),
        },
        callMethod,
        {
          name: "__get__",
          parameters: "(self, instance, owner=None, /)",
          run(args) {
            const [self, instance] = [arg(args, 0), arg(args, 1)];
            if (instance === NONE) {
              if (arg(args, 2) !== NULL && arg(args, 2) !== NONE) return self;
              return exceptions.raise("TypeError", "__get__(None, None) is invalid");
            }
            const type = types.typeOf(instance);
            if (!types.isSubtype(type, owner(self)))
              return exceptions.raise(
                "TypeError",
                `descriptor '${nameOf(self)}' for '${types.shownNameOf(owner(self))}' objects doesn't apply to a '${types.shownNameOf(type)}' object`,
              );
            return descriptors.get(self, instance, type);
          },
        },
        {
          name: "__reduce__",
          parameters: "(self, /)",
          run: (args) => byGetattr(owner(arg(args, 0)), nameWord(arg(args, 0))),
        },
      ],
      getters: [...described(owner, nameWord), ...nativeTexts],
    });

  defineType(context, {
    name: "method-wrapper",
    shapes: [SHAPE_BOUND_OPERATOR],
    methods: [
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const self = field(arg(args, 0), NATIVE_SELF);
          return strings.fromJS(
            `<method-wrapper '${nameOf(arg(args, 0))}' of ${types.shownNameOf(types.typeOf(self))} object at ${addressOf(self)}>`,
          );
        },
      },
      callMethod,
      sameBound(SHAPE_BOUND_OPERATOR),
      hashBound,
      {
        name: "__reduce__",
        parameters: "(self, /)",
        run: (args) => byGetattr(field(arg(args, 0), NATIVE_SELF), nameWord(arg(args, 0))),
      },
    ],
    getters: [
      { name: "__self__", isField: true, get: (self) => field(self, NATIVE_SELF) },
      { name: "__objclass__", get: owner },
      { name: "__name__", get: nameWord },
      { name: "__qualname__", get: (self) => qualified(owner(self), nameOf(self)) },
      ...nativeTexts,
    ],
  });

  const wrapped = (self: Word): Word => field(self, WRAPPED);
  const definedIn = (self: Word): Word => field(self, CLASS_METHOD_OWNER);
  /** The class method bound to the class; NULL: raised. */
  function bindToClass(self: Word, cls: Word): Word {
    const name = nameOf(wrapped(self));
    const ownerName = types.nameOf(definedIn(self));
    if (!types.isType(cls))
      return exceptions.raise(
        "TypeError",
        `descriptor '${name}' for type '${ownerName}' needs a type, not a '${types.shownNameOf(types.typeOf(cls))}' as arg 2`,
      );
    if (!types.isSubtype(cls, definedIn(self)))
      return exceptions.raise(
        "TypeError",
        `descriptor '${name}' requires a subtype of '${ownerName}' but received '${types.nameOf(cls)}'`,
      );
    return descriptors.get(self, NULL, cls);
  }
  defineType(context, {
    name: "classmethod_descriptor",
    shapes: [descriptors.nativeClassMethodShape],
    methods: [
      {
        name: "__repr__",
        parameters: "(self, /)",
        run: (args) =>
          strings.fromJS(
            `<method '${nameOf(wrapped(arg(args, 0)))}' of '${types.nameOf(definedIn(arg(args, 0)))}' objects>`,
          ),
      },
      {
        name: "__call__",
        parameters: "(self, /, *args, **kwargs)",
        frames: true,
        run(args) {
          const [self, given, keywords] = [arg(args, 0), arg(args, 1), arg(args, 2)];
          const count = i32[(given >>> 2) + 1];
          if (count === 0)
            return exceptions.raise(
              "TypeError",
              `descriptor '${nameOf(wrapped(self))}' of '${types.nameOf(definedIn(self))}' object needs an argument`,
            );
          const bound = bindToClass(self, i32[(given >>> 2) + 2]);
          return bound === NULL
            ? NULL
            : context.calls.invokeSpread(bound, objects.tupleFrom(given + 12, count - 1), keywords);
        },
      },
      {
        name: "__get__",
        parameters: "(self, instance, owner=None, /)",
        run(args) {
          const [self, instance, cls] = [arg(args, 0), arg(args, 1), arg(args, 2)];
          if (cls !== NULL && cls !== NONE) return bindToClass(self, cls);
          if (instance === NONE) return exceptions.raise("TypeError", "__get__(None, None) is invalid");
          return bindToClass(self, types.typeOf(instance));
        },
      },
    ],
    getters: [
      ...described(definedIn, (self) => nameWord(wrapped(self))),
      ...textGetters((self) => documentation.ofAttribute(definedIn(self), nameOf(wrapped(self)))),
    ],
  });
}
