import { keysOf as keysOfDict, valueAt } from "@hotpy/dict/kernel/dicts";
import { keyAt } from "@hotpy/dict/kernel/tables";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { resizeList } from "@hotpy/object-model/kernel/lists/change";
import { createList, itemsOfList, lengthOfList } from "@hotpy/object-model/kernel/lists/layout";
import { charOf } from "@hotpy/object-model/kernel/strings/make";
import { codeAt, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { tagSmall } from "@hotpy/object-model/kernel/words";
import { carriedBy } from "./carriers";
import { takeDeque } from "./deques";
import {
  DICT_ITERATOR_DICT,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  KEYS_USED,
  RANGE_ITERATOR_NEXT,
  RANGE_ITERATOR_REMAINING,
  RANGE_ITERATOR_STEP,
  SET_ITERATOR_SET,
  SHAPE_DEQUE_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_DICT_VALUE_ITERATOR,
  SHAPE_GENERATOR,
  SHAPE_RANGE_ITERATOR,
  SHAPE_SET_ITERATOR,
  SHAPE_STR_ITERATOR,
  STATE_LATIN1,
  STR_DATA,
  TRAIT_CARRIES_ITERATION,
  TRAIT_CARRIES_LENGTH,
  UNDECIDED,
} from "./generated/constants";
import { iteratePlain } from "./iterate";
import { storeSetKeys } from "./sets/many";
import { goesSideBySide, leftOf, nextOf, putBackIn } from "./steps";

/// Taking all that iterators over builtin containers have left at once.

/** What takes longer is left to functions that the user can interrupt. */
export const MOST_ITEMS: i32 = 1 << 16;

/** The iterator is another one, or has begun: nothing is done. */
const NOT_DONE: i32 = -1;

/// Each of these writes so many items, all that an iterator has left, to an address; how many it has written, fewer: there is no memory.

function takeRange(to: usize, iterator: usize, count: i32): i32 {
  const step = load<i32>(iterator, RANGE_ITERATOR_STEP);
  let next = load<i32>(iterator, RANGE_ITERATOR_NEXT);
  for (const end = to + (count << 2); to < end; to += 4) {
    store<usize>(to, tagSmall(next));
    next += step;
  }
  store<i32>(iterator, 0, RANGE_ITERATOR_REMAINING);
  return count;
}

function takeString(to: usize, iterator: usize, count: i32): i32 {
  const string = load<usize>(iterator, ITERATOR_SEQUENCE);
  const width = widthOf(string);
  const start = load<i32>(iterator, ITERATOR_INDEX);
  const narrow = load<usize>(STATE_LATIN1);
  const bytes = string + STR_DATA + start;
  if (width === 0) {
    for (let i = 0; i < count; i++)
      store<usize>(to + (i << 2), load<usize>(narrow + ((<usize>load<u8>(bytes + i)) << 2)));
  }
  for (let i = width === 0 ? count : 0; i < count; i++) {
    const character = charOf(codeAt(string, width, start + i));
    if (character === 0) return i;
    store<usize>(to + (i << 2), character);
  }
  store<usize>(iterator, 0, ITERATOR_SEQUENCE);
  return count;
}

function takeDict(to: usize, iterator: usize, count: i32): i32 {
  const dict = load<usize>(iterator, DICT_ITERATOR_DICT);
  const areKeys = shapeOf(iterator) === SHAPE_DICT_KEY_ITERATOR;
  const keys = keysOfDict(dict);
  for (let entry = 0, used = load<i32>(keys, KEYS_USED); entry < used; entry++) {
    const key = keyAt(keys, entry);
    if (key === 0) continue;
    store<usize>(to, areKeys ? key : valueAt(dict, entry));
    to += 4;
  }
  store<usize>(iterator, 0, DICT_ITERATOR_DICT);
  return count;
}

function takeSet(to: usize, iterator: usize, count: i32): i32 {
  storeSetKeys(load<usize>(iterator, SET_ITERATOR_SET), to);
  store<usize>(iterator, 0, SET_ITERATOR_SET);
  return count;
}

/** An item at a time; where one is not to be had here, those before it are put back. One that comes to its end before has no more, where what it takes from is taken from elsewhere too. */
function takeEach(list: usize, to: usize, iterator: usize, count: i32): i32 {
  for (let i = 0; i < count; i++) {
    const item = nextOf(iterator);
    if (item === UNDECIDED) {
      putBackIn(iterator, i);
      return i;
    }
    if (item === 0) {
      resizeList(list, lengthOfList(list) - count + i, count - i, 0);
      return count;
    }
    store<usize>(to + (i << 2), item);
  }
  // Iterators that end before others have to be asked.
  nextOf(iterator);
  return count;
}

export function isTakenAtOnce(shape: i32): bool {
  return (
    shape === SHAPE_RANGE_ITERATOR ||
    shape === SHAPE_STR_ITERATOR ||
    shape === SHAPE_DICT_KEY_ITERATOR ||
    shape === SHAPE_DICT_VALUE_ITERATOR ||
    shape === SHAPE_SET_ITERATOR ||
    shape === SHAPE_DEQUE_ITERATOR
  );
}

/** Appends the items that an iterator has left, by {@link leftOf}: 1; 0: no memory; NOT_DONE: one of them is not to be had here. */
function appendAll(list: usize, iterator: usize, count: i32): i32 {
  if (count === 0) {
    nextOf(iterator);
    return 1;
  }
  const length = lengthOfList(list);
  if (!resizeList(list, length, 0, count)) return 0;
  const to = itemsOfList(list) + (length << 2);
  const shape = shapeOf(iterator);
  const taken =
    shape === SHAPE_RANGE_ITERATOR
      ? takeRange(to, iterator, count)
      : shape === SHAPE_STR_ITERATOR
        ? takeString(to, iterator, count)
        : shape === SHAPE_SET_ITERATOR
          ? takeSet(to, iterator, count)
          : shape === SHAPE_DEQUE_ITERATOR
            ? takeDeque(to, iterator, count)
            : isTakenAtOnce(shape)
              ? takeDict(to, iterator, count)
              : takeEach(list, to, iterator, count);
  if (taken === count) return 1;
  resizeList(list, length, count, 0);
  return isTakenAtOnce(shape) ? 0 : NOT_DONE;
}

/**
 * Appends what an iterator over builtin containers has left: 1; 0: no memory; negative: it is another iterator, or one that has something to
 * complain about, and nothing is done.
 */
export function drainInto(list: usize, iterator: usize): i32 {
  const count = leftOf(iterator);
  const isLong = count > MOST_ITEMS && !isTakenAtOnce(shapeOf(iterator));
  return count < 0 || isLong ? NOT_DONE : appendAll(list, iterator, count);
}

/** Whether a value is of a class that iterates as what it carries, but says itself how many there may be, and so is asked. */
export function isAskedForLength(value: usize): bool {
  return carriedBy(value, TRAIT_CARRIES_ITERATION) !== carriedBy(value, TRAIT_CARRIES_LENGTH);
}

/**
 * A new list of the items of a string, range, dict, view or set; with `isTaken` also of what an iterator has left. UNDECIDED: it is something else,
 * or long; 0: no memory.
 */
export function listOfPlain(value: usize, isTaken: bool): usize {
  const iterator = iteratePlain(value);
  if (iterator === UNDECIDED) return UNDECIDED;
  if (isAskedForLength(value)) return UNDECIDED;
  if (!isTaken && (iterator === value || shapeOf(iterator) === SHAPE_GENERATOR)) return UNDECIDED;
  const count = leftOf(iterator);
  if (count < 0 || count > MOST_ITEMS) return UNDECIDED;
  return listOfLeft(iterator, count);
}

function listOfLeft(iterator: usize, count: i32): usize {
  const list = createList(0);
  const outcome = list === 0 ? 0 : appendAll(list, iterator, count);
  return outcome === 1 ? list : outcome === 0 ? 0 : UNDECIDED;
}

/**
 * What there is to unpack in an iterable that has `count` items, about: a new list, as of {@link listOfPlain}. UNDECIDED: the iterable is another one, or has
 * more or fewer.
 */
export function listToUnpack(iterable: usize, count: i32): usize {
  const iterator = iteratePlain(iterable);
  return iterator !== UNDECIDED && leftOf(iterator) === count ? listOfLeft(iterator, count) : UNDECIDED;
}

/**
 * The same, but UNDECIDED also where there might turn out to be fewer items, once some have been taken: where iterators that go side by side may be one and
 * the same.
 */
export function listToUnpackWhole(iterable: usize, count: i32): usize {
  const iterator = iteratePlain(iterable);
  if (iterator === UNDECIDED || goesSideBySide(iterator)) return UNDECIDED;
  return leftOf(iterator) === count ? listOfLeft(iterator, count) : UNDECIDED;
}
