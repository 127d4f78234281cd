import { equalBytes } from "@hotpy/object-model/kernel/strings/compare";
import { countCode, findAllIn } from "@hotpy/object-model/kernel/strings/find-all";
import { findCodeIn, findLastPart, findPart } from "@hotpy/object-model/kernel/strings/search";
import { STR_DATA, TAIL_SIZE } from "../generated/constants";

/// Looking for bytes in bytes: as strings of one byte a character are searched, whose text lies at this distance from their address.

/** Index of the first occurrence of a part that lies between `start` and `end`; -1: none. 0 <= start and end <= size. */
export function findBytes(text: usize, start: i32, end: i32, part: usize, size: i32): i32 {
  return findPart(text - STR_DATA, 0, part - STR_DATA, 0, size, start, end);
}

/** Index of a byte; -1: it is not there. */
export function findByte(text: usize, byte: i32, size: i32): i32 {
  return findCodeIn(text - STR_DATA, 0, byte, 0, size);
}

/** The same for the last one. */
export function findLastBytes(text: usize, start: i32, end: i32, part: usize, size: i32): i32 {
  return findLastPart(text - STR_DATA, 0, part - STR_DATA, 0, size, start, end);
}

/** How often a part occurs between `start` and `end` without overlap. */
export function countBytes(text: usize, start: i32, end: i32, part: usize, size: i32): i32 {
  if (size === 0) return start > end ? 0 : end - start + 1;
  if (size === 1) return countCode(text - STR_DATA, 0, load<u8>(part), start, end);
  return findAllIn(text - STR_DATA, 0, part - STR_DATA, 0, size, start, end, i32.MAX_VALUE, 0, 0);
}

/** The order of two objects of type bytes. */
export function orderOfByteStrings(a: usize, b: usize): i32 {
  if (a === b) return 0;
  return orderOfBytes(a + STR_DATA, load<i32>(a, TAIL_SIZE), b + STR_DATA, load<i32>(b, TAIL_SIZE));
}

/** Whether so many bytes at two addresses are the same. */
export function sameBytes(a: usize, b: usize, size: i32): bool {
  return equalBytes(a, b, size);
}

/** The order of bytes: negative, 0 or positive. */
export function orderOfBytes(a: usize, sizeOfA: i32, b: usize, sizeOfB: i32): i32 {
  const common = min(sizeOfA, sizeOfB);
  let i = 0;
  while (i + 8 <= common && load<u64>(a + i) === load<u64>(b + i)) i += 8;
  for (; i < common; i++) {
    const difference = <i32>load<u8>(a + i) - <i32>load<u8>(b + i);
    if (difference !== 0) return difference;
  }
  return sizeOfA - sizeOfB;
}
