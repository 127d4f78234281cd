/// The hash table of sets: CPython 3.11's algorithm, because programs print sets and see its order. Open addressing with
/// runs of linear probes; keys in an array of words, their 64-bit hashes in bytes beside it.

import { copyWords, fillWords, isSmall, NULL, type Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  BYTES_DATA,
  defineFields,
  FLAG_PINNED,
  headerWord,
  int64Halves,
  mutable,
  SHAPE_ARRAY,
  SHAPE_BYTES,
} from "@hotpy/object-model";
import { NOT_PLAIN, SHAPE_NOT_IMPLEMENTED } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/* Offsets in a set object. Raw: mask, entries ever used, entries in use, where pop goes on. Then keys and hashes. */
const SET_MASK = 8;
const SET_FILL = 12;
const SET_USED = 16;
const SET_FINGER = 20;
const SET_KEYS = 24;
const SET_HASHES = 28;
export const SET = defineFields("set", {
  mask: mutable("i32", SET_MASK),
  fill: mutable("i32", SET_FILL),
  used: mutable("i32", SET_USED),
  finger: mutable("i32", SET_FINGER),
  keys: mutable("word", SET_KEYS),
  hashes: mutable("word", SET_HASHES),
});

/** Low half of the hash of a small integer: itself, but that of -1 is -2. */
const hashOfSmall = (key: Word): number => (key === -1 ? -2 : key >> 1);

const LEAST_SIZE = 8;
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;
/** From this size on, tables grow by two instead of by four. */
const LARGE = 50000;

/** Sets in memory. Sets and keys that operations may run Python code for are given as handles, keys with the halves of their hash. */
export interface SetTables {
  create(shape: number): Word;
  used(set: Word): number;
  /** Index of the next entry in use at or after `from`, or -1. */
  nextEntry(set: Word, from: number): number;
  keyAt(set: Word, index: number): Word;
  /** Halves of the hash of the entry at an index. */
  hashLoAt(set: Word, index: number): number;
  hashHiAt(set: Word, index: number): number;
  /** Puts the hash of a key that is a handle in the accumulator `int64` of `object-model`. False: raised. May collect. */
  hash(key: number): boolean;
  /** Add, contains and discard for keys that need no Python code: as below, or undefined: take the long way. Leaf. */
  addPlain(set: Word, key: Word): number | undefined;
  containsPlain(set: Word, key: Word): number | undefined;
  discardPlain(set: Word, key: Word): number | undefined;
  /** 1: added, 0: it was there, -1: raised. */
  add(set: number, key: number, lo: number, hi: number): number;
  /** 1: found, 0: not, -1: raised. */
  contains(set: number, key: number, lo: number, hi: number): number;
  /** 1: removed, 0: was not there, -1: raised. */
  discard(set: number, key: number, lo: number, hi: number): number;
  /** Removes and returns some key; the set is not empty. */
  pop(set: Word): Word;
  clear(set: Word): void;
  /** Adds all keys of another set. False: raised. */
  merge(set: number, other: number): boolean;
  /**
   * Adds the keys of `from` that are in `within`, or that are not, to an empty set. False: Python code has to compare keys, and the
   * set is empty again. Leaf.
   */
  select(set: Word, from: Word, within: Word, wanted: boolean): boolean;
  /** Makes room for more keys, as CPython does before it adds those of a dict. */
  reserve(set: Word, more: number): void;
  /** Rebuilds the table if more than a quarter of it are removed entries. */
  sweep(set: Word): void;
  /** Exchanges the contents of two sets. */
  swap(a: Word, b: Word): void;
}

/* What a search returns beside the index of the key. */
const ABSENT = -1;
const RAISED = -2;
/** Python code must compare the key with the one where the search stopped. */
const UNSURE = -3;

export function createSetTables({ realm }: Library): SetTables {
  const { memory, heap, handles, integers, plain } = realm;
  const { int64 } = int64Halves;
  const { i32 } = memory;

  const get = (set: Word, offset: number): number => i32[(set + offset) >>> 2];
  const put = (set: Word, offset: number, value: number): void => {
    i32[(set + offset) >>> 2] = value;
  };
  const keysOf = (set: Word): number => (get(set, SET_KEYS) + ARRAY_ITEMS) >>> 2;
  const hashesOf = (set: Word): number => (get(set, SET_HASHES) + BYTES_DATA) >>> 2;

  /** Stands where a key was removed. */
  const removed = heap.allocateImmortal(8);
  i32[removed >>> 2] = headerWord(SHAPE_NOT_IMPLEMENTED, FLAG_PINNED);
  i32[(removed >>> 2) + 1] = 0;

  function newTable(set: Word, size: number): void {
    const keys = heap.allocate(ARRAY_ITEMS + size * 4);
    i32[keys >>> 2] = headerWord(SHAPE_ARRAY);
    i32[(keys >>> 2) + 1] = size;
    fillWords(i32, NULL, (keys + ARRAY_ITEMS) >>> 2, size);
    const hashes = heap.allocate(BYTES_DATA + size * 8);
    i32[hashes >>> 2] = headerWord(SHAPE_BYTES);
    i32[(hashes >>> 2) + 1] = size * 8;
    fillWords(i32, 0, (hashes + BYTES_DATA) >>> 2, size * 2);
    put(set, SET_MASK, size - 1);
    put(set, SET_KEYS, keys);
    put(set, SET_HASHES, hashes);
    heap.barrier(set);
  }

  function create(shape: number): Word {
    const set = realm.object(shape);
    newTable(set, LEAST_SIZE);
    return set;
  }

  function hash(key: number): boolean {
    if (plain.hash(handles.get(key))) return true;
    const word = realm.hash(handles.get(key));
    if (word === NULL) return false;
    int64.lo = integers.lowHalf(word);
    int64.hi = integers.highHalf(word);
    return true;
  }

  /** Where the search for an absent key ended: the place for it, and whether a key was removed there. */
  let freePlace = 0;
  let isReused = false;

  /** Where a search that returned UNSURE stopped: it goes on behind. */
  const stop = { at: 0, index: 0, perturbLo: 0, perturbHi: 0, reusable: -1 };

  /** Index of a key with this hash; ABSENT with `freePlace` set; UNSURE with `stop` set. Leaf. */
  function probe(set: Word, key: Word, lo: number, hi: number, goesOn: boolean): number {
    const mask = get(set, SET_MASK);
    const keys = keysOf(set);
    const hashes = hashesOf(set);
    let perturbLo = goesOn ? stop.perturbLo : lo;
    let perturbHi = goesOn ? stop.perturbHi : hi;
    let index = goesOn ? stop.index : lo & mask;
    let at = goesOn ? stop.at + 1 : index;
    let reusable = goesOn ? stop.reusable : -1;
    for (;;) {
      const last = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (; at <= last; at++) {
        const stored = i32[keys + at];
        if (stored === NULL) {
          isReused = reusable >= 0;
          freePlace = isReused ? reusable : at;
          return ABSENT;
        }
        if (stored === removed) {
          reusable = at;
        } else if (i32[hashes + 2 * at] === lo && i32[hashes + 2 * at + 1] === hi) {
          // Identity does not come before the hash, unlike in dicts: a key whose hash has changed is not found.
          if (stored === key) return at;
          const equal = plain.equals(stored, key);
          if (equal === 1) return at;
          if (equal === NOT_PLAIN) {
            Object.assign(stop, { at, index, perturbLo, perturbHi, reusable });
            return UNSURE;
          }
        }
      }
      perturbLo = (perturbLo >>> PERTURB_SHIFT) | (perturbHi << (32 - PERTURB_SHIFT));
      perturbHi >>>= PERTURB_SHIFT;
      index = (Math.imul(index, 5) + 1 + perturbLo) & mask;
      at = index;
    }
  }

  /** Index of a key with this hash; ABSENT with `freePlace` set; RAISED. May collect. */
  function find(setHandle: number, keyHandle: number, lo: number, hi: number): number {
    let found = probe(handles.get(setHandle), handles.get(keyHandle), lo, hi, false);
    while (found === UNSURE) {
      const stopped = { ...stop };
      const { at } = stopped;
      const mask = get(handles.get(setHandle), SET_MASK);
      const stored = i32[keysOf(handles.get(setHandle)) + at];
      const kept = handles.push(stored);
      const equal = realm.equals(stored, handles.get(keyHandle));
      const before = handles.get(kept);
      handles.release(kept);
      if (equal < 0) return RAISED;
      const set = handles.get(setHandle);
      // Whatever ran may have changed the set: then from the start.
      const isSame = get(set, SET_MASK) === mask && i32[keysOf(set) + at] === before;
      if (isSame && equal === 1) return at;
      Object.assign(stop, stopped);
      found = probe(set, handles.get(keyHandle), lo, hi, isSame);
    }
    return found;
  }

  /** Puts a key that is not there into a table without removed entries. */
  function insertClean(keys: number, hashes: number, mask: number, key: Word, lo: number, hi: number): void {
    let perturbLo = lo;
    let perturbHi = hi;
    let index = lo & mask;
    for (;;) {
      const last = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (let at = index; at <= last; at++) {
        if (i32[keys + at] !== NULL) continue;
        i32[keys + at] = key;
        i32[hashes + 2 * at] = lo;
        i32[hashes + 2 * at + 1] = hi;
        return;
      }
      perturbLo = (perturbLo >>> PERTURB_SHIFT) | (perturbHi << (32 - PERTURB_SHIFT));
      perturbHi >>>= PERTURB_SHIFT;
      index = (Math.imul(index, 5) + 1 + perturbLo) & mask;
    }
  }

  /** Puts the keys of one table into another that has none of them and no removed entries. */
  function insertAll(
    keys: number,
    hashes: number,
    mask: number,
    fromKeys: number,
    fromHashes: number,
    fromMask: number,
  ): void {
    for (let at = 0; at <= fromMask; at++) {
      const key = i32[fromKeys + at];
      if (key !== NULL && key !== removed)
        insertClean(keys, hashes, mask, key, i32[fromHashes + 2 * at], i32[fromHashes + 2 * at + 1]);
    }
  }

  function resize(set: Word, wanted: number): void {
    let size = LEAST_SIZE;
    while (size <= wanted) size *= 2;
    const oldKeys = keysOf(set);
    const oldHashes = hashesOf(set);
    const oldMask = get(set, SET_MASK);
    newTable(set, size);
    const keys = keysOf(set);
    const hashes = hashesOf(set);
    insertAll(keys, hashes, size - 1, oldKeys, oldHashes, oldMask);
    put(set, SET_FILL, get(set, SET_USED));
  }

  const grown = (used: number): number => (used > LARGE ? used * 2 : used * 4);

  function add(setHandle: number, keyHandle: number, lo: number, hi: number): number {
    const found = find(setHandle, keyHandle, lo, hi);
    if (found !== ABSENT) return found === RAISED ? -1 : 0;
    return insert(handles.get(setHandle), handles.get(keyHandle), lo, hi);
  }

  /** Puts a key in the place that the search has found. */
  function insert(set: Word, key: Word, lo: number, hi: number): 1 {
    i32[keysOf(set) + freePlace] = key;
    i32[hashesOf(set) + 2 * freePlace] = lo;
    i32[hashesOf(set) + 2 * freePlace + 1] = hi;
    heap.barrier(get(set, SET_KEYS));
    put(set, SET_USED, get(set, SET_USED) + 1);
    if (isReused) return 1;
    const fill = get(set, SET_FILL) + 1;
    put(set, SET_FILL, fill);
    if (fill * 5 >= get(set, SET_MASK) * 3) resize(set, grown(get(set, SET_USED)));
    return 1;
  }

  function discard(setHandle: number, keyHandle: number, lo: number, hi: number): number {
    const found = find(setHandle, keyHandle, lo, hi);
    if (found < 0) return found === RAISED ? -1 : 0;
    removeAt(handles.get(setHandle), found);
    return 1;
  }

  function removeAt(set: Word, at: number): void {
    i32[keysOf(set) + at] = removed;
    i32[hashesOf(set) + 2 * at] = -1;
    i32[hashesOf(set) + 2 * at + 1] = -1;
    put(set, SET_USED, get(set, SET_USED) - 1);
  }

  const hashLoAt = (set: Word, index: number): number => i32[hashesOf(set) + 2 * index];
  const hashHiAt = (set: Word, index: number): number => i32[hashesOf(set) + 2 * index + 1];

  function nextEntry(set: Word, from: number): number {
    const keys = keysOf(set);
    const mask = get(set, SET_MASK);
    for (let at = from; at <= mask; at++) if (i32[keys + at] !== NULL && i32[keys + at] !== removed) return at;
    return -1;
  }

  function merge(setHandle: number, otherHandle: number): boolean {
    const set = handles.get(setHandle);
    const other = handles.get(otherHandle);
    const more = get(other, SET_USED);
    if (set === other || more === 0) return true;
    reserve(set, more);
    if (get(set, SET_FILL) === 0) {
      copyInto(set, other);
      return true;
    }
    for (let at = nextEntry(other, 0); at >= 0; at = nextEntry(handles.get(otherHandle), at + 1)) {
      const from = handles.get(otherHandle);
      const key = handles.push(i32[keysOf(from) + at]);
      const added = add(setHandle, key, hashLoAt(from, at), hashHiAt(from, at));
      handles.release(key);
      if (added < 0) return false;
    }
    return true;
  }

  /** All keys of another set into an empty one: place by place if the tables are alike. */
  function copyInto(set: Word, other: Word): void {
    const mask = get(set, SET_MASK);
    const keys = keysOf(set);
    const hashes = hashesOf(set);
    const fromKeys = keysOf(other);
    const fromHashes = hashesOf(other);
    if (mask === get(other, SET_MASK) && get(other, SET_FILL) === get(other, SET_USED)) {
      copyWords(i32, keys, fromKeys, mask + 1);
      copyWords(i32, hashes, fromHashes, 2 * (mask + 1));
    } else {
      insertAll(keys, hashes, mask, fromKeys, fromHashes, get(other, SET_MASK));
    }
    put(set, SET_FILL, get(other, SET_USED));
    put(set, SET_USED, get(other, SET_USED));
    heap.barrier(get(set, SET_KEYS));
  }

  function select(set: Word, from: Word, within: Word, wanted: boolean): boolean {
    const mask = get(from, SET_MASK);
    const keys = keysOf(from);
    const hashes = hashesOf(from);
    for (let at = 0; at <= mask; at++) {
      const key = i32[keys + at];
      if (key === NULL || key === removed) continue;
      const lo = i32[hashes + 2 * at];
      const hi = i32[hashes + 2 * at + 1];
      let found = probe(within, key, lo, hi, false);
      if (found >= 0 === wanted && found !== UNSURE) {
        // Keys of one set differ, but it takes Python code to tell where only their hashes are equal.
        found = probe(set, key, lo, hi, false);
        if (found === ABSENT) insert(set, key, lo, hi);
      }
      if (found === UNSURE) {
        clear(set);
        return false;
      }
    }
    return true;
  }

  function clear(set: Word): void {
    newTable(set, LEAST_SIZE);
    put(set, SET_FILL, 0);
    put(set, SET_USED, 0);
    put(set, SET_FINGER, 0);
  }

  function reserve(set: Word, more: number): void {
    if ((get(set, SET_FILL) + more) * 5 >= get(set, SET_MASK) * 3) resize(set, (get(set, SET_USED) + more) * 2);
  }

  return {
    create,
    nextEntry,
    hash,
    hashLoAt,
    hashHiAt,
    add,
    discard,
    merge,
    select,
    reserve,
    clear,
    addPlain(set, key) {
      if (!isSmall(key) && !plain.hash(key)) return undefined;
      // That of a small integer is itself.
      const lo = isSmall(key) ? hashOfSmall(key) : int64.lo;
      const hi = isSmall(key) ? key >> 31 : int64.hi;
      const found = probe(set, key, lo, hi, false);
      if (found === UNSURE) return undefined;
      return found === ABSENT ? insert(set, key, lo, hi) : 0;
    },
    containsPlain(set, key) {
      if (!isSmall(key) && !plain.hash(key)) return undefined;
      const found = isSmall(key)
        ? probe(set, key, hashOfSmall(key), key >> 31, false)
        : probe(set, key, int64.lo, int64.hi, false);
      return found === UNSURE ? undefined : found >= 0 ? 1 : 0;
    },
    discardPlain(set, key) {
      if (!plain.hash(key)) return undefined;
      const found = probe(set, key, int64.lo, int64.hi, false);
      if (found < 0) return found === UNSURE ? undefined : 0;
      removeAt(set, found);
      return 1;
    },
    used: (set) => get(set, SET_USED),
    keyAt: (set, index) => i32[keysOf(set) + index],
    contains(set, key, lo, hi) {
      const found = find(set, key, lo, hi);
      return found >= 0 ? 1 : found === ABSENT ? 0 : -1;
    },
    pop(set) {
      let at = nextEntry(set, get(set, SET_FINGER) & get(set, SET_MASK));
      if (at < 0) at = nextEntry(set, 0);
      const key = i32[keysOf(set) + at];
      removeAt(set, at);
      put(set, SET_FINGER, at + 1);
      return key;
    },
    sweep(set) {
      const used = get(set, SET_USED);
      if (get(set, SET_FILL) - used > get(set, SET_MASK) >>> 2) resize(set, grown(used));
    },
    swap(a, b) {
      for (let offset = SET_MASK; offset <= SET_HASHES; offset += 4) {
        const word = get(a, offset);
        put(a, offset, get(b, offset));
        put(b, offset, word);
      }
      heap.barrier(a);
      heap.barrier(b);
    },
  };
}
