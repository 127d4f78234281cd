import {
  findHashed,
  hashKey,
  insertKey,
  keysOf,
  nextEntry,
  removeEntry,
  setEntry,
  valueAt,
} from "@hotpy/dict/kernel/dicts";
import { UNKNOWN_HASH } from "@hotpy/dict/kernel/keys";
import { keyAt } from "@hotpy/dict/kernel/tables";
import { isInteger } from "@hotpy/object-model/kernel/integers/forms";
import { freshTuple, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { isString } from "@hotpy/object-model/kernel/strings/text";
import { copyWords, isSmall } from "@hotpy/object-model/kernel/words";
import {
  ABSENT,
  DICT_COUNT,
  LRU_CACHE,
  LRU_HITS,
  LRU_MOST,
  LRU_TYPED,
  NONE,
  STATE_EMPTY_TUPLE,
  TUPLE_ITEMS,
  UNDECIDED,
} from "./generated/constants";

/// Calls of what `functools.lru_cache` makes whose result is known.

/** The key for `count` arguments at an address: the only one where that is an int or a str, else a tuple of them. 0: no memory. */
function keyOf(args: usize, count: i32): usize {
  if (count === 0) return load<usize>(STATE_EMPTY_TUPLE);
  const first = load<usize>(args);
  if (count === 1 && (isSmall(first) || isInteger(first) || isString(first))) return first;
  const tuple = freshTuple(count);
  if (tuple !== 0) copyWords(tuple + TUPLE_ITEMS, args, count);
  return tuple;
}

/** Whether calls without names are told apart by their arguments alone, and their results kept. */
function keepsPlain(lru: usize): bool {
  return load<i32>(lru, LRU_MOST) !== 0 && load<i32>(lru, LRU_TYPED) === 0;
}

/** The result that is kept for `count` arguments at an address. UNDECIDED: there is none, or this is not to be found here. */
function kept(lru: usize, args: usize, count: i32): usize {
  if (!keepsPlain(lru)) return UNDECIDED;
  const key = keyOf(args, count);
  if (key === 0) return UNDECIDED;
  const cache = load<usize>(lru, LRU_CACHE);
  const hash = hashKey(key);
  const entry = hash === UNKNOWN_HASH ? ABSENT : findHashed(cache, key, hash, 0);
  if (entry < 0) return UNDECIDED;
  const value = valueAt(cache, entry);
  store<i32>(lru, load<i32>(lru, LRU_HITS) + 1, LRU_HITS);
  // What has been used last is the last one.
  if (load<i32>(lru, LRU_MOST) > 0 && nextEntry(cache, entry + 1) >= 0) {
    const known = keyAt(keysOf(cache), entry);
    removeEntry(cache, entry);
    insertKey(cache, known, hash, value);
  }
  return value;
}

/**
 * The key for the arguments in a tuple, if nothing is kept for it, so that the function is to be called with them; UNDECIDED: this is not to be found out here, or
 * there is no memory.
 */
export function newKeyOf(lru: usize, args: usize): usize {
  if (!keepsPlain(lru)) return UNDECIDED;
  const key = keyOf(args + TUPLE_ITEMS, lengthOf(args));
  if (key === 0) return UNDECIDED;
  const hash = hashKey(key);
  return hash !== UNKNOWN_HASH && findHashed(load<usize>(lru, LRU_CACHE), key, hash, 0) === ABSENT ? key : UNDECIDED;
}

/** Keeps the result for a key of {@link newKeyOf}, for which there may be one by now: NONE. */
export function keepResult(lru: usize, key: usize, result: usize): usize {
  const cache = load<usize>(lru, LRU_CACHE);
  const hash = hashKey(key);
  const entry = findHashed(cache, key, hash, 0);
  if (entry < ABSENT) return UNDECIDED;
  const most = load<i32>(lru, LRU_MOST);
  if (entry >= 0) setEntry(cache, entry, key, result);
  else {
    if (most > 0 && load<i32>(cache, DICT_COUNT) >= most) removeEntry(cache, nextEntry(cache, 0));
    if (!insertKey(cache, key, hash, result)) return 0;
  }
  return NONE;
}

/** A call with `count` words at an address, of which the first is the object that is called. */
export function callCached(args: usize, count: i32): usize {
  return kept(load<usize>(args), args + 4, count - 1);
}

/** The same with its arguments in a tuple and a dict. */
export function callCachedBy(lru: usize, args: usize, keywords: usize): usize {
  if (load<i32>(keywords, DICT_COUNT) !== 0) return UNDECIDED;
  return kept(lru, args + TUPLE_ITEMS, lengthOf(args));
}
