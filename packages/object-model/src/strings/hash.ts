import { type Memory, STATE_HASH_KEY0, STATE_HASH_KEY1, type Word } from "@hotpy/memory";
import type { ObjectKernel } from "../kernel.js";
import { STR_HASH } from "../layouts.js";
import type { Text } from "./text.js";

export interface StringHash {
  /** The hash of a string as dicts use it, an int32 that is 0 for the empty string alone, computed once (a view's each time it is asked). */
  hash(string: Word): number;
}

/** The numbers that CPython makes of a seed, to be keys of hashes: bytes of a linear congruential generator. Those of 0 are 0. */
function keysOf(seed: number): Uint8Array {
  const bytes = new Uint8Array(16);
  let x = seed;
  for (let i = 0; i < bytes.length && seed !== 0; i++) {
    x = (Math.imul(x, 214013) + 2531011) | 0;
    bytes[i] = x >>> 16;
  }
  return bytes;
}

/** Hashes of strings from a seed. */
export function createStringHash(memory: Memory, kernel: ObjectKernel, text: Text, seed: number): StringHash {
  const { i32, u8 } = memory;
  const keys = keysOf(seed);
  u8.set(keys.subarray(0, 8), STATE_HASH_KEY0);
  u8.set(keys.subarray(8), STATE_HASH_KEY1);

  return {
    hash(string) {
      const flat = text.flat(string);
      const known = i32[(flat + STR_HASH) >>> 2];
      return known !== 0 ? known : kernel.hashString(flat);
    },
  };
}
