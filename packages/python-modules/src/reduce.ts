import type { Builtins } from "@hotpy/python-builtins";
import { tailCallSource } from "./source-call.js";

/** How objects are taken apart for `copy` and `pickle`, as CPython's `object` does it. */
const source = `
def reduce_ex(self, protocol):
    if not hasattr(type(protocol), '__index__'):
        raise TypeError(f"'{type(protocol).__name__}' object cannot be interpreted as an integer")
    if type(self).__reduce__ is not object.__reduce__:
        return self.__reduce__()
    return reduce_by(self, protocol)

def reduce_by(self, protocol):
    import copyreg
    if protocol < 2:
        return copyreg._reduce_ex(self, protocol)
    cls = type(self)
    if cls is not object and not is_class(cls):
        raise TypeError(f"cannot pickle '{name_of_type(self)}' object")
    state = self.__getstate__()
    items = iter(self) if isinstance(self, list) else None
    pairs = iter(self.items()) if isinstance(self, dict) else None
    if hasattr(cls, '__getnewargs_ex__'):
        args, keywords = self.__getnewargs_ex__()
        if keywords:
            return copyreg.__newobj_ex__, (cls, args, keywords), state, items, pairs
    elif hasattr(cls, '__getnewargs__'):
        args = self.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
    else:
        args = ()
    return copyreg.__newobj__, (cls, *args), state, items, pairs

def reduce_method(self):
    return getattr, (self.__self__, self.__func__.__name__)

def reduce_range(self):
    return range, (self.start, self.stop, self.step)

def reduce_slice(self):
    return slice, (self.start, self.stop, self.step)

def reduce_set(self):
    return type(self), (list(self),), self.__getstate__()

def reduce_bytearray(self):
    # Nothing that a class below has of its own is asked.
    text = bytearray.decode(self, 'latin-1')
    return type(self), (text, 'latin-1') if text else (), self.__getstate__()

def reduce_ex_bytearray(self, protocol):
    if protocol < 3:
        return bytearray.__reduce__(self)
    content = bytes(bytearray.copy(self))
    return type(self), (content,) if content else (), self.__getstate__()

def getstate(self):
    import copyreg
    state = getattr(self, '__dict__', None) or None
    slots = {}
    for name in copyreg._slotnames(type(self)):
        try:
            slots[name] = getattr(self, name)
        except AttributeError:
            pass
    return (state, slots) if slots else state
`;

/** Gives `object` the methods `__reduce__`, `__reduce_ex__` and `__getstate__`. */
export function defineReduce({ library }: Builtins): void {
  const { realm, argument } = library;
  const surrogate = realm.defineSurrogates(source, [
    { name: "is_class", parameters: "(type, /)", run: (args) => realm.bool(realm.isClass(argument(args, 0))) },
    { name: "name_of_type", parameters: "(object, /)", run: (args) => realm.str(realm.typeName(argument(args, 0))) },
  ]);
  const inFrame = { frames: true, leaf: false, receives: "self" } as const;
  realm.extendType(realm.type("object"), {
    methods: [
      {
        name: "__reduce_ex__",
        parameters: "(self, protocol, /)",
        ...inFrame,
        run: (args) => tailCallSource(library, surrogate, "reduce_ex", [argument(args, 0), argument(args, 1)]),
      },
      {
        name: "__reduce__",
        parameters: "(self, /)",
        ...inFrame,
        run: (args) => tailCallSource(library, surrogate, "reduce_by", [argument(args, 0), realm.int(0)]),
      },
      {
        name: "__getstate__",
        parameters: "(self, /)",
        ...inFrame,
        run: (args) => tailCallSource(library, surrogate, "getstate", [argument(args, 0)]),
      },
    ],
  });
  for (const [type, name] of [
    ["method", "reduce_method"],
    ["range", "reduce_range"],
    ["slice", "reduce_slice"],
    ["set", "reduce_set"],
    ["frozenset", "reduce_set"],
    ["bytearray", "reduce_bytearray"],
  ] as const)
    realm.extendType(realm.type(type), {
      methods: [
        {
          name: "__reduce__",
          parameters: "(self, /)",
          ...inFrame,
          run: (args) => tailCallSource(library, surrogate, name, [argument(args, 0)]),
        },
      ],
    });
  realm.extendType(realm.type("bytearray"), {
    methods: [
      {
        name: "__reduce_ex__",
        parameters: "(self, protocol=0, /)",
        ...inFrame,
        run: (args) =>
          tailCallSource(library, surrogate, "reduce_ex_bytearray", [
            argument(args, 0),
            argument(args, 1) || realm.int(0),
          ]),
      },
    ],
  });
  for (const [type, name] of [
    ["ellipsis", "Ellipsis"],
    ["NotImplementedType", "NotImplemented"],
  ])
    realm.extendType(realm.type(type), {
      methods: [{ name: "__reduce__", parameters: "(self, /)", run: () => realm.str(name) }],
    });
  for (const name of ["int", "float", "str", "tuple", "bytes"])
    realm.extendType(realm.type(name), {
      methods: [{ name: "__getnewargs__", parameters: "(self, /)", run: (args) => realm.tuple([argument(args, 0)]) }],
    });
}
