import type { Address, Word } from "@hotpy/memory";
import { type Allocator, madeBy } from "../allocator.js";
import type { ObjectKernel } from "../kernel.js";
import type { Text } from "./text.js";

/**
 * Making strings out of strings, by the kernel. All results but those of `append` are flat.
 *
 * @throws what the heap throws where there is no room
 */
export interface StringBuilding {
  concat(left: Word, right: Word): Word;
  /** `left + right`, where the result is likely to be appended to again: it may be a view, see `kernel/strings/append.ts`. */
  append(left: Word, right: Word): Word;
  repeat(string: Word, count: number): Word;
  /** Code points [start, stop); the caller has clipped the bounds: 0 <= start <= stop <= length. */
  substring(string: Word, start: number, stop: number): Word;
  /** `count` code points from `start`, `step` apart. */
  stride(string: Word, start: number, step: number, count: number): Word;
  /** The character at an index within the length. */
  charAt(string: Word, index: number): Word;
  /** The strings at `count` words from a byte address on, with the separator between each two. */
  join(separator: Word, words: Address, count: number): Word;
  /** The same; the index of the first word that is no string, as a small integer, if there is one. */
  tryJoin(separator: Word, words: Address, count: number): Word;
  /** The string with the first `limit` occurrences of a part replaced. */
  replace(string: Word, part: Word, by: Word, limit: number): Word;
  /** The string with `left` and `right` fill characters around it. */
  pad(string: Word, left: number, right: number, fill: number): Word;
  /** The string with zeros before it, or behind its sign, up to a length. */
  zeroFill(string: Word, length: number): Word;
  /** The string with its tabs replaced by spaces up to the next column that `size` divides, or taken out if that is not positive. */
  expandTabs(string: Word, size: number): Word;
}

/** More repetitions of anything are longer than any string. */
const MOST_TIMES = 0x7fffffff;

export function createStringBuilding(allocator: Allocator, kernel: ObjectKernel, { flat }: Text): StringBuilding {
  const made = madeBy(allocator);

  return {
    concat: (left, right) => made(kernel.concatStrings(flat(left), flat(right))),
    append: (left, right) => made(kernel.appendStrings(left, right)),
    repeat: (string, count) => made(kernel.repeatString(flat(string), Math.min(count, MOST_TIMES))),
    substring: (string, start, stop) => made(kernel.substring(flat(string), start, stop)),
    stride: (string, start, step, count) => made(kernel.stride(string, start, step, count)),
    charAt: (string, index) => made(kernel.charAt(string, index)),
    join: (separator, words, count) => flat(made(kernel.joinStrings(separator, words, count))),
    tryJoin: (separator, words, count) => made(kernel.joinStrings(separator, words, count)),
    replace: (string, part, by, limit) => made(kernel.replaceString(flat(string), part, by, limit)),
    pad: (string, left, right, fill) => made(kernel.padString(flat(string), left, right, fill)),
    zeroFill: (string, length) => made(kernel.zeroFill(flat(string), length)),
    expandTabs: (string, size) => made(kernel.expandTabs(flat(string), size)),
  };
}
