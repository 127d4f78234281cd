import { SHAPE_STR1, STR_DATA, TAIL_SIZE } from "../generated/constants";
import { shapeOf } from "../header";
import { codeAt, holderOf, lengthOf, widthOf } from "./text";
import { findTwoWay } from "./two-way";

/// Looking for strings in strings, flat or views. Sixteen bytes are looked at at once: where the first and the last code point of the part both
/// stand where they should, what lies between is compared. That is quadratic for texts that repeat themselves: a search that has compared
/// much in vain goes on by the two-way algorithm.

/** Code points that may be compared in vain for each place that the search passes. */
export const PATIENCE: i32 = 4;
/** And so many more in all. */
export const FIRST_PATIENCE: i32 = 1024;

/** A code point in all lanes of a width. */
export function splat(width: i32, code: i32): v128 {
  if (width === 0) return i8x16.splat(<i8>code);
  return width === 1 ? i16x8.splat(<i16>code) : i32x4.splat(code);
}

/** One bit for each byte of the lanes in which two vectors are equal. */
export function equalLanes(width: i32, a: v128, b: v128): i32 {
  if (width === 0) return i8x16.bitmask(i8x16.eq(a, b));
  return i8x16.bitmask(width === 1 ? i16x8.eq(a, b) : i32x4.eq(a, b));
}

/**
 * The same for the code points of a text from an index up to `end`, which are more than none and fewer than fill a vector. What is read with them
 * lies in front, where there is more memory than that.
 */
function lastLanes(width: i32, text: usize, index: i32, end: i32, wanted: v128): i32 {
  return equalLanes(width, v128.load(text + (end << width) - 16), wanted) >>> (16 - ((end - index) << width));
}

/** Whether a code point is one that text of a width can have. */
export function fits(width: i32, code: i32): bool {
  return width === 2 || code < (width === 0 ? 0x100 : 0x10000);
}

/** How many code points of a part, from its first on, stand at an index of a string's text. */
export function common(holder: usize, width: i32, index: i32, part: usize, partWidth: i32, length: i32): i32 {
  let i = 0;
  if (width === partWidth) {
    const text = holder + STR_DATA + (index << width);
    const step = 8 >>> width;
    while (i + step <= length && load<u64>(text + (i << width)) === load<u64>(part + (i << width), STR_DATA)) i += step;
  }
  while (i < length && codeAt(holder, width, index + i) === codeAt(part, partWidth, i)) i++;
  return i;
}

/** Whether a part stands at an index of a string's text. */
export function matches(holder: usize, width: i32, index: i32, part: usize, partWidth: i32, length: i32): bool {
  return common(holder, width, index, part, partWidth, length) === length;
}

/** Index of the first such code point at `start` or later, before `end`; -1: none. */
export function findCodeIn(holder: usize, width: i32, code: i32, start: i32, end: i32): i32 {
  if (!fits(width, code)) return -1;
  const lanes = 16 >>> width;
  const text = holder + STR_DATA;
  const wanted = splat(width, code);
  let i = start;
  for (; i + lanes <= end; i += lanes) {
    const mask = equalLanes(width, v128.load(text + (i << width)), wanted);
    if (mask !== 0) return i + (ctz(mask) >>> width);
  }
  if (i >= end) return -1;
  const mask = lastLanes(width, text, i, end, wanted);
  return mask === 0 ? -1 : i + (ctz(mask) >>> width);
}

/** The same for the last one. */
function findLastCodeIn(holder: usize, width: i32, code: i32, start: i32, end: i32): i32 {
  if (!fits(width, code)) return -1;
  const lanes = 16 >>> width;
  const text = holder + STR_DATA;
  const wanted = splat(width, code);
  let i = end;
  for (; i - lanes >= start; i -= lanes) {
    const mask = equalLanes(width, v128.load(text + ((i - lanes) << width)), wanted);
    if (mask !== 0) return i - lanes + ((31 - clz(mask)) >>> width);
  }
  while (--i >= start) if (codeAt(holder, width, i) === code) return i;
  return -1;
}

/** Index of the first occurrence, of at least 2 code points, whose first one is at `start` or later and before `stop`. */
function findIn(holder: usize, width: i32, part: usize, partWidth: i32, length: i32, start: i32, stop: i32): i32 {
  const firstCode = codeAt(part, partWidth, 0);
  const lastCode = codeAt(part, partWidth, length - 1);
  if (!fits(width, firstCode) || !fits(width, lastCode)) return -1;
  const lanes = 16 >>> width;
  const text = holder + STR_DATA;
  const further = (length - 1) << width;
  const firsts = splat(width, firstCode);
  const lasts = splat(width, lastCode);
  const lane = (1 << (1 << width)) - 1;
  let patience = FIRST_PATIENCE;
  let i = start;
  for (; i + lanes <= stop; i += lanes) {
    const at = text + (i << width);
    let mask = equalLanes(width, v128.load(at), firsts);
    if (mask === 0) continue;
    mask &= equalLanes(width, v128.load(at + further), lasts);
    while (mask !== 0) {
      const bit = ctz(mask);
      const index = i + (bit >>> width);
      const same = length === 2 ? 2 : common(holder, width, index, part, partWidth, length);
      if (same === length) return index;
      mask &= ~(lane << bit);
      patience -= same;
    }
    patience += lanes * PATIENCE;
    if (patience < 0) {
      i += lanes;
      const count = stop - i + length - 1;
      const found = findTwoWay(holder, width, i, count, part, partWidth, length, false);
      return found < 0 ? -1 : i + found;
    }
  }
  if (i >= stop) return -1;
  for (let mask = lastLanes(width, text, i, stop, firsts); mask !== 0; mask &= ~(lane << ctz(mask))) {
    const index = i + (ctz(mask) >>> width);
    if (matches(holder, width, index, part, partWidth, length)) return index;
  }
  return -1;
}

/** Index of the last occurrence, of at least 2 code points, that begins at `start` or later and before `stop`. */
function findLastIn(holder: usize, width: i32, part: usize, partWidth: i32, length: i32, start: i32, stop: i32): i32 {
  const firstCode = codeAt(part, partWidth, 0);
  const lastCode = codeAt(part, partWidth, length - 1);
  if (!fits(width, firstCode) || !fits(width, lastCode)) return -1;
  const lanes = 16 >>> width;
  const text = holder + STR_DATA;
  const further = (length - 1) << width;
  const firsts = splat(width, firstCode);
  const lasts = splat(width, lastCode);
  const lane = (1 << (1 << width)) - 1;
  let patience = FIRST_PATIENCE;
  let i = stop;
  for (; i - lanes >= start; i -= lanes) {
    const at = text + ((i - lanes) << width);
    let mask = equalLanes(width, v128.load(at), firsts);
    if (mask === 0) continue;
    mask &= equalLanes(width, v128.load(at + further), lasts);
    while (mask !== 0) {
      const bit = (31 - clz(mask)) & ~((1 << width) - 1);
      const index = i - lanes + (bit >>> width);
      const same = length === 2 ? 2 : common(holder, width, index, part, partWidth, length);
      if (same === length) return index;
      mask &= ~(lane << bit);
      patience -= same;
    }
    patience += lanes * PATIENCE;
    if (patience < 0) {
      i -= lanes;
      const count = i - start + length - 1;
      const found = findTwoWay(holder, width, start, count, part, partWidth, length, true);
      return found < 0 ? -1 : i - 1 - found;
    }
  }
  while (--i >= start)
    if (codeAt(holder, width, i) === firstCode && matches(holder, width, i, part, partWidth, length)) return i;
  return -1;
}

/** Index of the first such code point of a string at `start` or later, before `end`; -1: none. */
export function findCode(string: usize, code: i32, start: i32, end: i32): i32 {
  return findCodeIn(holderOf(string), widthOf(string), code, start, end);
}

/** Index of the first occurrence of a part that lies between `start` and `end`; -1: none. 0 <= start and end <= length. */
export function findString(string: usize, part: usize, start: i32, end: i32): i32 {
  return findPart(holderOf(string), widthOf(string), holderOf(part), widthOf(part), lengthOf(part), start, end);
}

/** The same for texts of these widths in flat strings, or in whatever has its text where they have it. */
export function findPart(
  holder: usize,
  width: i32,
  part: usize,
  partWidth: i32,
  length: i32,
  start: i32,
  end: i32,
): i32 {
  const stop = end - length + 1;
  if (stop <= start) return -1;
  if (length === 0) return start;
  if (length === 1) return findCodeIn(holder, width, codeAt(part, partWidth, 0), start, stop);
  return findIn(holder, width, part, partWidth, length, start, stop);
}

/** Whether a string contains a part. A single character is often looked for in a short text, for which one vector is enough. */
export function containsString(string: usize, part: usize): bool {
  if (shapeOf(string) === SHAPE_STR1 && shapeOf(part) === SHAPE_STR1 && load<i32>(part, TAIL_SIZE) === 1) {
    const size = load<i32>(string, TAIL_SIZE);
    if (size === 0) return false;
    if (size <= 16) return lastLanes(0, string + STR_DATA, 0, size, i8x16.splat(load<i8>(part, STR_DATA))) !== 0;
  }
  return findString(string, part, 0, lengthOf(string)) >= 0;
}

/** As `findString`, for the last one. */
export function findLastString(string: usize, part: usize, start: i32, end: i32): i32 {
  return findLastPart(holderOf(string), widthOf(string), holderOf(part), widthOf(part), lengthOf(part), start, end);
}

/** As `findPart`, for the last one. */
export function findLastPart(
  holder: usize,
  width: i32,
  part: usize,
  partWidth: i32,
  length: i32,
  start: i32,
  end: i32,
): i32 {
  const stop = end - length + 1;
  if (stop <= start) return -1;
  if (length === 0) return end;
  if (length === 1) return findLastCodeIn(holder, width, codeAt(part, partWidth, 0), start, stop);
  return findLastIn(holder, width, part, partWidth, length, start, stop);
}

/** Whether a part stands at an index of a string, which may be any. */
export function matchesAt(string: usize, part: usize, index: i32): bool {
  const length = lengthOf(part);
  if (index < 0 || index > lengthOf(string) - length) return false;
  return matches(holderOf(string), widthOf(string), index, holderOf(part), widthOf(part), length);
}
