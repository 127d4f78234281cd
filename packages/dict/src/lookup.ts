/// Lookups that need the language: its hashes, its `==`. Both may run code, so they may collect, and may change the very
/// dict that is searched. What must survive is kept in handles, and a changed table is searched again from the start.

import { type Address, createHandles, type Memory, NULL, STATE_PENDING, type Word } from "@hotpy/memory";
import { BYTES_DATA, DICT_KEYS } from "@hotpy/object-model";
import { type DictHooks, hashOfSmall } from "./hooks.js";
import { ENTRIES, INDEX, MASK, nextSlot } from "./key-tables.js";
import { type Probe, UNSURE } from "./probe.js";
import { ABSENT, RAISED } from "./results.js";

/** The arguments of the last lookup, at the addresses they have now. */
export interface Found {
  dict: Address;
  key: Word;
  value: Word;
  hash: number;
}

export interface Lookup {
  /** Written by each lookup before it answers; to be read at once. */
  readonly found: Readonly<Found>;
  /** Entry of the key, ABSENT or RAISED. `value` is only kept, for {@link found}. */
  find(dict: Address, key: Word, value: Word): number;
  findHashed(dict: Address, key: Word, hash: number, value: Word): number;
}

export function createLookup(memory: Memory, probe: Probe, hooks: DictHooks): Lookup {
  const { i32 } = memory;
  const handles = createHandles(memory);
  const found: Found = { dict: NULL, key: NULL, value: NULL, hash: 0 };
  const keysOf = (dict: Address): Address => i32[(dict + DICT_KEYS) >>> 2];

  /** Searches the table as it is now; UNSURE if it was changed meanwhile. */
  function search(dictHandle: number, keyHandle: number, hash: number): number {
    const mark = handles.mark();
    const tableHandle = handles.push(keysOf(handles.get(dictHandle)));
    const storedHandle = handles.push(NULL);
    const mask = i32[(handles.get(tableHandle) >>> 2) + MASK];
    let slot = hash & mask;
    let result = UNSURE;
    for (let perturb = hash; ; ) {
      const table = handles.get(tableHandle) >>> 2;
      const number = i32[((i32[table + INDEX] + BYTES_DATA) >>> 2) + slot];
      if (number === 0) {
        result = ABSENT;
        break;
      }
      if (number > 0 && i32[((i32[table + INDEX] + BYTES_DATA) >>> 2) + mask + number] === hash) {
        const key = handles.get(keyHandle);
        const stored = i32[table + ENTRIES - 1 + number];
        let same = stored === key ? 1 : probe.compare(stored, key);
        if (same === UNSURE) {
          handles.set(storedHandle, stored);
          same = hooks.equals(stored, key);
          if (same === -1) {
            result = RAISED;
            break;
          }
          const now = handles.get(tableHandle);
          if (keysOf(handles.get(dictHandle)) !== now) break;
          if (i32[(now >>> 2) + ENTRIES - 1 + number] !== handles.get(storedHandle)) break;
        }
        if (same === 1) {
          result = number - 1;
          break;
        }
      }
      perturb >>>= 5;
      slot = nextSlot(slot, perturb, mask);
    }
    handles.release(mark);
    return result;
  }

  function locate(dict: Address, key: Word, value: Word, knownHash: number, isHashed: boolean): number {
    const mark = handles.mark();
    const dictHandle = handles.push(dict);
    const keyHandle = handles.push(key);
    const valueHandle = handles.push(value);
    const hash = isHashed ? knownHash : hashOf(key);
    let entry = RAISED;
    if (isHashed || i32[STATE_PENDING >>> 2] === NULL) {
      entry = probe.find(keysOf(handles.get(dictHandle)), handles.get(keyHandle), hash);
      while (entry === UNSURE) entry = search(dictHandle, keyHandle, hash);
    }
    found.dict = handles.get(dictHandle);
    found.key = handles.get(keyHandle);
    found.value = handles.get(valueHandle);
    found.hash = hash;
    handles.release(mark);
    return entry;
  }

  const hashOf = (key: Word): number => ((key & 1) !== 0 ? hashOfSmall(key) : hooks.hash(key));

  return {
    found,
    find: (dict, key, value) => locate(dict, key, value, 0, false),
    findHashed: (dict, key, hash, value) => locate(dict, key, value, hash, true),
  };
}
