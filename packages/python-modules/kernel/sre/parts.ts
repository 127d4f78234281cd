import { appendToList } from "@hotpy/object-model/kernel/lists/change";
import { substring } from "@hotpy/object-model/kernel/strings/make";

/** Appends a part of a string to a list; false: no memory. */
export function addPart(list: usize, string: usize, start: i32, end: i32): bool {
  const part = substring(string, start, end);
  return part !== 0 && appendToList(list, part) !== 0;
}

/** As {@link addPart}, but nothing where the part is empty. */
export function addIfAny(list: usize, string: usize, start: i32, end: i32): bool {
  return start >= end || addPart(list, string, start, end);
}
