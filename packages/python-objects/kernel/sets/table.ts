import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate, barrier } from "@hotpy/object-model/kernel/heap";
import { wholeHashOfString } from "@hotpy/object-model/kernel/strings/hash";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { fillZero, isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { probe } from "../equality";
import {
  ARRAY_ITEMS,
  BYTES_DATA,
  SET_FILL,
  SET_FINGER,
  SET_HASH,
  SET_HASHES,
  SET_KEYS,
  SET_MASK,
  SET_USED,
  SHAPE_ARRAY,
  SHAPE_BYTES,
  TAIL_SIZE,
} from "../generated/constants";
import { hashOfPlain } from "../plain";
import { hashesOf, keysOf, lastOfRun, maskOf, nextPerturb, nextStart, REMOVED, usedOf } from "./layout";

/// The hash table of sets: CPython 3.11's algorithm, because programs print sets and see its order. Open addressing with runs of
/// linear probes; see SET in src/layouts.ts for what lies where.

const SET_BYTES = 40;
export const LEAST_SLOTS: i32 = 8;
/** More would be more bytes of hashes than an i32 counts. */
const MOST_SLOTS: i32 = 1 << 27;
/** From so many keys on tables grow by two instead of by four. */
const LARGE: i32 = 50000;
/** No key: no word has this value. */
const NO_KEY: usize = 2;
/** A search that must not compare. */
const NEVER: i32 = i32.MAX_VALUE;

/** Hash of a key that is not plain. */
export const UNKNOWN_HASH: i64 = -1;

/** CPython's hash of a plain key; -1: it is not plain. */
export function hashOfKey(key: usize): i64 {
  if (isSmall(key)) return key === -1 ? -2 : <i64>untagSmall(key);
  return isFlat(key) ? wholeHashOfString(key) : hashOfPlain(key);
}

/** Gives a set an empty table. False: no memory; the set is as it was. */
function newTable(set: usize, slots: i32): bool {
  const keys = allocate(ARRAY_ITEMS + (slots << 2));
  if (keys === 0) return false;
  store<i32>(keys, headerOf(SHAPE_ARRAY));
  store<i32>(keys, slots, TAIL_SIZE);
  fillZero(keys + ARRAY_ITEMS, slots);
  const hashes = allocate(BYTES_DATA + (slots << 3));
  if (hashes === 0) return false;
  store<i32>(hashes, headerOf(SHAPE_BYTES));
  store<i32>(hashes, slots << 3, TAIL_SIZE);
  fillZero(hashes + BYTES_DATA, slots << 1);
  store<i32>(set, slots - 1, SET_MASK);
  store<usize>(set, keys, SET_KEYS);
  store<usize>(set, hashes, SET_HASHES);
  return true;
}

/** An empty set of a shape with so many slots. 0: no memory. */
export function newSet(shape: i32, slots: i32): usize {
  const set = allocate(SET_BYTES);
  if (set === 0) return 0;
  store<i32>(set, headerOf(shape));
  store<i32>(set, 0, 4);
  store<i64>(set, 0, SET_FILL);
  store<i64>(set, 0, SET_USED);
  store<i32>(set, 0, SET_FINGER);
  store<i64>(set, -1, SET_HASH);
  return newTable(set, slots) ? set : 0;
}

/** Removes all keys. False: no memory; nothing is done. */
export function clearSet(set: usize): bool {
  if (!newTable(set, LEAST_SLOTS)) return false;
  barrier(set);
  store<i32>(set, 0, SET_FILL);
  store<i32>(set, 0, SET_USED);
  store<i32>(set, 0, SET_FINGER);
  return true;
}

/** Whether the first slot that a search looks at is free: no key has this hash. */
export function isFirstFree(set: usize, hash: i64): bool {
  const first = <i32>hash & maskOf(set);
  return load<i64>(hashesOf(set) + (first << 3)) === 0 && load<usize>(keysOf(set) + (first << 2)) === 0;
}

/** The slot that a search meets after so many steps. */
export function slotAfter(mask: i32, hash: i64, steps: i32): i32 {
  let perturb = <u64>hash;
  let start = <i32>hash & mask;
  while (true) {
    const run = lastOfRun(start, mask) - start + 1;
    if (steps < run) return start + steps;
    steps -= run;
    perturb = nextPerturb(perturb);
    start = nextStart(start, perturb, mask);
  }
}

/** The place for an absent key, as `probe` gives it. */
export function placeFor(set: usize, hash: i64): i32 {
  return probe(set, NO_KEY, hash, NEVER);
}

/** Puts a key that is not there into a table without removed keys. */
function insertClean(keys: usize, hashes: usize, mask: i32, key: usize, hash: i64): void {
  let perturb = <u64>hash;
  let start = <i32>hash & mask;
  while (true) {
    const last = lastOfRun(start, mask);
    for (let at = start; at <= last; at++) {
      const slot = keys + (at << 2);
      if (load<usize>(slot) !== 0) continue;
      store<usize>(slot, key);
      store<i64>(hashes + (at << 3), hash);
      return;
    }
    perturb = nextPerturb(perturb);
    start = nextStart(start, perturb, mask);
  }
}

/** Puts the keys of one table into the table of a set that has none of them and no removed keys. */
export function insertAll(set: usize, fromKeys: usize, fromHashes: usize, fromMask: i32): void {
  const keys = keysOf(set);
  const hashes = hashesOf(set);
  const mask = maskOf(set);
  for (let at = 0; at <= fromMask; at++) {
    const key = load<usize>(fromKeys + (at << 2));
    if (key !== 0) insertClean(keys, hashes, mask, key, load<i64>(fromHashes + (at << 3)));
  }
}

/** Slots of a table that is made for so many keys. */
export function slotsFor(wanted: i32): i32 {
  let slots = LEAST_SLOTS;
  while (slots <= wanted && slots < MOST_SLOTS) slots <<= 1;
  return slots;
}

/** Whether a table with so many slots in use must grow. */
export function isFull(fill: i32, mask: i32): bool {
  return <i64>fill * 5 >= <i64>mask * 3;
}

/** Rebuilds the table for so many keys. False: no memory; nothing is done. */
function resize(set: usize, wanted: i32): bool {
  const slots = slotsFor(wanted);
  if (slots <= wanted) return false;
  const keys = keysOf(set);
  const hashes = hashesOf(set);
  const mask = maskOf(set);
  if (!newTable(set, slots)) return false;
  barrier(set);
  insertAll(set, keys, hashes, mask);
  store<i32>(set, usedOf(set), SET_FILL);
  return true;
}

function grown(used: i32): i32 {
  return used > LARGE ? used << 1 : used << 2;
}

/** Puts an absent key in the place that a search gave, -1 less the slot. False: no memory; the key is not there. */
export function insertAt(set: usize, place: i32, key: usize, hash: i64): bool {
  const at = -1 - place;
  const slot = keysOf(set) + (at << 2);
  const place64 = hashesOf(set) + (at << 3);
  const before = load<i64>(place64);
  store<usize>(slot, key);
  store<i64>(place64, hash);
  barrier(load<usize>(set, SET_KEYS));
  const used = usedOf(set) + 1;
  store<i32>(set, used, SET_USED);
  if (before === REMOVED) return true;
  const fill = load<i32>(set, SET_FILL) + 1;
  store<i32>(set, fill, SET_FILL);
  if (!isFull(fill, maskOf(set)) || resize(set, grown(used))) return true;
  store<usize>(slot, 0);
  store<i64>(place64, 0);
  store<i32>(set, used - 1, SET_USED);
  store<i32>(set, fill - 1, SET_FILL);
  return false;
}

/** How many further slots may be used without that the table must grow. */
export function roomOf(set: usize): i32 {
  return (maskOf(set) * 3 - 1) / 5 - load<i32>(set, SET_FILL);
}

/** Counts keys that have been put in free slots. */
export function countAdded(set: usize, added: i32): void {
  if (added === 0) return;
  store<i32>(set, load<i32>(set, SET_FILL) + added, SET_FILL);
  store<i32>(set, usedOf(set) + added, SET_USED);
  barrier(load<usize>(set, SET_KEYS));
}

/** Removes the key in a slot. */
export function removeSlot(set: usize, at: i32): void {
  store<usize>(keysOf(set) + (at << 2), 0);
  store<i64>(hashesOf(set) + (at << 3), REMOVED);
  store<i32>(set, usedOf(set) - 1, SET_USED);
}

/** Makes room for so many further keys, as CPython does before it adds those of a set or a dict. False: no memory. */
export function reserveSet(set: usize, more: i32): bool {
  return !isFull(load<i32>(set, SET_FILL) + more, maskOf(set)) || resize(set, (usedOf(set) + more) << 1);
}

/** Rebuilds the table if more than a quarter of its slots are of removed keys. False: no memory. */
export function sweepSet(set: usize): bool {
  const used = usedOf(set);
  return load<i32>(set, SET_FILL) - used <= maskOf(set) >>> 2 || resize(set, grown(used));
}
