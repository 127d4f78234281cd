import { type Memory, STATE_HASH_SEED, type Word } from "@hotpy/memory";
import type { ObjectKernel } from "../kernel.js";
import { STR_HASH } from "../layouts.js";
import type { Text } from "./text.js";

export interface StringHash {
  /** The hash of a string, an int32 that is 0 for the empty string alone, computed once (a view's each time it is asked). */
  hash(string: Word): number;
}

/** Hashes of strings from a seed, which is kept in STATE_HASH_SEED. */
export function createStringHash(memory: Memory, kernel: ObjectKernel, text: Text, seed: number): StringHash {
  const { i32 } = memory;
  i32[STATE_HASH_SEED >>> 2] = seed;

  return {
    hash(string) {
      const flat = text.flat(string);
      const known = i32[(flat + STR_HASH) >>> 2];
      return known !== 0 ? known : kernel.hashString(flat);
    },
  };
}
