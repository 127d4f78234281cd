import type { Word } from "@hotpy/memory";
import type { ObjectKernel } from "../kernel.js";

/** Looking for strings in strings. Bounds are code point indices, 0 <= start and end <= length, clipped by the caller. */
export interface StringSearch {
  /** Index of the first occurrence that lies within [start, end), or -1. */
  find(string: Word, part: Word, start: number, end: number): number;
  findLast(string: Word, part: Word, start: number, end: number): number;
  /** How often the part occurs within [start, end) without overlap. */
  count(string: Word, part: Word, start: number, end: number): number;
  contains(string: Word, part: Word): boolean;
  /** True if `part` stands at `index`, which may be any. */
  matchesAt(string: Word, part: Word, index: number): boolean;
  equals(a: Word, b: Word): boolean;
  /** Order by code points: negative, 0 or positive. */
  compare(a: Word, b: Word): number;
}

/** No limit: more than the longest string has code points. */
export function createStringSearch(kernel: ObjectKernel, length: (string: Word) => number): StringSearch {
  return {
    find: kernel.findString,
    findLast: kernel.findLastString,
    count: kernel.countString,
    contains: (string, part) => kernel.findString(string, part, 0, length(string)) >= 0,
    // A kernel's conditions are the numbers 0 and 1.
    matchesAt: (string, part, index) => Boolean(kernel.matchesAt(string, part, index)),
    equals: (a, b) => a === b || Boolean(kernel.equalStrings(a, b)),
    compare: kernel.compareStrings,
  };
}
