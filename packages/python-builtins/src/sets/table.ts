/// The hash table of sets: CPython 3.11's algorithm, because programs print sets and see its order. Open addressing with
/// runs of linear probes; keys in an array of words, their 64-bit hashes in bytes beside it.

import { NULL, type Word } from "@hotpy/memory";
import { ARRAY_ITEMS, BYTES_DATA, headerWord, int64Halves, SHAPE_ARRAY, SHAPE_BYTES, SHAPE_NOT_IMPLEMENTED, FLAG_PINNED } from "@hotpy/object-model";
import { NOT_PLAIN } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/* Offsets in a set object. Raw: mask, entries ever used, entries in use, where pop goes on. Then keys and hashes. */
const SET_MASK = 8;
const SET_FILL = 12;
const SET_USED = 16;
const SET_FINGER = 20;
const SET_KEYS = 24;
const SET_HASHES = 28;
export const SET_LAYOUT = { name: "set", fixedWords: 8, refStart: 6, refEnd: 8, tail: 0 } as const;

const LEAST_SIZE = 8;
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;
/** From this size on, tables grow by two instead of by four. */
const LARGE = 50000;

/** Sets in memory. Sets and keys that operations may run Python code for are given as handles. */
export interface SetTables {
  create(shape: number): Word;
  used(set: Word): number;
  /** Index of the next entry in use at or after `from`, or -1. */
  nextEntry(set: Word, from: number): number;
  keyAt(set: Word, index: number): Word;
  /** Add and contains for keys that need no Python code: as below, or undefined: take the long way. Leaf. */
  addPlain(set: Word, key: Word): number | undefined;
  containsPlain(set: Word, key: Word): number | undefined;
  /** 1: added, 0: it was there, -1: raised. */
  add(set: number, key: number): number;
  /** 1: found, 0: not, -1: raised. */
  contains(set: number, key: number): number;
  /** 1: removed, 0: was not there, -1: raised. */
  discard(set: number, key: number): number;
  /** Removes and answers some key; the set is not empty. */
  pop(set: Word): Word;
  clear(set: Word): void;
  /** Adds all keys of another set. False: raised. */
  merge(set: number, other: number): boolean;
  /** Makes room for more keys, as CPython does before it adds those of a dict. */
  reserve(set: Word, more: number): void;
  /** Rebuilds the table if more than a quarter of it are removed entries. */
  sweep(set: Word): void;
  /** Exchanges the contents of two sets. */
  swap(a: Word, b: Word): void;
  /** Calls `visit` with the halves of each key's hash. */
  eachHash(set: Word, visit: (lo: number, hi: number) => void): void;
}

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
  const removed = heap.allocateImmortal(16);
  i32[removed >>> 2] = headerWord(SHAPE_NOT_IMPLEMENTED, FLAG_PINNED);
  i32.fill(0, (removed >>> 2) + 1, (removed >>> 2) + 4);

  function newTable(set: Word, size: number): void {
    const keys = heap.allocate(ARRAY_ITEMS + size * 4);
    i32[keys >>> 2] = headerWord(SHAPE_ARRAY);
    i32[(keys >>> 2) + 1] = size;
    i32.fill(NULL, (keys + ARRAY_ITEMS) >>> 2, ((keys + ARRAY_ITEMS) >>> 2) + size);
    const hashes = heap.allocate(BYTES_DATA + size * 8);
    i32[hashes >>> 2] = headerWord(SHAPE_BYTES);
    i32[(hashes >>> 2) + 1] = size * 8;
    i32.fill(0, (hashes + BYTES_DATA) >>> 2, ((hashes + BYTES_DATA) >>> 2) + size * 2);
    put(set, SET_MASK, size - 1);
    put(set, SET_KEYS, keys);
    put(set, SET_HASHES, hashes);
    heap.barrier(set);
  }

  function create(shape: number): Word {
    const set = realm.object(shape, SET_LAYOUT.fixedWords);
    newTable(set, LEAST_SIZE);
    return set;
  }

  /* ---- hashes: the halves of the key looked for ---- */
  let hashLo = 0;
  let hashHi = 0;

  /** Hash of a key that is a handle; false: raised. May collect. */
  function hashKey(handle: number): boolean {
    if (plainHash(handles.get(handle))) return true;
    const word = realm.hash(handles.get(handle));
    if (word === NULL) return false;
    hashLo = integers.lowHalf(word);
    hashHi = integers.highHalf(word);
    return true;
  }

  function plainHash(key: Word): boolean {
    if (!plain.hash(key)) return false;
    hashLo = int64.lo;
    hashHi = int64.hi;
    return true;
  }

  const ABSENT = -1;
  const RAISED = -2;
  /** Where the search for an absent key ended: the place for it, and whether a key was removed there. */
  let freePlace = 0;
  let isReused = false;

  /** Index of a key whose hash is in `hashLo`, `hashHi`; ABSENT with `freePlace` set; RAISED. May collect. */
  function find(setHandle: number, keyHandle: number): number {
    const [lo, hi] = [hashLo, hashHi];
    for (;;) {
      const found = probe(setHandle, keyHandle, lo, hi);
      if (found !== RESTART) return found;
    }
  }

  const RESTART = -3;

  function probe(setHandle: number, keyHandle: number, lo: number, hi: number): number {
    let set = handles.get(setHandle);
    const mask = get(set, SET_MASK);
    let keys = keysOf(set);
    let hashes = hashesOf(set);
    let [perturbLo, perturbHi] = [lo, hi];
    let index = lo & mask;
    let reusable = -1;
    for (;;) {
      const last = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (let at = index; at <= last; at++) {
        const stored = i32[keys + at];
        if (stored === NULL) {
          isReused = reusable >= 0;
          freePlace = isReused ? reusable : at;
          return ABSENT;
        }
        if (stored === removed) {
          reusable = at;
          continue;
        }
        if (i32[hashes + 2 * at] !== lo || i32[hashes + 2 * at + 1] !== hi) continue;
        const key = handles.get(keyHandle);
        const quick = plain.equals(stored, key);
        if (quick === 1) return at;
        if (quick === 0) continue;
        const kept = handles.push(stored);
        const equal = realm.equals(stored, key);
        const before = handles.get(kept);
        handles.release(kept);
        if (equal < 0) return RAISED;
        set = handles.get(setHandle);
        keys = keysOf(set);
        hashes = hashesOf(set);
        // Whatever ran may have changed the set.
        if (get(set, SET_MASK) !== mask || i32[keys + at] !== before) return RESTART;
        if (equal === 1) return at;
      }
      perturbLo = (perturbLo >>> PERTURB_SHIFT) | (perturbHi << (32 - PERTURB_SHIFT));
      perturbHi >>>= PERTURB_SHIFT;
      index = (Math.imul(index, 5) + 1 + perturbLo) & mask;
    }
  }

  /** As `find`, for a plain key whose hash is in `hashLo`, `hashHi`; UNSURE if another key would have to be asked. */
  function findPlain(set: Word, key: Word): number {
    const [lo, hi] = [hashLo, hashHi];
    const mask = get(set, SET_MASK);
    const keys = keysOf(set);
    const hashes = hashesOf(set);
    let [perturbLo, perturbHi] = [lo, hi];
    let index = lo & mask;
    let reusable = -1;
    for (;;) {
      const last = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (let at = index; at <= last; at++) {
        const stored = i32[keys + at];
        if (stored === NULL) {
          isReused = reusable >= 0;
          freePlace = isReused ? reusable : at;
          return ABSENT;
        }
        if (stored === key) return at;
        if (stored === removed) {
          reusable = at;
        } else if (i32[hashes + 2 * at] === lo && i32[hashes + 2 * at + 1] === hi) {
          const equal = plain.equals(stored, key);
          if (equal === 1) return at;
          if (equal === NOT_PLAIN) return UNSURE;
        }
      }
      perturbLo = (perturbLo >>> PERTURB_SHIFT) | (perturbHi << (32 - PERTURB_SHIFT));
      perturbHi >>>= PERTURB_SHIFT;
      index = (Math.imul(index, 5) + 1 + perturbLo) & mask;
    }
  }

  const UNSURE = -4;

  /** Puts a key that is not there into a table without removed entries. */
  function insertClean(keys: number, hashes: number, mask: number, key: Word, lo: number, hi: number): void {
    let [perturbLo, perturbHi] = [lo, hi];
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

  function resize(set: Word, wanted: number): void {
    let size = LEAST_SIZE;
    while (size <= wanted) size *= 2;
    const oldKeys = keysOf(set);
    const oldHashes = hashesOf(set);
    const oldMask = get(set, SET_MASK);
    newTable(set, size);
    const keys = keysOf(set);
    const hashes = hashesOf(set);
    for (let at = 0; at <= oldMask; at++) {
      const key = i32[oldKeys + at];
      if (key !== NULL && key !== removed) insertClean(keys, hashes, size - 1, key, i32[oldHashes + 2 * at], i32[oldHashes + 2 * at + 1]);
    }
    put(set, SET_FILL, get(set, SET_USED));
  }

  const grown = (used: number): number => (used > LARGE ? used * 2 : used * 4);

  /** Adds a key whose hash is known. */
  function addHashed(setHandle: number, keyHandle: number): number {
    const [lo, hi] = [hashLo, hashHi];
    const found = find(setHandle, keyHandle);
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

  function discard(setHandle: number, keyHandle: number): number {
    if (!hashKey(keyHandle)) return -1;
    const found = find(setHandle, keyHandle);
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
      hashLo = i32[hashesOf(from) + 2 * at];
      hashHi = i32[hashesOf(from) + 2 * at + 1];
      const key = handles.push(i32[keysOf(from) + at]);
      const added = addHashed(setHandle, key);
      handles.release(key);
      if (added < 0) return false;
    }
    return true;
  }

  /** All keys of another set into an empty one: place by place if the tables are alike. */
  function copyInto(set: Word, other: Word): void {
    const mask = get(set, SET_MASK);
    const [keys, hashes, fromKeys, fromHashes] = [keysOf(set), hashesOf(set), keysOf(other), hashesOf(other)];
    if (mask === get(other, SET_MASK) && get(other, SET_FILL) === get(other, SET_USED)) {
      i32.copyWithin(keys, fromKeys, fromKeys + mask + 1);
      i32.copyWithin(hashes, fromHashes, fromHashes + 2 * (mask + 1));
    } else {
      for (let at = nextEntry(other, 0); at >= 0; at = nextEntry(other, at + 1)) {
        insertClean(keys, hashes, mask, i32[fromKeys + at], i32[fromHashes + 2 * at], i32[fromHashes + 2 * at + 1]);
      }
    }
    put(set, SET_FILL, get(other, SET_USED));
    put(set, SET_USED, get(other, SET_USED));
    heap.barrier(get(set, SET_KEYS));
  }

  function reserve(set: Word, more: number): void {
    if ((get(set, SET_FILL) + more) * 5 >= get(set, SET_MASK) * 3) resize(set, (get(set, SET_USED) + more) * 2);
  }

  return {
    create, nextEntry, discard, merge, reserve,
    addPlain(set, key) {
      if (!plainHash(key)) return undefined;
      const [lo, hi] = [hashLo, hashHi];
      const found = findPlain(set, key);
      if (found === UNSURE) return undefined;
      return found === ABSENT ? insert(set, key, lo, hi) : 0;
    },
    containsPlain(set, key) {
      if (!plainHash(key)) return undefined;
      const found = findPlain(set, key);
      return found === UNSURE ? undefined : found >= 0 ? 1 : 0;
    },
    used: (set) => get(set, SET_USED),
    keyAt: (set, index) => i32[keysOf(set) + index],
    add: (set, key) => (hashKey(key) ? addHashed(set, key) : -1),
    contains(set, key) {
      if (!hashKey(key)) return -1;
      const found = find(set, key);
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
    clear(set) {
      newTable(set, LEAST_SIZE);
      put(set, SET_FILL, 0);
      put(set, SET_USED, 0);
      put(set, SET_FINGER, 0);
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
    eachHash(set, visit) {
      for (let at = nextEntry(set, 0); at >= 0; at = nextEntry(set, at + 1)) visit(i32[hashesOf(set) + 2 * at], i32[hashesOf(set) + 2 * at + 1]);
    },
  };
}
