import {
  SHAPE_STR1,
  STATE_ALLOC_LIMIT,
  STATE_ALLOC_TOP,
  STATE_LATIN1,
  STR_DATA,
  STR_HASH,
  TAIL_SIZE,
} from "../generated/constants";
import { headerOf, shapeOf } from "../header";
import { allocate } from "../heap";
import { stopsAfter } from "../work";
import { copyBytes, fillBytes } from "./bytes";
import { codeAt, holderOf, isString, lengthOf, sizeOf, widthOf } from "./text";

/// Making strings out of strings, flat or views. All results are flat; 0 is the result where there is no memory.

/** More bytes than any text has. */
const MOST_BYTES: u64 = 0x7fffff00;

/** A string of so many code points, not none, whose text is to be written. 0: no memory. */
export function newString(width: i32, length: i32): usize {
  const size = (<u64>(<u32>length)) << width;
  if (size > MOST_BYTES) return 0;
  const string = allocate(<usize>STR_DATA + <usize>size);
  if (string === 0) return 0;
  store<i32>(string, headerOf(SHAPE_STR1 + width));
  store<i32>(string, <i32>size, TAIL_SIZE);
  store<i32>(string, 0, STR_HASH);
  // What lies past the end in the last word is 0.
  store<i32>(string + ((<usize>size - 1) & ~3), 0, STR_DATA);
  return string;
}

/** The empty string: it lies behind those of one character of Latin-1. */
export function emptyString(): usize {
  return load<usize>(load<usize>(STATE_LATIN1) + 1024);
}

/** The string of one code point. */
export function charOf(code: i32): usize {
  if (code < 0x100) return load<usize>(load<usize>(STATE_LATIN1) + (code << 2));
  const string = newString(code < 0x10000 ? 1 : 2, 1);
  if (string !== 0) setCode(string + STR_DATA, code < 0x10000 ? 1 : 2, 0, code);
  return string;
}

/** The string of the code point at an index within the length. */
export function charAt(string: usize, index: i32): usize {
  return charOf(codeAt(holderOf(string), widthOf(string), index));
}

/** Stores a code point in text of a width. */
export function setCode(text: usize, width: i32, index: i32, code: i32): void {
  if (width === 0) store<u8>(text + index, <u8>code);
  else if (width === 1) store<u16>(text + (index << 1), <u16>code);
  else store<i32>(text + (index << 2), code);
}

/** Copies code points between texts of widths that hold them. */
export function copyCodes(to: usize, toWidth: i32, holder: usize, width: i32, start: i32, count: i32): void {
  if (width === toWidth) {
    copyBytes(to, holder + STR_DATA + (start << width), count << width);
    return;
  }
  for (let i = 0; i < count; i++) setCode(to, toWidth, i, codeAt(holder, width, start + i));
}

function widthOfBits(bits: i32): i32 {
  return bits < 0x100 ? 0 : bits < 0x10000 ? 1 : 2;
}

/** The narrowest width that holds `count` code points from an index on. */
function widthNeeded(holder: usize, width: i32, start: i32, count: i32): i32 {
  if (width === 0) return 0;
  const enough = width === 1 ? 0x100 : 0x10000;
  let bits = 0;
  for (let i = 0; i < count && bits < enough; i++) bits |= codeAt(holder, width, start + i);
  return widthOfBits(bits);
}

/** Of so many bytes are texts that are copied at once. */
const SHORT: i32 = 16;
/** And of so many objects with such a text. */
const SHORT_OBJECT: usize = 32;

/** Of so many bytes are parts of sums that are copied at once, and so much room do they need. */
const SHORT_PART: i32 = 32;
const MOST_SUM: usize = 96;

/** The string of bytes at an address, which is that of text of one byte a code point. 0: no memory. */
export function stringOfBytes(from: usize, size: i32): usize {
  if (size <= 1) return size === 0 ? emptyString() : charOf(load<u8>(from));
  const top = load<usize>(STATE_ALLOC_TOP);
  if (size <= SHORT && load<usize>(STATE_ALLOC_LIMIT) - top >= SHORT_OBJECT) {
    // What is copied too much lies in memory that is not yet allocated, but for the last word of the text.
    store<usize>(STATE_ALLOC_TOP, top + ((STR_DATA + size + 7) & ~7));
    store<i32>(top, headerOf(SHAPE_STR1));
    store<i32>(top, size, TAIL_SIZE);
    store<i32>(top, 0, STR_HASH);
    v128.store(top, v128.load(from), STR_DATA);
    const last = top + ((size - 1) & ~3);
    store<i32>(last, load<i32>(last, STR_DATA) & (-1 >>> ((-size & 3) << 3)), STR_DATA);
    return top;
  }
  const string = newString(0, size);
  if (string !== 0) copyBytes(string + STR_DATA, from, size);
  return string;
}

/** The code points of a string from `start` to before `stop`, where 0 <= start <= stop <= length. */
export function substring(string: usize, start: i32, stop: i32): usize {
  const count = stop - start;
  if (count === lengthOf(string)) return string;
  const holder = holderOf(string);
  const width = widthOf(string);
  if (width === 0) return stringOfBytes(holder + STR_DATA + start, max(count, 0));
  if (count <= 1) return count <= 0 ? emptyString() : charOf(codeAt(holder, width, start));
  const narrow = widthNeeded(holder, width, start, count);
  const part = newString(narrow, count);
  if (part !== 0) copyCodes(part + STR_DATA, narrow, holder, width, start, count);
  return part;
}

/** `count` code points of a string: those at start, start + step, … */
export function stride(string: usize, start: i32, step: i32, count: i32): usize {
  const holder = holderOf(string);
  const width = widthOf(string);
  if (count <= 1) return count <= 0 ? emptyString() : charOf(codeAt(holder, width, start));
  let bits = 0;
  if (width > 0) for (let i = 0; i < count; i++) bits |= codeAt(holder, width, start + i * step);
  const narrow = widthOfBits(bits);
  const result = newString(narrow, count);
  if (result === 0) return 0;
  const to = result + STR_DATA;
  if (width === 0 && step === -1) reverseBytes(to, holder + STR_DATA + start + 1, count);
  else for (let i = 0; i < count; i++) setCode(to, narrow, i, codeAt(holder, width, start + i * step));
  return result;
}

/** Copies the bytes that end at an address in reverse order. */
function reverseBytes(to: usize, end: usize, count: i32): void {
  for (; count >= 16; count -= 16, to += 16) {
    end -= 16;
    const bytes = v128.load(end);
    v128.store(to, v128.shuffle<u8>(bytes, bytes, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
  }
  for (; count > 0; count--) store<u8>(to++, load<u8>(--end));
}

/** `left + right`. */
export function concatStrings(left: usize, right: usize): usize {
  if (shapeOf(left) === SHAPE_STR1 && shapeOf(right) === SHAPE_STR1) return concatNarrow(left, right);
  const leftLength = lengthOf(left);
  const rightLength = lengthOf(right);
  if (leftLength === 0) return right;
  if (rightLength === 0) return left;
  const leftWidth = widthOf(left);
  const rightWidth = widthOf(right);
  const width = max(leftWidth, rightWidth);
  const string = newString(width, leftLength + rightLength);
  if (string === 0) return 0;
  copyCodes(string + STR_DATA, width, holderOf(left), leftWidth, 0, leftLength);
  copyCodes(string + STR_DATA + (leftLength << width), width, holderOf(right), rightWidth, 0, rightLength);
  return string;
}

/** The same of two flat strings of one byte a code point. */
export function concatNarrow(left: usize, right: usize): usize {
  const leftSize = load<i32>(left, TAIL_SIZE);
  const rightSize = load<i32>(right, TAIL_SIZE);
  if (leftSize === 0) return right;
  if (rightSize === 0) return left;
  const size = leftSize + rightSize;
  const top = load<usize>(STATE_ALLOC_TOP);
  if (leftSize > SHORT_PART || rightSize > SHORT_PART || load<usize>(STATE_ALLOC_LIMIT) - top < MOST_SUM) {
    const string = newString(0, size);
    if (string === 0) return 0;
    copyBytes(string + STR_DATA, left + STR_DATA, leftSize);
    copyBytes(string + STR_DATA + leftSize, right + STR_DATA, rightSize);
    return string;
  }
  // What is copied too much lies in memory that is not yet allocated, but for the last word of the text.
  store<usize>(STATE_ALLOC_TOP, top + ((STR_DATA + size + 7) & ~7));
  store<i32>(top, headerOf(SHAPE_STR1));
  store<i32>(top, size, TAIL_SIZE);
  store<i32>(top, 0, STR_HASH);
  v128.store(top, v128.load(left, STR_DATA), STR_DATA);
  if (leftSize > 16) v128.store(top, v128.load(left, STR_DATA + 16), STR_DATA + 16);
  v128.store(top + leftSize, v128.load(right, STR_DATA), STR_DATA);
  if (rightSize > 16) v128.store(top + leftSize, v128.load(right, STR_DATA + 16), STR_DATA + 16);
  const last = top + ((size - 1) & ~3);
  store<i32>(last, load<i32>(last, STR_DATA) & (-1 >>> ((-size & 3) << 3)), STR_DATA);
  return top;
}

/** Stores a code point in `count` places of text of a width. */
export function fillCodes(text: usize, width: i32, start: i32, count: i32, code: i32): void {
  if (width === 0) fillBytes(text + start, code, count);
  else for (let i = start; i < start + count; i++) setCode(text, width, i, code);
}

/** A string with so many fill characters before and behind it, none if negative. 0: no memory. */
export function padString(string: usize, left: i32, right: i32, fill: i32): usize {
  const before = max(left, 0);
  const behind = max(right, 0);
  const length = lengthOf(string);
  const total = <i64>length + before + behind;
  if (total === <i64>length) return string;
  if (total === 1) return charOf(fill);
  if (total > <i64>i32.MAX_VALUE) return 0;
  const width = max(widthOf(string), widthOfBits(fill));
  const result = newString(width, <i32>total);
  if (result === 0) return 0;
  const to = result + STR_DATA;
  fillCodes(to, width, 0, before, fill);
  copyCodes(to + (before << width), width, holderOf(string), widthOf(string), 0, length);
  fillCodes(to, width, before + length, behind, fill);
  return result;
}

/** A string so many times. */
export function repeatString(string: usize, times: i32): usize {
  const unit = sizeOf(string);
  if (times <= 0 || unit === 0) return emptyString();
  if (times === 1) return string;
  const width = widthOf(string);
  const total = <i64>unit * <i64>times;
  if (total > <i64>MOST_BYTES) return 0;
  const result = newString(width, <i32>total >>> width);
  if (result === 0) return 0;
  const text = result + STR_DATA;
  copyBytes(text, holderOf(string) + STR_DATA, unit);
  // Each round copies all that is there.
  for (let done = unit; done < <i32>total; done <<= 1) copyBytes(text + done, text, min(done, <i32>total - done));
  return result;
}

/**
 * The strings at `count` words from an address on, with the separator between each two. A small integer, tagged: the index of the first
 * word that is no string.
 */
export function joinStrings(separator: usize, words: usize, count: i32): usize {
  const gap = lengthOf(separator);
  const end = words + (count << 2);
  let total: i64 = <i64>gap * <i64>max(count - 1, 0);
  let width = gap > 0 && count > 1 ? widthOf(separator) : 0;
  for (let at = words; at < end; at += 4) {
    const item = load<usize>(at);
    if (!isString(item)) return ((at - words) >> 1) | 1;
    const size = sizeOf(item);
    const itemWidth = widthOf(item);
    total += size >>> itemWidth;
    width = max(width, itemWidth);
    if (stopsAfter(2)) return 0;
  }
  if (count === 1) return load<usize>(words);
  if (total === 0) return emptyString();
  if (total > <i64>MOST_BYTES) return 0;
  const result = newString(width, <i32>total);
  if (result === 0) return 0;
  if (width === 0) {
    joinBytes(result + STR_DATA, <i32>total, holderOf(separator) + STR_DATA, gap, words, end);
    return total === 1 ? charAt(result, 0) : result;
  }
  let to = result + STR_DATA;
  const gapHolder = holderOf(separator);
  const gapWidth = widthOf(separator);
  for (let at = words; at < end; at += 4) {
    if (at > words && gap > 0) {
      copyCodes(to, width, gapHolder, gapWidth, 0, gap);
      to += gap << width;
    }
    const item = load<usize>(at);
    const length = lengthOf(item);
    copyCodes(to, width, holderOf(item), widthOf(item), 0, length);
    to += length << width;
  }
  return total === 1 ? charAt(result, 0) : result;
}

/** The same where all is of one byte a character. What is copied too much of a short part is written over by what follows. */
function joinBytes(to: usize, total: i32, gapText: usize, gap: i32, words: usize, end: usize): void {
  const last = to + total - SHORT;
  for (let at = words; at < end; at += 4) {
    if (at > words && gap > 0) {
      if (gap === 1) store<u8>(to, load<u8>(gapText));
      else copyBytes(to, gapText, gap);
      to += gap;
    }
    const item = load<usize>(at);
    const size = sizeOf(item);
    const from = holderOf(item) + STR_DATA;
    if (size <= SHORT && to <= last && total >= SHORT) v128.store(to, v128.load(from));
    else copyBytes(to, from, size);
    to += size;
  }
}

/** A string whose wide characters may all have gone, in the form that its text has. */
export function narrowed(string: usize): usize {
  const length = lengthOf(string);
  const width = widthOf(string);
  if (length === 1) return charAt(string, 0);
  const narrow = widthNeeded(string, width, 0, length);
  if (narrow === width) return string;
  const result = newString(narrow, length);
  if (result !== 0) copyCodes(result + STR_DATA, narrow, string, width, 0, length);
  return result;
}
