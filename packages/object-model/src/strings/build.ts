import type { Address, Memory, Word } from "@hotpy/memory";
import { SHAPE_STR_VIEW, SHAPE_STR1, STR_DATA } from "../layouts.js";
import { type Text, widthOfCode } from "./text.js";

/** Making strings out of strings. All results are flat. */
export interface StringBuilding {
  concat(left: Word, right: Word): Word;
  repeat(string: Word, count: number): Word;
  /** Code points [start, stop); the caller has clipped the bounds: 0 <= start <= stop <= length. */
  substring(string: Word, start: number, stop: number): Word;
  /** The same for a flat string of one byte a character, and at least one character. */
  substringOfBytes(string: Word, start: number, stop: number): Word;
  /** `count` code points from `start`, `step` apart. */
  stride(string: Word, start: number, step: number, count: number): Word;
  /** The character at an index within the length. */
  charAt(string: Word, index: number): Word;
  /** The strings at `count` words from a byte address on, with the separator between each two. */
  join(separator: Word, words: Address, count: number): Word;
  /** What is at the first `count` positions (not overlapping, ascending), `oldLength` code points each, replaced. */
  splice(string: Word, positions: ArrayLike<number>, count: number, oldLength: number, replacement: Word): Word;
  /** The string with `left` and `right` fill characters around it. */
  pad(string: Word, left: number, right: number, fill: number): Word;
}

/** Longer parts are left to the platform's copy. */
const SHORT = 64;

export function createStringBuilding(memory: Memory, text: Text): StringBuilding {
  const { i32, u8 } = memory;
  const view = new DataView(memory.wasm.buffer);
  const {
    flat,
    widthOf,
    length,
    codeAt,
    setCode,
    allocate,
    copy,
    copyBytes,
    fillText,
    copyNarrowing,
    widthNeeded,
    char,
    empty,
  } = text;

  function concat(leftWord: Word, rightWord: Word): Word {
    const left = flat(leftWord);
    const right = flat(rightWord);
    const leftLength = length(left);
    const rightLength = length(right);
    if (leftLength === 0) return right;
    if (rightLength === 0) return left;
    const widthLeft = widthOf(left);
    const widthRight = widthOf(right);
    const string = allocate(widthLeft > widthRight ? widthLeft : widthRight, leftLength + rightLength);
    copy(string, 0, left, 0, leftLength);
    copy(string, leftLength, right, 0, rightLength);
    return string;
  }

  function substring(word: Word, start: number, stop: number): Word {
    const string = flat(word);
    const count = stop - start;
    if (count <= 0) return empty;
    if (count === 1) return char(codeAt(string, start));
    if (count === length(string)) return string;
    if (i32[string >>> 2] >>> 8 === SHAPE_STR1) return substringOfBytes(string, start, stop);
    const width = widthNeeded(string, start, stop);
    const result = allocate(width, count);
    if (width === widthOf(string)) copy(result, 0, string, start, count);
    else copyNarrowing(result, 0, string, start, count);
    return result;
  }

  function substringOfBytes(string: Word, start: number, stop: number): Word {
    const count = stop - start;
    if (count === 1) return char(u8[((string + STR_DATA) >>> 0) + start]);
    const part = allocate(0, count);
    fillText(part, string + STR_DATA + start, count);
    return part;
  }

  function stride(word: Word, start: number, step: number, count: number): Word {
    const string = flat(word);
    if (count <= 0) return empty;
    if (count === 1) return char(codeAt(string, start));
    if (widthOf(string) === 0) {
      const bytes = allocate(0, count);
      const from = ((string + STR_DATA) >>> 0) + start;
      const to = (bytes + STR_DATA) >>> 0;
      for (let i = 0; i < count; i++) u8[to + i] = u8[from + i * step];
      return bytes;
    }
    let bits = 0;
    for (let i = 0; i < count; i++) bits |= codeAt(string, start + i * step);
    const result = allocate(widthOfCode(bits), count);
    for (let i = 0; i < count; i++) setCode(result, i, codeAt(string, start + i * step));
    return result;
  }

  function repeat(word: Word, count: number): Word {
    const string = flat(word);
    const unit = length(string);
    if (count <= 0 || unit === 0) return empty;
    if (count === 1) return string;
    const total = unit * count;
    const result = allocate(widthOf(string), total);
    copy(result, 0, string, 0, unit);
    // Doubling: each round copies everything that is there.
    for (let done = unit; done < total; done *= 2) copy(result, done, result, 0, Math.min(done, total - done));
    return result;
  }

  function join(separatorWord: Word, words: Address, count: number): Word {
    if (count === 0) return empty;
    const first = words >>> 2;
    if (count === 1) return flat(i32[first]);
    const separator = flat(separatorWord);
    const gap = length(separator);
    let total = gap * (count - 1);
    let width = gap > 0 ? widthOf(separator) : 0;
    for (let i = 0; i < count; i++) {
      const item = i32[first + i];
      const shape = i32[item >>> 2] >>> 8;
      if (shape === SHAPE_STR1) {
        total += i32[(item >>> 2) + 1];
      } else {
        total += length(item);
        const itemWidth = widthOf(shape === SHAPE_STR_VIEW ? flat(item) : item);
        if (itemWidth > width) width = itemWidth;
      }
    }
    if (total === 0) return empty;
    const result = allocate(width, total);
    if (width === 0) {
      joinBytes(result, separator, gap, first, count);
    } else {
      let at = 0;
      for (let i = 0; i < count; i++) {
        if (i > 0) {
          copy(result, at, separator, 0, gap);
          at += gap;
        }
        const item = flat(i32[first + i]);
        copy(result, at, item, 0, length(item));
        at += length(item);
      }
    }
    return total === 1 ? char(codeAt(result, 0)) : result;
  }

  /**
   * The common case: everything is Latin-1, most parts are short, the separator is at most one character. Parts are copied in whole
   * words while what is written too much will be written over.
   */
  function joinBytes(result: Word, separator: Word, gap: number, first: number, count: number): void {
    const target = (result + STR_DATA) >>> 0;
    const last = i32[(result >>> 2) + 1] - 4;
    const gapCode = gap === 1 ? codeAt(separator, 0) : 0;
    let at = 0;
    for (let i = 0; i < count; i++) {
      if (i > 0) {
        if (gap === 1) u8[target + at] = gapCode;
        else if (gap > 1) copy(result, at, separator, 0, gap);
        at += gap;
      }
      const item = flat(i32[first + i]);
      const size = i32[(item >>> 2) + 1];
      if (size <= SHORT && at + size <= last) {
        const from = (item + STR_DATA) >>> 2;
        for (let done = 0; done < size; done += 4) view.setInt32(target + at + done, i32[from + (done >> 2)], true);
      } else {
        copyBytes(target + at, item + STR_DATA, size);
      }
      at += size;
    }
  }

  function splice(
    word: Word,
    positions: ArrayLike<number>,
    count: number,
    oldLength: number,
    replacementWord: Word,
  ): Word {
    const string = flat(word);
    if (count === 0) return string;
    const replacement = flat(replacementWord);
    const newLength = length(replacement);
    const oldTotal = length(string);
    const total = oldTotal + count * (newLength - oldLength);
    if (total === 0) return empty;
    const width = newLength > 0 ? Math.max(widthOf(string), widthOf(replacement)) : widthOf(string);
    const result = allocate(width, total);
    if (width === 0) return spliceBytes(result, string, positions, count, oldLength, replacement, newLength);
    let at = 0;
    let from = 0;
    for (let i = 0; i < count; i++) {
      const gap = positions[i] - from;
      copy(result, at, string, from, gap);
      copy(result, at + gap, replacement, 0, newLength);
      at += gap + newLength;
      from = positions[i] + oldLength;
    }
    copy(result, at, string, from, oldTotal - from);
    return narrow(result);
  }

  /** The same where everything is Latin-1. */
  function spliceBytes(
    result: Word,
    string: Word,
    positions: ArrayLike<number>,
    count: number,
    oldLength: number,
    replacement: Word,
    newLength: number,
  ): Word {
    const source = string + STR_DATA;
    let to = result + STR_DATA;
    let from = 0;
    if (oldLength === newLength) {
      // Nothing moves.
      fillText(result, source, length(string));
      for (let i = 0; i < count; i++) copyBytes(to + positions[i], replacement + STR_DATA, newLength);
      return length(result) === 1 ? char(codeAt(result, 0)) : result;
    }
    for (let i = 0; i < count; i++) {
      const gap = positions[i] - from;
      copyBytes(to, source + from, gap);
      copyBytes(to + gap, replacement + STR_DATA, newLength);
      to += gap + newLength;
      from = positions[i] + oldLength;
    }
    copyBytes(to, source + from, length(string) - from);
    return length(result) === 1 ? char(codeAt(result, 0)) : result;
  }

  /** A string whose wide characters may all have gone, in its canonical form. */
  function narrow(string: Word): Word {
    const total = length(string);
    if (total === 1) return char(codeAt(string, 0));
    const width = widthNeeded(string, 0, total);
    if (width === widthOf(string)) return string;
    const result = allocate(width, total);
    copyNarrowing(result, 0, string, 0, total);
    return result;
  }

  function fillCodes(string: Word, start: number, end: number, code: number): void {
    if (widthOf(string) === 0) {
      const base = (string + STR_DATA) >>> 0;
      for (let i = start; i < end; i++) u8[base + i] = code;
    } else {
      for (let i = start; i < end; i++) setCode(string, i, code);
    }
  }

  function pad(word: Word, left: number, right: number, fill: number): Word {
    const string = flat(word);
    if (left <= 0 && right <= 0) return string;
    const inner = length(string);
    const total = left + inner + right;
    const result = allocate(Math.max(widthOf(string), widthOfCode(fill)), total);
    fillCodes(result, 0, left, fill);
    copy(result, left, string, 0, inner);
    fillCodes(result, left + inner, total, fill);
    return total === 1 ? char(codeAt(result, 0)) : result;
  }

  return {
    concat,
    substring,
    substringOfBytes,
    stride,
    repeat,
    join,
    splice,
    pad,
    charAt: (word, index) => char(codeAt(flat(word), index)),
  };
}
