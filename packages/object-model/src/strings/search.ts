import type { Memory, Word } from "@hotpy/memory";
import { STR_DATA } from "../layouts.js";
import type { Text } from "./text.js";

/** Looking for strings in strings. Bounds are code point indices, 0 <= start <= end <= length, clipped by the caller. */
export interface StringSearch {
  /** Index of the first occurrence that lies within [start, end), or -1. */
  find(string: Word, part: Word, start: number, end: number): number;
  findLast(string: Word, part: Word, start: number, end: number): number;
  /** Index of the first such code point within [start, end), or -1. */
  findCode(string: Word, code: number, start: number, end: number): number;
  /** Finds the first `limit` occurrences that do not overlap, from the left; answers how many, their positions are in {@link found}. */
  findAll(string: Word, part: Word, start: number, end: number, limit: number): number;
  /** Where the last {@link findAll} found something; its next call overwrites or replaces it. */
  readonly found: { readonly positions: Int32Array };
  contains(string: Word, part: Word): boolean;
  /** True if `part` stands at `index`. */
  matchesAt(string: Word, part: Word, index: number): boolean;
}

/** Fewer characters are looked at one by one. */
const FEW = 64;
/** So many occurrences of the first character are tried before the search changes its way. */
const MOST_CANDIDATES = 24;

export function createStringSearch(memory: Memory, text: Text): StringSearch {
  const { u8, u16, i32 } = memory;
  const { flat, widthOf, length, codeAt } = text;
  const views = [u8, u16, i32] as const;

  function findCode(word: Word, code: number, start: number, end: number): number {
    const string = flat(word);
    const width = widthOf(string);
    if (width === 0) return code > 0xff ? -1 : findByte((string + STR_DATA) >>> 0, code, start, end);
    const view = views[width];
    const base = (string + STR_DATA) >>> width;
    for (let i = start; i < end; i++) if (view[base + i] === code) return i;
    return -1;
  }

  /** Four bytes at a time: a byte of the difference to the pattern is zero where the code is. */
  function findByte(base: number, code: number, start: number, end: number): number {
    let at = start;
    while (at < end && ((base + at) & 3) !== 0) {
      if (u8[base + at] === code) return at;
      at++;
    }
    const pattern = Math.imul(code, 0x01010101);
    for (; at + 4 <= end; at += 4) {
      const difference = i32[(base + at) >>> 2] ^ pattern;
      if (((difference - 0x01010101) & ~difference & 0x80808080) !== 0) break;
    }
    for (; at < end; at++) if (u8[base + at] === code) return at;
    return -1;
  }

  function matches(string: Word, part: Word, partLength: number, index: number): boolean {
    if (widthOf(string) === 0) {
      const a = ((string + STR_DATA) >>> 0) + index;
      const b = (part + STR_DATA) >>> 0;
      for (let i = 0; i < partLength; i++) if (u8[a + i] !== u8[b + i]) return false;
      return true;
    }
    for (let i = 0; i < partLength; i++) if (codeAt(string, index + i) !== codeAt(part, i)) return false;
    return true;
  }

  function find(word: Word, partWord: Word, start: number, end: number): number {
    const string = flat(word);
    const part = flat(partWord);
    const partLength = length(part);
    if (partLength === 0) return start <= end ? start : -1;
    if (end - start < partLength || widthOf(part) > widthOf(string)) return -1;
    const first = codeAt(part, 0);
    if (partLength === 1) return findCode(string, first, start, end);
    const last = end - partLength + 1;
    let candidates = 0;
    for (let i = findCode(string, first, start, last); i >= 0; i = findCode(string, first, i + 1, last)) {
      if (matches(string, part, partLength, i)) return i;
      // Where the first character is common, shifting by the last one is faster.
      if (++candidates === MOST_CANDIDATES) return horspool(string, part, partLength, i + 1, last);
    }
    return -1;
  }

  /** Shift by the character under the pattern's end; characters share 256 classes. */
  const shifts = new Int32Array(256);
  function horspool(string: Word, part: Word, partLength: number, start: number, last: number): number {
    shifts.fill(partLength);
    for (let i = 0; i < partLength - 1; i++) shifts[codeAt(part, i) & 255] = partLength - 1 - i;
    const final = codeAt(part, partLength - 1);
    for (let i = start; i < last; ) {
      const code = codeAt(string, i + partLength - 1);
      if (code === final && matches(string, part, partLength, i)) return i;
      i += shifts[code & 255];
    }
    return -1;
  }

  function findLast(word: Word, partWord: Word, start: number, end: number): number {
    const string = flat(word);
    const part = flat(partWord);
    const partLength = length(part);
    if (partLength === 0) return start <= end ? end : -1;
    if (widthOf(part) > widthOf(string)) return -1;
    const first = codeAt(part, 0);
    for (let i = end - partLength; i >= start; i--) {
      if (codeAt(string, i) === first && matches(string, part, partLength, i)) return i;
    }
    return -1;
  }

  const found = { positions: new Int32Array(64) };

  function keep(count: number, position: number): number {
    if (count === found.positions.length) {
      const larger = new Int32Array(count * 2);
      larger.set(found.positions);
      found.positions = larger;
    }
    found.positions[count] = position;
    return count + 1;
  }

  function findAll(word: Word, partWord: Word, start: number, end: number, limit: number): number {
    const string = flat(word);
    const part = flat(partWord);
    const partLength = length(part);
    let count = 0;
    if (partLength === 0) {
      for (let i = start; i <= end && count < limit; i++) count = keep(count, i);
      return count;
    }
    if (widthOf(string) === 0 && widthOf(part) === 0) {
      const base = (string + STR_DATA) >>> 0;
      const first = codeAt(part, 0);
      const last = end - partLength + 1;
      if (partLength === 1 && end - start < FEW) {
        for (let i = start; i < end && count < limit; i++) if (u8[base + i] === first) count = keep(count, i);
        return count;
      }
      for (let i = start; count < limit; ) {
        i = findByte(base, first, i, last);
        if (i < 0) break;
        if (partLength === 1 || matches(string, part, partLength, i)) {
          count = keep(count, i);
          i += partLength;
        } else i++;
      }
      return count;
    }
    for (let i = start; count < limit; ) {
      const position = find(string, part, i, end);
      if (position < 0) break;
      count = keep(count, position);
      i = position + partLength;
    }
    return count;
  }

  return {
    find,
    findLast,
    findCode,
    findAll,
    found,
    contains: (string, part) => find(string, part, 0, length(string)) >= 0,
    matchesAt(word, partWord, index) {
      const string = flat(word);
      const part = flat(partWord);
      const partLength = length(part);
      if (index < 0 || index + partLength > length(string)) return false;
      return matches(string, part, partLength, index);
    },
  };
}
