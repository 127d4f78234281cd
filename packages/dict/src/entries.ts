import { type Address, copyWords, fillWords, type Memory, NULL, type Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  DICT_COUNT,
  DICT_KEYS,
  DICT_VALUES,
  DICT_VERSION,
  FLAG_WATCHED,
  headerWord,
  SHAPE_ARRAY,
  SHAPE_DICT,
  TAIL_SIZE,
} from "@hotpy/object-model";
import type { DictHeap, DictHooks } from "./hooks.js";
import { ENTRIES, type KeyTables, SHARED, USABLE, USED } from "./key-tables.js";

/** Word offsets within the dict and the array of its values. */
export const COUNT = DICT_COUNT >>> 2;
export const DICT_VERSION_WORD = DICT_VERSION >>> 2;
const KEYS = DICT_KEYS >>> 2;
const VALUES = DICT_VALUES >>> 2;
const ITEMS = ARRAY_ITEMS >>> 2;
const DICT_BYTES = 24;

/** Dicts as entries, once it is known where a key is: no hashing, no comparing, no collection. */
export interface Entries {
  newDict(keys: Address, values: Address, count: number): Address;
  /** An array of `length` words: the first `used` copied from a byte address, the others NULL. */
  newValues(length: number, from: Address, used: number): Address;
  /** The array without values that all empty dicts share. */
  readonly emptyValues: Address;
  keysOf(dict: Address): Address;
  /** End of the entries in use. */
  usedOf(dict: Address): number;
  /** Word index of the value of an entry. */
  valueSlot(dict: Address, entry: number): number;
  /** Gives a dict tables of its own with room for `entries` keys, without gaps: entries get new numbers. */
  rebuild(dict: Address, entries: number): void;
  /** Keys that can be added before the dict grows. */
  usableOf(dict: Address): number;
  /** Gives an empty dict these tables, with `count` keys. */
  assign(dict: Address, keys: Address, values: Address, count: number): void;
  /** Makes the keys of a dict immutable: whoever changes them copies them first. */
  freeze(dict: Address): Address;
  /** Adds a key that is not there. */
  insert(dict: Address, key: Word, hash: number, value: Word): void;
  setEntry(dict: Address, entry: number, key: Word, value: Word): void;
  /** Answers the value removed. */
  removeEntry(dict: Address, entry: number): Word;
  clear(dict: Address): void;
}

export function createEntries(memory: Memory, heap: DictHeap, tables: KeyTables, hooks: DictHooks): Entries {
  const { i32 } = memory;
  const { barrier } = heap;
  const emptyValues = heap.allocateImmortal(ARRAY_ITEMS);
  i32[emptyValues >>> 2] = headerWord(SHAPE_ARRAY);
  i32[(emptyValues + TAIL_SIZE) >>> 2] = 0;

  const keysOf = (dict: Address): Address => i32[(dict >>> 2) + KEYS];
  const valueSlot = (dict: Address, entry: number): number => (i32[(dict >>> 2) + VALUES] >>> 2) + ITEMS + entry;
  const usedOf = (dict: Address): number => i32[(keysOf(dict) >>> 2) + USED];

  function newDict(keys: Address, values: Address, count: number): Address {
    const dict = heap.allocate(DICT_BYTES);
    const d = dict >>> 2;
    i32[d] = headerWord(SHAPE_DICT);
    i32[d + 1] = 0;
    i32[d + COUNT] = count;
    i32[d + DICT_VERSION_WORD] = 0;
    i32[d + KEYS] = keys;
    i32[d + VALUES] = values;
    return dict;
  }

  function newValues(length: number, from: Address, used: number): Address {
    const values = heap.allocate(ARRAY_ITEMS + length * 4);
    const v = values >>> 2;
    i32[v] = headerWord(SHAPE_ARRAY);
    i32[v + (TAIL_SIZE >>> 2)] = length;
    copyWords(i32, v + ITEMS, from >>> 2, used);
    fillWords(i32, NULL, v + ITEMS + used, length - used);
    return values;
  }

  function setTables(dict: Address, keys: Address, values: Address): void {
    i32[(dict >>> 2) + KEYS] = keys;
    i32[(dict >>> 2) + VALUES] = values;
    barrier(dict);
  }

  function rebuild(dict: Address, entries: number): void {
    const oldEntries = (keysOf(dict) >>> 2) + ENTRIES;
    const oldValues = valueSlot(dict, 0);
    const used = usedOf(dict);
    const keys = tables.create(entries);
    tables.appendAll(keys, keysOf(dict));
    const values = newValues(tables.capacity(keys), 0, 0);
    let to = (values >>> 2) + ITEMS;
    for (let entry = 0; entry < used; entry++) {
      if (i32[oldEntries + entry] !== NULL) i32[to++] = i32[oldValues + entry];
    }
    setTables(dict, keys, values);
  }

  /** Room for twice the keys there are: the dict doubles, or shrinks if most were deleted. */
  function grow(dict: Address): void {
    const count = i32[(dict >>> 2) + COUNT];
    rebuild(dict, Math.max(count * 2, count + 1));
  }

  function changed(dict: Address, key: Word): void {
    i32[(dict >>> 2) + DICT_VERSION_WORD] = 0;
    if ((i32[dict >>> 2] & FLAG_WATCHED) !== 0) hooks.watched(dict, key);
  }

  function insert(dict: Address, key: Word, hash: number, value: Word): void {
    if (i32[(keysOf(dict) >>> 2) + USABLE] === 0) grow(dict);
    const keys = keysOf(dict);
    const values = i32[(dict >>> 2) + VALUES];
    const entry = tables.append(keys, key, hash);
    i32[(values >>> 2) + ITEMS + entry] = value;
    barrier(keys);
    barrier(values);
    i32[(dict >>> 2) + COUNT]++;
    changed(dict, key);
  }

  function setEntry(dict: Address, entry: number, key: Word, value: Word): void {
    const values = i32[(dict >>> 2) + VALUES];
    i32[(values >>> 2) + ITEMS + entry] = value;
    barrier(values);
    changed(dict, key);
  }

  function removeEntry(dict: Address, entry: number): Word {
    const keys = keysOf(dict);
    if (i32[(keys >>> 2) + SHARED] !== 0) setTables(dict, tables.clone(keys), i32[(dict >>> 2) + VALUES]);
    const key = i32[(keysOf(dict) >>> 2) + ENTRIES + entry];
    const slot = valueSlot(dict, entry);
    const value = i32[slot];
    i32[slot] = NULL;
    tables.remove(keysOf(dict), entry);
    if (--i32[(dict >>> 2) + COUNT] === 0)
      tables.reset(keysOf(dict), i32[(i32[(dict >>> 2) + VALUES] + TAIL_SIZE) >>> 2]);
    changed(dict, key);
    return value;
  }

  return {
    newDict,
    newValues,
    emptyValues,
    keysOf,
    usedOf,
    valueSlot,
    rebuild,
    usableOf: (dict) => i32[(keysOf(dict) >>> 2) + USABLE],
    assign(dict, keys, values, count) {
      setTables(dict, keys, values);
      i32[(dict >>> 2) + COUNT] = count;
      changed(dict, NULL);
    },
    freeze(dict) {
      const keys = keysOf(dict);
      i32[(keys >>> 2) + SHARED] = 1;
      i32[(keys >>> 2) + USABLE] = 0;
      return keys;
    },
    insert,
    setEntry,
    removeEntry,
    clear(dict) {
      setTables(dict, tables.empty, emptyValues);
      i32[(dict >>> 2) + COUNT] = 0;
      changed(dict, NULL);
    },
  };
}
