import { fromInt64, isBig, isInteger, UNDECIDED, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { copyBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { isFlat, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import {
  BYTEARRAY_EXPORTS,
  BYTEARRAY_SIZE,
  DIGITS_BUFFER,
  FALSE,
  NONE,
  SHAPE_BYTE_STRING,
  SHAPE_INT64,
  STR_DATA,
  TRUE,
} from "../generated/constants";
import { typeOfShape } from "../types";
import { resizeBytes } from "./change";
import { dataOf, isBytes, newBytes, sizeOfBytes } from "./layout";
import { countBytes, findBytes, findLastBytes, sameBytes } from "./search";

/// Methods of bytes and bytearray whose arguments are objects of these types, or small integers. UNDECIDED: they are not. 0: no memory.

/* The part that is looked for. */
let partAt: usize = 0;
let partSize: i32 = 0;

function takePart(part: usize): bool {
  if (isSmall(part)) {
    const byte = untagSmall(part);
    if (byte < 0 || byte > 255) return false;
    partAt = DIGITS_BUFFER;
    partSize = 1;
    store<u8>(DIGITS_BUFFER, byte);
    return true;
  }
  if (!isBytes(part)) return false;
  partAt = dataOf(part);
  partSize = sizeOfBytes(part);
  return true;
}

export function bytesFind(self: usize, part: usize): usize {
  return takePart(part) ? fromInt64(findBytes(dataOf(self), 0, sizeOfBytes(self), partAt, partSize)) : UNDECIDED;
}

/** `index(part)` where it is found. */
export function bytesIndex(self: usize, part: usize): usize {
  if (!takePart(part)) return UNDECIDED;
  const found = findBytes(dataOf(self), 0, sizeOfBytes(self), partAt, partSize);
  return found < 0 ? UNDECIDED : fromInt64(found);
}

export function bytesIndexLast(self: usize, part: usize): usize {
  if (!takePart(part)) return UNDECIDED;
  const found = findLastBytes(dataOf(self), 0, sizeOfBytes(self), partAt, partSize);
  return found < 0 ? UNDECIDED : fromInt64(found);
}

export function bytesFindLast(self: usize, part: usize): usize {
  return takePart(part) ? fromInt64(findLastBytes(dataOf(self), 0, sizeOfBytes(self), partAt, partSize)) : UNDECIDED;
}

export function bytesCount(self: usize, part: usize): usize {
  return takePart(part) ? fromInt64(countBytes(dataOf(self), 0, sizeOfBytes(self), partAt, partSize)) : UNDECIDED;
}

export function bytesStartsWith(self: usize, part: usize): usize {
  if (!isBytes(part) || !takePart(part)) return UNDECIDED;
  return sizeOfBytes(self) >= partSize && sameBytes(dataOf(self), partAt, partSize) ? TRUE : FALSE;
}

export function bytesEndsWith(self: usize, part: usize): usize {
  if (!isBytes(part) || !takePart(part)) return UNDECIDED;
  const at = sizeOfBytes(self) - partSize;
  return at >= 0 && sameBytes(dataOf(self) + at, partAt, partSize) ? TRUE : FALSE;
}

/** `array.extend(part)` by bytes. */
export function extendByteArray(array: usize, part: usize): usize {
  if (!isBytes(part) || part === array || load<i32>(array, BYTEARRAY_EXPORTS) !== 0) return UNDECIDED;
  const size = load<i32>(array, BYTEARRAY_SIZE);
  const added = sizeOfBytes(part);
  if (added === 0) return NONE;
  if (!resizeBytes(array, size, size, added)) return UNDECIDED;
  copyBytes(dataOf(array) + size, dataOf(part), added);
  return NONE;
}

/** 1: "little", 0: "big", -1: neither. */
function orderOf(word: usize): i32 {
  if (isSmall(word) || !isFlat(word) || widthOf(word) !== 0) return -1;
  const length = lengthOf(word);
  // The last word of a text is whole.
  if (length === 3) return (load<u32>(word, STR_DATA) & 0xffffff) === 0x676962 ? 0 : -1;
  if (length !== 6 || load<u32>(word, STR_DATA) !== 0x7474696c) return -1;
  return (load<u32>(word, STR_DATA + 4) & 0xffff) === 0x656c ? 1 : -1;
}

/** `number.to_bytes(size, order)` of a number of 64 bits that is not negative, to so few bytes. */
export function intToBytes(number: usize, size: usize, order: usize): usize {
  const isLittle = orderOf(order);
  const count = untagSmall(size);
  if (isLittle < 0 || !isSmall(size) || count < 1 || count > 8 || !isInteger(number) || isBig(number)) return UNDECIDED;
  let value = valueOf(number);
  if (value < 0 || (count < 8 && value >> (count << 3) !== 0)) return UNDECIDED;
  const bytes = newBytes(SHAPE_BYTE_STRING, count);
  if (bytes === 0) return 0;
  const to = dataOf(bytes);
  for (let i = 0; i < count; i++, value >>= 8) store<u8>(to + (isLittle === 1 ? i : count - 1 - i), <u8>value);
  return bytes;
}

/** `int.from_bytes(bytes, order)` of so few bytes that the number has 63 bits; `type` is int itself. */
export function intFromBytes(type: usize, given: usize, order: usize): usize {
  const isLittle = orderOf(order);
  if (isLittle < 0 || !isBytes(given) || type !== typeOfShape(SHAPE_INT64)) return UNDECIDED;
  const count = sizeOfBytes(given);
  if (count > 7) return UNDECIDED;
  const from = dataOf(given);
  let value: i64 = 0;
  for (let i = 0; i < count; i++) value = (value << 8) | <i64>load<u8>(from + (isLittle === 1 ? count - 1 - i : i));
  return fromInt64(value);
}
