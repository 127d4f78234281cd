import { STR_DATA } from "../generated/constants";
import { appendToList, reverseList } from "../lists/change";
import { createList } from "../lists/layout";
import { stringOfBytes, substring } from "./make";
import { findLastString, findString } from "./search";
import { codeAt, holderOf, lengthOf, widthOf } from "./text";

/// Taking strings apart, as the methods of str do. 0 is the result where there is no memory. A limit is the largest number of cuts.

/** Room of the list of parts at the start. */
const FIRST_PARTS: i32 = 12;

/** White space among the first 33 characters: 9 … 13, 28 … 32. */
const LOW_SPACES: u64 = 0x1f0003e00;
/** Ends of lines among the first 31 characters: 10 … 13, 28 … 30. */
const LOW_LINES: u64 = 0x70003c00;

/** White space, as Unicode 14 has it. */
function isSpace(code: i32): bool {
  if (code < 0x80) return code <= 32 && ((LOW_SPACES >> code) & 1) !== 0;
  if (code < 0x100) return code === 0x85 || code === 0xa0;
  if (code < 0x2000) return code === 0x1680;
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}

function isLineEnd(code: i32): bool {
  if (code < 32) return ((LOW_LINES >> code) & 1) !== 0;
  return code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Adds the part of a string from `start` to before `stop`; false: no memory. */
function add(list: usize, string: usize, start: i32, stop: i32): bool {
  const part = substring(string, start, stop);
  return part !== 0 && appendToList(list, part) !== 0;
}

function firstRoom(limit: i32): i32 {
  return limit < FIRST_PARTS ? limit + 1 : FIRST_PARTS;
}

/** Whether sixteen bytes are all blanks. */
function areBlank(bytes: usize): bool {
  return i8x16.all_true(i8x16.eq(v128.load(bytes), i8x16.splat(32)));
}

/** Index of the first code point at `at` or later that is white space, or that is none; the length if there is none. */
function nextSpace(holder: usize, width: i32, at: i32, length: i32, wanted: bool): i32 {
  if (width === 0) {
    const text = holder + STR_DATA;
    if (!wanted) while (at + 16 <= length && areBlank(text + at)) at += 16;
    while (at < length && isSpace(load<u8>(text + at)) !== wanted) at++;
  } else while (at < length && isSpace(codeAt(holder, width, at)) !== wanted) at++;
  return at;
}

/** The same from the end: index behind the last one before `at`, or 0. */
function lastSpace(holder: usize, width: i32, at: i32, wanted: bool): i32 {
  if (!wanted && width === 0) while (at >= 16 && areBlank(holder + STR_DATA + at - 16)) at -= 16;
  while (at > 0 && isSpace(codeAt(holder, width, at - 1)) !== wanted) at--;
  return at;
}

/** The words of text of one byte a character, all of them. */
function splitSpaceOfBytes(list: usize, text: usize, length: i32): usize {
  const end = text + length;
  let start: usize = 0;
  // Whether the byte before is white space.
  let wasSpace: i32 = 1;
  for (let block = text; block < end; block += 16) {
    const bytes = v128.load(block);
    const low = v128.or(
      i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(9)), i8x16.splat(5)),
      i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(28)), i8x16.splat(5)),
    );
    const high = v128.or(i8x16.eq(bytes, i8x16.splat(<i8>0x85)), i8x16.eq(bytes, i8x16.splat(<i8>0xa0)));
    const spaces = i8x16.bitmask(v128.or(low, high));
    let changes = (spaces ^ ((spaces << 1) | wasSpace)) & 0xffff;
    if (end - block < 16) changes &= (1 << (<i32>(end - block))) - 1;
    wasSpace = (spaces >> 15) & 1;
    for (; changes !== 0; changes &= changes - 1) {
      const bit = ctz(changes);
      if (((spaces >> bit) & 1) === 0) {
        start = block + bit;
        continue;
      }
      const part = stringOfBytes(start, <i32>(block + bit - start));
      if (part === 0 || appendToList(list, part) === 0) return 0;
      start = 0;
    }
  }
  if (start === 0) return list;
  const part = stringOfBytes(start, <i32>(end - start));
  return part !== 0 && appendToList(list, part) !== 0 ? list : 0;
}

/** The parts between bytes of this code, all of them. */
function splitBytes(list: usize, text: usize, length: i32, code: i32): usize {
  const end = text + length;
  const wanted = i8x16.splat(<i8>code);
  let start = text;
  for (let block = text; block < end; block += 16) {
    // What lies behind the text in the last block does not count.
    let mask = i8x16.bitmask(i8x16.eq(v128.load(block), wanted));
    if (end - block < 16) mask &= (1 << (<i32>(end - block))) - 1;
    for (; mask !== 0; mask &= mask - 1) {
      const at = block + ctz(mask);
      const part = stringOfBytes(start, <i32>(at - start));
      if (part === 0 || appendToList(list, part) === 0) return 0;
      start = at + 1;
    }
  }
  const part = stringOfBytes(start, <i32>(end - start));
  return part !== 0 && appendToList(list, part) !== 0 ? list : 0;
}

/** The words of a string between white space. */
export function splitSpace(string: usize, limit: i32): usize {
  const list = createList(firstRoom(limit));
  if (list === 0) return 0;
  const holder = holderOf(string);
  const width = widthOf(string);
  if (width === 0 && limit > lengthOf(string)) return splitSpaceOfBytes(list, holder + STR_DATA, lengthOf(string));
  const length = lengthOf(string);
  for (let start = nextSpace(holder, width, 0, length, false); start < length; limit--) {
    const stop = limit > 0 ? nextSpace(holder, width, start, length, true) : length;
    if (!add(list, string, start, stop)) return 0;
    start = nextSpace(holder, width, stop, length, false);
  }
  return list;
}

/** The same, with the cuts from the end. */
export function splitSpaceFromEnd(string: usize, limit: i32): usize {
  const list = createList(firstRoom(limit));
  if (list === 0) return 0;
  const holder = holderOf(string);
  const width = widthOf(string);
  for (let stop = lastSpace(holder, width, lengthOf(string), false); stop > 0; limit--) {
    const start = limit > 0 ? lastSpace(holder, width, stop, true) : 0;
    if (!add(list, string, start, stop)) return 0;
    stop = lastSpace(holder, width, start, false);
  }
  reverseList(list);
  return list;
}

/** The parts of a string between occurrences of a separator, which is not empty. */
export function splitString(string: usize, separator: usize, limit: i32): usize {
  const list = createList(firstRoom(limit));
  if (list === 0) return 0;
  const length = lengthOf(string);
  const gap = lengthOf(separator);
  if (gap === 1 && widthOf(string) === 0 && limit > length) {
    const code = codeAt(holderOf(separator), widthOf(separator), 0);
    if (code < 0x100) return splitBytes(list, holderOf(string) + STR_DATA, length, code);
  }
  let start = 0;
  for (; limit > 0; limit--) {
    const found = findString(string, separator, start, length);
    if (found < 0) break;
    if (!add(list, string, start, found)) return 0;
    start = found + gap;
  }
  return add(list, string, start, length) ? list : 0;
}

/** The same, with the cuts from the end. */
export function splitStringFromEnd(string: usize, separator: usize, limit: i32): usize {
  const list = createList(firstRoom(limit));
  if (list === 0) return 0;
  const gap = lengthOf(separator);
  let stop = lengthOf(string);
  for (; limit > 0; limit--) {
    const found = findLastString(string, separator, 0, stop);
    if (found < 0) break;
    if (!add(list, string, found + gap, stop)) return 0;
    stop = found;
  }
  if (!add(list, string, 0, stop)) return 0;
  reverseList(list);
  return list;
}

/** Index of the first code point at `at` or later that ends a line, or the length. */
function nextLineEnd(holder: usize, width: i32, at: i32, length: i32): i32 {
  if (width === 0) {
    const text = holder + STR_DATA;
    for (; at + 16 <= length; at += 16) {
      const bytes = v128.load(text + at);
      const low = i8x16.lt_u(bytes, i8x16.splat(32));
      if (v128.any_true(v128.or(low, i8x16.eq(bytes, i8x16.splat(<i8>0x85))))) {
        for (const end = at + 16; at < end; at++) if (isLineEnd(load<u8>(text + at))) return at;
        at -= 16;
      }
    }
  }
  while (at < length && !isLineEnd(codeAt(holder, width, at))) at++;
  return at;
}

/** The lines of a string, with or without what ends them. */
export function splitLines(string: usize, keepEnds: bool): usize {
  const list = createList(FIRST_PARTS);
  if (list === 0) return 0;
  const holder = holderOf(string);
  const width = widthOf(string);
  const length = lengthOf(string);
  for (let at = 0; at < length; ) {
    const end = nextLineEnd(holder, width, at, length);
    let next = min(end + 1, length);
    if (next < length && codeAt(holder, width, end) === 13 && codeAt(holder, width, next) === 10) next++;
    if (!add(list, string, at, keepEnds ? next : end)) return 0;
    at = next;
  }
  return list;
}

/** A string without white space at its start and at its end, or at one of them. */
export function stripSpace(string: usize, atStart: bool, atEnd: bool): usize {
  const holder = holderOf(string);
  const width = widthOf(string);
  const length = lengthOf(string);
  const start = atStart ? nextSpace(holder, width, 0, length, false) : 0;
  const stop = atEnd && start < length ? lastSpace(holder, width, length, false) : length;
  return substring(string, start, stop);
}

/** A string without the code points of another at its start and at its end, or at one of them. */
export function stripCodes(string: usize, codes: usize, atStart: bool, atEnd: bool): usize {
  const holder = holderOf(string);
  const width = widthOf(string);
  let start = 0;
  let stop = lengthOf(string);
  if (atStart) while (start < stop && has(codes, codeAt(holder, width, start))) start++;
  if (atEnd) while (stop > start && has(codes, codeAt(holder, width, stop - 1))) stop--;
  return substring(string, start, stop);
}

function has(codes: usize, code: i32): bool {
  const holder = holderOf(codes);
  const width = widthOf(codes);
  const length = lengthOf(codes);
  for (let i = 0; i < length; i++) if (codeAt(holder, width, i) === code) return true;
  return false;
}
