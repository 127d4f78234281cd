import { headerOf, shapeOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { copyBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { isSmall } from "@hotpy/object-model/kernel/words";

import {
  BYTEARRAY_BUFFER,
  BYTEARRAY_EXPORTS,
  BYTEARRAY_SIZE,
  BYTES_DATA,
  SHAPE_BYTE_STRING,
  SHAPE_BYTEARRAY,
  SHAPE_BYTES,
  STR_DATA,
  STR_HASH,
  TAIL_SIZE,
} from "../generated/constants";

/// Python's bytes and bytearrays as they lie in memory. *Bytes* in these files are `size` bytes at an address: of an object of either type, or of
/// whatever else has some. Results are of the type whose shape is given; 0 is the result where there is no memory.

/** More bytes than any object has. */
export const MOST_BYTES: i64 = 0x7fffff00;

const BYTEARRAY_BYTES: usize = 24;

/** Whether a word is an object of exactly type bytes or bytearray. */
export function isBytes(word: usize): bool {
  return !isSmall(word) && <u32>(shapeOf(word) - SHAPE_BYTE_STRING) <= 1;
}

/** Number of bytes of an object of either type. */
export function sizeOfBytes(object: usize): i32 {
  return shapeOf(object) === SHAPE_BYTE_STRING ? load<i32>(object, TAIL_SIZE) : load<i32>(object, BYTEARRAY_SIZE);
}

/** Address of the first of them. */
export function dataOf(object: usize): usize {
  return shapeOf(object) === SHAPE_BYTE_STRING ? object + STR_DATA : load<usize>(object, BYTEARRAY_BUFFER) + BYTES_DATA;
}

/** Raw bytes for a bytearray, not filled. 0: no memory. */
export function newBuffer(capacity: i32): usize {
  const buffer = allocate(<usize>BYTES_DATA + <usize>capacity);
  if (buffer === 0) return 0;
  store<i32>(buffer, headerOf(SHAPE_BYTES));
  store<i32>(buffer, capacity, TAIL_SIZE);
  return buffer;
}

/** An object of so many bytes, at most MOST_BYTES, which are to be filled. */
export function newBytes(shape: i32, size: i32): usize {
  if (shape === SHAPE_BYTE_STRING) {
    const bytes = allocate(<usize>STR_DATA + <usize>size);
    if (bytes === 0) return 0;
    store<i32>(bytes, headerOf(SHAPE_BYTE_STRING));
    store<i32>(bytes, size, TAIL_SIZE);
    store<i32>(bytes, 0, STR_HASH);
    if (size > 0) store<i32>(bytes + ((size - 1) & ~3), 0, STR_DATA);
    return bytes;
  }
  const buffer = newBuffer(size);
  if (buffer === 0) return 0;
  const array = allocate(BYTEARRAY_BYTES);
  if (array === 0) return 0;
  store<i32>(array, headerOf(SHAPE_BYTEARRAY));
  store<i32>(array, 0, TAIL_SIZE);
  store<i32>(array, size, BYTEARRAY_SIZE);
  store<usize>(array, buffer, BYTEARRAY_BUFFER);
  store<i32>(array, 0, BYTEARRAY_EXPORTS);
  store<i32>(array, 0, BYTEARRAY_EXPORTS + 4);
  return array;
}

/** An object of copies of bytes. */
export function bytesFrom(shape: i32, from: usize, size: i32): usize {
  const bytes = newBytes(shape, size);
  if (bytes !== 0) copyBytes(dataOf(bytes), from, size);
  return bytes;
}
