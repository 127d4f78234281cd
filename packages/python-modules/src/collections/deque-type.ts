import { type Address, NULL, type Word } from "@hotpy/memory";
import { madeBy, UNDECIDED } from "@hotpy/object-model";
import { fitsSize, type Library, repeatCount, sizeArgument } from "@hotpy/python-builtins";
import {
  type Comparison,
  DEQUE_LENGTH,
  DEQUE_MOST,
  type NativeDefinition,
  READS_CONTENTS,
  SHAPE_DEQUE,
  type Surrogate,
  WRITES_DEQUES,
} from "@hotpy/python-objects";
import { tailCallSource } from "../source-call.js";
import { dequeSearch } from "./deque-search.js";

/** What CPython's object takes beside its blocks of 64 items, of which the first leaves a place free. */
const HEAD_BYTES = 216;
const BLOCK_BYTES = 528;
const BLOCK_ITEMS = 64;
/** More items than any deque has. */
const MOST = 0x7fffffff;
/** By comparison of two deques, of which one begins as the other: the result where the left one is shorter, the right one, or none. */
const ENDS: Readonly<Record<Comparison, readonly boolean[]>> = {
  eq: [false, false, true],
  ne: [true, true, false],
  lt: [true, false, false],
  le: [true, false, true],
  gt: [false, true, false],
  ge: [false, true, true],
};
const COMPARISONS = Object.keys(ENDS) as Comparison[];
const WORD_BYTES = 4;

/** `collections.deque`. What calls code of programs is in the source of `_collections`. */
export function defineDequeType(library: Library, surrogate: Surrogate): Address {
  const { realm, lists, slices, iterators, argument } = library;
  const { memory, none, pythonKernel: kernel } = realm;
  const { i32 } = memory;
  const made = madeBy(realm.heap);

  const lengthOf = (deque: Word): number => i32[(deque + DEQUE_LENGTH) >>> 2];
  const mostOf = (deque: Word): number => i32[(deque + DEQUE_MOST) >>> 2];
  const self = (args: Address): Word => argument(args, 0);
  const inSource = (name: string, ...given: readonly Word[]): Word => tailCallSource(library, surrogate, name, given);
  /** All items as a list. */
  const toList = (deque: Word): Word => {
    const list = lists.create(lengthOf(deque));
    if (kernel.drainInto(list, made(kernel.iterateDeque(deque))) > 0) return list;
    for (let i = 0; i < lengthOf(deque); i++) lists.append(list, kernel.dequeItem(deque, (i << 1) | 1));
    return list;
  };

  /** Adds the items of an iterable; then `result` is the result. The deque itself stands for its items as they are. */
  function extend(deque: Word, iterable: Word, isLeft: boolean, result: Word): Word {
    const given = iterable === deque ? toList(deque) : iterable;
    const added = isLeft ? kernel.dequeExtendLeft(deque, given) : kernel.dequeExtend(deque, given);
    if (added === none) return result;
    if (added !== UNDECIDED) return realm.heap.exhausted();
    return inSource(isLeft ? "extend_left" : "extend", deque, given, result);
  }

  /** The argument for `maxlen`; undefined: raised. */
  function readMost(word: Word): number | undefined {
    if (word === NULL || word === none) return -1;
    if (!realm.integers.isInteger(realm.valueOf(word))) {
      realm.raise("TypeError", "an integer is required");
      return undefined;
    }
    if (!fitsSize(realm, realm.valueOf(word))) {
      realm.raise("OverflowError", "Python int too large to convert to C ssize_t");
      return undefined;
    }
    const most = realm.integers.toNumber(realm.valueOf(word));
    // No deque has more items; `maxlen` shows this number then.
    if (most >= 0) return Math.min(most, MOST);
    realm.raise("ValueError", "maxlen must be non-negative");
    return undefined;
  }

  function initialise(deque: Word, iterable: Word, maxlen: Word, result: Word): Word {
    const most = readMost(maxlen);
    if (most === undefined) return NULL;
    i32[(deque + DEQUE_MOST) >>> 2] = most;
    if (lengthOf(deque) > 0) made(kernel.dequeClear(deque));
    return iterable === NULL ? result : extend(deque, iterable, false, result);
  }

  /** The index that argument 1 is, or -1, IndexError to be raised; undefined: raised. May collect. */
  function indexOf(args: Address): number | undefined {
    const key = argument(args, 1);
    const isIndex =
      (key & 1) !== 0 ||
      realm.integers.isInteger(realm.valueOf(key)) ||
      realm.lookupOnType(realm.typeOf(key), realm.intern("__index__")) !== NULL;
    if (isIndex) {
      const index = slices.index(key, () => lengthOf(self(args)));
      if (index === -1) realm.raise("IndexError", "deque index out of range");
      return index === -1 ? undefined : index;
    }
    realm.raise("TypeError", `sequence index must be integer, not '${realm.typeName(key)}'`);
    return undefined;
  }

  function remove(args: Address): Word {
    const index = indexOf(args);
    if (index === undefined) return NULL;
    kernel.deleteFromDeque(self(args), index);
    return none;
  }

  function insert(args: Address): Word {
    const index = sizeArgument(realm, argument(args, 1));
    if (index === undefined) return NULL;
    const deque = self(args);
    const length = lengthOf(deque);
    if (length === mostOf(deque)) return realm.raise("IndexError", "deque already at its maximum size");
    const at = index < 0 ? Math.max(0, index + length) : index;
    if (at >= length) return made(kernel.dequeAppend(deque, argument(args, 2)));
    if (at === 0) return made(kernel.dequeAppendLeft(deque, argument(args, 2)));
    return made(kernel.insertInDeque(deque, at, argument(args, 2)));
  }

  function rotate(args: Address): Word {
    if (argument(args, 1) === NULL) return kernel.dequeRotateOnce(self(args));
    const steps = sizeArgument(realm, argument(args, 1));
    if (steps === undefined) return NULL;
    const length = lengthOf(self(args));
    return kernel.dequeRotate(self(args), ((length === 0 ? 0 : steps % length) << 1) | 1);
  }

  /** Repeats the items. False: raised. */
  function repeat(deque: Word, times: number): boolean {
    if (times === 0) made(kernel.dequeClear(deque));
    else if (!kernel.repeatDeque(deque, Math.min(times, MOST))) return realm.raise("MemoryError", "") !== NULL;
    return true;
  }

  /** `deque *= times`. The items of an instance whose class iterates in its own way are what that gives, and come behind those it has. */
  function repeatInPlace(args: Address): Word {
    const times = repeatCount(realm, argument(args, 1));
    if (times === undefined) return NULL;
    const deque = realm.valueOf(self(args));
    if (times < 2 || lengthOf(deque) < 2 || realm.iteratedAs(self(args)) === deque)
      return repeat(deque, times) ? self(args) : NULL;
    const size = lengthOf(deque);
    const items = realm.listOf(self(args));
    if (items === NULL) return NULL;
    const into = realm.valueOf(self(args));
    const most = mostOf(into);
    // As CPython counts, by the items that the deque has.
    const needed = most >= 0 && times * size > most ? Math.ceil(most / size) : times;
    if (!realm.heap.canAllocate(lists.length(items) * needed * WORD_BYTES)) return realm.raise("MemoryError", "");
    for (let i = 1; i < needed; i++) made(kernel.dequeExtend(into, items));
    return self(args);
  }

  /** A comparison as deques make it. For natives with frames. */
  function compare(comparison: Comparison, args: Address): Word {
    const [a, b] = [self(args), argument(args, 1)];
    if (!realm.isSubtype(realm.typeOf(b), type)) return realm.notImplementedWord;
    const [left, right] = [realm.valueOf(a), realm.valueOf(b)];
    const known = withoutItems(comparison, left, right);
    if (known !== undefined) return realm.bool(known);
    if (realm.iteratedAs(a) === left && realm.iteratedAs(b) === right) return compareItems(comparison, left, right);
    return inSource("compare", a, b, realm.intern(comparison), realm.tuple(ENDS[comparison].map(realm.bool)));
  }

  /** What is known of two deques without a look at their items. */
  function withoutItems(comparison: Comparison, a: Word, b: Word): boolean | undefined {
    if (comparison !== "eq" && comparison !== "ne") return undefined;
    if (a === b) return comparison === "eq";
    return lengthOf(a) === lengthOf(b) ? undefined : comparison === "ne";
  }

  function compareItems(comparison: Comparison, a: Word, b: Word): Word {
    const left = toList(a);
    return realm.compare(comparison, left, toList(b));
  }

  const isExact = (word: Word): boolean => realm.typeOf(word) === type;
  const maxlenOf = (deque: Word): Word => (mostOf(deque) < 0 ? none : realm.int(mostOf(deque)));

  /** `d.copy()`: an instance of a class that refines deque is made by its class. */
  const copy = (deque: Word): Word =>
    isExact(deque) ? made(kernel.dequeCopy(deque)) : inSource("copy", deque, maxlenOf(realm.valueOf(deque)));

  function multiply(args: Address): Word {
    const times = repeatCount(realm, argument(args, 1));
    if (times === undefined) return NULL;
    const deque = self(args);
    if (!isExact(deque)) {
      const given = realm.int(Math.min(times, MOST));
      return inSource("multiply", self(args), maxlenOf(realm.valueOf(self(args))), given);
    }
    const result = made(kernel.dequeCopy(deque));
    return repeat(result, times) ? result : NULL;
  }

  function concatenate(args: Address): Word {
    const [deque, other] = [self(args), argument(args, 1)];
    if (!realm.isSubtype(realm.typeOf(other), type))
      return realm.raise("TypeError", `can only concatenate deque (not "${realm.typeName(other)}") to deque`);
    if (!isExact(deque)) return inSource("concatenate", deque, maxlenOf(realm.valueOf(deque)), other);
    const result = made(kernel.dequeCopy(deque));
    return extend(result, other, false, result);
  }

  const plain = (
    name: string,
    parameters: string,
    run: (deque: Word, args: Address) => Word,
    compiled: NonNullable<NativeDefinition["kernel"]>,
    effects = WRITES_DEQUES,
  ): NativeDefinition => ({
    name,
    parameters,
    effects,
    kernel: compiled,
    run: (args) => run(self(args), args),
  });
  const popped = (deque: Word, take: (deque: Word) => Word): Word => {
    const item = take(deque);
    return item === UNDECIDED ? realm.raise("IndexError", "pop from an empty deque") : item;
  };
  /** What the source does where an object may be an instance of a class that refines deque. */
  const whole = (name: string, rest: string, run: (args: Address) => Word): NativeDefinition => ({
    name,
    parameters: `(self${rest}, /)`,
    receives: "self",
    frames: true,
    leaf: false,
    run,
  });
  const inPython = (name: string, called: string): NativeDefinition =>
    whole(name, "", (args) => inSource(called, self(args), maxlenOf(realm.valueOf(self(args)))));

  const type: Address = realm.defineType({
    name: "deque",
    module: "collections",
    shapes: [SHAPE_DEQUE],
    isBase: true,
    isGeneric: true,
    isWeaklyReferable: true,
    unhashable: true,
    patterns: { collection: "sequence" },
    empty: () => made(kernel.newDeque(-1)),
    construct: {
      name: "deque",
      parameters: "(cls, iterable=None, maxlen=None)",
      frames: true,
      run: (args) =>
        library.withHandles(() => {
          const deque = made(kernel.newDeque(-1));
          return initialise(deque, argument(args, 1), argument(args, 2), deque);
        }),
    },
    iterate: (deque) => made(kernel.iterateDeque(deque)),
    contains: (deque, item) => {
      const found = kernel.findInDeque(deque, item, 0, lengthOf(deque));
      return found < -1 ? undefined : realm.bool(found >= 0);
    },
    methods: [
      {
        name: "__init__",
        parameters: "(self, iterable=None, maxlen=None)",
        frames: true,
        run: (args) => initialise(self(args), argument(args, 1), argument(args, 2), none),
      },
      plain("append", "(self, item, /)", (deque, args) => made(kernel.dequeAppend(deque, argument(args, 1))), {
        2: kernel.dequeAppend,
      }),
      plain("appendleft", "(self, item, /)", (deque, args) => made(kernel.dequeAppendLeft(deque, argument(args, 1))), {
        2: kernel.dequeAppendLeft,
      }),
      plain("pop", "(self, /)", (deque) => popped(deque, kernel.dequePop), { 1: kernel.dequePop }),
      plain("popleft", "(self, /)", (deque) => popped(deque, kernel.dequePopLeft), { 1: kernel.dequePopLeft }),
      plain("clear", "(self, /)", (deque) => made(kernel.dequeClear(deque)), { 1: kernel.dequeClear }),
      plain("reverse", "(self, /)", kernel.dequeReverse, { 1: kernel.dequeReverse }),
      {
        name: "extend",
        parameters: "(self, iterable, /)",
        frames: true,
        effects: WRITES_DEQUES,
        kernel: { 2: kernel.dequeExtend },
        run: (args) => extend(self(args), argument(args, 1), false, none),
      },
      {
        name: "extendleft",
        parameters: "(self, iterable, /)",
        frames: true,
        effects: WRITES_DEQUES,
        kernel: { 2: kernel.dequeExtendLeft },
        run: (args) => extend(self(args), argument(args, 1), true, none),
      },
      {
        name: "rotate",
        parameters: "(self, n=1, /)",
        calledBy: "deque.rotate",
        effects: WRITES_DEQUES,
        kernel: { 1: kernel.dequeRotateOnce, 2: kernel.dequeRotate },
        run: rotate,
      },
      { name: "insert", parameters: "(self, index, item, /)", effects: WRITES_DEQUES, run: insert },
      plain("__len__", "(self, /)", (deque) => realm.int(lengthOf(deque)), { 1: kernel.dequeLength }, READS_CONTENTS),
      plain(
        "__getitem__",
        "(self, key, /)",
        (_, args) => {
          const index = indexOf(args);
          return index === undefined ? NULL : kernel.dequeItem(self(args), (index << 1) | 1);
        },
        { 2: kernel.dequeItem },
        READS_CONTENTS,
      ),
      plain(
        "__setitem__",
        "(self, key, value, /)",
        (_, args) => {
          const index = indexOf(args);
          return index === undefined ? NULL : kernel.dequeSetItem(self(args), (index << 1) | 1, argument(args, 2));
        },
        { 3: kernel.dequeSetItem },
      ),
      { name: "__delitem__", parameters: "(self, key, /)", effects: WRITES_DEQUES, run: remove },
      ...dequeSearch(library, lengthOf),
      plain("__reversed__", "(self, /)", (deque) => made(kernel.iterateDequeBack(deque)), {}, READS_CONTENTS),
      {
        name: "__iadd__",
        parameters: "(self, value, /)",
        receives: "self",
        frames: true,
        run: (args) => extend(realm.valueOf(self(args)), argument(args, 1), false, self(args)),
      },
      {
        name: "__imul__",
        parameters: "(self, value, /)",
        receives: "self",
        run: repeatInPlace,
      },
      whole("__mul__", ", value", multiply),
      whole("__rmul__", ", value", multiply),
      whole("__add__", ", value", concatenate),
      whole("copy", "", (args) => copy(self(args))),
      whole("__copy__", "", (args) => copy(self(args))),
      ...COMPARISONS.map((name) => ({
        name: `__${name}__`,
        parameters: "(self, value, /)",
        receives: "self" as const,
        frames: true as const,
        run: (args: Address) => compare(name, args),
      })),
      inPython("__reduce__", "reduce"),
      inPython("__repr__", "show"),
      {
        name: "__sizeof__",
        parameters: "(self, /)",
        run: (args) =>
          realm.int(HEAD_BYTES + BLOCK_BYTES * Math.max(1, Math.floor((lengthOf(self(args)) + BLOCK_ITEMS) / 64))),
      },
    ],
    getters: [{ name: "maxlen", get: maxlenOf }],
  });

  // Other sequences would take the deque for a number of times.
  for (const name of ["str", "list", "tuple", "bytes", "bytearray"])
    realm.defineOperator("mul", type, realm.type(name), (_, other) =>
      realm.raise("TypeError", `can't multiply sequence by non-int of type '${realm.typeName(other)}'`),
    );
  for (const comparison of COMPARISONS) {
    realm.defineComparison(comparison, type, type, (a, b) => {
      const known = withoutItems(comparison, a, b);
      return known === undefined ? compareItems(comparison, a, b) : realm.bool(known);
    });
  }
  iterators.registerIterable(SHAPE_DEQUE, (deque) => made(kernel.iterateDeque(deque)));
  return type;
}

/** What the source of `_collections` does to deques: to these themselves (`append_to`), or to instances of classes that refine deque. */
export function dequeNatives({ realm, argument }: Library): NativeDefinition[] {
  const { pythonKernel: kernel } = realm;
  const made = madeBy(realm.heap);
  const appending = (name: string, append: (deque: Word, item: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(deque, item, /)",
    effects: WRITES_DEQUES,
    kernel: { 2: append },
    run: (args) => made(append(argument(args, 0), argument(args, 1))),
  });
  const method = (name: string): NativeDefinition => ({
    name: `call_${name.replaceAll("_", "")}`,
    parameters: "(deque, value, /)",
    frames: true,
    leaf: false,
    run(args) {
      const found = realm.lookupOnType(realm.type("collections.deque"), realm.intern(name));
      return realm.tailCallFound(found, argument(args, 0), argument(args, 1));
    },
  });
  return [
    appending("append_to", kernel.dequeAppend),
    appending("append_left_to", kernel.dequeAppendLeft),
    method("__iadd__"),
    method("__imul__"),
  ];
}
