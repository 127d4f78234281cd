import { shapeOf } from "@hotpy/object-model/kernel/header";
import {
  CASE_CAPITALIZE,
  CASE_LOWER,
  CASE_SWAP,
  CASE_TITLE,
  CASE_UPPER,
  NONE,
  SHAPE_BYTE_STRING,
  UNDECIDED,
} from "../generated/constants";
import { changeCaseOfBytes } from "./case";
import { bytesFrom, dataOf, isBytes, newBytes, sizeOfBytes } from "./layout";
import { findByte } from "./search";
import { isSpaceByte } from "./split";

/// Methods of bytes and bytearray that give changed bytes. UNDECIDED: the arguments are of other types. 0: no memory.

/** A part of an object; of all of a bytes object itself. */
export function partOf(self: usize, start: i32, end: i32): usize {
  const shape = shapeOf(self);
  if (shape === SHAPE_BYTE_STRING && start === 0 && end === sizeOfBytes(self)) return self;
  return bytesFrom(shape, dataOf(self) + start, end - start);
}

function changeCase(self: usize, how: i32): usize {
  return changeCaseOfBytes(shapeOf(self), dataOf(self), sizeOfBytes(self), how);
}
export function bytesLower(self: usize): usize {
  return changeCase(self, CASE_LOWER);
}
export function bytesUpper(self: usize): usize {
  return changeCase(self, CASE_UPPER);
}
export function bytesSwapCase(self: usize): usize {
  return changeCase(self, CASE_SWAP);
}
export function bytesTitle(self: usize): usize {
  return changeCase(self, CASE_TITLE);
}
export function bytesCapitalize(self: usize): usize {
  return changeCase(self, CASE_CAPITALIZE);
}

/** What is stripped: these bytes, or white space where there are none to say. */
function isStripped(byte: i32, set: usize, size: i32): bool {
  return set === 0 ? isSpaceByte(byte) : findByte(set, byte, size) >= 0;
}

function strip(self: usize, given: usize, left: bool, right: bool): usize {
  let set: usize = 0;
  let many = 0;
  if (given !== NONE) {
    if (!isBytes(given)) return UNDECIDED;
    set = dataOf(given);
    many = sizeOfBytes(given);
  }
  const data = dataOf(self);
  let start = 0;
  let end = sizeOfBytes(self);
  if (left) while (start < end && isStripped(load<u8>(data + start), set, many)) start++;
  if (right) while (end > start && isStripped(load<u8>(data + end - 1), set, many)) end--;
  return partOf(self, start, end);
}
export function bytesStrip(self: usize): usize {
  return strip(self, NONE, true, true);
}
export function bytesStripOf(self: usize, given: usize): usize {
  return strip(self, given, true, true);
}
export function bytesStripLeft(self: usize): usize {
  return strip(self, NONE, true, false);
}
export function bytesStripLeftOf(self: usize, given: usize): usize {
  return strip(self, given, true, false);
}
export function bytesStripRight(self: usize): usize {
  return strip(self, NONE, false, true);
}
export function bytesStripRightOf(self: usize, given: usize): usize {
  return strip(self, given, false, true);
}

/** `translate(table)` */
export function bytesTranslate(self: usize, table: usize): usize {
  if (!isBytes(table) || sizeOfBytes(table) !== 256) return UNDECIDED;
  const shape = shapeOf(self);
  const size = sizeOfBytes(self);
  const result = newBytes(shape, size);
  if (result === 0) return 0;
  const from = dataOf(self);
  const by = dataOf(table);
  const to = dataOf(result);
  let changed = 0;
  for (let i = 0; i < size; i++) {
    const byte = <i32>load<u8>(from + i);
    const other = <i32>load<u8>(by + byte);
    changed |= byte ^ other;
    store<u8>(to + i, <u8>other);
  }
  return changed === 0 && shape === SHAPE_BYTE_STRING ? self : result;
}
