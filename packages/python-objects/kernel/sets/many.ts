import { shapeOf } from "@hotpy/object-model/kernel/header";
import { barrier } from "@hotpy/object-model/kernel/heap";
import { itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";

import { copyWords, isSmall } from "@hotpy/object-model/kernel/words";
import { probe } from "../equality";
import {
  ABSENT,
  DICT_COUNT,
  DICT_KEYS,
  KEYS_ENTRIES,
  KEYS_USED,
  NONE,
  SET_FILL,
  SET_HASHES,
  SET_KEYS,
  SET_USED,
  SHAPE_DICT,
  SHAPE_FROZENSET,
  SHAPE_LIST,
  SHAPE_SET,
  SHAPE_TUPLE,
  UNDECIDED,
} from "../generated/constants";
import { addHashed, addWords } from "./keys";
import { hashesOf, isFirst, keysOf, MOST_UNSURE, maskOf, usedOf } from "./layout";
import {
  insertAll,
  insertAt,
  isFirstFree,
  isFull,
  LEAST_SLOTS,
  newSet,
  removeSlot,
  reserveSet,
  slotsFor,
} from "./table";

/// Operations on all keys of a set, step by step as CPython does them: the order of the result's keys shows. Those that change a set go as far as
/// they can without code of the language, and return where they have stopped; ABSENT: no memory.

function keyAt(set: usize, at: i32): usize {
  return load<usize>(keysOf(set) + (at << 2));
}
function hashAt(set: usize, at: i32): i64 {
  return load<i64>(hashesOf(set) + (at << 3));
}

function isSet(object: usize): bool {
  return <u32>(shapeOf(object) - SHAPE_SET) <= 1;
}

/** An empty set of a shape. 0: no memory. */
export function createSet(shape: i32): usize {
  return newSet(shape, LEAST_SLOTS);
}

/** A set of a shape with the same keys. 0: no memory. */
export function copySet(set: usize, shape: i32): usize {
  const used = usedOf(set);
  const copy = newSet(shape, isFull(used, LEAST_SLOTS - 1) ? slotsFor(used << 1) : LEAST_SLOTS);
  if (copy !== 0) fillFrom(copy, set);
  return copy;
}

/** All keys of a set into an empty one with room for them: place by place if the tables are alike. */
function fillFrom(set: usize, other: usize): void {
  const mask = maskOf(set);
  const used = usedOf(other);
  if (mask === maskOf(other) && load<i32>(other, SET_FILL) === used) {
    copyWords(keysOf(set), keysOf(other), mask + 1);
    copyWords(hashesOf(set), hashesOf(other), (mask + 1) << 1);
  } else insertAll(set, keysOf(other), hashesOf(other), maskOf(other));
  store<i32>(set, used, SET_FILL);
  store<i32>(set, used, SET_USED);
  barrier(load<usize>(set, SET_KEYS));
}

/** Adds items of a list or tuple from an index on; the index of the first that is left, or ABSENT. */
export function addItems(set: usize, sequence: usize, from: i32): i32 {
  return addWords(set, itemsOf(sequence), from, lengthOf(sequence));
}

/** Adds the keys of a dict from an entry on; the first entry that is left, or ABSENT. */
export function addDictKeys(set: usize, dict: usize, from: i32): i32 {
  if (from === 0 && !reserveSet(set, load<i32>(dict, DICT_COUNT))) return ABSENT;
  const keys = load<usize>(dict, DICT_KEYS);
  return addWords(set, keys + KEYS_ENTRIES, from, load<i32>(keys, KEYS_USED));
}

/** Adds the keys of another set from a slot on; the first slot that is left, or ABSENT. */
export function addSetKeys(set: usize, other: usize, from: i32): i32 {
  const mask = maskOf(other);
  if (from === 0) {
    const more = usedOf(other);
    if (set === other || more === 0) return mask + 1;
    if (!reserveSet(set, more)) return ABSENT;
    if (load<i32>(set, SET_FILL) === 0) {
      fillFrom(set, other);
      return mask + 1;
    }
  }
  for (let at = from; at <= mask; at++) {
    const key = keyAt(other, at);
    if (key === 0) continue;
    const done = addHashed(set, key, hashAt(other, at));
    if (done !== NONE) return done === 0 ? ABSENT : at;
  }
  return mask + 1;
}

/** Removes the keys of another set, from a slot on; the first slot that is left. */
export function discardSetKeys(set: usize, other: usize, from: i32): i32 {
  const mask = maskOf(other);
  for (let at = from; at <= mask; at++) {
    const key = keyAt(other, at);
    if (key === 0) continue;
    const found = probe(set, key, hashAt(other, at));
    if (found < MOST_UNSURE) return at;
    if (found >= 0) removeSlot(set, found);
  }
  return mask + 1;
}

/** Removes the keys of another set that are there and adds those that are not, from a slot on; the first slot that is left, or ABSENT. */
export function toggleSetKeys(set: usize, other: usize, from: i32): i32 {
  const mask = maskOf(other);
  for (let at = from; at <= mask; at++) {
    const key = keyAt(other, at);
    if (key === 0) continue;
    const hash = hashAt(other, at);
    const found = probe(set, key, hash);
    if (found < MOST_UNSURE) return at;
    if (found >= 0) removeSlot(set, found);
    else if (!insertAt(set, found, key, hash)) return ABSENT;
  }
  return mask + 1;
}

/** A new set of a shape of the keys of `from` that are in `within`, or that are not. 0: no memory, or UNDECIDED. */
export function selectKeys(from: usize, within: usize, wanted: bool, shape: i32): usize {
  const set = createSet(shape);
  if (set === 0) return 0;
  const mask = maskOf(from);
  const keys = keysOf(from);
  const hashes = hashesOf(from);
  for (let at = 0; at <= mask; at++) {
    const key = load<usize>(keys + (at << 2));
    if (key === 0) continue;
    const hash = load<i64>(hashes + (at << 3));
    if (!isFirst(within, key, hash)) {
      const found = probe(within, key, hash);
      if (found < MOST_UNSURE) return UNDECIDED;
      if (found >= 0 !== wanted) continue;
    } else if (!wanted) continue;
    // Keys of one set differ, but it takes code of the language to tell where only their hashes are equal.
    const done = addHashed(set, key, hash);
    if (done !== NONE) return done;
  }
  return set;
}

/** Whether all keys of a set are in another: 1, 0, or UNDECIDED. */
export function isSubset(set: usize, other: usize): i32 {
  if (usedOf(set) > usedOf(other)) return 0;
  const mask = maskOf(set);
  const keys = keysOf(set);
  const hashes = hashesOf(set);
  for (let at = 0; at <= mask; at++) {
    const key = load<usize>(keys + (at << 2));
    if (key === 0) continue;
    const hash = load<i64>(hashes + (at << 3));
    if (isFirst(other, key, hash)) continue;
    const found = probe(other, key, hash);
    if (found < 0) return found < MOST_UNSURE ? UNDECIDED : 0;
  }
  return 1;
}

/** Whether two sets have no key in common: 1, 0, or UNDECIDED. */
export function isDisjoint(set: usize, other: usize): i32 {
  if (usedOf(set) > usedOf(other)) return isDisjoint(other, set);
  const mask = maskOf(set);
  const keys = keysOf(set);
  const hashes = hashesOf(set);
  for (let at = 0; at <= mask; at++) {
    const key = load<usize>(keys + (at << 2));
    if (key === 0) continue;
    const hash = load<i64>(hashes + (at << 3));
    if (isFirstFree(other, hash)) continue;
    const found = probe(other, key, hash);
    if (found >= 0) return 0;
    if (found < MOST_UNSURE) return UNDECIDED;
  }
  return 1;
}

/** Exchanges the contents of two sets. */
export function swapSets(a: usize, b: usize): void {
  for (let offset: usize = 8; offset < <usize>SET_HASHES + 4; offset += 4) {
    const word = load<i32>(a + offset);
    store<i32>(a + offset, load<i32>(b + offset));
    store<i32>(b + offset, word);
  }
  barrier(a);
  barrier(b);
}

/** Writes the keys of a set, in order, at an address. */
export function storeSetKeys(set: usize, to: usize): void {
  const keys = keysOf(set);
  const end = keys + ((maskOf(set) + 1) << 2);
  for (let at = keys; at < end; at += 4) {
    const key = load<usize>(at);
    if (key === 0) continue;
    store<usize>(to, key);
    to += 4;
  }
}

/** The end of what the functions that add go through: where they stop if nothing is left. */
function endOf(iterable: usize, kind: i32): i32 {
  if (isSet(iterable)) return maskOf(iterable) + 1;
  return kind === SHAPE_DICT ? load<i32>(load<usize>(iterable, DICT_KEYS), KEYS_USED) : lengthOf(iterable);
}

/**
 * Adds the items of a list, tuple, dict or set: NONE; 0: no memory; UNDECIDED: it is something else, or code of the language must run. What has been
 * added then is added again without harm.
 */
export function updateSet(set: usize, iterable: usize): usize {
  if (isSmall(iterable)) return UNDECIDED;
  const kind = shapeOf(iterable);
  let stopped: i32;
  if (isSet(iterable)) stopped = addSetKeys(set, iterable, 0);
  else if (kind === SHAPE_DICT) stopped = addDictKeys(set, iterable, 0);
  else if (kind === SHAPE_LIST || kind === SHAPE_TUPLE) stopped = addItems(set, iterable, 0);
  else return UNDECIDED;
  if (stopped === ABSENT) return 0;
  return stopped === endOf(iterable, kind) ? NONE : UNDECIDED;
}

/** The same of several, in a tuple. */
export function updateSetByAll(set: usize, iterables: usize): usize {
  return updateFrom(set, itemsOf(iterables), lengthOf(iterables));
}

/** The same of a set and what follows it at an address. */
export function updateSetByArguments(args: usize, count: i32): usize {
  return updateFrom(load<usize>(args), args + 4, count - 1);
}

function updateFrom(set: usize, words: usize, count: i32): usize {
  for (let i = 0; i < count; i++) {
    const done = updateSet(set, load<usize>(words + (i << 2)));
    if (done !== NONE) return done;
  }
  return NONE;
}

/** A new set of a shape of the items of a list, tuple, dict or set; 0: no memory; UNDECIDED: code of the language must run. */
export function setOfItems(iterable: usize, shape: i32): usize {
  if (isSmall(iterable)) return UNDECIDED;
  if (isSet(iterable)) return copySet(iterable, shape);
  const set = createSet(shape);
  if (set === 0) return 0;
  const done = updateSet(set, iterable);
  return done === NONE ? set : done;
}

/* ---- calls of the types, as traces make them; the type is the first argument ---- */

export function makeSet(_type: usize): usize {
  return createSet(SHAPE_SET);
}
export function makeSetOf(_type: usize, iterable: usize): usize {
  return setOfItems(iterable, SHAPE_SET);
}
export function makeFrozenSetOf(_type: usize, iterable: usize): usize {
  return !isSmall(iterable) && shapeOf(iterable) === SHAPE_FROZENSET ? iterable : setOfItems(iterable, SHAPE_FROZENSET);
}
