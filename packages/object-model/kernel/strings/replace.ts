import { STR_DATA } from "../generated/constants";
import { copyCodes, emptyString, narrowed, newString } from "./make";
import { countString, findString } from "./search";
import { holderOf, lengthOf, widthOf } from "./text";

/** A string with the first `limit` occurrences of a part replaced by another string; 0: no memory. */
export function replaceString(string: usize, part: usize, by: usize, limit: i32): usize {
  const length = lengthOf(string);
  const partLength = lengthOf(part);
  const byLength = lengthOf(by);
  const count = countString(string, part, 0, length, limit);
  if (count === 0) return string;
  const total = <i64>length + <i64>count * <i64>(byLength - partLength);
  if (total === 0) return emptyString();
  if (total > <i64>i32.MAX_VALUE) return 0;
  const holder = holderOf(string);
  const width = widthOf(string);
  const byHolder = holderOf(by);
  const byWidth = widthOf(by);
  const newWidth = byLength > 0 ? max(width, byWidth) : width;
  const result = newString(newWidth, <i32>total);
  if (result === 0) return 0;
  if (partLength === byLength && width === newWidth) {
    replaceInPlace(result, string, part, byHolder, byWidth, count);
    return narrowed(result);
  }
  let to = result + STR_DATA;
  let from = 0;
  for (let i = 0; i < count; i++) {
    // The empty part is found before each code point, and at the end.
    const found = partLength === 0 ? i : findString(string, part, from, length);
    copyCodes(to, newWidth, holder, width, from, found - from);
    to += (found - from) << newWidth;
    if (newWidth === 0 && byLength === 1) store<u8>(to, load<u8>(byHolder, STR_DATA));
    else copyCodes(to, newWidth, byHolder, byWidth, 0, byLength);
    to += byLength << newWidth;
    from = found + partLength;
  }
  copyCodes(to, newWidth, holder, width, from, length - from);
  return narrowed(result);
}

/** Copies a string and replaces a part by one as long: nothing else moves. */
function replaceInPlace(result: usize, string: usize, part: usize, byHolder: usize, byWidth: i32, count: i32): void {
  const length = lengthOf(string);
  const width = widthOf(string);
  const partLength = lengthOf(part);
  const text = result + STR_DATA;
  copyCodes(text, width, holderOf(string), width, 0, length);
  let at = 0;
  for (; count > 0; count--) {
    at = findString(string, part, at, length);
    copyCodes(text + (at << width), width, byHolder, byWidth, 0, partLength);
    at += partLength;
  }
}
