import type { Word } from "@hotpy/memory";
import { type Allocator, madeBy } from "../allocator.js";
import type { ObjectKernel } from "../kernel.js";

/**
 * Taking strings apart, by the kernel: results are new lists. A limit is the largest number of cuts.
 *
 * @throws what the heap throws where there is no room
 */
export interface StringSplitting {
  /** The words between white space. */
  splitSpace(string: Word, limit: number): Word;
  /** The same with the cuts from the end. */
  splitSpaceFromEnd(string: Word, limit: number): Word;
  /** The parts between occurrences of a separator, which is not empty. */
  split(string: Word, separator: Word, limit: number): Word;
  splitFromEnd(string: Word, separator: Word, limit: number): Word;
  /** The lines, with or without what ends them. */
  splitLines(string: Word, keepEnds: boolean): Word;
  /** The string without white space at its start, at its end, or both. */
  stripSpace(string: Word, atStart: boolean, atEnd: boolean): Word;
  /** The string without the characters of another at its start, at its end, or both. */
  stripCodes(string: Word, codes: Word, atStart: boolean, atEnd: boolean): Word;
}

export function createStringSplitting(
  allocator: Allocator,
  kernel: ObjectKernel,
  flat: (string: Word) => Word,
): StringSplitting {
  const made = madeBy(allocator);
  return {
    splitSpace: (string, limit) => made(kernel.splitSpace(flat(string), limit)),
    splitSpaceFromEnd: (string, limit) => made(kernel.splitSpaceFromEnd(flat(string), limit)),
    split: (string, separator, limit) => made(kernel.splitString(flat(string), separator, limit)),
    splitFromEnd: (string, separator, limit) => made(kernel.splitStringFromEnd(flat(string), separator, limit)),
    splitLines: (string, keepEnds) => made(kernel.splitLines(flat(string), keepEnds)),
    stripSpace: (string, atStart, atEnd) => made(kernel.stripSpace(flat(string), atStart, atEnd)),
    stripCodes: (string, codes, atStart, atEnd) => made(kernel.stripCodes(flat(string), codes, atStart, atEnd)),
  };
}
