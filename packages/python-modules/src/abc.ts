import { type Address, NULL, type Word } from "@hotpy/memory";
import {
  CODE_QUALNAME,
  FUNCTION_CODE,
  FUNCTION_GLOBALS,
  MODULE_DICT,
  SHAPE_FUNCTION,
  shapeIdOf,
} from "@hotpy/object-model";
import type { Builtins } from "@hotpy/python-builtins";
import { setCollectionNative } from "./set-collection.js";
import { tailCallSource } from "./source-call.js";
import { defineSourceModule } from "./source-module.js";

const ALWAYS = -1;
const CHECKS = ["__instancecheck__", "__subclasscheck__"];

/** What `abc` of the standard library is made of. Classes are never freed, so that sets of them need not be weak. */
const source = `
class _abc_data:
    __module__ = '_abc'
    __slots__ = ('registry', 'cache', 'negative', 'version')

def _abc_init(cls):
    data = _abc_data()
    data.registry = set()
    data.cache = set()
    data.negative = set()
    data.version = counters()[0]
    abstracts = set()
    for name, value in list(cls.__dict__.items()):
        if getattr(value, '__isabstractmethod__', False):
            abstracts.add(name)
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                abstracts.add(name)
    cls.__abstractmethods__ = frozenset(abstracts)
    cls._abc_impl = data
    flags = cls.__dict__.get('__abc_tpflags__')
    if type(flags) is int:
        if flags & 0x60 == 0x60:
            raise TypeError('__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING')
        set_collection(cls, flags & 0x60)
        del cls.__abc_tpflags__

def get_cache_token():
    return counters()[0]

def _abc_register(cls, subclass):
    if not isinstance(subclass, type):
        raise TypeError('Can only register classes')
    if issubclass(subclass, cls):
        return subclass
    if issubclass(cls, subclass):
        raise RuntimeError('Refusing to create an inheritance cycle')
    cls._abc_impl.registry.add(subclass)
    counters()[0] += 1
    set_collection(subclass, cls.__flags__ & 0x60)
    return subclass

def _abc_instancecheck(cls, instance):
    data = cls._abc_impl
    subclass = instance.__class__
    if subclass in data.cache:
        remember(cls, subclass, True)
        return True
    subtype = type(instance)
    if subtype is subclass:
        if data.version == counters()[0] and subclass in data.negative:
            remember(cls, subclass, False)
            return False
        return cls.__subclasscheck__(subclass)
    return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(subtype)

def _abc_subclasscheck(cls, subclass):
    if not isinstance(subclass, type):
        raise TypeError('issubclass() arg 1 must be a class')
    data = cls._abc_impl
    if subclass in data.cache:
        return True
    if data.version < counters()[0]:
        data.negative = set()
        data.version = counters()[0]
    elif subclass in data.negative:
        return False
    ok = cls.__subclasshook__(subclass)
    if ok is not NotImplemented:
        if ok is True:
            data.cache.add(subclass)
            remember(cls, subclass, True)
            return True
        if ok is False:
            data.negative.add(subclass)
            remember(cls, subclass, False)
            return False
        raise AssertionError('__subclasshook__ must return either False, True, or NotImplemented')
    if cls in getattr(subclass, '__mro__', ()):
        data.cache.add(subclass)
        remember(cls, subclass, True)
        return True
    for each in list(data.registry):
        if issubclass(subclass, each):
            data.cache.add(subclass)
            remember(cls, subclass, True)
            return True
    for each in cls.__subclasses__():
        if issubclass(subclass, each):
            data.cache.add(subclass)
            remember(cls, subclass, True)
            return True
    data.negative.add(subclass)
    remember(cls, subclass, False)
    return False

def _reset_registry(cls):
    cls._abc_impl.registry.clear()

def _reset_caches(cls):
    forget(cls)
    cls._abc_impl.cache.clear()
    cls._abc_impl.negative.clear()

def _get_dump(cls):
    from _weakref import ref
    data = cls._abc_impl
    return set(map(ref, data.registry)), set(map(ref, data.cache)), set(map(ref, data.negative)), data.version
`;

/** The module `_abc`. */
export function defineAbc(builtins: Builtins): void {
  const { realm, lists, argument } = builtins.library;
  /** A list with the number of registrations so far, by which negative answers are known to be old. */
  const counters = realm.root(realm.list([realm.int(0)]));
  const registrations = (): number => lists.item(realm.memory.i32[counters >>> 2], 0) >> 1;
  /** What is in `cache` and `negative` of abstract classes: by the other class ALWAYS, or how many registrations there were. Classes neither move nor die. */
  const outcomes = new Map<Address, Map<Address, number>>();
  function outcomeOf(cls: Address, type: Address): boolean | undefined {
    const known = outcomes.get(cls)?.get(type);
    return known === ALWAYS ? true : known === registrations() ? false : undefined;
  }

  /** The functions `__instancecheck__` and `__subclasscheck__` of ABCMeta, once they have been seen. */
  const checks = CHECKS.map((name) => ({ root: realm.root(realm.none), name: realm.intern(`ABCMeta.${name}`) }));

  /** Whether this function of a class is one of them, which do no more than to call those here. */
  function isOwnCheck(check: Word): boolean {
    const { i32 } = realm.memory;
    if (checks.some(({ root }) => i32[root >>> 2] === check)) return true;
    if (shapeIdOf(realm.memory, check) !== SHAPE_FUNCTION) return false;
    const qualname = i32[(i32[(check + FUNCTION_CODE) >>> 2] + CODE_QUALNAME) >>> 2];
    const own = checks.find(({ name }) => name === qualname);
    const abc = realm.loadedModule("abc");
    if (own === undefined || abc === NULL || i32[(check + FUNCTION_GLOBALS) >>> 2] !== i32[(abc + MODULE_DICT) >>> 2])
      return false;
    i32[own.root >>> 2] = check;
    return true;
  }

  realm.setKnownChecks((check, cls, type) => (isOwnCheck(check) ? outcomeOf(cls, type) : undefined));
  const one = "(self, /)";
  const two = "(self, subclass, /)";
  const surrogate = defineSourceModule(builtins, {
    name: "_abc",
    source,
    natives: [
      setCollectionNative(builtins.library),
      { name: "counters", parameters: "()", run: () => realm.memory.i32[counters >>> 2] },
      {
        name: "remember",
        parameters: "(cls, subclass, outcome, /)",
        run(args) {
          const [cls, subclass, outcome] = [0, 1, 2].map((index) => argument(args, index));
          const known = outcomes.get(cls) ?? new Map<Address, number>();
          outcomes.set(cls, known.set(subclass, outcome === realm.bool(true) ? ALWAYS : registrations()));
          return realm.none;
        },
      },
      {
        name: "forget",
        parameters: "(cls, /)",
        run(args) {
          outcomes.delete(argument(args, 0));
          return realm.none;
        },
      },
    ],
    functions: [
      {
        name: "_abc_instancecheck",
        parameters: "(self, instance, /)",
        frames: true,
        run(args) {
          const [cls, instance] = [argument(args, 0), argument(args, 1)];
          const type = realm.typeOf(instance);
          const known = outcomeOf(cls, type);
          // An instance may say that it is of another class.
          if (known !== undefined && !realm.saysItsClass(type)) return realm.bool(known);
          return tailCallSource(builtins.library, surrogate, "_abc_instancecheck", [cls, instance]);
        },
      },
    ],
    calls: [
      { name: "_abc_init", parameters: one },
      { name: "_abc_register", parameters: two },
      { name: "_abc_subclasscheck", parameters: two },
      { name: "get_cache_token", parameters: "()" },
      { name: "_reset_registry", parameters: one },
      { name: "_reset_caches", parameters: one },
      { name: "_get_dump", parameters: one },
    ],
  });
}
