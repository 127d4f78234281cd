import {
  ARRAY_ITEMS,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_ARRAY,
  SHAPE_LIST,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "../generated/constants";
import { headerOf, shapeOf } from "../header";
import { allocate, barrier } from "../heap";

import { copyWords, fillZero, isSmall } from "../words";

/// Lists and tuples as they lie in memory; see src/layouts.ts. A *sequence* is a list or a tuple of exactly these types.
/// What lies past the length in a list's array is 0.

const LIST_BYTES = 16;
/** More items would be more bytes than an i32 counts. */
const MOST_ITEMS: u32 = 0x1ffffff0;

export function isList(sequence: usize): bool {
  return shapeOf(sequence) === SHAPE_LIST;
}

/** Whether a word is a sequence. */
export function isSequence(word: usize): bool {
  if (isSmall(word)) return false;
  const shape = shapeOf(word);
  return shape === SHAPE_LIST || shape === SHAPE_TUPLE;
}

/** Items of a list. */
export function lengthOfList(list: usize): i32 {
  return load<i32>(list, LIST_LENGTH);
}

/** Items of a sequence. */
export function lengthOf(sequence: usize): i32 {
  return isList(sequence) ? lengthOfList(sequence) : load<i32>(sequence, TAIL_SIZE);
}

/** Address of a list's first item; another one when the list has grown. */
export function itemsOfList(list: usize): usize {
  return load<usize>(list, LIST_ITEMS) + ARRAY_ITEMS;
}

/** Address of a sequence's first item. */
export function itemsOf(sequence: usize): usize {
  return isList(sequence) ? itemsOfList(sequence) : sequence + TUPLE_ITEMS;
}

/** An array or a tuple of so many words, which are to be written before the next safepoint. 0: no memory. */
function newTail(shape: i32, count: i32): usize {
  if (<u32>count > MOST_ITEMS) return 0;
  const object = allocate(TUPLE_ITEMS + (count << 2));
  if (object === 0) return 0;
  store<i32>(object, headerOf(shape));
  store<i32>(object, count, TAIL_SIZE);
  return object;
}

function listOver(array: usize, length: i32): usize {
  if (array === 0) return 0;
  const list = allocate(LIST_BYTES);
  if (list === 0) return 0;
  store<i32>(list, headerOf(SHAPE_LIST));
  store<i32>(list, 0, 4);
  store<i32>(list, length, LIST_LENGTH);
  store<usize>(list, array, LIST_ITEMS);
  return list;
}

/** A list of so many items, which are to be written before the next safepoint. 0: no memory. */
export function freshList(count: i32): usize {
  return listOver(newTail(SHAPE_ARRAY, count), count);
}

/** A tuple of so many items, not none, which are to be written before the next safepoint. 0: no memory. */
export function freshTuple(count: i32): usize {
  return newTail(SHAPE_TUPLE, count);
}

/** A tuple of so many items, not none, which are 0 as yet; it is dropped where they are not to be had. 0: no memory. */
export function emptyTuple(count: i32): usize {
  const tuple = freshTuple(count);
  if (tuple !== 0) fillZero(tuple + TUPLE_ITEMS, count);
  return tuple;
}

/** An array of so many words that are 0. 0: no memory. */
export function emptyArray(capacity: i32): usize {
  const array = newTail(SHAPE_ARRAY, capacity);
  if (array !== 0) fillZero(array + ARRAY_ITEMS, capacity);
  return array;
}

/** An empty list with room for so many items. 0: no memory. */
export function createList(capacity: i32): usize {
  return listOver(emptyArray(capacity), 0);
}

/** Takes all items out of a list. False: no memory. */
export function clearList(list: usize): bool {
  const array = emptyArray(0);
  if (array === 0) return false;
  store<i32>(list, 0, LIST_LENGTH);
  store<usize>(list, array, LIST_ITEMS);
  barrier(list);
  return true;
}

/** How many items a list has room for after it has grown from `length` to `needed` items: an eighth more, as in CPython. */
export function capacityFor(length: i32, needed: i32): i32 {
  // Nor will what is filled at one go; but one item is often the first of many.
  if (length === 0 && needed > 1) return (needed + 1) & ~1;
  const capacity = (needed + (needed >> 3) + 6) & ~3;
  // What grows by much at once will hardly grow again.
  return needed - length > capacity - needed ? (needed + 3) & ~3 : capacity;
}

/** Sees to it that a list has room for so many items in all, more than it has. False: no memory; nothing is done. */
export function reserve(list: usize, needed: i32): bool {
  const old = load<usize>(list, LIST_ITEMS);
  if (<u32>needed <= load<u32>(old, TAIL_SIZE)) return true;
  if (<u32>needed > MOST_ITEMS) return false;
  const length = lengthOfList(list);
  const capacity = capacityFor(length, needed);
  const array = newTail(SHAPE_ARRAY, capacity);
  if (array === 0) return false;
  copyWords(array + ARRAY_ITEMS, old + ARRAY_ITEMS, length);
  fillZero(array + ARRAY_ITEMS + (length << 2), capacity - length);
  store<usize>(list, array, LIST_ITEMS);
  barrier(list);
  return true;
}

/** To be called after items have been stored in a list that was there at the last safepoint. */
export function itemsChanged(list: usize): void {
  barrier(load<usize>(list, LIST_ITEMS));
}
