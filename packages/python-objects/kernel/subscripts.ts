import { headerOf, shapeOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { assignSlice, deleteSlice, takeFromList } from "@hotpy/object-model/kernel/lists/change";
import { isList, isSequence, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { pickList, pickTuple } from "@hotpy/object-model/kernel/lists/make";
import { charAt, stride, substring } from "@hotpy/object-model/kernel/strings/make";
import { containsString } from "@hotpy/object-model/kernel/strings/search";
import { isString, lengthOf as lengthOfString } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { isArray, itemOfArray } from "./arrays";
import { dataOf, isBytes, sizeOfBytes } from "./bytes/layout";
import { pickBytes } from "./bytes/make";
import { findByte, findBytes } from "./bytes/search";
import { dequeItem, findInDeque, lengthOfDeque } from "./deques";
import {
  FALSE,
  NONE,
  SHAPE_BYTE_STRING,
  SHAPE_DEQUE,
  SHAPE_LIST,
  SHAPE_SLICE,
  SHAPE_TUPLE,
  SLICE_START,
  SLICE_STEP,
  SLICE_STOP,
  TRUE,
} from "./generated/constants";
import { positionOf } from "./positions";
import { findPlain } from "./search";

/// Items of deques and strings, slices of lists, tuples, strings and bytes whose bounds are small integers or None, and `in` for the same types. What is UNDECIDED has
/// nothing done; then the type's method is called, which also raises what there is to raise. 0: there is no memory, and nothing done.

const SLICE_BYTES = 24;
/** What takes longer is left to the method: the user can interrupt that. */
const MOST_ITEMS = 1 << 16;

/** A slice of these bounds. */
export function newSlice(start: usize, stop: usize, step: usize): usize {
  const slice = allocate(SLICE_BYTES);
  if (slice === 0) return 0;
  store<i32>(slice, headerOf(SHAPE_SLICE));
  store<i32>(slice, 0, 4);
  store<usize>(slice, start, SLICE_START);
  store<usize>(slice, stop, SLICE_STOP);
  store<usize>(slice, step, SLICE_STEP);
  store<i32>(slice, 0, SLICE_BYTES - 4);
  return slice;
}

/* What `resolve` has found: the items at start, start + step, …, so many. A kernel's globals last for one operation. */
let first: i32 = 0;
let step: i32 = 1;
let count: i32 = 0;

function place(bound: usize, otherwise: i32, length: i32, low: i32, high: i32): i32 {
  if (!isSmall(bound)) return otherwise;
  let at = untagSmall(bound);
  if (at < 0) at += length;
  return max(low, min(high, at));
}

/** What a slice selects of `length` items; false: its bounds are of other kinds, its step is 0, or it selects too many. */
function resolve(slice: usize, length: i32): bool {
  const from = load<usize>(slice, SLICE_START);
  const to = load<usize>(slice, SLICE_STOP);
  const by = load<usize>(slice, SLICE_STEP);
  if (!isSmall(from) && from !== NONE) return false;
  if (!isSmall(to) && to !== NONE) return false;
  if (!isSmall(by) && by !== NONE) return false;
  step = by === NONE ? 1 : untagSmall(by);
  if (step === 0) return false;
  if (step > 0) {
    first = place(from, 0, length, 0, length);
    const distance = place(to, length, length, 0, length) - first;
    count = distance <= 0 ? 0 : step === 1 ? distance : (distance - 1) / step + 1;
  } else {
    first = place(from, length - 1, length, -1, length - 1);
    const distance = first - place(to, -1, length, -1, length - 1);
    count = distance <= 0 ? 0 : step === -1 ? distance : (distance - 1) / -step + 1;
  }
  return count <= MOST_ITEMS;
}

function isSlice(word: usize): bool {
  return !isSmall(word) && shapeOf(word) === SHAPE_SLICE;
}

/** `container[index]` of a string, a deque, bytes, a bytearray or an array, by a small integer. */
export function itemAt(container: usize, index: usize): usize {
  if (shapeOf(container) === SHAPE_DEQUE) return dequeItem(container, index);
  const isText = isString(container);
  if (!isText && !isBytes(container)) return isArray(container) ? itemOfArray(container, index) : UNDECIDED;
  const length = isText ? lengthOfString(container) : sizeOfBytes(container);
  let at = untagSmall(index);
  if (at < 0) at += length;
  if (at < 0 || at >= length) return UNDECIDED;
  return isText ? charAt(container, at) || UNDECIDED : tagSmall(load<u8>(dataOf(container) + at));
}

/** `container[slice]`. */
export function getSlice(container: usize, slice: usize): usize {
  if (isSmall(container) || !isSlice(slice)) return UNDECIDED;
  const shape = shapeOf(container);
  if (shape === SHAPE_LIST) {
    return resolve(slice, lengthOf(container)) ? pickList(container, first, step, count) : UNDECIDED;
  }
  if (shape === SHAPE_TUPLE) {
    // There is one empty tuple, which is not for the kernel to find.
    return resolve(slice, lengthOf(container)) && count > 0 ? pickTuple(container, first, step, count) : UNDECIDED;
  }
  if (isBytes(container)) {
    if (!resolve(slice, sizeOfBytes(container))) return UNDECIDED;
    if (step === 1 && count === sizeOfBytes(container) && shape === SHAPE_BYTE_STRING) return container;
    return pickBytes(shape, dataOf(container), first, step, count);
  }
  if (!isString(container) || !resolve(slice, lengthOfString(container))) return UNDECIDED;
  return step === 1 ? substring(container, first, first + count) : stride(container, first, step, count);
}

/** `list[slice] = items`, where the items are another list or a tuple: NONE. */
export function setSlice(list: usize, slice: usize, items: usize): usize {
  if (isSmall(list | items) || list === items || !isList(list) || !isSlice(slice)) return UNDECIDED;
  if (!isSequence(items)) return UNDECIDED;
  if (lengthOf(list) > MOST_ITEMS || lengthOf(items) > MOST_ITEMS) return UNDECIDED;
  if (!resolve(slice, lengthOf(list)) || (step !== 1 && count !== lengthOf(items))) return UNDECIDED;
  return assignSlice(list, first, step, count, items) ? NONE : 0;
}

/** `del list[slice]`, where the step is 1, or `del list[index]`: NONE. */
export function deleteFromList(list: usize, key: usize): usize {
  if (isSmall(list) || !isList(list)) return UNDECIDED;
  const length = lengthOf(list);
  if (isSmall(key)) {
    const at = positionOf(key, length);
    if (at < 0) return UNDECIDED;
    takeFromList(list, at);
    return NONE;
  }
  if (!isSlice(key) || !resolve(key, length) || step !== 1) return UNDECIDED;
  deleteSlice(list, first, 1, count);
  return NONE;
}

/** `item in container` of bytes or a bytearray: other bytes, or a byte. */
function containsBytes(container: usize, item: usize): usize {
  const size = sizeOfBytes(container);
  if (isSmall(item)) {
    const byte = untagSmall(item);
    if (byte < 0 || byte > 255) return UNDECIDED;
    return findByte(dataOf(container), byte, size) < 0 ? FALSE : TRUE;
  }
  if (!isBytes(item)) return UNDECIDED;
  return findBytes(dataOf(container), 0, size, dataOf(item), sizeOfBytes(item)) < 0 ? FALSE : TRUE;
}

/** `item in container` of a list, a tuple, a string or bytes: TRUE or FALSE. */
export function containsPlain(container: usize, item: usize): usize {
  if (isSmall(container)) return UNDECIDED;
  if (isString(container)) return !isString(item) ? UNDECIDED : containsString(container, item) ? TRUE : FALSE;
  const shape = shapeOf(container);
  if (shape === SHAPE_LIST || shape === SHAPE_TUPLE) {
    const found = findPlain(container, item, 0, lengthOf(container));
    return found < -1 ? UNDECIDED : found < 0 ? FALSE : TRUE;
  }
  if (shape === SHAPE_DEQUE) {
    const found = findInDeque(container, item, 0, lengthOfDeque(container));
    return found < -1 ? UNDECIDED : found < 0 ? FALSE : TRUE;
  }
  return isBytes(container) ? containsBytes(container, item) : UNDECIDED;
}
