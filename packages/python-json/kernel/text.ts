import { holderOf, lengthOf, widthOf as widthOfString } from "@hotpy/object-model/kernel/strings/text";
import { STR_DATA } from "./generated/constants";

/// The text that is read.

/** Where its first code point lies, log2 of the bytes of each, and how many there are. */
export let start: usize = 0;
export let width: i32 = 0;
export let length: i32 = 0;

export function open(string: usize): void {
  start = holderOf(string) + STR_DATA;
  width = widthOfString(string);
  length = lengthOf(string);
}

/** The code point at an index; -1 at the end and behind it. */
export function at(index: i32): i32 {
  if (<u32>index >= <u32>length) return -1;
  if (width === 0) return load<u8>(start + index);
  if (width === 1) return load<u16>(start + (index << 1));
  return load<i32>(start + (index << 2));
}

/** The index of the first character from one on that is no white space. */
export function skipSpace(index: i32): i32 {
  let code = at(index);
  while (code === 32 || code === 10 || code === 13 || code === 9) code = at(++index);
  return index;
}

export function isDigit(code: i32): bool {
  return <u32>(code - 48) <= 9;
}
