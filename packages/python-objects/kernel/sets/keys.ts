import { knownHash } from "@hotpy/object-model/kernel/strings/hash";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { probe } from "../equality";
import { ABSENT, FALSE, NONE, SET_FINGER, SHAPE_SET, TRUE, UNDECIDED } from "../generated/constants";
import { hashesOf, keysOf, lastOfRun, MOST_UNSURE, maskOf, REMOVED, UNSURE, usedOf } from "./layout";
import {
  countAdded,
  hashOfKey,
  insertAt,
  LEAST_SLOTS,
  newSet,
  placeFor,
  removeSlot,
  roomOf,
  slotAfter,
  UNKNOWN_HASH,
} from "./table";

/// Operations on one key. They are done whole, or UNDECIDED with nothing done: then code of the language has to run.

/* ---- plain keys: what the loop and traces call ---- */

/**
 * Whether a key is in a set: TRUE, FALSE, or UNDECIDED. What most searches do, to find a known hash and the key or nothing in the first
 * slot, is written out here and below: calls cost as much as the rest.
 */
export function setContains(set: usize, key: usize): usize {
  let hash: i64 = <i64>untagSmall(key);
  if (!isSmall(key)) hash = isFlat(key) ? knownHash(key) || hashOfKey(key) : hashOfKey(key);
  else if (hash === -1) hash = -2;
  const first = <i32>hash & maskOf(set);
  const stored = load<i64>(hashesOf(set) + (first << 3));
  if (stored === hash || stored === 0) {
    const other = load<usize>(keysOf(set) + (first << 2));
    if (other === 0 && hash !== UNKNOWN_HASH) return FALSE;
    if (other === key && hash !== UNKNOWN_HASH) return TRUE;
  }
  if (hash === UNKNOWN_HASH) return UNDECIDED;
  const found = probe(set, key, hash);
  return found >= 0 ? TRUE : found < MOST_UNSURE ? UNDECIDED : FALSE;
}

/** Adds a key: NONE, 0: no memory, or UNDECIDED. */
export function addToSet(set: usize, key: usize): usize {
  let hash: i64 = <i64>untagSmall(key);
  if (!isSmall(key)) hash = isFlat(key) ? knownHash(key) || hashOfKey(key) : hashOfKey(key);
  else if (hash === -1) hash = -2;
  return hash === UNKNOWN_HASH ? UNDECIDED : addHashed(set, key, hash);
}

/** As `addToSet`, for a key whose hash is known. */
export function addHashed(set: usize, key: usize, hash: i64): usize {
  let found = <i32>hash & maskOf(set);
  const stored = load<i64>(hashesOf(set) + (found << 3));
  const other = load<usize>(keysOf(set) + (found << 2));
  if (stored === hash && other === key) return NONE;
  if (stored === 0 && other === 0) found = -1 - found;
  else found = probe(set, key, hash);
  if (found >= 0) return NONE;
  return found < MOST_UNSURE ? UNDECIDED : insertAt(set, found, key, hash) ? NONE : 0;
}

/** Removes a key if it is there: NONE, or UNDECIDED. */
export function discardFromSet(set: usize, key: usize): usize {
  const hash = hashOfKey(key);
  if (hash === UNKNOWN_HASH) return UNDECIDED;
  const found = probe(set, key, hash);
  if (found < MOST_UNSURE) return UNDECIDED;
  if (found >= 0) removeSlot(set, found);
  return NONE;
}

/** Removes a key: NONE, or UNDECIDED, also where the key is not there. */
export function removeFromSet(set: usize, key: usize): usize {
  const hash = hashOfKey(key);
  const found = hash === UNKNOWN_HASH ? ABSENT : probe(set, key, hash);
  if (found < 0) return UNDECIDED;
  removeSlot(set, found);
  return NONE;
}

/** Removes and returns some key; UNDECIDED: there is none. */
export function popFromSet(set: usize): usize {
  if (usedOf(set) === 0) return UNDECIDED;
  let at = nextInSet(set, load<i32>(set, SET_FINGER) & maskOf(set));
  if (at < 0) at = nextInSet(set, 0);
  const key = load<usize>(keysOf(set) + (at << 2));
  removeSlot(set, at);
  store<i32>(set, at + 1, SET_FINGER);
  return key;
}

/** A set of `count` words at an address; 0: no memory, or UNDECIDED. */
export function setFrom(address: usize, count: i32): usize {
  const set = newSet(SHAPE_SET, LEAST_SLOTS);
  if (set === 0) return 0;
  const stopped = addWords(set, address, 0, count);
  return stopped === count ? set : stopped === ABSENT ? 0 : UNDECIDED;
}

/**
 * Adds those of an array's words from one index to another that are not 0. The index of the first that is left, as code of the language must
 * run for it, or ABSENT: no memory.
 */
export function addWords(set: usize, words: usize, from: i32, to: i32): i32 {
  let mask = maskOf(set);
  let keys = keysOf(set);
  let hashes = hashesOf(set);
  let room = roomOf(set);
  let added = 0;
  // New keys go to free slots here; what else there is to do with a key takes the long way.
  for (let i = from; i < to; i++) {
    const key = load<usize>(words + (i << 2));
    let hash: i64 = <i64>untagSmall(key);
    if (!isSmall(key)) {
      if (key === 0) continue;
      hash = isFlat(key) ? knownHash(key) || hashOfKey(key) : hashOfKey(key);
    } else if (hash === -1) hash = -2;
    let at = <i32>hash & mask;
    const last = lastOfRun(at, mask);
    let stored = load<i64>(hashes + (at << 3));
    while (stored !== 0 && stored !== hash && stored !== REMOVED && at < last) stored = load<i64>(hashes + (++at << 3));
    if (stored === 0 && added < room && hash !== UNKNOWN_HASH) {
      const place = keys + (at << 2);
      if (load<usize>(place) === 0) {
        store<usize>(place, key);
        store<i64>(hashes + (at << 3), hash);
        added++;
        continue;
      }
    }
    countAdded(set, added);
    added = 0;
    const done = hash === UNKNOWN_HASH ? UNDECIDED : addHashed(set, key, hash);
    if (done !== NONE) return done === 0 ? ABSENT : i;
    room = roomOf(set);
    mask = maskOf(set);
    keys = keysOf(set);
    hashes = hashesOf(set);
  }
  countAdded(set, added);
  return to;
}

/* ---- any keys, with the halves of their hash: what TypeScript calls ---- */

function hashOfHalves(low: i32, high: i32): i64 {
  return ((<i64>high) << 32) | <i64>(<u32>low);
}

/**
 * Slot of a key, or ABSENT. Less than UNDECIDED: code of the language must compare the key with that in {@link slotAtStep}; the result
 * is UNDECIDED - 1 less the number of slots probed before. If they differ the search goes on from the step behind.
 */
export function findInSet(set: usize, key: usize, low: i32, high: i32, fromStep: i32): i32 {
  const found = probe(set, key, hashOfHalves(low, high), fromStep);
  return found >= 0 ? found : found < MOST_UNSURE ? UNDECIDED - 1 - (found - UNSURE) : ABSENT;
}

/** The slot that a search meets after so many steps. */
export function slotAtStep(set: usize, low: i32, high: i32, steps: i32): i32 {
  return slotAfter(maskOf(set), hashOfHalves(low, high), steps);
}

/** Adds a key that is not there. False: no memory. */
export function insertIntoSet(set: usize, key: usize, low: i32, high: i32): bool {
  const hash = hashOfHalves(low, high);
  return insertAt(set, placeFor(set, hash), key, hash);
}

/** First slot with a key at `from` or later, or ABSENT. Safe for any `from` that is not negative. */
export function nextInSet(set: usize, from: i32): i32 {
  const keys = keysOf(set);
  const mask = maskOf(set);
  for (let at = from; at <= mask; at++) if (load<usize>(keys + (at << 2)) !== 0) return at;
  return ABSENT;
}
