import { type Address, FALSE, NULL, TRUE, type Word } from "@hotpy/memory";
import { MAKES_RANGE, PURE, RANGE_START, RANGE_STEP, RANGE_STOP, SHAPE_RANGE } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { defineComparisons } from "./compare.js";

const RANGE_WORDS = 6;

/** range, over integers of any size. */
export function defineRangeType(library: Library): void {
  const { realm, slices, iterators, argument } = library;
  const { integers, memory, none } = realm;
  const { i32 } = memory;
  const zero = realm.int(0);
  const one = realm.int(1);

  const start = (range: Word): Word => i32[(range + RANGE_START) >>> 2];
  const stop = (range: Word): Word => i32[(range + RANGE_STOP) >>> 2];
  const step = (range: Word): Word => i32[(range + RANGE_STEP) >>> 2];

  function create(from: Word, to: Word, by: Word): Word {
    const range = realm.object(SHAPE_RANGE);
    i32[(range + RANGE_START) >>> 2] = from;
    i32[(range + RANGE_STOP) >>> 2] = to;
    i32[(range + RANGE_STEP) >>> 2] = by;
    return range;
  }

  /** Number of items, as an int word. */
  function length(range: Word): Word {
    const up = integers.sign(step(range)) > 0;
    const [low, high] = up ? [start(range), stop(range)] : [stop(range), start(range)];
    if (integers.compare(low, high) >= 0) return zero;
    const span = integers.subtract(integers.subtract(high, low), one);
    return integers.add(integers.floorDivide(span, integers.absolute(step(range))), one);
  }

  const itemAt = (range: Word, index: Word): Word => integers.add(start(range), integers.multiply(index, step(range)));

  function construct(args: Address): Word {
    const given = [argument(args, 1), argument(args, 2), argument(args, 3)].filter((word) => word !== NULL);
    const mark = realm.handles.mark();
    const kept = given.map((word) => realm.handles.push(word));
    for (const handle of kept) {
      const index = realm.index(realm.handles.get(handle));
      if (index === NULL) {
        realm.handles.release(mark);
        return NULL;
      }
      // A bool counts as the integer it is.
      realm.handles.set(handle, integers.add(index, zero));
    }
    const [first, second, third] = kept.map((handle) => realm.handles.get(handle));
    realm.handles.release(mark);
    if (second === undefined) return create(zero, first, one);
    if (third === undefined) return create(first, second, one);
    return integers.sign(third) === 0
      ? realm.raise("ValueError", "range() arg 3 must not be zero")
      : create(first, second, third);
  }

  function getItem(args: Address): Word {
    const key = argument(args, 1);
    if (slices.isSlice(key)) return slice(argument(args, 0), key);
    if (!integers.isInteger(key) && realm.lookupOnType(realm.typeOf(key), realm.intern("__index__")) === NULL) {
      return realm.raise("TypeError", `range indices must be integers or slices, not ${realm.typeName(key)}`);
    }
    const index = realm.index(key);
    if (index === NULL) return NULL;
    const range = argument(args, 0);
    const count = length(range);
    const at = integers.sign(index) < 0 ? integers.add(index, count) : index;
    if (integers.sign(at) < 0 || integers.compare(at, count) >= 0)
      return realm.raise("IndexError", "range object index out of range");
    return itemAt(range, at);
  }

  const select = (range: Word, first: Word, last: Word, by: Word): Word =>
    create(itemAt(range, first), itemAt(range, last), integers.multiply(step(range), by));

  function slice(range: Word, key: Word): Word {
    const count = length(range);
    if ((count & 1) !== 0 && slices.isPlain(key)) {
      const parts = slices.range(key, () => count >> 1);
      return parts === undefined
        ? NULL
        : select(range, realm.int(parts.start), realm.int(parts.stop), realm.int(parts.step));
    }
    const mark = realm.handles.mark();
    const kept = realm.handles.push(range);
    const selected = slices.exact(key, count);
    const from = realm.handles.get(kept);
    realm.handles.release(mark);
    if (selected === undefined) return NULL;
    const [first, last, by] = selected.map((part) => realm.int(part));
    return select(from, first, last, by);
  }

  /** Index of an integer in the range as a word, or NULL. */
  function indexOf(range: Word, value: Word): Word {
    const offset = integers.subtract(value, start(range));
    if (integers.sign(integers.modulo(offset, step(range))) !== 0) return NULL;
    const index = integers.floorDivide(offset, step(range));
    return integers.sign(index) >= 0 && integers.compare(index, length(range)) < 0 ? index : NULL;
  }

  /** Index by `==` of the items, for values that are no integers; NULL: none or raised. */
  function search(args: Address): Word {
    const count = integers.toNumber(length(argument(args, 0)));
    for (let i = 0; i < count; i++) {
      if (realm.isInterrupted()) return NULL;
      const equal = realm.equals(itemAt(argument(args, 0), realm.int(i)), argument(args, 1));
      if (equal !== 0) return equal < 0 ? NULL : realm.int(i);
    }
    return NULL;
  }

  function countByEquality(args: Address): Word {
    const count = integers.toNumber(length(argument(args, 0)));
    let found = 0;
    for (let i = 0; i < count; i++) {
      if (realm.isInterrupted()) return NULL;
      const equal = realm.equals(itemAt(argument(args, 0), realm.int(i)), argument(args, 1));
      if (equal < 0) return NULL;
      found += equal;
    }
    return realm.int(found);
  }

  /** Index of the second argument in the first, or NULL. A float stands for the integer that it equals. */
  function find(args: Address): Word {
    const value = argument(args, 1);
    if (integers.isInteger(value)) return indexOf(argument(args, 0), value);
    if (!realm.floats.isFloat(value)) return search(args);
    const float = realm.floats.value(value);
    return Number.isInteger(float) ? indexOf(argument(args, 0), integers.fromNumber(float)) : NULL;
  }

  /** `in` where everything is a small integer. */
  function containsSmall(range: Word, value: Word): Word | undefined {
    const [first, end, by] = [start(range), stop(range), step(range)];
    if ((value & first & end & by & 1) === 0) return undefined;
    // Tagged or not, the order is the same; the tags vanish in the difference.
    if (by > 0 ? value < first || value >= end : value > first || value <= end) return FALSE;
    return ((value >> 1) - (first >> 1)) % (by >> 1) === 0 ? TRUE : FALSE;
  }

  function index(args: Address): Word {
    const found = find(args);
    if (found !== NULL || realm.pending() !== NULL) return found;
    const value = argument(args, 1);
    if (!integers.isInteger(value)) return realm.raise("ValueError", "sequence.index(x): x not in sequence");
    return realm.raise("ValueError", `${integers.toBigInt(value)} is not in range`);
  }

  function repr(args: Address): Word {
    const range = argument(args, 0);
    const shown = [start(range), stop(range), ...(step(range) === one ? [] : [step(range)])].map((word) =>
      integers.toBigInt(word),
    );
    return realm.str(`range(${shown.join(", ")})`);
  }

  function equal(a: Word, b: Word): boolean {
    const count = length(a);
    if (!integers.equals(count, length(b))) return false;
    if (integers.sign(count) === 0) return true;
    return integers.equals(start(a), start(b)) && (count === one || integers.equals(step(a), step(b)));
  }

  /** Equal ranges have the same items, so the hash is that of (length, start, step) where they matter. */
  function hash(args: Address): Word {
    const range = argument(args, 0);
    const count = length(range);
    const parts = [
      count,
      integers.sign(count) === 0 ? none : start(range),
      integers.sign(count) === 0 || count === one ? none : step(range),
    ];
    return realm.hash(realm.tuple(parts));
  }

  function reversed(args: Address): Word {
    const range = argument(args, 0);
    const last = itemAt(range, integers.subtract(length(range), one));
    return iterators.overRange(
      create(last, integers.subtract(start(range), step(range)), integers.negate(step(range))),
    );
  }

  const range = realm.defineType({
    name: "range",
    patterns: { collection: "sequence" },
    shapes: [SHAPE_RANGE],
    contains: containsSmall,
    construct: {
      name: "range",
      parameters: "(cls, start, stop=None, step=1, /)",
      effects: PURE,
      makes: MAKES_RANGE,
      expand(m, [, ...args]) {
        if (args.length < 1 || args.length > 3 || !args.every((each) => m.isInt(each))) return undefined;
        const [from, to, by] = args.length === 1 ? [m.word(zero), args[0], m.word(one)] : [...args, m.word(one)];
        if (args.length === 3 && m.truth(m.op("i64_eq", [m.op("unbox_int", [by]), m.i64(0n)]))) return undefined;
        return m.op("new", [from, to, by], {
          shape: SHAPE_RANGE,
          words: RANGE_WORDS,
          fields: [RANGE_START / 4, RANGE_STOP / 4, RANGE_STEP / 4],
          raw: [],
        });
      },
      run: construct,
    },
    methods: [
      {
        name: "__len__",
        parameters: "(self, /)",
        run(args) {
          const count = length(argument(args, 0));
          if (integers.bitLength(count) > 63)
            return realm.raise("OverflowError", "Python int too large to convert to C ssize_t");
          return count;
        },
      },
      {
        name: "__bool__",
        parameters: "(self, /)",
        run: (args) => realm.bool(integers.sign(length(argument(args, 0))) !== 0),
      },
      { name: "__getitem__", parameters: "(self, key, /)", run: getItem },
      {
        name: "__contains__",
        parameters: "(self, key, /)",
        effects: PURE,
        run(args) {
          const found = find(args);
          return found === NULL && realm.pending() !== NULL ? NULL : realm.bool(found !== NULL);
        },
      },
      { name: "index", parameters: "(self, value, /)", run: index },
      {
        name: "count",
        parameters: "(self, value, /)",
        run(args) {
          const value = argument(args, 1);
          // Integers and floats equal one item at most.
          if (!integers.isInteger(value) && !realm.floats.isFloat(value)) return countByEquality(args);
          const found = find(args);
          return found === NULL && realm.pending() !== NULL ? NULL : realm.int(found === NULL ? 0 : 1);
        },
      },
      { name: "__repr__", parameters: "(self, /)", run: repr },
      { name: "__hash__", parameters: "(self, /)", run: hash },
      { name: "__reversed__", parameters: "(self, /)", run: reversed },
    ],
    getters: [
      { name: "start", isField: true, get: start },
      { name: "stop", isField: true, get: stop },
      { name: "step", isField: true, get: step },
    ],
    iterate: iterators.overRange,
  });
  defineComparisons(realm, range, (comparison, a, b) => realm.bool(equal(a, b) === (comparison === "eq")), [
    "eq",
    "ne",
  ]);
}
