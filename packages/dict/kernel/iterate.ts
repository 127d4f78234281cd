import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { keysOf, nextEntry, valueAt } from "./dicts";
import {
  ABSENT,
  DICT_COUNT,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_INDEX,
  DICT_ITERATOR_REMAINING,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "./generated/constants";
import { UNDECIDED } from "./keys";
import { keyAt } from "./tables";

/// Iterators over the keys, the values or the items of a dict.

/** The entry that an iterator meets next; ABSENT: there is none; UNDECIDED: the dict has changed, of which the language complains. */
function entryOfNext(iterator: usize): i32 {
  const dict = load<usize>(iterator, DICT_ITERATOR_DICT);
  if (dict === 0) return ABSENT;
  if (load<i32>(dict, DICT_COUNT) !== load<i32>(iterator, DICT_ITERATOR_COUNT)) return UNDECIDED;
  const entry = nextEntry(dict, load<i32>(iterator, DICT_ITERATOR_INDEX));
  // As many keys may have come as went, so that the size does not tell.
  return entry !== ABSENT && load<i32>(iterator, DICT_ITERATOR_REMAINING) === 0 ? UNDECIDED : entry;
}

function pass(iterator: usize, entry: i32): void {
  store<i32>(iterator, load<i32>(iterator, DICT_ITERATOR_REMAINING) - 1, DICT_ITERATOR_REMAINING);
  store<i32>(iterator, entry + 1, DICT_ITERATOR_INDEX);
}

/** Whether `nextOfDict` has an item to give, or is undecided. */
export function hasNextOfDict(iterator: usize): bool {
  return entryOfNext(iterator) !== ABSENT;
}

/** Takes the next entry: its number; ABSENT: there is none, and never will be; UNDECIDED: the dict has changed, nothing is done. */
export function advanceInDict(iterator: usize): i32 {
  const entry = entryOfNext(iterator);
  if (entry >= 0) pass(iterator, entry);
  else if (entry === ABSENT) store<usize>(iterator, 0, DICT_ITERATOR_DICT);
  return entry;
}

/**
 * The next item, a key, a value or a tuple of both as the iterator's shape says; 0: there is none, and never will be; UNDECIDED: the
 * dict has changed, or there is no memory, and nothing is done.
 */
export function nextOfDict(iterator: usize): usize {
  const dict = load<usize>(iterator, DICT_ITERATOR_DICT);
  const entry = entryOfNext(iterator);
  if (entry < 0) {
    if (entry !== ABSENT) return <usize>UNDECIDED;
    store<usize>(iterator, 0, DICT_ITERATOR_DICT);
    return 0;
  }
  const shape = load<i32>(iterator) >>> 8;
  if (shape !== SHAPE_DICT_ITEM_ITERATOR) {
    pass(iterator, entry);
    return shape === SHAPE_DICT_KEY_ITERATOR ? keyAt(keysOf(dict), entry) : valueAt(dict, entry);
  }
  const tuple = allocate(TUPLE_ITEMS + 8);
  if (tuple === 0) return <usize>UNDECIDED;
  store<i32>(tuple, headerOf(SHAPE_TUPLE));
  store<i32>(tuple, 2, TAIL_SIZE);
  store<usize>(tuple, keyAt(keysOf(dict), entry), TUPLE_ITEMS);
  store<usize>(tuple, valueAt(dict, entry), TUPLE_ITEMS + 4);
  pass(iterator, entry);
  return tuple;
}
