import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate, barrier } from "@hotpy/object-model/kernel/heap";
import { equalFlat } from "@hotpy/object-model/kernel/strings/compare";
import { hashString } from "@hotpy/object-model/kernel/strings/hash";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { copyWords, fillZero, isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import {
  ABSENT,
  ARRAY_ITEMS,
  DICT_COUNT,
  DICT_KEYS,
  DICT_VALUES,
  DICT_VERSION,
  FLAG_INTERNED,
  FLAG_WATCHED,
  KEYS_SHARED,
  KEYS_USABLE,
  KEYS_USED,
  SHAPE_ARRAY,
  SHAPE_DICT,
  STATE_EMPTY_KEYS,
  STATE_EMPTY_VALUES,
  STR_HASH,
  TAIL_SIZE,
  WATCHED_KEYS,
  WATCHED_KEYS_BYTES,
} from "./generated/constants";
import { hashOf, UNDECIDED, UNKNOWN_HASH } from "./keys";
import { leafHash, watched } from "./language";
import {
  appendKey,
  capacityOf,
  cloneTable,
  createTable,
  entryAtStep,
  find,
  firstContent,
  hashAt,
  keyAt,
  removeKey,
  resetTable,
} from "./tables";

/// Dicts: a table of keys and an array of values. Operations on a key are done whole, or UNDECIDED with nothing done: then code of
/// the language has to run.

const DICT_BYTES = 24;

export function keysOf(dict: usize): usize {
  return load<usize>(dict, DICT_KEYS);
}
function valuesOf(dict: usize): usize {
  return load<usize>(dict, DICT_VALUES);
}
export function countOf(dict: usize): i32 {
  return load<i32>(dict, DICT_COUNT);
}
function usedOf(dict: usize): i32 {
  return load<i32>(keysOf(dict), KEYS_USED);
}
export function valueAt(dict: usize, entry: i32): usize {
  return load<usize>(valuesOf(dict) + (entry << 2), ARRAY_ITEMS);
}

/* ---- entries: no hashing, no comparing ---- */

function newDict(keys: usize, values: usize, count: i32): usize {
  if (keys === 0 || values === 0) return 0;
  const dict = allocate(DICT_BYTES);
  if (dict === 0) return 0;
  store<i32>(dict, headerOf(SHAPE_DICT));
  store<i32>(dict, 0, 4);
  store<i32>(dict, count, DICT_COUNT);
  store<i32>(dict, 0, DICT_VERSION);
  store<usize>(dict, keys, DICT_KEYS);
  store<usize>(dict, values, DICT_VALUES);
  return dict;
}

/** An array of `length` words, the first `used` copied from an address, the others 0. 0: no memory. */
function newValues(length: i32, from: usize, used: i32): usize {
  const values = allocate(ARRAY_ITEMS + (length << 2));
  if (values === 0) return 0;
  store<i32>(values, headerOf(SHAPE_ARRAY));
  store<i32>(values, length, TAIL_SIZE);
  copyWords(values + ARRAY_ITEMS, from, used);
  fillZero(values + ARRAY_ITEMS + (used << 2), length - used);
  return values;
}

function setTables(dict: usize, keys: usize, values: usize): void {
  store<usize>(dict, keys, DICT_KEYS);
  store<usize>(dict, values, DICT_VALUES);
  barrier(dict);
}

function changed(dict: usize, key: usize): void {
  store<i32>(dict, 0, DICT_VERSION);
  if (mayBeWatched(dict, key)) watched(dict, key);
}

/** Whether something may rely on what a dict has for a key (0: all keys). */
export function mayBeWatched(dict: usize, key: usize): bool {
  if ((load<i32>(dict) & FLAG_WATCHED) === 0) return false;
  if (key === 0 || isSmall(key) || !isFlat(key) || (load<i32>(key) & FLAG_INTERNED) === 0) return true;
  const word = load<i32>(WATCHED_KEYS + ((key >>> 6) & (WATCHED_KEYS_BYTES - 4)));
  return (word & (1 << (<i32>(key >>> 3) & 31))) !== 0;
}

/** Gives a dict tables of its own with room for `entries` keys, without gaps: entries get new numbers. False: no memory. */
function rebuild(dict: usize, entries: i32): bool {
  const keys = createTable(entries);
  if (keys === 0) return false;
  const values = newValues(capacityOf(keys), 0, 0);
  if (values === 0) return false;
  const from = keysOf(dict);
  const used = load<i32>(from, KEYS_USED);
  for (let entry = 0; entry < used; entry++) {
    const key = keyAt(from, entry);
    if (key === 0) continue;
    const to = appendKey(keys, key, hashAt(from, entry));
    store<usize>(values + (to << 2), valueAt(dict, entry), ARRAY_ITEMS);
  }
  setTables(dict, keys, values);
  return true;
}

/** A dict with room for so many keys before it grows. 0: no memory. */
export function createDict(capacity: i32): usize {
  if (capacity === 0) return newDict(load<usize>(STATE_EMPTY_KEYS), load<usize>(STATE_EMPTY_VALUES), 0);
  const keys = createTable(capacity);
  return keys === 0 ? 0 : newDict(keys, newValues(capacityOf(keys), 0, 0), 0);
}

/** Makes the keys of a dict immutable, so that others can share them: a dict that changes them copies them first. */
function freeze(dict: usize): usize {
  const keys = keysOf(dict);
  store<i32>(keys, 1, KEYS_SHARED);
  store<i32>(keys, 0, KEYS_USABLE);
  return keys;
}

/** Freezes the keys of a dict, without gaps between its entries, and returns them. 0: no memory. */
export function shareKeys(dict: usize): usize {
  if (countOf(dict) !== usedOf(dict) && !rebuild(dict, countOf(dict))) return 0;
  return freeze(dict);
}

/** A dict with shared keys; its values are copied from an address, one word per key. 0: no memory. */
export function fromSharedKeys(keys: usize, values: usize): usize {
  const used = load<i32>(keys, KEYS_USED);
  return newDict(keys, newValues(used, values, used), used);
}

function copyOfValues(dict: usize): usize {
  const used = usedOf(dict);
  return used === 0 ? load<usize>(STATE_EMPTY_VALUES) : newValues(used, valuesOf(dict) + ARRAY_ITEMS, used);
}

/** A shallow copy, which shares the keys. 0: no memory. */
export function copyDict(dict: usize): usize {
  const values = copyOfValues(dict);
  return newDict(freeze(dict), values, countOf(dict));
}

/** Gives an empty dict the entries of another, and shares its keys. False: no memory. */
export function assignDict(dict: usize, from: usize): bool {
  const values = copyOfValues(from);
  if (values === 0) return false;
  setTables(dict, freeze(from), values);
  store<i32>(dict, countOf(from), DICT_COUNT);
  changed(dict, 0);
  return true;
}

/** Makes room for so many further keys at once. False: no memory. */
export function reserveKeys(dict: usize, more: i32): bool {
  return more <= load<i32>(keysOf(dict), KEYS_USABLE) || rebuild(dict, countOf(dict) + more);
}

export function clearDict(dict: usize): void {
  setTables(dict, load<usize>(STATE_EMPTY_KEYS), load<usize>(STATE_EMPTY_VALUES));
  store<i32>(dict, 0, DICT_COUNT);
  changed(dict, 0);
}

/** Adds a key that is not there. False: no memory. */
export function insertKey(dict: usize, key: usize, hash: i32, value: usize): bool {
  if (load<i32>(keysOf(dict), KEYS_USABLE) === 0) {
    // Twice the keys there are: the dict doubles, or shrinks if most were deleted.
    const count = countOf(dict);
    if (!rebuild(dict, max(count << 1, count + 1))) return false;
  }
  const keys = keysOf(dict);
  const values = valuesOf(dict);
  const entry = appendKey(keys, key, hash);
  store<usize>(values + (entry << 2), value, ARRAY_ITEMS);
  barrier(keys);
  barrier(values);
  store<i32>(dict, countOf(dict) + 1, DICT_COUNT);
  changed(dict, key);
  return true;
}

/** Sets the value of an entry in use, whose key is `key`. */
export function setEntry(dict: usize, entry: i32, key: usize, value: usize): void {
  const values = valuesOf(dict);
  store<usize>(values + (entry << 2), value, ARRAY_ITEMS);
  barrier(values);
  changed(dict, key);
}

/** Removes an entry in use; its value. 0: no memory, as a shared table must be copied. */
export function removeEntry(dict: usize, entry: i32): usize {
  if (load<i32>(keysOf(dict), KEYS_SHARED) !== 0) {
    const own = cloneTable(keysOf(dict));
    if (own === 0) return 0;
    setTables(dict, own, valuesOf(dict));
  }
  const keys = keysOf(dict);
  const values = valuesOf(dict);
  const key = keyAt(keys, entry);
  const value = valueAt(dict, entry);
  store<usize>(values + (entry << 2), 0, ARRAY_ITEMS);
  removeKey(keys, entry);
  const count = countOf(dict) - 1;
  store<i32>(dict, count, DICT_COUNT);
  if (count === 0) resetTable(keys, load<i32>(values, TAIL_SIZE));
  changed(dict, key);
  return value;
}

/** First entry in use at `from` or later, or ABSENT. Safe for any `from`, whatever happened to the dict. */
export function nextEntry(dict: usize, from: i32): i32 {
  const keys = keysOf(dict);
  const used = load<i32>(keys, KEYS_USED);
  for (let entry = max(from, 0); entry < used; entry++) if (keyAt(keys, entry) !== 0) return entry;
  return ABSENT;
}

/** Last entry in use before `before`, or ABSENT. */
export function previousEntry(dict: usize, before: i32): i32 {
  const keys = keysOf(dict);
  let entry = min(before, load<i32>(keys, KEYS_USED)) - 1;
  while (entry >= 0 && keyAt(keys, entry) === 0) entry--;
  return entry;
}

/* ---- searches ---- */

/** As `find` of the table's, of a dict; see there for results below UNDECIDED. */
export function findHashed(dict: usize, key: usize, hash: i32, fromStep: i32): i32 {
  return find(keysOf(dict), key, hash, fromStep);
}

/** The entry that a search meets after so many steps. */
export function entryAfter(dict: usize, hash: i32, steps: i32): i32 {
  return entryAtStep(keysOf(dict), hash, steps);
}

/** Hash of a key, an int32; -1: code of the language must run for it. */
export function hashKey(key: usize): i32 {
  return hashOf(key);
}

/** As `find` of the table's, from the start. Most searches end at the first slot. */
function entryOf(dict: usize, key: usize, hash: i32): i32 {
  const keys = keysOf(dict);
  const number = firstContent(keys, hash);
  if (number === 0) return ABSENT;
  return number > 0 && keyAt(keys, number - 1) === key ? number - 1 : find(keys, key, hash, 0);
}

/**
 * Entry of a key + 2, 1 if it is not there, or UNDECIDED: never 0, which compiled code takes for a failure. What most searches do,
 * to find a known hash and the key or an equal string in the first slot, is written out: a call costs as much as the rest.
 */
export function locateKey(dict: usize, key: usize): i32 {
  let hash = untagSmall(key);
  if (!isSmall(key)) hash = isFlat(key) ? load<i32>(key, STR_HASH) || hashString(key) : leafHash(key);
  else if (hash < 0) hash = leafHash(key);
  if (hash === UNKNOWN_HASH) return UNDECIDED;
  const keys = keysOf(dict);
  const number = firstContent(keys, hash);
  if (number === 0) return 1;
  if (number > 0) {
    const stored = keyAt(keys, number - 1);
    if (stored === key) return number + 1;
    if (!isSmall(stored | key) && hashAt(keys, number - 1) === hash && isFlat(stored) && equalFlat(stored, key))
      return number + 1;
  }
  const entry = find(keys, key, hash, 0);
  return entry >= ABSENT ? entry + 2 : UNDECIDED;
}

/** Entry of a key, ABSENT or UNDECIDED. */
export function findKey(dict: usize, key: usize): i32 {
  const located = locateKey(dict, key);
  return located === UNDECIDED ? UNDECIDED : located - 2;
}

/** Value of a key, `otherwise` if it is not there, or UNDECIDED. */
export function getOr(dict: usize, key: usize, otherwise: usize): usize {
  const located = locateKey(dict, key);
  return located > 1 ? valueAt(dict, located - 2) : located === 1 ? otherwise : UNDECIDED;
}

/** Sets the value of a key: 1, 0 if there is no memory, or UNDECIDED. */
export function setKey(dict: usize, key: usize, value: usize): i32 {
  const hash = hashOf(key);
  return hash === UNKNOWN_HASH ? UNDECIDED : setHashed(dict, key, hash, value);
}

/** As `setKey`, for a key whose hash is known. */
export function setHashed(dict: usize, key: usize, hash: i32, value: usize): i32 {
  const entry = entryOf(dict, key, hash);
  if (entry === ABSENT) return i32(insertKey(dict, key, hash, value));
  if (entry < 0) return UNDECIDED;
  setEntry(dict, entry, key, value);
  return 1;
}

/** Value of a key, after setting it to `value` if it was not there; 0: no memory; or UNDECIDED. */
export function getOrInsert(dict: usize, key: usize, value: usize): usize {
  const hash = hashOf(key);
  if (hash === UNKNOWN_HASH) return UNDECIDED;
  const entry = entryOf(dict, key, hash);
  if (entry >= 0) return valueAt(dict, entry);
  if (entry !== ABSENT) return UNDECIDED;
  return insertKey(dict, key, hash, value) ? value : 0;
}
