import { shapeOf } from "@hotpy/object-model/kernel/header";
import { isSequence, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { NONE, SHAPE_BYTE_STRING, UNDECIDED } from "../generated/constants";
import { dataOf, isBytes, sizeOfBytes } from "./layout";
import { joinBytes, replaceBytes } from "./make";
import { countBytes } from "./search";
import { partOf } from "./shapes";
import { splitBytes, splitLinesOfBytes, splitSpaceOfBytes } from "./split";

/// Methods of bytes and bytearray that take bytes apart, join and replace. UNDECIDED: the arguments are of other types. 0: no memory.

/** The limit that a word is, where a negative one is none; -1: it is no small integer. */
function limitOf(word: usize): i32 {
  if (!isSmall(word)) return -1;
  const limit = untagSmall(word);
  return limit < 0 ? i32.MAX_VALUE : limit;
}

function split(self: usize, separator: usize, limit: i32, fromEnd: bool): usize {
  const shape = shapeOf(self);
  if (limit < 0) return UNDECIDED;
  if (separator === NONE) return splitSpaceOfBytes(shape, dataOf(self), sizeOfBytes(self), limit, fromEnd);
  if (!isBytes(separator) || sizeOfBytes(separator) === 0) return UNDECIDED;
  return splitBytes(shape, dataOf(self), sizeOfBytes(self), dataOf(separator), sizeOfBytes(separator), limit, fromEnd);
}
export function bytesSplit(self: usize): usize {
  return split(self, NONE, i32.MAX_VALUE, false);
}
export function bytesSplitAt(self: usize, separator: usize): usize {
  return split(self, separator, i32.MAX_VALUE, false);
}
export function bytesSplitAtMost(self: usize, separator: usize, limit: usize): usize {
  return split(self, separator, limitOf(limit), false);
}
export function bytesSplitRight(self: usize): usize {
  return split(self, NONE, i32.MAX_VALUE, true);
}
export function bytesSplitRightAt(self: usize, separator: usize): usize {
  return split(self, separator, i32.MAX_VALUE, true);
}
export function bytesSplitRightAtMost(self: usize, separator: usize, limit: usize): usize {
  return split(self, separator, limitOf(limit), true);
}

/** `splitlines()` */
export function bytesSplitLines(self: usize): usize {
  return splitLinesOfBytes(shapeOf(self), dataOf(self), sizeOfBytes(self), false);
}

/** `separator.join(items)` of a list or tuple. */
export function bytesJoin(self: usize, items: usize): usize {
  if (isSmall(items) || !isSequence(items)) return UNDECIDED;
  const shape = shapeOf(self);
  const count = lengthOf(items);
  if (count === 1 && shape === SHAPE_BYTE_STRING) {
    const only = load<usize>(itemsOf(items));
    if (!isSmall(only) && shapeOf(only) === SHAPE_BYTE_STRING) return only;
  }
  const joined = joinBytes(shape, dataOf(self), sizeOfBytes(self), itemsOf(items), count);
  return isSmall(joined) ? UNDECIDED : joined;
}

function replace(self: usize, old: usize, by: usize, limit: i32): usize {
  if (limit < 0 || !isBytes(old) || !isBytes(by)) return UNDECIDED;
  const data = dataOf(self);
  const size = sizeOfBytes(self);
  const part = dataOf(old);
  const partSize = sizeOfBytes(old);
  if (limit === 0 || countBytes(data, 0, size, part, partSize) === 0) return partOf(self, 0, size);
  return replaceBytes(shapeOf(self), data, size, part, partSize, dataOf(by), sizeOfBytes(by), limit);
}
export function bytesReplace(self: usize, old: usize, by: usize): usize {
  return replace(self, old, by, i32.MAX_VALUE);
}
export function bytesReplaceMost(self: usize, old: usize, by: usize, limit: usize): usize {
  return replace(self, old, by, limitOf(limit));
}
