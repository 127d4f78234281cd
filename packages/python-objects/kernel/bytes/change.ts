import { shapeOf } from "@hotpy/object-model/kernel/header";
import { barrier } from "@hotpy/object-model/kernel/heap";
import { capacityFor } from "@hotpy/object-model/kernel/lists/layout";
import { copyBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";

import {
  BYTEARRAY_BUFFER,
  BYTEARRAY_EXPORTS,
  BYTEARRAY_SIZE,
  BYTES_DATA,
  NONE,
  SHAPE_BYTEARRAY,
  TAIL_SIZE,
  UNDECIDED,
} from "../generated/constants";
import { dataOf, MOST_BYTES, newBuffer } from "./layout";

/// Changes of bytearrays. Where views of one are held, its bytes stay where they are: callers see to that.

/** Below so many bytes nothing is gained by a smaller buffer. */
const SMALL: i32 = 64;

function capacityOf(array: usize): i32 {
  return load<i32>(load<usize>(array, BYTEARRAY_BUFFER), TAIL_SIZE);
}

/**
 * Makes `added` bytes, not filled, of those from `start` to before `stop`; what stands behind moves. False: no memory, and nothing is done.
 */
export function resizeBytes(array: usize, start: i32, stop: i32, added: i32): bool {
  const size = load<i32>(array, BYTEARRAY_SIZE);
  const wanted = <i64>size - <i64>(stop - start) + <i64>added;
  if (wanted > MOST_BYTES) return false;
  const needed = <i32>wanted;
  const data = dataOf(array);
  const capacity = capacityOf(array);
  if (needed <= capacity && (capacity <= SMALL || needed > capacity >> 2)) {
    if (needed !== size) memory.copy(data + start + added, data + stop, size - stop);
    store<i32>(array, needed, BYTEARRAY_SIZE);
    return true;
  }
  const buffer = newBuffer(capacityFor(size, needed));
  if (buffer === 0) return false;
  const to = buffer + BYTES_DATA;
  copyBytes(to, data, start);
  copyBytes(to + start + added, data + stop, size - stop);
  store<usize>(array, buffer, BYTEARRAY_BUFFER);
  store<i32>(array, needed, BYTEARRAY_SIZE);
  barrier(array);
  return true;
}

/** Stores bytes, which lie elsewhere, at start, start + step, … of a bytearray. */
export function storeBytes(array: usize, start: i32, step: i32, count: i32, from: usize): void {
  const to = dataOf(array);
  if (step === 1) copyBytes(to + start, from, count);
  else for (let i = 0; i < count; i++) store<u8>(to + start + i * step, load<u8>(from + i));
}

/** Takes out `count` bytes: those at start, start + step, … */
export function deleteBytes(array: usize, start: i32, step: i32, count: i32): bool {
  if (count === 0) return true;
  if (step < 0) {
    start += (count - 1) * step;
    step = -step;
  }
  const size = load<i32>(array, BYTEARRAY_SIZE);
  if (step === 1) return resizeBytes(array, start, start + count, 0);
  const data = dataOf(array);
  let to = start;
  for (let i = 0; i < count; i++) {
    const from = start + i * step + 1;
    const next = i + 1 < count ? from + step - 1 : size;
    memory.copy(data + to, data + from, next - from);
    to += next - from;
  }
  return resizeBytes(array, to, size, 0);
}

/** Turns the order of the bytes of a bytearray round. */
export function reverseByteArray(array: usize): void {
  let low = dataOf(array);
  let high = low + load<i32>(array, BYTEARRAY_SIZE) - 1;
  for (; low < high; low++, high--) {
    const byte = load<u8>(low);
    store<u8>(low, load<u8>(high));
    store<u8>(high, byte);
  }
}

function isByteArray(word: usize): bool {
  return !isSmall(word) && shapeOf(word) === SHAPE_BYTEARRAY;
}

/** The byte that a small integer is; -1: it is none. */
function byteOf(word: usize): i32 {
  if (!isSmall(word)) return -1;
  const byte = untagSmall(word);
  return byte >= 0 && byte < 256 ? byte : -1;
}

/** `array.append(byte)`: NONE, 0: no memory, or UNDECIDED. */
export function appendByte(array: usize, word: usize): usize {
  const byte = byteOf(word);
  if (byte < 0 || load<i32>(array, BYTEARRAY_EXPORTS) !== 0) return UNDECIDED;
  const size = load<i32>(array, BYTEARRAY_SIZE);
  if (size < capacityOf(array)) store<i32>(array, size + 1, BYTEARRAY_SIZE);
  else if (!resizeBytes(array, size, size, 1)) return 0;
  store<u8>(dataOf(array) + size, <u8>byte);
  return NONE;
}

/** `array[index] = byte`: NONE or UNDECIDED. */
export function setByte(array: usize, index: usize, word: usize): usize {
  const byte = byteOf(word);
  if (byte < 0 || !isSmall(index) || !isByteArray(array)) return UNDECIDED;
  const size = load<i32>(array, BYTEARRAY_SIZE);
  let at = untagSmall(index);
  if (at < 0) at += size;
  if (at < 0 || at >= size) return UNDECIDED;
  store<u8>(dataOf(array) + at, <u8>byte);
  return NONE;
}
