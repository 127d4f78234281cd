import type { Word } from "@hotpy/memory";
import { SHAPE_BIGINT, shapeIdOf } from "@hotpy/object-model";
import type { Realm } from "@hotpy/python-objects";
import { SHAPE_SLICE, SLICE_START, SLICE_STEP, SLICE_STOP } from "@hotpy/python-objects";

/** The items that a slice selects of a sequence: `count` of them from `start` on, `step` apart. */
export interface SliceRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** Slices and indices of sequences. */
export interface Slices {
  isSlice(word: Word): boolean;
  create(start: Word, stop: Word, step: Word): Word;
  /** The step as it was given. */
  step(slice: Word): Word;
  /**
   * The slice's range in a sequence of this length; undefined: raised. Runs Python code for bounds that are neither int nor
   * None, so it may collect.
   */
  range(slice: Word, length: number): SliceRange | undefined;
  /** As Python's methods read optional `start` and `end` arguments: clipped to 0 … length; undefined: raised. */
  bounds(start: Word, end: Word, length: number): readonly [number, number] | undefined;
  /** An index word brought into 0 … length - 1; -1 if it is out of range, undefined: raised. */
  index(word: Word, length: number): number | undefined;
}

const SLICE_WORDS = 6;
const NOT_INDICES = "slice indices must be integers or None or have an __index__ method";

export function createSlices(realm: Realm): Slices {
  const { memory, none } = realm;
  const { i32 } = memory;

  function bound(word: Word, otherwise: number): number | undefined {
    if ((word & 1) !== 0) return word >> 1;
    if (word === 0 || word === none) return otherwise;
    const value = realm.indexNumber(word);
    if (value === undefined && realm.pendingIs("TypeError")) {
      realm.clearPending();
      realm.raise("TypeError", NOT_INDICES);
    }
    return value;
  }

  const clip = (value: number, low: number, high: number): number => (value < low ? low : value > high ? high : value);

  const isPlain = (word: Word): boolean => (word & 1) !== 0 || word === none;
  const plain = (word: Word, otherwise: number): number => ((word & 1) !== 0 ? word >> 1 : otherwise);

  function range(slice: Word, length: number): SliceRange | undefined {
    const start = i32[(slice + SLICE_START) >>> 2];
    const stop = i32[(slice + SLICE_STOP) >>> 2];
    const step = i32[(slice + SLICE_STEP) >>> 2];
    if (!isPlain(start) || !isPlain(stop) || !isPlain(step)) return rangeOfObjects(slice, length);
    const by = plain(step, 1);
    return resolve(plain(start, by > 0 ? 0 : length - 1), plain(stop, by > 0 ? length : -length - 1), by, length);
  }

  /** Bounds that Python code may have to be asked for. */
  function rangeOfObjects(slice: Word, length: number): SliceRange | undefined {
    const mark = realm.handles.mark();
    const kept = realm.handles.push(slice);
    const field = (offset: number): Word => i32[(realm.handles.get(kept) + offset) >>> 2];
    const step = bound(field(SLICE_STEP), 1);
    const up = step === undefined || step > 0;
    const first = step === undefined ? undefined : bound(field(SLICE_START), up ? 0 : length - 1);
    const last = first === undefined ? undefined : bound(field(SLICE_STOP), up ? length : -length - 1);
    realm.handles.release(mark);
    if (step === undefined || first === undefined || last === undefined) return undefined;
    return resolve(first, last, step, length);
  }

  function resolve(first: number, last: number, step: number, length: number): SliceRange | undefined {
    const up = step > 0;
    if (step === 0) {
      realm.raise("ValueError", "slice step cannot be zero");
      return undefined;
    }
    const low = up ? 0 : -1;
    const high = up ? length : length - 1;
    const start = clip(first < 0 ? first + length : first, low, high);
    const stop = clip(last < 0 ? last + length : last, low, high);
    const distance = up ? stop - start : start - stop;
    const count = distance <= 0 ? 0 : Math.floor((distance - 1) / Math.abs(step)) + 1;
    return { start, stop, step, count };
  }

  const clipped = (first: number, last: number, length: number): [number, number] => [
    first < 0 ? Math.max(0, first + length) : first,
    clip(last < 0 ? last + length : last, 0, length),
  ];

  return {
    step: (slice) => i32[(slice + SLICE_STEP) >>> 2],
    isSlice: (word) => (word & 1) === 0 && i32[word >>> 2] >>> 8 === SHAPE_SLICE,
    create(start, stop, step) {
      const slice = realm.object(SHAPE_SLICE, SLICE_WORDS);
      i32[(slice + SLICE_START) >>> 2] = start;
      i32[(slice + SLICE_STOP) >>> 2] = stop;
      i32[(slice + SLICE_STEP) >>> 2] = step;
      return slice;
    },
    range,
    bounds(start, end, length) {
      if ((start & end & 1) !== 0) return clipped(start >> 1, end >> 1, length);
      const mark = realm.handles.mark();
      const kept = realm.handles.push(end);
      const first = bound(start, 0);
      const last = first === undefined ? undefined : bound(realm.handles.get(kept), length);
      realm.handles.release(mark);
      if (first === undefined || last === undefined) return undefined;
      return clipped(first, last, length);
    },
    index(word, length) {
      const value = (word & 1) !== 0 ? word >> 1 : realm.indexNumber(word);
      if (value === undefined) return undefined;
      if ((word & 1) === 0 && shapeIdOf(memory, word) === SHAPE_BIGINT) {
        realm.raise("IndexError", "cannot fit 'int' into an index-sized integer");
        return undefined;
      }
      const index = value < 0 ? value + length : value;
      return index >= 0 && index < length ? index : -1;
    },
  };
}
