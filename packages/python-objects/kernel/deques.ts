import { headerOf, shapeOf } from "@hotpy/object-model/kernel/header";
import { allocate, barrier } from "@hotpy/object-model/kernel/heap";
import { emptyArray, isSequence, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";

import { copyWords, isSmall, tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { equalsPlain } from "./equality";
import {
  ARRAY_ITEMS,
  DEQUE_CHANGES,
  DEQUE_HEAD,
  DEQUE_ITEMS,
  DEQUE_ITERATOR_DEQUE,
  DEQUE_ITERATOR_EXPECTED,
  DEQUE_ITERATOR_LEFT,
  DEQUE_LENGTH,
  DEQUE_MOST,
  NONE,
  SHAPE_DEQUE,
  SHAPE_DEQUE_ITERATOR,
  SHAPE_DEQUE_REVERSE_ITERATOR,
  TAIL_SIZE,
  UNDECIDED,
} from "./generated/constants";

/// Deques: rings in arrays whose size is a power of two. Methods return NONE or an item; UNDECIDED: nothing is done, the method itself says what is
/// wrong; 0: no memory.

const DEQUE_BYTES = 32;
const ITERATOR_BYTES = 24;
const LEAST_ROOM: i32 = 8;
/** What takes longer is left to functions that the user can interrupt. */
const MOST_ITEMS: i32 = 1 << 16;

function isDeque(word: usize): bool {
  return !isSmall(word) && shapeOf(word) === SHAPE_DEQUE;
}

export function lengthOfDeque(deque: usize): i32 {
  return load<i32>(deque, DEQUE_LENGTH);
}

function roomOf(deque: usize): i32 {
  return load<i32>(load<usize>(deque, DEQUE_ITEMS), TAIL_SIZE);
}

function headOf(deque: usize): i32 {
  return load<i32>(deque, DEQUE_HEAD);
}

function mostOf(deque: usize): i32 {
  return load<i32>(deque, DEQUE_MOST);
}

/** Address of the place behind `index` others from the first item. */
function placeOf(deque: usize, index: i32): usize {
  const array = load<usize>(deque, DEQUE_ITEMS);
  return array + ARRAY_ITEMS + (((headOf(deque) + index) & (load<i32>(array, TAIL_SIZE) - 1)) << 2);
}

function itemInDeque(deque: usize, index: i32): usize {
  return load<usize>(placeOf(deque, index));
}

function put(deque: usize, index: i32, item: usize): void {
  store<usize>(placeOf(deque, index), item);
}

function setHead(deque: usize, head: i32): void {
  store<i32>(deque, head & (roomOf(deque) - 1), DEQUE_HEAD);
}

function setLength(deque: usize, length: i32): void {
  store<i32>(deque, length, DEQUE_LENGTH);
}

/** Items have been stored. */
function itemsChanged(deque: usize): void {
  barrier(load<usize>(deque, DEQUE_ITEMS));
}

function countChange(deque: usize): void {
  store<i32>(deque, load<i32>(deque, DEQUE_CHANGES) + 1, DEQUE_CHANGES);
}

/** An empty deque. */
export function newDeque(most: i32): usize {
  const array = emptyArray(LEAST_ROOM);
  const deque = array === 0 ? 0 : allocate(DEQUE_BYTES);
  if (deque === 0) return 0;
  store<i32>(deque, headerOf(SHAPE_DEQUE));
  store<i32>(deque, 0, 4);
  setLength(deque, 0);
  store<usize>(deque, array, DEQUE_ITEMS);
  store<i32>(deque, 0, DEQUE_HEAD);
  store<i32>(deque, most, DEQUE_MOST);
  store<i32>(deque, 0, DEQUE_CHANGES);
  store<i32>(deque, 0, DEQUE_BYTES - 4);
  return deque;
}

/** Writes `count` items from an index on to an address. */
function copyItems(deque: usize, index: i32, count: i32, to: usize): void {
  const from = placeOf(deque, index);
  const end = load<usize>(deque, DEQUE_ITEMS) + ARRAY_ITEMS + ((<usize>roomOf(deque)) << 2);
  const ahead = min(count, <i32>((end - from) >> 2));
  copyWords(to, from, ahead);
  if (ahead < count) copyWords(to + (ahead << 2), load<usize>(deque, DEQUE_ITEMS) + ARRAY_ITEMS, count - ahead);
}

/** From now on its items lie in this array, from its start on. */
function setArray(deque: usize, array: usize): void {
  store<usize>(deque, array, DEQUE_ITEMS);
  store<i32>(deque, 0, DEQUE_HEAD);
  barrier(deque);
}

/** Another array, with the items at its start. False: no memory; nothing is done. */
function moveTo(deque: usize, room: i32): bool {
  const array = emptyArray(room);
  if (array === 0) return false;
  copyItems(deque, 0, lengthOfDeque(deque), array + ARRAY_ITEMS);
  setArray(deque, array);
  return true;
}

/** Sees to it that there is room for so many items in all. */
function reserve(deque: usize, needed: i32): bool {
  let room = roomOf(deque);
  if (needed <= room) return true;
  while (room < needed) {
    if (room >= 1 << 28) return false;
    room <<= 1;
  }
  return moveTo(deque, room);
}

/** Room that a deque does not need any more is given back. */
function release(deque: usize): void {
  const room = roomOf(deque);
  if (room > 64 && lengthOfDeque(deque) < room >> 3) moveTo(deque, room >> 1);
}

export function dequeLength(deque: usize): usize {
  return tagSmall(lengthOfDeque(deque));
}

/// What is done at either end is written out for each: with a flag for the end a trace takes a sixth longer.

/** Takes the first item out. */
function takeFirst(deque: usize): usize {
  const place = placeOf(deque, 0);
  const item = load<usize>(place);
  store<usize>(place, 0);
  setHead(deque, headOf(deque) + 1);
  setLength(deque, lengthOfDeque(deque) - 1);
  return item;
}

/** Takes the last item out. */
function takeLast(deque: usize): usize {
  const last = lengthOfDeque(deque) - 1;
  const place = placeOf(deque, last);
  const item = load<usize>(place);
  store<usize>(place, 0);
  setLength(deque, last);
  return item;
}

export function dequeAppend(deque: usize, item: usize): usize {
  const length = lengthOfDeque(deque);
  if (length === mostOf(deque)) {
    if (length > 0) takeFirst(deque);
  } else if (length === roomOf(deque) && !reserve(deque, length + 1)) return 0;
  if (mostOf(deque) !== 0) {
    const last = lengthOfDeque(deque);
    put(deque, last, item);
    setLength(deque, last + 1);
    itemsChanged(deque);
  }
  countChange(deque);
  return NONE;
}

export function dequeAppendLeft(deque: usize, item: usize): usize {
  const length = lengthOfDeque(deque);
  if (length === mostOf(deque)) {
    if (length > 0) takeLast(deque);
  } else if (length === roomOf(deque) && !reserve(deque, length + 1)) return 0;
  if (mostOf(deque) !== 0) {
    setHead(deque, headOf(deque) - 1);
    put(deque, 0, item);
    setLength(deque, lengthOfDeque(deque) + 1);
    itemsChanged(deque);
  }
  countChange(deque);
  return NONE;
}

export function dequePop(deque: usize): usize {
  if (lengthOfDeque(deque) === 0) return UNDECIDED;
  const item = takeLast(deque);
  release(deque);
  countChange(deque);
  return item;
}

export function dequePopLeft(deque: usize): usize {
  if (lengthOfDeque(deque) === 0) return UNDECIDED;
  const item = takeFirst(deque);
  release(deque);
  countChange(deque);
  return item;
}

export function dequeClear(deque: usize): usize {
  const array = emptyArray(LEAST_ROOM);
  if (array === 0) return 0;
  setArray(deque, array);
  setLength(deque, 0);
  countChange(deque);
  return NONE;
}

/** The index that a small integer is; negative: it is none within the length. */
function indexIn(deque: usize, key: usize): i32 {
  if (!isSmall(key)) return -1;
  const length = lengthOfDeque(deque);
  const index = untagSmall(key);
  const at = index < 0 ? index + length : index;
  return at < length ? at : -1;
}

export function dequeItem(deque: usize, key: usize): usize {
  const index = indexIn(deque, key);
  return index < 0 ? UNDECIDED : itemInDeque(deque, index);
}

export function dequeSetItem(deque: usize, key: usize, item: usize): usize {
  const index = indexIn(deque, key);
  if (index < 0) return UNDECIDED;
  put(deque, index, item);
  itemsChanged(deque);
  return NONE;
}

/** Takes out the item at an index within the length. */
export function deleteFromDeque(deque: usize, index: i32): void {
  const length = lengthOfDeque(deque);
  if (index < length >> 1) {
    for (let i = index; i > 0; i--) put(deque, i, itemInDeque(deque, i - 1));
    takeFirst(deque);
  } else {
    for (let i = index + 1; i < length; i++) put(deque, i - 1, itemInDeque(deque, i));
    takeLast(deque);
  }
  itemsChanged(deque);
  countChange(deque);
}

/** Puts an item in before the one at an index within the length, of a deque that may have one more. */
export function insertInDeque(deque: usize, index: i32, item: usize): usize {
  if (dequeAppend(deque, item) === 0) return 0;
  for (let i = lengthOfDeque(deque) - 1; i > index; i--) put(deque, i, itemInDeque(deque, i - 1));
  put(deque, index, item);
  return NONE;
}

/** Rotates by so many places, at most the length in either direction. */
function rotateBy(deque: usize, count: i32): void {
  const length = lengthOfDeque(deque);
  const isFull = length === roomOf(deque);
  for (let i = 0; i < count; i++) {
    const last = placeOf(deque, length - 1);
    const item = load<usize>(last);
    if (!isFull) store<usize>(last, 0);
    setHead(deque, headOf(deque) - 1);
    put(deque, 0, item);
  }
  for (let i = 0; i > count; i--) {
    const first = placeOf(deque, 0);
    const item = load<usize>(first);
    if (!isFull) store<usize>(first, 0);
    setHead(deque, headOf(deque) + 1);
    put(deque, length - 1, item);
  }
  itemsChanged(deque);
}

/** `rotate(count)`. */
export function dequeRotate(deque: usize, steps: usize): usize {
  if (!isSmall(steps)) return UNDECIDED;
  const length = lengthOfDeque(deque);
  if (length <= 1) return NONE;
  let count = untagSmall(steps) % length;
  if (count > length >> 1) count -= length;
  else if (count < -(length >> 1)) count += length;
  rotateBy(deque, count);
  countChange(deque);
  return NONE;
}

export function dequeRotateOnce(deque: usize): usize {
  return dequeRotate(deque, 3);
}

export function dequeReverse(deque: usize): usize {
  for (let low = 0, high = lengthOfDeque(deque) - 1; low < high; low++, high--) {
    const item = itemInDeque(deque, low);
    put(deque, low, itemInDeque(deque, high));
    put(deque, high, item);
  }
  itemsChanged(deque);
  return NONE;
}

/** Appends the items of a list, tuple or deque, which is another one. */
function appendAll(deque: usize, given: usize, isLeft: bool): usize {
  const isOfDeque = isDeque(given);
  const count = isOfDeque ? lengthOfDeque(given) : lengthOf(given);
  const most = mostOf(deque);
  const length = lengthOfDeque(deque) + count;
  if (!reserve(deque, most < 0 ? length : min(most, length))) return 0;
  for (let i = 0; i < count; i++) {
    const item = isOfDeque ? itemInDeque(given, i) : load<usize>(itemsOf(given) + (i << 2));
    if ((isLeft ? dequeAppendLeft(deque, item) : dequeAppend(deque, item)) === 0) return 0;
  }
  return NONE;
}

function isShort(given: usize): bool {
  if (isSmall(given)) return false;
  if (isDeque(given)) return lengthOfDeque(given) <= MOST_ITEMS;
  return isSequence(given) && lengthOf(given) <= MOST_ITEMS;
}

/** `extend` by a list, tuple or another deque. */
function extend(deque: usize, given: usize, isLeft: bool): usize {
  return given === deque || !isShort(given) ? UNDECIDED : appendAll(deque, given, isLeft);
}

export function dequeExtend(deque: usize, given: usize): usize {
  return extend(deque, given, false);
}

export function dequeExtendLeft(deque: usize, given: usize): usize {
  return extend(deque, given, true);
}

/** Another deque of the same items and the same most. */
export function dequeCopy(deque: usize): usize {
  const copy = newDeque(mostOf(deque));
  if (copy === 0 || !reserve(copy, lengthOfDeque(deque))) return 0;
  return appendAll(copy, deque, false) === 0 ? 0 : copy;
}

/** Writes all that an iterator has left, so many items, to an address. */
export function takeDeque(to: usize, iterator: usize, count: i32): i32 {
  const deque = load<usize>(iterator, DEQUE_ITERATOR_DEQUE);
  copyItems(deque, lengthOfDeque(deque) - count, count, to);
  store<i32>(iterator, 0, DEQUE_ITERATOR_LEFT);
  return count;
}

/** Repeats the items so many times, once at least; of as many as it may have the last ones. False: no memory. */
export function repeatDeque(deque: usize, times: i32): bool {
  const count = lengthOfDeque(deque);
  const most = mostOf(deque);
  if (count === 0) return true;
  // Where it is full, each row of all items pushes another one out.
  const rows = most < 0 ? times : min(times, (most + count - 1) / count);
  const total = <i64>count * <i64>rows;
  if (total > <i64>(1 << 28) || !reserve(deque, most < 0 ? <i32>total : min(most, <i32>total))) return false;
  for (let i = count; i < <i32>total; i++) dequeAppend(deque, itemInDeque(deque, lengthOfDeque(deque) - count));
  return true;
}

/** Index of the first item from `start` to before `stop` that is equal to one; -1: none; -2 - i: code of the program must compare the item at i. */
export function findInDeque(deque: usize, item: usize, start: i32, stop: i32): i32 {
  const end = min(stop, lengthOfDeque(deque));
  for (let i = start; i < end; i++) {
    const each = itemInDeque(deque, i);
    if (each === item) return i;
    const isEqual = equalsPlain(each, item);
    if (isEqual === 1) return i;
    if (isEqual !== 0) return -2 - i;
  }
  return -1;
}

/** `iter(deque)` or `reversed(deque)`. */
function iterate(deque: usize, shape: i32): usize {
  const iterator = allocate(ITERATOR_BYTES);
  if (iterator === 0) return 0;
  store<i32>(iterator, headerOf(shape));
  store<i32>(iterator, 0, 4);
  store<i32>(iterator, lengthOfDeque(deque), DEQUE_ITERATOR_LEFT);
  store<i32>(iterator, load<i32>(deque, DEQUE_CHANGES), DEQUE_ITERATOR_EXPECTED);
  store<usize>(iterator, deque, DEQUE_ITERATOR_DEQUE);
  store<i32>(iterator, 0, ITERATOR_BYTES - 4);
  return iterator;
}

export function iterateDeque(deque: usize): usize {
  return iterate(deque, SHAPE_DEQUE_ITERATOR);
}

export function iterateDequeBack(deque: usize): usize {
  return iterate(deque, SHAPE_DEQUE_REVERSE_ITERATOR);
}

/** Whether the deque of an iterator has been changed since that was made. */
export function hasDequeChanged(iterator: usize): bool {
  const changes = load<i32>(load<usize>(iterator, DEQUE_ITERATOR_DEQUE), DEQUE_CHANGES);
  return changes !== load<i32>(iterator, DEQUE_ITERATOR_EXPECTED);
}

/** The next item of either iterator; 0: there is no more; UNDECIDED: the deque has been changed. */
export function nextOfDeque(iterator: usize): usize {
  if (hasDequeChanged(iterator)) return UNDECIDED;
  const left = load<i32>(iterator, DEQUE_ITERATOR_LEFT);
  if (left === 0) return 0;
  const deque = load<usize>(iterator, DEQUE_ITERATOR_DEQUE);
  store<i32>(iterator, left - 1, DEQUE_ITERATOR_LEFT);
  return itemInDeque(deque, shapeOf(iterator) === SHAPE_DEQUE_ITERATOR ? lengthOfDeque(deque) - left : left - 1);
}

/** Whether there is another item, or something to complain about: 1 or 0. */
export function hasNextOfDeque(iterator: usize): i32 {
  return i32(hasDequeChanged(iterator) || load<i32>(iterator, DEQUE_ITERATOR_LEFT) > 0);
}
