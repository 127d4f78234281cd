import { findHashed, insertKey, keysOf, setEntry, valueAt } from "@hotpy/dict/kernel/dicts";
import { entryAtStep, keyAt } from "@hotpy/dict/kernel/tables";
import { foldHash } from "@hotpy/object-model/kernel/strings/hash";
import { isSmall, tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { probe } from "./equality";
import { BOX_VALUE, FLAG_WATCHED, NONE, UNDECIDED } from "./generated/constants";
import { MOST_UNSURE, maskOf, keysOf as setKeysOf, UNSURE } from "./sets/layout";
import { insertAt, placeFor, slotAfter } from "./sets/table";

/// Searches in dicts and sets for keys whose hash and `==` are written in Python, step by step: code in Python calls `hash()`, then seeks, and
/// compares what the search meets. All words are Python's: a hash is an int, and so is a place:
///
///     0 and more        the key's entry in a dict, or slot in a set
///     -1                it is not there
///     -2                what had been met there is no longer there: the search has to begin anew
///     -3 and less       so many slots have been passed, and the key has to be compared with what is met there

const NOT_THERE: i32 = -1;
const CHANGED: i32 = -2;
/** The place where nothing has been passed, less one. */
const FIRST: i32 = -3;

function hashOf(word: usize): i64 {
  return isSmall(word) ? <i64>untagSmall(word) : load<i64>(word, BOX_VALUE);
}
/** The hash that dicts keep of a hash. */
export function hashForDicts(word: usize): i32 {
  return isSmall(word) ? untagSmall(word) : foldHash(load<i64>(word, BOX_VALUE));
}

/** Where a search goes on: at the start, or behind what has been met at a place. */
function stepFrom(place: usize): i32 {
  const from = untagSmall(place);
  return from <= FIRST ? FIRST - from + 1 : 0;
}

/** Place of a key in a dict, from another place on (0: from the start). */
export function seekInDict(dict: usize, key: usize, hash: usize, from: usize): usize {
  return tagSmall(findHashed(dict, key, hashForDicts(hash), stepFrom(from)));
}

function entryAt(dict: usize, hash: usize, place: usize): i32 {
  return entryAtStep(keysOf(dict), hashForDicts(hash), FIRST - untagSmall(place));
}

/** The key that is met at a place; the dict itself, which is no key: none any more. */
export function metInDict(dict: usize, hash: usize, place: usize): usize {
  const entry = entryAt(dict, hash, place);
  return entry >= 0 ? keyAt(keysOf(dict), entry) : dict;
}

/** The entry of what has been met at a place, if it is still there. */
export function settleInDict(dict: usize, hash: usize, place: usize, met: usize): usize {
  const entry = entryAt(dict, hash, place);
  return tagSmall(entry >= 0 && keyAt(keysOf(dict), entry) === met ? entry : CHANGED);
}

/** The value of an entry. */
export function valueInDict(dict: usize, entry: usize): usize {
  return valueAt(dict, untagSmall(entry));
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

/** Place of a key in a set, from another place on (0: from the start). */
export function seekInSet(set: usize, key: usize, hash: usize, from: usize): usize {
  const found = probe(set, key, hashOf(hash), stepFrom(from));
  return tagSmall(found >= 0 ? found : found < MOST_UNSURE ? FIRST - (found - UNSURE) : NOT_THERE);
}

/** The key that is met at a place; the set itself, which is no key of its own: none any more. */
export function metInSet(set: usize, hash: usize, place: usize): usize {
  const met = load<usize>(setKeysOf(set) + (slotAt(set, hash, place) << 2));
  return met !== 0 ? met : set;
}

/** The slot of what has been met at a place, if it is still there. */
export function settleInSet(set: usize, hash: usize, place: usize, met: usize): usize {
  const slot = slotAt(set, hash, place);
  return tagSmall(load<usize>(setKeysOf(set) + (slot << 2)) === met ? slot : CHANGED);
}

function slotAt(set: usize, hash: usize, place: usize): i32 {
  return slotAfter(maskOf(set), hashOf(hash), FIRST - untagSmall(place));
}

/** Adds a key that is not there: NONE, or 0: no memory. */
export function addHashedToSet(set: usize, key: usize, hash: usize): usize {
  const whole = hashOf(hash);
  return insertAt(set, placeFor(set, whole), key, whole) ? NONE : 0;
}
