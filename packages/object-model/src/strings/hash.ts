import { type Memory, STATE_HASH_SEED, type Word } from "@hotpy/memory";
import { STR_DATA, STR_HASH } from "../layouts.js";
import type { Text } from "./text.js";

export interface StringHash {
  /** The string's hash, a nonzero int32, computed once (a view's each time it is asked). */
  hash(string: Word): number;
}

/**
 * MurmurHash3 over the words of the text, from a seed: equal strings have the same width, so the same words. Compiled
 * code computes it too (`@hotpy/jit`, helpers/string-hash.ts), from the seed in STATE_HASH_SEED.
 */
export function createStringHash(memory: Memory, text: Text, seed: number): StringHash {
  const { i32 } = memory;
  i32[STATE_HASH_SEED >>> 2] = seed;

  function compute(string: Word): number {
    const size = i32[(string >>> 2) + 1];
    const start = (string + STR_DATA) >>> 2;
    const end = start + ((size + 3) >>> 2);
    let h = seed;
    for (let i = start; i < end; i++) {
      let k = Math.imul(i32[i], 0xcc9e2d51);
      k = (k << 15) | (k >>> 17);
      h ^= Math.imul(k, 0x1b873593);
      h = (h << 13) | (h >>> 19);
      h = (Math.imul(h, 5) + 0xe6546b64) | 0;
    }
    h ^= size;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
    // 0 means "not computed", and Python keeps -1 for errors.
    if (h === 0 || h === -1) h = -2;
    i32[(string + STR_HASH) >>> 2] = h;
    return h;
  }

  return {
    hash(string) {
      const flat = text.flat(string);
      const known = i32[(flat + STR_HASH) >>> 2];
      return known !== 0 ? known : compute(flat);
    },
  };
}
