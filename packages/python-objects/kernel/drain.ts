import { keysOf as keysOfDict, valueAt } from "@hotpy/dict/kernel/dicts";
import { keyAt } from "@hotpy/dict/kernel/tables";
import { resizeList } from "@hotpy/object-model/kernel/lists/change";
import { createList, itemsOfList, lengthOfList } from "@hotpy/object-model/kernel/lists/layout";
import { charOf } from "@hotpy/object-model/kernel/strings/make";
import { codeAt, lengthOf, shapeOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import {
  DICT_COUNT,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_INDEX,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  KEYS_USED,
  RANGE_ITERATOR_NEXT,
  RANGE_ITERATOR_REMAINING,
  RANGE_ITERATOR_STEP,
  SET_ITERATOR_EXPECTED,
  SET_ITERATOR_NEXT,
  SET_ITERATOR_SET,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_DICT_VALUE_ITERATOR,
  SHAPE_GENERATOR,
  SHAPE_RANGE_ITERATOR,
  SHAPE_SET_ITERATOR,
  SHAPE_STR_ITERATOR,
  STATE_LATIN1,
  STR_DATA,
  UNDECIDED,
} from "./generated/constants";
import { iteratePlain } from "./iterate";
import { usedOf } from "./sets/layout";
import { storeSetKeys } from "./sets/many";
import { leftOf, nextOf, putBackIn } from "./steps";

/// Taking all that iterators over builtin containers have left at once.

/** What takes longer is left to functions that the user can interrupt. */
export const MOST_ITEMS: i32 = 1 << 16;

/** The iterator is another one, or has begun: nothing is done. */
const NOT_DONE: i32 = -1;

/** Address of so many new places at the end of a list. 0: no memory. */
function extendBy(list: usize, count: i32): usize {
  const length = lengthOfList(list);
  return resizeList(list, length, 0, count) ? itemsOfList(list) + (length << 2) : 0;
}

function drainRange(list: usize, iterator: usize): i32 {
  const count = max(load<i32>(iterator, RANGE_ITERATOR_REMAINING), 0);
  const step = load<i32>(iterator, RANGE_ITERATOR_STEP);
  let to = extendBy(list, count);
  if (to === 0) return 0;
  let next = load<i32>(iterator, RANGE_ITERATOR_NEXT);
  for (const end = to + (count << 2); to < end; to += 4) {
    store<i32>(to, (next << 1) | 1);
    next += step;
  }
  store<i32>(iterator, 0, RANGE_ITERATOR_REMAINING);
  return 1;
}

function drainString(list: usize, iterator: usize): i32 {
  const string = load<usize>(iterator, ITERATOR_SEQUENCE);
  if (string === 0) return 1;
  const width = widthOf(string);
  const start = load<i32>(iterator, ITERATOR_INDEX);
  const count = max(lengthOf(string) - start, 0);
  const to = extendBy(list, count);
  if (to === 0) return 0;
  const narrow = load<usize>(STATE_LATIN1);
  const bytes = string + STR_DATA + start;
  if (width === 0) {
    for (let i = 0; i < count; i++)
      store<usize>(to + (i << 2), load<usize>(narrow + ((<usize>load<u8>(bytes + i)) << 2)));
  }
  for (let i = width === 0 ? count : 0; i < count; i++) {
    const character = charOf(codeAt(string, width, start + i));
    if (character === 0) {
      resizeList(list, lengthOfList(list) - count, count, 0);
      return 0;
    }
    store<usize>(to + (i << 2), character);
  }
  store<usize>(iterator, 0, ITERATOR_SEQUENCE);
  return 1;
}

function drainDict(list: usize, iterator: usize): i32 {
  const dict = load<usize>(iterator, DICT_ITERATOR_DICT);
  if (dict === 0 || load<i32>(iterator, DICT_ITERATOR_INDEX) !== 0) return NOT_DONE;
  const count = load<i32>(dict, DICT_COUNT);
  if (count !== load<i32>(iterator, DICT_ITERATOR_COUNT)) return NOT_DONE;
  let to = extendBy(list, count);
  if (to === 0) return 0;
  const areKeys = shapeOf(iterator) === SHAPE_DICT_KEY_ITERATOR;
  const keys = keysOfDict(dict);
  for (let entry = 0, used = load<i32>(keys, KEYS_USED); entry < used; entry++) {
    const key = keyAt(keys, entry);
    if (key === 0) continue;
    store<usize>(to, areKeys ? key : valueAt(dict, entry));
    to += 4;
  }
  store<usize>(iterator, 0, DICT_ITERATOR_DICT);
  return 1;
}

function drainSet(list: usize, iterator: usize): i32 {
  const set = load<usize>(iterator, SET_ITERATOR_SET);
  if (set === 0 || load<i32>(iterator, SET_ITERATOR_NEXT) !== 0) return NOT_DONE;
  const count = usedOf(set);
  if (count !== load<i32>(iterator, SET_ITERATOR_EXPECTED)) return NOT_DONE;
  const to = extendBy(list, count);
  if (to === 0) return 0;
  storeSetKeys(set, to);
  store<usize>(iterator, 0, SET_ITERATOR_SET);
  return 1;
}

/** An item at a time. */
function drainSlowly(list: usize, iterator: usize): i32 {
  const count = leftOf(iterator);
  if (count < 0 || count > MOST_ITEMS) return NOT_DONE;
  const length = lengthOfList(list);
  const to = extendBy(list, count);
  if (to === 0) return 0;
  for (let i = 0; i < count; i++) {
    const item = nextOf(iterator);
    if (item === 0 || item === UNDECIDED) {
      resizeList(list, length + i, count - i, 0);
      if (item === 0) return 1;
      putBackIn(iterator, i);
      return 0;
    }
    store<usize>(to + (i << 2), item);
  }
  // Iterators that end before others have to be asked.
  nextOf(iterator);
  return 1;
}

/**
 * Appends what an iterator over builtin containers has left: 1; 0: no memory; negative: it is another iterator, or one that has something to
 * complain about, and nothing is done.
 */
export function drainInto(list: usize, iterator: usize): i32 {
  const shape = shapeOf(iterator);
  if (shape === SHAPE_RANGE_ITERATOR) return drainRange(list, iterator);
  if (shape === SHAPE_STR_ITERATOR) return drainString(list, iterator);
  if (shape === SHAPE_DICT_KEY_ITERATOR || shape === SHAPE_DICT_VALUE_ITERATOR) return drainDict(list, iterator);
  return shape === SHAPE_SET_ITERATOR ? drainSet(list, iterator) : drainSlowly(list, iterator);
}

/**
 * A new list of the items of a string, range, dict, view or set; with `isTaken` also of what an iterator has left. UNDECIDED: it is something else,
 * or long; 0: no memory.
 */
export function listOfPlain(value: usize, isTaken: bool): usize {
  const iterator = iteratePlain(value);
  if (iterator === UNDECIDED) return UNDECIDED;
  if (!isTaken && (iterator === value || shapeOf(iterator) === SHAPE_GENERATOR)) return UNDECIDED;
  const left = leftOf(iterator);
  if (left < 0 || left > MOST_ITEMS) return UNDECIDED;
  const list = createList(0);
  if (list === 0) return 0;
  const done = drainInto(list, iterator);
  return done === 1 ? list : done === 0 ? 0 : UNDECIDED;
}
