/// Lookups that need the language: its hashes, its `==`. Both may run code, so they may collect, and may change the very
/// dict that is searched. What must survive is kept in handles, and a changed table is searched again from the start.

import { type Address, createHandles, type Memory, NULL, STATE_PENDING, type Word } from "@hotpy/memory";
import { DICT_KEYS, KEYS_ENTRIES } from "@hotpy/object-model";
import type { Kernel } from "./generated/kernel.js";
import type { DictHooks } from "./hooks.js";
import { RAISED, UNDECIDED } from "./results.js";

/** The arguments of the last lookup, at the addresses they have now. */
export interface Found {
  dict: Address;
  key: Word;
  value: Word;
  hash: number;
}

export interface Lookup {
  /** Written by each lookup before it returns; to be read at once. */
  readonly found: Readonly<Found>;
  /** Entry of the key, ABSENT or RAISED. `value` is only kept, for {@link found}. */
  find(dict: Address, key: Word, value: Word): number;
  findHashed(dict: Address, key: Word, hash: number, value: Word): number;
}

/** A search that was given up, as the table has changed. */
const AGAIN = -3;

export function createLookup(memory: Memory, kernel: Kernel, hooks: DictHooks): Lookup {
  const { i32 } = memory;
  const handles = createHandles(memory);
  const found: Found = { dict: NULL, key: NULL, value: NULL, hash: 0 };
  const keysOf = (dict: Address): Address => i32[(dict + DICT_KEYS) >>> 2];
  const keyAt = (keys: Address, entry: number): Word => i32[((keys + KEYS_ENTRIES) >>> 2) + entry];

  /** Searches the table as it is now; AGAIN if it was changed meanwhile. */
  function search(dict: number, key: number, hash: number): number {
    const mark = handles.mark();
    const table = handles.push(keysOf(handles.get(dict)));
    const stored = handles.push(NULL);

    function continueFrom(fromStep: number): number {
      const result = kernel.findHashed(handles.get(dict), handles.get(key), hash, fromStep);
      if (result >= UNDECIDED) return result;
      const step = UNDECIDED - 1 - result;
      const entry = kernel.entryAfter(handles.get(dict), hash, step);
      handles.set(stored, keyAt(handles.get(table), entry));
      const same = hooks.equals(handles.get(stored), handles.get(key));
      if (same === -1) return RAISED;
      const now = handles.get(table);
      if (keysOf(handles.get(dict)) !== now || keyAt(now, entry) !== handles.get(stored)) return AGAIN;
      return same === 1 ? entry : continueFrom(step + 1);
    }

    const result = continueFrom(0);
    handles.release(mark);
    return result;
  }

  /** Runs code of the language unless the kernel can decide. */
  function hashOf(key: Word): number {
    const known = kernel.hashKey(key);
    return known === -1 ? hooks.hash(key) : known;
  }

  function locate(dict: Address, key: Word, value: Word, knownHash: number | undefined): number {
    const mark = handles.mark();
    const dictHandle = handles.push(dict);
    const keyHandle = handles.push(key);
    const valueHandle = handles.push(value);
    const hash = knownHash ?? hashOf(key);
    let entry = RAISED;
    if (knownHash !== undefined || i32[STATE_PENDING >>> 2] === NULL) {
      do entry = search(dictHandle, keyHandle, hash);
      while (entry === AGAIN);
    }
    found.dict = handles.get(dictHandle);
    found.key = handles.get(keyHandle);
    found.value = handles.get(valueHandle);
    found.hash = hash;
    handles.release(mark);
    return entry;
  }

  return {
    found,
    find: (dict, key, value) => locate(dict, key, value, undefined),
    findHashed: (dict, key, hash, value) => locate(dict, key, value, hash),
  };
}
