import type { Address, Memory, Word } from "@hotpy/memory";
import { BYTES_DATA, FLAG_INTERNED, SHAPE_STR1, SHAPE_STR4, STR_DATA, TAIL_SIZE } from "@hotpy/object-model";
import type { DictHooks } from "./hooks.js";
import { ENTRIES, INDEX, MASK, nextSlot } from "./key-tables.js";
import { ABSENT } from "./results.js";

/** Only the language can tell whether two keys are equal. */
export const UNSURE = -3;

/** Lookups that run no code of the language: they decide all cases where strings and small integers meet, and what the hooks know. */
export interface Probe {
  /** True for small integers and flat strings, whose hash needs no code of the language. */
  isPlain(key: Word): boolean;
  /** Entry of the key, ABSENT, or UNSURE if the language has to compare. */
  find(keys: Address, key: Word, hash: number): number;
  /** 1 if two different words are equal keys, 0 if not, UNSURE if the language has to compare. */
  compare(stored: Word, key: Word): number;
}

export function createProbe(memory: Memory, leafEquals: NonNullable<DictHooks["leafEquals"]> = () => UNSURE): Probe {
  const { i32 } = memory;

  function isString(word: Word): boolean {
    const shape = i32[word >>> 2] >>> 8;
    return shape >= SHAPE_STR1 && shape <= SHAPE_STR4;
  }

  const isPlain = (key: Word): boolean => (key & 1) !== 0 || isString(key);

  /** Strings are in the narrowest form that holds them, so equal ones have the same shape; padding bytes are 0. */
  function equalText(left: Word, right: Word): boolean {
    const l = left >>> 2;
    const r = right >>> 2;
    const headers = i32[l] ^ i32[r];
    const size = i32[l + (TAIL_SIZE >>> 2)];
    if (headers >>> 8 !== 0 || size !== i32[r + (TAIL_SIZE >>> 2)]) return false;
    if ((i32[l] & i32[r] & FLAG_INTERNED) !== 0) return false;
    const end = (STR_DATA + size + 3) >>> 2;
    for (let i = STR_DATA >>> 2; i < end; i++) if (i32[l + i] !== i32[r + i]) return false;
    return true;
  }

  function compare(stored: Word, key: Word): number {
    if (!isPlain(stored) || !isPlain(key)) {
      const equal = leafEquals(stored, key);
      return equal < 0 ? UNSURE : equal;
    }
    return ((stored | key) & 1) === 0 && equalText(stored, key) ? 1 : 0;
  }

  /** The search when the first slot neither holds the key's own word nor is free. Word indices of keys and slots. */
  function findFurther(keys: number, slots: number, key: Word, hash: number): number {
    const mask = i32[keys + MASK];
    let slot = hash & mask;
    for (let perturb = hash; ; ) {
      const number = i32[slots + slot];
      if (number === 0) return ABSENT;
      if (number > 0) {
        const stored = i32[keys + ENTRIES - 1 + number];
        if (stored === key) return number - 1;
        if (i32[slots + mask + number] === hash) {
          const same = compare(stored, key);
          if (same !== 0) return same === 1 ? number - 1 : UNSURE;
        }
      }
      perturb >>>= 5;
      slot = nextSlot(slot, perturb, mask);
    }
  }

  return {
    isPlain,
    compare,
    // Small, so that V8 inlines the most frequent outcomes into each operation.
    find(keys, key, hash) {
      const k = keys >>> 2;
      const slots = (i32[k + INDEX] + BYTES_DATA) >>> 2;
      const number = i32[slots + (hash & i32[k + MASK])];
      if (number === 0) return ABSENT;
      if (number > 0 && i32[k + ENTRIES - 1 + number] === key) return number - 1;
      return findFurther(k, slots, key, hash);
    },
  };
}
