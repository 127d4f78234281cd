import { findHashed, insertKey, keysOf, removeEntry, setEntry, valueAt } from "@hotpy/dict/kernel/dicts";
import { entryAtStep, keyAt } from "@hotpy/dict/kernel/tables";
import { fromInt64 } from "@hotpy/object-model/kernel/integers/forms";
import { itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { foldHash } from "@hotpy/object-model/kernel/strings/hash";
import { isSmall, tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { probe } from "./equality";
import { BOX_VALUE, FLAG_WATCHED, KEYS_MASK, NONE, UNDECIDED } from "./generated/constants";
import { MOST_UNSURE, maskOf, keysOf as setKeysOf, UNSURE } from "./sets/layout";
import { insertAt, placeFor, slotAfter } from "./sets/table";
import { addItemHash, finishTupleHash, TUPLE_HASH_START } from "./tuple-hash";

/// Searches in dicts and sets for keys whose hash and `==` are written in Python: code in Python calls `hash()`, then seeks, and compares what the
/// search meets. All words are Python's: a hash is an int, and so is a place:
///
///     0 and more        the key's entry in a dict, or slot in a set
///     -1                it is not there
///     -2                the container has changed: the search has to begin anew
///     -3 and less       -3 less (the slots that have been passed << 5 | bits of the mask of slots): what is met there has to be compared
///
/// A container that has grown or been cleared has another mask.

const NOT_THERE: i32 = -1;
const CHANGED: i32 = -2;
/** The least number of the last kind. */
const FIRST: i32 = -3;
const BITS: i32 = 5;

function placeOf(step: i32, mask: i32): i32 {
  return FIRST - ((step << BITS) | popcnt(mask));
}
function stepOf(place: usize): i32 {
  return (FIRST - untagSmall(place)) >> BITS;
}
/** Whether a table is as it was. */
function isSame(place: usize, mask: i32): bool {
  return ((FIRST - untagSmall(place)) & ((1 << BITS) - 1)) === popcnt(mask);
}
/** Where a search goes on: at the start (0), or behind what has been met at a place. */
function stepBehind(place: usize): i32 {
  return untagSmall(place) <= FIRST ? stepOf(place) + 1 : 0;
}

function hashOf(word: usize): i64 {
  return isSmall(word) ? <i64>untagSmall(word) : load<i64>(word, BOX_VALUE);
}
/** The hash that dicts keep of a hash. */
export function hashForDicts(word: usize): i32 {
  return isSmall(word) ? untagSmall(word) : foldHash(load<i64>(word, BOX_VALUE));
}

function dictMask(dict: usize): i32 {
  return load<i32>(keysOf(dict), KEYS_MASK);
}

/** The hash of a tuple whose items have these hashes, in a tuple or list. 0: no memory. */
export function joinHashes(hashes: usize): usize {
  const count = lengthOf(hashes);
  const items = itemsOf(hashes);
  let hash = TUPLE_HASH_START;
  for (let i = 0; i < count; i++) hash = addItemHash(hash, hashOf(load<usize>(items + (i << 2))));
  return fromInt64(finishTupleHash(hash, count));
}

/** The same of two. */
export function joinTwoHashes(a: usize, b: usize): usize {
  return fromInt64(finishTupleHash(addItemHash(addItemHash(TUPLE_HASH_START, hashOf(a)), hashOf(b)), 2));
}

/** The same of three. */
export function joinThreeHashes(a: usize, b: usize, c: usize): usize {
  const two = addItemHash(addItemHash(TUPLE_HASH_START, hashOf(a)), hashOf(b));
  return fromInt64(finishTupleHash(addItemHash(two, hashOf(c)), 3));
}

/** Place of a key in a dict, from behind another place on (0: from the start). */
export function seekInDict(dict: usize, key: usize, hash: usize, behind: usize): usize {
  const found = findHashed(dict, key, hashForDicts(hash), stepBehind(behind));
  return tagSmall(found >= NOT_THERE ? found : placeOf(UNDECIDED - 1 - found, dictMask(dict)));
}

/** The key that is met at a place; the dict itself, which is no key: the dict has changed. */
export function metInDict(dict: usize, hash: usize, place: usize): usize {
  const entry = isSame(place, dictMask(dict))
    ? entryAtStep(keysOf(dict), hashForDicts(hash), stepOf(place))
    : NOT_THERE;
  return entry >= 0 ? keyAt(keysOf(dict), entry) : dict;
}

/** The entry of what has been met at a place, if the dict has not changed. */
export function settleInDict(dict: usize, hash: usize, place: usize, met: usize): usize {
  if (metInDict(dict, hash, place) !== met) return tagSmall(CHANGED);
  return tagSmall(entryAtStep(keysOf(dict), hashForDicts(hash), stepOf(place)));
}

/** The value of an entry. */
export function valueInDict(dict: usize, entry: usize): usize {
  return valueAt(dict, untagSmall(entry));
}

/** Removes an entry; its value. 0: no memory. */
export function popFromDict(dict: usize, entry: usize): usize {
  return removeEntry(dict, untagSmall(entry));
}

/** Sets the value of an entry: NONE, or UNDECIDED. */
export function setInDict(dict: usize, entry: usize, key: usize, value: usize): usize {
  if ((load<i32>(dict) & FLAG_WATCHED) !== 0) return UNDECIDED;
  setEntry(dict, untagSmall(entry), key, value);
  return NONE;
}

/** Adds a key that is not there: NONE, 0: no memory, or UNDECIDED. */
export function addToDict(dict: usize, key: usize, hash: usize, value: usize): usize {
  if ((load<i32>(dict) & FLAG_WATCHED) !== 0) return UNDECIDED;
  return insertKey(dict, key, hashForDicts(hash), value) ? NONE : 0;
}

/** Place of a key in a set, from behind another place on (0: from the start). */
export function seekInSet(set: usize, key: usize, hash: usize, behind: usize): usize {
  const found = probe(set, key, hashOf(hash), stepBehind(behind));
  return tagSmall(found >= MOST_UNSURE ? max(found, NOT_THERE) : placeOf(found - UNSURE, maskOf(set)));
}

/** The key that is met at a place; the set itself, which is no key of its own: the set has changed. */
export function metInSet(set: usize, hash: usize, place: usize): usize {
  const met = isSame(place, maskOf(set)) ? load<usize>(setKeysOf(set) + (slotAt(set, hash, place) << 2)) : 0;
  return met !== 0 ? met : set;
}

/** The slot of what has been met at a place, if the set has not changed. */
export function settleInSet(set: usize, hash: usize, place: usize, met: usize): usize {
  return tagSmall(metInSet(set, hash, place) === met ? slotAt(set, hash, place) : CHANGED);
}

function slotAt(set: usize, hash: usize, place: usize): i32 {
  return slotAfter(maskOf(set), hashOf(hash), stepOf(place));
}

/** Adds a key that is not there: NONE, or 0: no memory. */
export function addHashedToSet(set: usize, key: usize, hash: usize): usize {
  const whole = hashOf(hash);
  return insertAt(set, placeFor(set, whole), key, whole) ? NONE : 0;
}
