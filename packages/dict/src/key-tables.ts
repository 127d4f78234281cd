/// Key tables: the keys of a dict in the order of insertion, and an open-addressed index over them.
///
///     keys object   header | index | mask, used, version, shared, usable | key 0, key 1, … (tagged)
///     index object  header | entry + 1 per slot (0 free, -1 deleted) | hash of entry 0, 1, …      (raw)
///
/// A collector scans the keys object and skips the index. Slots of deleted entries are not used again before the table
/// is rebuilt or its last key has gone, so a probe that was interrupted by the language's `==` can go on where it was.

import { type Address, copyWords, fillWords, type Memory, NULL, type Word } from "@hotpy/memory";
import {
  BYTES_DATA,
  headerWord,
  KEYS_ENTRIES,
  KEYS_INDEX,
  KEYS_MASK,
  KEYS_SHARED,
  KEYS_USABLE,
  KEYS_USED,
  KEYS_VERSION,
  SHAPE_BYTES,
  SHAPE_DICT_KEYS,
  TAIL_SIZE,
} from "@hotpy/object-model";

/** Word offsets within the keys object. */
export const INDEX = KEYS_INDEX >>> 2;
export const MASK = KEYS_MASK >>> 2;
export const USED = KEYS_USED >>> 2;
export const VERSION = KEYS_VERSION >>> 2;
export const SHARED = KEYS_SHARED >>> 2;
export const USABLE = KEYS_USABLE >>> 2;
export const ENTRIES = KEYS_ENTRIES >>> 2;

const LEAST_SLOTS = 8;
/** Slots of tables that are cleared when the last key goes. */
const MOST_CLEARED = 32;

/** Keys that an index of this many slots takes before it is rebuilt: two thirds, as in CPython. */
const usableOf = (slots: number): number => Math.floor((slots * 2) / 3);

/** Slots (a power of two) of a table for this many keys. */
function slotsFor(entries: number): number {
  let slots = LEAST_SLOTS;
  while (usableOf(slots) < entries) slots *= 2;
  return slots;
}

/** The slot to probe after `slot`; `perturb` brings in the upper bits of the hash, 5 a step. As in CPython. */
export function nextSlot(slot: number, perturb: number, mask: number): number {
  return ((slot << 2) + slot + perturb + 1) & mask;
}

export interface KeyTables {
  /** The table without keys that all empty dicts share. */
  readonly empty: Address;
  /** A table with room for `entries` keys. */
  create(entries: number): Address;
  /** A table of its own with the same entry numbers. */
  clone(keys: Address): Address;
  /** Number of keys that a table can hold in all. */
  capacity(keys: Address): number;
  /** Adds a key that is not there as the next entry, and answers its number. KEYS_USABLE must not be 0. No barrier. */
  append(keys: Address, key: Word, hash: number): number;
  /** Appends the entries in use of another table to a fresh one, in order and without gaps. */
  appendAll(keys: Address, from: Address): void;
  /** Deletes an entry. The table must not be shared. */
  remove(keys: Address, entry: number): void;
  /**
   * Makes a small table whose last key has gone as good as new, with room for `usable` keys or its capacity: so a key that comes
   * and goes does not rebuild the table again and again.
   */
  reset(keys: Address, usable: number): void;
  hashAt(keys: Address, entry: number): number;
}

/** What is needed of the heap. */
export interface KeyTableHeap {
  allocate(bytes: number): Address;
  allocateImmortal(bytes: number): Address;
}

export function createKeyTables(memory: Memory, heap: KeyTableHeap): KeyTables {
  const { i32 } = memory;

  function createWith(allocate: (bytes: number) => Address, slots: number, capacity: number): Address {
    const indexBytes = (slots + capacity) * 4;
    const index = allocate(BYTES_DATA + indexBytes);
    i32[index >>> 2] = headerWord(SHAPE_BYTES);
    i32[(index + TAIL_SIZE) >>> 2] = indexBytes;
    fillWords(i32, 0, (index + BYTES_DATA) >>> 2, slots);
    const keys = allocate(KEYS_ENTRIES + capacity * 4);
    const k = keys >>> 2;
    i32[k] = headerWord(SHAPE_DICT_KEYS);
    i32[k + (TAIL_SIZE >>> 2)] = capacity;
    i32[k + INDEX] = index;
    i32[k + MASK] = slots - 1;
    i32[k + USED] = 0;
    i32[k + VERSION] = 0;
    i32[k + SHARED] = 0;
    i32[k + USABLE] = capacity;
    fillWords(i32, NULL, k + ENTRIES, capacity);
    return keys;
  }

  const empty = createWith(heap.allocateImmortal, 1, 0);
  i32[(empty >>> 2) + SHARED] = 1;

  /** Word index of the first slot of a table's index. */
  const slotsOf = (keys: Address): number => (i32[(keys >>> 2) + INDEX] + BYTES_DATA) >>> 2;
  const hashSlot = (keys: Address, entry: number): number => slotsOf(keys) + i32[(keys >>> 2) + MASK] + 1 + entry;

  /** Word index of the slot with this content (an entry + 1, or 0 for a free one) on the way of a hash. */
  function findSlot(slots: number, mask: number, hash: number, content: number): number {
    let slot = hash & mask;
    for (let perturb = hash; i32[slots + slot] !== content; ) {
      perturb >>>= 5;
      slot = nextSlot(slot, perturb, mask);
    }
    return slots + slot;
  }

  return {
    empty,
    create(entries) {
      const slots = slotsFor(entries);
      return createWith(heap.allocate, slots, usableOf(slots));
    },
    clone(keys) {
      const slots = i32[(keys >>> 2) + MASK] + 1;
      const capacity = i32[(keys + TAIL_SIZE) >>> 2];
      const copy = createWith(heap.allocate, slots, capacity);
      const used = i32[(keys >>> 2) + USED];
      i32[(copy >>> 2) + USED] = used;
      i32[(copy >>> 2) + USABLE] = 0;
      copyWords(i32, slotsOf(copy), slotsOf(keys), slots + used);
      copyWords(i32, (copy + KEYS_ENTRIES) >>> 2, (keys + KEYS_ENTRIES) >>> 2, used);
      return copy;
    },
    capacity: (keys) => i32[(keys + TAIL_SIZE) >>> 2],
    append(keys, key, hash) {
      const k = keys >>> 2;
      const entry = i32[k + USED];
      const slots = slotsOf(keys);
      const mask = i32[k + MASK];
      i32[findSlot(slots, mask, hash, 0)] = entry + 1;
      i32[slots + mask + 1 + entry] = hash;
      i32[k + ENTRIES + entry] = key;
      i32[k + USED] = entry + 1;
      i32[k + USABLE]--;
      i32[k + VERSION] = 0;
      return entry;
    },
    appendAll(keys, from) {
      const k = keys >>> 2;
      const slots = slotsOf(keys);
      const mask = i32[k + MASK];
      const oldEntries = (from >>> 2) + ENTRIES;
      const oldHashes = hashSlot(from, 0);
      const end = i32[(from >>> 2) + USED];
      let count = 0;
      for (let entry = 0; entry < end; entry++) {
        const key = i32[oldEntries + entry];
        if (key === NULL) continue;
        const hash = i32[oldHashes + entry];
        i32[k + ENTRIES + count] = key;
        i32[slots + mask + 1 + count] = hash;
        i32[findSlot(slots, mask, hash, 0)] = ++count;
      }
      i32[k + USED] = count;
      i32[k + USABLE] -= count;
    },
    remove(keys, entry) {
      const k = keys >>> 2;
      i32[findSlot(slotsOf(keys), i32[k + MASK], i32[hashSlot(keys, entry)], entry + 1)] = -1;
      i32[k + ENTRIES + entry] = NULL;
      i32[k + VERSION] = 0;
      let used = i32[k + USED];
      while (used > 0 && i32[k + ENTRIES + used - 1] === NULL) used--;
      i32[k + USED] = used;
    },
    reset(keys, usable) {
      const k = keys >>> 2;
      if (i32[k + MASK] >= MOST_CLEARED) return;
      fillWords(i32, 0, slotsOf(keys), i32[k + MASK] + 1);
      i32[k + USABLE] = Math.min(usable, i32[(keys + TAIL_SIZE) >>> 2]);
    },
    hashAt: (keys, entry) => i32[hashSlot(keys, entry)],
  };
}
