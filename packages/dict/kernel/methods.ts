import { shapeOf } from "@hotpy/object-model/kernel/header";
import { freshTuple, isSequence, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { isSmall } from "@hotpy/object-model/kernel/words";

import {
  assignDict,
  clearDict,
  copyDict,
  countOf,
  createDict,
  getOrInsert,
  keysOf,
  locateKey,
  nextEntry,
  previousEntry,
  removeEntry,
  reserveKeys,
  setHashed,
  setKey,
  valueAt,
} from "./dicts";
import { ABSENT, KEYS_USED, NONE, SHAPE_DICT, SHAPE_TUPLE, TAIL_SIZE, TUPLE_ITEMS } from "./generated/constants";
import { compareKeys, UNDECIDED } from "./keys";
import { find, hashAt, keyAt } from "./tables";

/// Operations of several steps. The first operand is a dict; what is UNDECIDED has nothing done that is not done again the same.

/** Value of a key, after setting it to None if it was not there; 0: no memory; or UNDECIDED. */
export function getOrInsertNone(dict: usize, key: usize): usize {
  return getOrInsert(dict, key, NONE);
}

/** Removes a key; its value, `otherwise` if it is not there; 0: no memory; or UNDECIDED. */
export function popOr(dict: usize, key: usize, otherwise: usize): usize {
  const located = locateKey(dict, key);
  return located > 1 ? removeEntry(dict, located - 2) : located === 1 ? otherwise : UNDECIDED;
}

/** The same; UNDECIDED too where the key is not there. */
export function popKey(dict: usize, key: usize): usize {
  return popOr(dict, key, UNDECIDED);
}

/** Deletes a key that is there: NONE; else UNDECIDED, as where there is no memory. */
export function deleteKey(dict: usize, key: usize): usize {
  const value = popKey(dict, key);
  return value === <usize>UNDECIDED || value === 0 ? UNDECIDED : NONE;
}

/** Sets all entries of another dict: NONE; 0: no memory; UNDECIDED: this is no dict, or code of the language must compare keys. */
export function updateDict(dict: usize, source: usize): usize {
  if (isSmall(source) || shapeOf(source) !== SHAPE_DICT) return UNDECIDED;
  const count = countOf(source);
  if (dict === source || count === 0) return NONE;
  if (countOf(dict) === 0) return assignDict(dict, source) ? NONE : 0;
  // Not all may be new: twice the present size is what growing would give.
  if (!reserveKeys(dict, min(count, countOf(dict)))) return 0;
  for (let entry = nextEntry(source, 0); entry !== ABSENT; entry = nextEntry(source, entry + 1)) {
    const keys = keysOf(source);
    const done = setHashed(dict, keyAt(keys, entry), hashAt(keys, entry), valueAt(source, entry));
    if (done !== 1) return done;
  }
  return NONE;
}

/** The same of the dict and the source that lie at an address; UNDECIDED if they are not two. */
export function updateByArguments(args: usize, count: i32): usize {
  return count === 2 ? updateDict(load<usize>(args), load<usize>(args + 4)) : UNDECIDED;
}

/** Removes all keys: NONE. */
export function clearAll(dict: usize): usize {
  clearDict(dict);
  return NONE;
}

/** Removes the last key; a tuple of it and its value; 0: no memory; UNDECIDED: there is none. */
export function popItem(dict: usize): usize {
  const entry = previousEntry(dict, load<i32>(keysOf(dict), KEYS_USED));
  if (entry === ABSENT) return UNDECIDED;
  const item = freshTuple(2);
  if (item === 0) return 0;
  store<usize>(item, keyAt(keysOf(dict), entry), TUPLE_ITEMS);
  const value = removeEntry(dict, entry);
  store<usize>(item, value, TUPLE_ITEMS + 4);
  return value === 0 ? 0 : item;
}

/** The entries of two dicts in a new one, those of the second in place of those of the first; 0: no memory; or UNDECIDED. */
export function uniteDicts(a: usize, b: usize): usize {
  const dict = copyDict(a);
  if (dict === 0) return 0;
  const done = updateDict(dict, b);
  return done === NONE ? dict : done;
}

/** Sets all entries of another dict: the dict; 0: no memory; or UNDECIDED. */
export function uniteInto(dict: usize, source: usize): usize {
  const done = updateDict(dict, source);
  return done === NONE ? dict : done;
}

/** A dict of so many pairs of key and value at an address. 0: no memory, or UNDECIDED. */
export function dictFrom(pairs: usize, count: i32): usize {
  const dict = createDict(count);
  if (dict === 0) return 0;
  for (let i = 0; i < count; i++) {
    const done = setKey(dict, load<usize>(pairs + (i << 3)), load<usize>(pairs + (i << 3) + 4));
    if (done !== 1) return done;
  }
  return dict;
}

/** As {@link dictFrom}, of pairs that are the items of a tuple, keys and values in turn. */
export function dictOfTuple(tuple: usize): usize {
  return dictFrom(tuple + TUPLE_ITEMS, load<i32>(tuple, TAIL_SIZE) >> 1);
}

/** As {@link dictFrom}, of pairs that are arguments. */
export function dictOfOne(key: usize, value: usize): usize {
  return withPair(createDict(1), key, value);
}

export function dictOfTwo(k1: usize, v1: usize, k2: usize, v2: usize): usize {
  return withPair(withPair(createDict(2), k1, v1), k2, v2);
}

export function dictOfThree(k1: usize, v1: usize, k2: usize, v2: usize, k3: usize, v3: usize): usize {
  return withPair(withPair(withPair(createDict(3), k1, v1), k2, v2), k3, v3);
}

/** A dict with one pair more; what has failed stays so. */
function withPair(dict: usize, key: usize, value: usize): usize {
  if (dict === 0 || dict === <usize>UNDECIDED) return dict;
  const done = setKey(dict, key, value);
  return done === 1 ? dict : <usize>done;
}

/**
 * Sets the pairs of key and value, tuples of two, of a list or tuple: NONE; 0: no memory; UNDECIDED: there are other items, or code of the language
 * must compare keys.
 */
export function updateByPairs(dict: usize, pairs: usize): usize {
  if (!isSequence(pairs)) return UNDECIDED;
  const items = itemsOf(pairs);
  const count = lengthOf(pairs);
  for (let i = 0; i < count; i++) {
    const pair = load<usize>(items + (i << 2));
    if (isSmall(pair) || shapeOf(pair) !== SHAPE_TUPLE || load<i32>(pair, TAIL_SIZE) !== 2) return UNDECIDED;
    const done = setKey(dict, load<usize>(pair, TUPLE_ITEMS), load<usize>(pair, TUPLE_ITEMS + 4));
    if (done !== 1) return done;
  }
  return NONE;
}

/** Whether two dicts have the same keys with equal values: 1, 0, or UNDECIDED: code of the language must compare. */
export function equalDicts(a: usize, b: usize): i32 {
  if (countOf(a) !== countOf(b)) return 0;
  const keys = keysOf(a);
  const others = keysOf(b);
  for (let entry = nextEntry(a, 0); entry !== ABSENT; entry = nextEntry(a, entry + 1)) {
    const found = find(others, keyAt(keys, entry), hashAt(keys, entry), 0);
    if (found < 0) return found === ABSENT ? 0 : UNDECIDED;
    const value = valueAt(a, entry);
    const other = valueAt(b, found);
    if (value === other) continue;
    const same = compareKeys(value, other);
    if (same !== 1) return same === 0 ? 0 : UNDECIDED;
  }
  return 1;
}
