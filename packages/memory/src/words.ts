/// Tagged words.
///
///     31                               1 0
///    +----------------------------------+-+
///    |  31-bit integer, two's complement |1|   a small integer
///    +----------------------------------+-+
///    |  address of an object >> 1      00|0|   a reference: 8-aligned, unsigned
///    +----------------------------------+-+
///
/// Typed arrays hand words back as signed 32-bit numbers: shift addresses with `>>>`, never `>>`.

/** A tagged 32-bit word, as an `Int32Array` yields it: a small integer or the address of an object. */
export type Word = number;

/** Byte address of an object or of a place in linear memory; not tagged. May be negative as an int32: shift with `>>>`. */
export type Address = number;

/** No value: an unbound local, a deleted slot, and as a result "an exception is pending". */
export const NULL: Word = 0;

/** Smallest and largest integer that a tagged word holds. */
export const SMALL_MIN = -0x40000000;
export const SMALL_MAX = 0x3fffffff;

/** True for a small integer, false for a reference (and for {@link NULL}). */
export function isSmall(word: Word): boolean {
  return (word & 1) !== 0;
}

/** Tags an integer within {@link SMALL_MIN} … {@link SMALL_MAX}; the caller has checked the range. */
export function tagSmall(value: number): Word {
  return (value << 1) | 1;
}

/** The integer of a word for which {@link isSmall} holds. */
export function untagSmall(word: Word): number {
  return word >> 1;
}

/**
 * Copies `count` words from position `first` of a view. (A view of the part, spread, takes 300 ns: V8 makes views of large buffers slowly.)
 */
export function wordsAt(view: Int32Array, first: number, count: number): Word[] {
  const words: Word[] = [];
  for (let i = 0; i < count; i++) words.push(view[first + i]);
  return words;
}

/** True if the JavaScript number is an integer that a tagged word holds. */
export function fitsSmall(value: number): boolean {
  return value >= SMALL_MIN && value <= SMALL_MAX;
}
