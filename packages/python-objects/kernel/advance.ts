import { nextOfDict } from "@hotpy/dict/kernel/iterate";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { hasNextCharacter, nextCharacter } from "@hotpy/object-model/kernel/strings/characters";
import { lengthOf as lengthOfString, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { tagSmall } from "@hotpy/object-model/kernel/words";
import { hasDequeChanged, nextOfDeque } from "./deques";
import {
  DEQUE_ITERATOR_LEFT,
  DICT_COUNT,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_INDEX,
  DICT_ITERATOR_REMAINING,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  RANGE_ITERATOR_NEXT,
  RANGE_ITERATOR_REMAINING,
  RANGE_ITERATOR_STEP,
  SET_ITERATOR_EXPECTED,
  SET_ITERATOR_NEXT,
  SET_ITERATOR_SET,
  SHAPE_DEQUE_ITERATOR,
  SHAPE_DEQUE_REVERSE_ITERATOR,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_LIST_ITERATOR,
  SHAPE_LIST_REVERSE_ITERATOR,
  SHAPE_RANGE_ITERATOR,
  SHAPE_SET_ITERATOR,
  SHAPE_STR_ITERATOR,
  SHAPE_TUPLE_ITERATOR,
  UNDECIDED,
} from "./generated/constants";
import { hasNextOfReversed, nextOfReversed } from "./iterate";
import { nextOfSet } from "./sets/iterate";
import { usedOf } from "./sets/layout";

/// Iterators over builtin containers, one item at a time.

export function isIndexed(shape: i32): bool {
  return shape === SHAPE_LIST_ITERATOR || shape === SHAPE_TUPLE_ITERATOR;
}

function isOverDeque(shape: i32): bool {
  return shape === SHAPE_DEQUE_ITERATOR || shape === SHAPE_DEQUE_REVERSE_ITERATOR;
}

function hasNextOfSequence(iterator: usize): bool {
  const sequence = load<usize>(iterator, ITERATOR_SEQUENCE);
  return sequence !== 0 && load<i32>(iterator, ITERATOR_INDEX) < lengthOf(sequence);
}

function takeOfSequence(iterator: usize): usize {
  const index = load<i32>(iterator, ITERATOR_INDEX);
  store<i32>(iterator, index + 1, ITERATOR_INDEX);
  return load<usize>(itemsOf(load<usize>(iterator, ITERATOR_SEQUENCE)) + (index << 2));
}

function nextOfSequence(iterator: usize): usize {
  if (hasNextOfSequence(iterator)) return takeOfSequence(iterator);
  store<usize>(iterator, 0, ITERATOR_SEQUENCE);
  return 0;
}

function nextOfRange(iterator: usize): usize {
  const remaining = load<i32>(iterator, RANGE_ITERATOR_REMAINING);
  if (remaining <= 0) return 0;
  const value = load<i32>(iterator, RANGE_ITERATOR_NEXT);
  store<i32>(iterator, remaining - 1, RANGE_ITERATOR_REMAINING);
  store<i32>(iterator, value + load<i32>(iterator, RANGE_ITERATOR_STEP), RANGE_ITERATOR_NEXT);
  return tagSmall(value);
}

/** The next item of an iterator over a builtin container; 0: it is at its end; UNDECIDED: it is another one, complains, or there is no memory: nothing is done. */
export function nextInContainer(iterator: usize): usize {
  const shape = shapeOf(iterator);
  if (isIndexed(shape)) return nextOfSequence(iterator);
  if (shape === SHAPE_RANGE_ITERATOR) return nextOfRange(iterator);
  if (shape === SHAPE_STR_ITERATOR) return nextCharacter(iterator);
  if (shape >= SHAPE_DICT_KEY_ITERATOR && shape <= SHAPE_DICT_ITEM_ITERATOR) return nextOfDict(iterator);
  if (shape === SHAPE_SET_ITERATOR) return nextOfSet(iterator);
  if (isOverDeque(shape)) return nextOfDeque(iterator);
  return shape === SHAPE_LIST_REVERSE_ITERATOR ? nextOfReversed(iterator) : UNDECIDED;
}

/** Whether the next item of an iterator, or its end, is sure to be had by {@link nextInContainer}. */
export function isSure(iterator: usize): bool {
  const shape = shapeOf(iterator);
  if (isIndexed(shape) || shape === SHAPE_RANGE_ITERATOR || shape === SHAPE_LIST_REVERSE_ITERATOR) return true;
  if (isOverDeque(shape)) return !hasDequeChanged(iterator);
  // A character of another string may have to be made.
  return (
    shape === SHAPE_STR_ITERATOR &&
    (!hasNextCharacter(iterator) || widthOf(load<usize>(iterator, ITERATOR_SEQUENCE)) === 0)
  );
}

/** The next item of an iterator of which {@link hasSureNext} has told. */
export function takeNext(iterator: usize): usize {
  return isIndexed(shapeOf(iterator)) ? takeOfSequence(iterator) : nextInContainer(iterator);
}

/** Whether {@link nextInContainer} is sure to give an item. */
export function hasSureNext(iterator: usize): bool {
  if (isIndexed(shapeOf(iterator))) return hasNextOfSequence(iterator);
  return isSure(iterator) && leftInContainer(iterator) > 0;
}

/** How many items an iterator over a builtin container has left; negative: it is another one, complains, or has begun to go through a table. */
export function leftInContainer(iterator: usize): i32 {
  const shape = shapeOf(iterator);
  if (isIndexed(shape)) {
    const sequence = load<usize>(iterator, ITERATOR_SEQUENCE);
    return sequence === 0 ? 0 : max(lengthOf(sequence) - load<i32>(iterator, ITERATOR_INDEX), 0);
  }
  if (shape === SHAPE_RANGE_ITERATOR) return max(load<i32>(iterator, RANGE_ITERATOR_REMAINING), 0);
  if (shape === SHAPE_STR_ITERATOR) {
    const string = load<usize>(iterator, ITERATOR_SEQUENCE);
    return string === 0 ? 0 : max(lengthOfString(string) - load<i32>(iterator, ITERATOR_INDEX), 0);
  }
  if (isOverDeque(shape)) return hasDequeChanged(iterator) ? -1 : load<i32>(iterator, DEQUE_ITERATOR_LEFT);
  if (shape === SHAPE_LIST_REVERSE_ITERATOR)
    return hasNextOfReversed(iterator) === 0 ? 0 : load<i32>(iterator, ITERATOR_INDEX) + 1;
  if (shape >= SHAPE_DICT_KEY_ITERATOR && shape <= SHAPE_DICT_ITEM_ITERATOR) return leftInDict(iterator);
  return shape === SHAPE_SET_ITERATOR ? leftInSet(iterator) : -1;
}

function leftInDict(iterator: usize): i32 {
  const dict = load<usize>(iterator, DICT_ITERATOR_DICT);
  if (dict === 0) return 0;
  const hasBegun = load<i32>(iterator, DICT_ITERATOR_INDEX) !== 0;
  return hasBegun || load<i32>(dict, DICT_COUNT) !== load<i32>(iterator, DICT_ITERATOR_COUNT)
    ? -1
    : load<i32>(dict, DICT_COUNT);
}

function leftInSet(iterator: usize): i32 {
  const set = load<usize>(iterator, SET_ITERATOR_SET);
  if (set === 0) return 0;
  const hasBegun = load<i32>(iterator, SET_ITERATOR_NEXT) !== 0;
  return hasBegun || usedOf(set) !== load<i32>(iterator, SET_ITERATOR_EXPECTED) ? -1 : usedOf(set);
}

/** Puts an iterator of which {@link leftInContainer} has told back by so many items, which it has given since; it has not come to its end. */
export function putBack(iterator: usize, count: i32): void {
  const shape = shapeOf(iterator);
  if (shape === SHAPE_RANGE_ITERATOR) {
    const next = load<i32>(iterator, RANGE_ITERATOR_NEXT) - count * load<i32>(iterator, RANGE_ITERATOR_STEP);
    store<i32>(iterator, next, RANGE_ITERATOR_NEXT);
    store<i32>(iterator, load<i32>(iterator, RANGE_ITERATOR_REMAINING) + count, RANGE_ITERATOR_REMAINING);
  } else if (isOverDeque(shape)) {
    store<i32>(iterator, load<i32>(iterator, DEQUE_ITERATOR_LEFT) + count, DEQUE_ITERATOR_LEFT);
  } else if (shape === SHAPE_SET_ITERATOR) {
    store<i32>(iterator, 0, SET_ITERATOR_NEXT);
  } else if (shape >= SHAPE_DICT_KEY_ITERATOR && shape <= SHAPE_DICT_ITEM_ITERATOR) {
    store<i32>(iterator, 0, DICT_ITERATOR_INDEX);
    store<i32>(iterator, load<i32>(iterator, DICT_ITERATOR_COUNT), DICT_ITERATOR_REMAINING);
  } else {
    const by = shape === SHAPE_LIST_REVERSE_ITERATOR ? count : -count;
    store<i32>(iterator, load<i32>(iterator, ITERATOR_INDEX) + by, ITERATOR_INDEX);
  }
}
