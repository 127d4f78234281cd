import { NULL, type Word } from "@hotpy/memory";
import { SHAPE_BIGINT, shapeIdOf } from "@hotpy/object-model";
import type { Arithmetic, Machine, Making, Raising, Typing } from "@hotpy/python-objects";
import { SHAPE_SLICE, SLICE_START, SLICE_STEP, SLICE_STOP } from "@hotpy/python-objects";

/** The items that a slice selects of a sequence: `count` of them from `start` on, `step` apart. */
export interface SliceRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** Start, stop and step of a slice, as they were given; undefined for None. The step is not 0. */
export interface SliceParts {
  readonly start: number | undefined;
  readonly stop: number | undefined;
  readonly step: number;
}

/** Slices and indices of sequences. */
export interface Slices {
  isSlice(word: Word): boolean;
  create(start: Word, stop: Word, step: Word): Word;
  /** The step as it was given. */
  step(slice: Word): Word;
  /**
   * The slice's range in a sequence of this length; undefined: raised. Runs Python code for bounds that are neither int nor
   * None, so it may collect, and the length is asked for when that code, which may have changed the sequence, has run.
   */
  range(slice: Word, length: () => number): SliceRange | undefined;
  /** As Python's methods read optional `start` and `end` arguments: clipped to 0 … length, which is asked for last; undefined: raised. */
  bounds(start: Word, end: Word, length: () => number): readonly [number, number] | undefined;
  /** The same for the methods that do not take None. */
  boundsNotNone(start: Word, end: Word, length: () => number): readonly [number, number] | undefined;
  /** The parts of a slice as numbers, for {@link resolve}; undefined: raised. Runs Python code as `range` does. */
  unpack(slice: Word): SliceParts | undefined;
  /** Whether start, stop and step are small integers or None: then {@link range} is leaf, and exact. */
  isPlain(slice: Word): boolean;
  /** Start, stop and step in a sequence of any length, an int word; undefined: raised. Runs Python code as `range` does. */
  exact(slice: Word, length: Word): readonly [start: bigint, stop: bigint, step: bigint] | undefined;
  /** What the parts select in a sequence of this length. */
  resolve(parts: SliceParts, length: number): SliceRange;
  /** An index word brought into 0 … length - 1, where the length is asked for last; -1 if it is out of range, undefined: raised. */
  index(word: Word, length: () => number): number | undefined;
}

const NOT_INDICES = "slice indices must be integers or None or have an __index__ method";
const NOT_INDICES_NOR_NONE = "slice indices must be integers or have an __index__ method";

export function createSlices(realm: Arithmetic & Machine & Making & Raising & Typing): Slices {
  const { memory, none } = realm;
  const { i32 } = memory;
  const indexName = realm.intern("__index__");

  /** A part of a slice as a number; undefined: it is None or absent, NaN: raised. */
  function part(word: Word, notAnIndex = NOT_INDICES): number | undefined {
    if ((word & 1) !== 0) return word >> 1;
    if (word === NULL || (word === none && notAnIndex === NOT_INDICES)) return undefined;
    if (!realm.integers.isInteger(word) && realm.lookupOnType(realm.typeOf(word), indexName) === NULL) {
      realm.raise("TypeError", notAnIndex);
      return Number.NaN;
    }
    return realm.indexNumber(word) ?? Number.NaN;
  }

  const clip = (value: number, low: number, high: number): number => (value < low ? low : value > high ? high : value);

  const isPlain = (word: Word): boolean => (word & 1) !== 0 || word === none;
  const plain = (word: Word): number | undefined => ((word & 1) !== 0 ? word >> 1 : undefined);

  function unpack(slice: Word): SliceParts | undefined {
    const start = i32[(slice + SLICE_START) >>> 2];
    const stop = i32[(slice + SLICE_STOP) >>> 2];
    const step = i32[(slice + SLICE_STEP) >>> 2];
    if (!isPlain(start) || !isPlain(stop) || !isPlain(step)) return unpackObjects(slice);
    const by = plain(step) ?? 1;
    return by === 0 ? stepIsZero() : { start: plain(start), stop: plain(stop), step: by };
  }

  /** Parts that Python code may have to be asked for. */
  function unpackObjects(slice: Word): SliceParts | undefined {
    const mark = realm.handles.mark();
    const kept = realm.handles.push(slice);
    const read = (offset: number): number | undefined => part(i32[(realm.handles.get(kept) + offset) >>> 2]);
    const step = read(SLICE_STEP) ?? 1;
    const start = step === 0 || Number.isNaN(step) ? undefined : read(SLICE_START);
    const stop = Number.isNaN(step) || Number.isNaN(start) ? undefined : read(SLICE_STOP);
    realm.handles.release(mark);
    if (step === 0) return stepIsZero();
    return [step, start, stop].some(Number.isNaN) ? undefined : { start, stop, step };
  }

  /** A part as an integer, null: None; undefined: raised. */
  function exactPart(word: Word): bigint | null | undefined {
    if (word === none) return null;
    if (!realm.integers.isInteger(word) && realm.lookupOnType(realm.typeOf(word), indexName) === NULL) {
      realm.raise("TypeError", NOT_INDICES);
      return undefined;
    }
    const index = realm.index(word);
    return index === NULL ? undefined : realm.integers.toBigInt(index);
  }

  function exact(slice: Word, length: Word): readonly [bigint, bigint, bigint] | undefined {
    const size = realm.integers.toBigInt(length);
    const mark = realm.handles.mark();
    const kept = realm.handles.push(slice);
    const parts: (bigint | null)[] = [];
    for (const offset of [SLICE_STEP, SLICE_START, SLICE_STOP]) {
      const value = exactPart(i32[(realm.handles.get(kept) + offset) >>> 2]);
      if (value === undefined) break;
      parts.push(value);
      if (value === 0n && offset === SLICE_STEP) break;
    }
    realm.handles.release(mark);
    if (parts[0] === 0n) return stepIsZero();
    if (parts.length < 3) return undefined;
    const step = parts[0] ?? 1n;
    const [low, high] = step < 0n ? [-1n, size - 1n] : [0n, size];
    const place = (value: bigint | null, otherwise: bigint): bigint => {
      if (value === null) return otherwise;
      const at = value < 0n ? value + size : value;
      return at < low ? low : at > high ? high : at;
    };
    const [first, last] = step < 0n ? [high, low] : [low, high];
    return [place(parts[1], first), place(parts[2], last), step];
  }

  function stepIsZero(): undefined {
    realm.raise("ValueError", "slice step cannot be zero");
  }

  function resolve({ start: first, stop: last, step }: SliceParts, length: number): SliceRange {
    const up = step > 0;
    const low = up ? 0 : -1;
    const high = up ? length : length - 1;
    const place = (value: number | undefined, otherwise: number): number =>
      value === undefined ? otherwise : clip(value < 0 ? value + length : value, low, high);
    const start = place(first, up ? low : high);
    const stop = place(last, up ? high : low);
    const distance = up ? stop - start : start - stop;
    const count = distance <= 0 ? 0 : Math.floor((distance - 1) / Math.abs(step)) + 1;
    return { start, stop, step, count };
  }

  function range(slice: Word, length: () => number): SliceRange | undefined {
    const parts = unpack(slice);
    return parts === undefined ? undefined : resolve(parts, length());
  }

  function boundsOf(start: Word, end: Word, length: () => number, notAnIndex: string): [number, number] | undefined {
    if ((start & end & 1) !== 0) return clipped(start >> 1, end >> 1, length());
    const mark = realm.handles.mark();
    const kept = realm.handles.push(end);
    const first = part(start, notAnIndex) ?? 0;
    const last = Number.isNaN(first) ? Number.NaN : part(realm.handles.get(kept), notAnIndex);
    realm.handles.release(mark);
    if (last !== undefined && Number.isNaN(last)) return undefined;
    const size = length();
    return clipped(first, last ?? size, size);
  }

  const clipped = (first: number, last: number, length: number): [number, number] => [
    first < 0 ? Math.max(0, first + length) : first,
    clip(last < 0 ? last + length : last, 0, length),
  ];

  return {
    step: (slice) => i32[(slice + SLICE_STEP) >>> 2],
    isSlice: (word) => (word & 1) === 0 && i32[word >>> 2] >>> 8 === SHAPE_SLICE,
    create(start, stop, step) {
      const slice = realm.object(SHAPE_SLICE);
      i32[(slice + SLICE_START) >>> 2] = start;
      i32[(slice + SLICE_STOP) >>> 2] = stop;
      i32[(slice + SLICE_STEP) >>> 2] = step;
      return slice;
    },
    range,
    unpack,
    isPlain: (slice) => [SLICE_START, SLICE_STOP, SLICE_STEP].every((offset) => isPlain(i32[(slice + offset) >>> 2])),
    exact,
    resolve,
    bounds: (start, end, length) => boundsOf(start, end, length, NOT_INDICES),
    boundsNotNone: (start, end, length) => boundsOf(start, end, length, NOT_INDICES_NOR_NONE),
    index(word, length) {
      let value = word >> 1;
      if ((word & 1) === 0) {
        const type = realm.typeOf(word);
        const given = realm.index(word);
        if (given === NULL) return undefined;
        if ((given & 1) === 0 && shapeIdOf(memory, given) === SHAPE_BIGINT) {
          realm.raise("IndexError", `cannot fit '${realm.nameOfType(type)}' into an index-sized integer`);
          return undefined;
        }
        value = realm.integers.toNumber(given);
      }
      const size = length();
      const index = value < 0 ? value + size : value;
      return index >= 0 && index < size ? index : -1;
    },
  };
}
