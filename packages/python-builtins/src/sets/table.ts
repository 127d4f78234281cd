/// Sets whose keys may need Python code for their hash or `==`, which may change the very set that is searched. Keys are handles, with
/// the halves of their hash. What needs no such code is in the kernel of `@hotpy/python-objects`.

import { ABSENT, UNDECIDED } from "@hotpy/dict";
import { NULL, type Word } from "@hotpy/memory";
import { ARRAY_ITEMS, BYTES_DATA, int64Halves } from "@hotpy/object-model";
import { SET_HASHES, SET_KEYS, SET_MASK, SET_USED } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/** Sets in memory. All but the first four may collect; of these sets and keys are handles. */
export interface SetTables {
  used(set: Word): number;
  keyAt(set: Word, slot: number): Word;
  /** Halves of the hash of the key in a slot. */
  hashLoAt(set: Word, slot: number): number;
  hashHiAt(set: Word, slot: number): number;
  /** Puts the hash of a key in the accumulator `int64` of `object-model`. False: raised. */
  hash(key: number): boolean;
  /** 1: added, 0: it was there, -1: raised. */
  add(set: number, key: number, lo: number, hi: number): number;
  /** 1: found, 0: not, -1: raised. */
  contains(set: number, key: number, lo: number, hi: number): number;
  /** 1: removed, 0: was not there, -1: raised. */
  discard(set: number, key: number, lo: number, hi: number): number;
}

/** What a search returns beside the slot of the key and ABSENT. */
const RAISED = -2;

export function createSetTables({ realm }: Library): SetTables {
  const { memory, heap, handles, integers, plain, pythonKernel: kernel } = realm;
  const { int64 } = int64Halves;
  const { i32 } = memory;

  const get = (set: Word, offset: number): number => i32[(set + offset) >>> 2];
  const keyAt = (set: Word, slot: number): Word => i32[((get(set, SET_KEYS) + ARRAY_ITEMS) >>> 2) + slot];
  const hashLoAt = (set: Word, slot: number): number => i32[((get(set, SET_HASHES) + BYTES_DATA) >>> 2) + 2 * slot];
  const hashHiAt = (set: Word, slot: number): number => i32[((get(set, SET_HASHES) + BYTES_DATA) >>> 2) + 2 * slot + 1];

  function hash(key: number): boolean {
    if (plain.hash(handles.get(key))) return true;
    const word = realm.hash(handles.get(key));
    if (word === NULL) return false;
    int64.lo = integers.lowHalf(word);
    int64.hi = integers.highHalf(word);
    return true;
  }

  /** Slot of a key, ABSENT or RAISED. */
  function find(setHandle: number, keyHandle: number, lo: number, hi: number): number {
    const mark = handles.mark();
    const table = handles.push(NULL);
    const stored = handles.push(NULL);
    let fromStep = 0;
    let found: number;
    for (;;) {
      const set = handles.get(setHandle);
      found = kernel.findInSet(set, handles.get(keyHandle), lo, hi, fromStep);
      if (found >= UNDECIDED) break;
      const step = UNDECIDED - 1 - found;
      const slot = kernel.slotAtStep(set, lo, hi, step);
      const mask = get(set, SET_MASK);
      handles.set(table, get(set, SET_KEYS));
      handles.set(stored, keyAt(set, slot));
      const equal = realm.equals(handles.get(stored), handles.get(keyHandle));
      if (equal < 0) {
        found = RAISED;
        break;
      }
      // Whatever ran may have changed the set: then from the start.
      const now = handles.get(setHandle);
      const isSame =
        get(now, SET_KEYS) === handles.get(table) &&
        get(now, SET_MASK) === mask &&
        keyAt(now, slot) === handles.get(stored);
      if (isSame && equal === 1) {
        found = slot;
        break;
      }
      fromStep = isSame ? step + 1 : 0;
    }
    handles.release(mark);
    return found;
  }

  return {
    used: (set) => get(set, SET_USED),
    keyAt,
    hashLoAt,
    hashHiAt,
    hash,
    add(set, key, lo, hi) {
      const found = find(set, key, lo, hi);
      if (found !== ABSENT) return found === RAISED ? -1 : 0;
      if (!kernel.insertIntoSet(handles.get(set), handles.get(key), lo, hi)) heap.exhausted();
      return 1;
    },
    contains(set, key, lo, hi) {
      const found = find(set, key, lo, hi);
      return found >= 0 ? 1 : found === ABSENT ? 0 : -1;
    },
    discard(set, key, lo, hi) {
      const found = find(set, key, lo, hi);
      if (found < 0) return found === RAISED ? -1 : 0;
      kernel.removeSlot(handles.get(set), found);
      return 1;
    },
  };
}
