/// CPython's hash of tuples, a variant of xxHash over the 64-bit hashes of the items, in halves of 32 bits.

import { int64Halves } from "@hotpy/object-model";

const { add, int64, multiplyWrapping } = int64Halves;

/** 64-bit constants as [low, high] int32s. */
const PRIME_1 = [0x85ebca87 | 0, 0x9e3779b1 | 0] as const;
const PRIME_2 = [0x27d4eb4f | 0, 0xc2b2ae3d | 0] as const;
const PRIME_5 = [0x165667c5, 0x27d4eb2f] as const;
/** Stands for -1, which means an error in CPython. */
const INSTEAD_OF_MINUS_ONE = 1546275796;

/** The hash so far before the first item, as [low, high]. */
export const TUPLE_HASH_START = PRIME_5;

/** The hash so far with that of one more item, in the accumulator `int64`. */
export function addItemHash(lo: number, hi: number, itemLo: number, itemHi: number): void {
  multiplyWrapping(itemLo, itemHi, PRIME_2[0], PRIME_2[1]);
  add(lo, hi, int64.lo, int64.hi);
  // Rotated left by 31.
  const rotatedLo = (int64.lo << 31) | (int64.hi >>> 1);
  const rotatedHi = (int64.hi << 31) | (int64.lo >>> 1);
  multiplyWrapping(rotatedLo, rotatedHi, PRIME_1[0], PRIME_1[1]);
}

/** The hash of a tuple of `count` items, in the accumulator. */
export function finishTupleHash(lo: number, hi: number, count: number): void {
  add(lo, hi, count ^ (PRIME_5[0] ^ 3527539), PRIME_5[1]);
  if ((int64.lo & int64.hi) === -1) {
    int64.lo = INSTEAD_OF_MINUS_ONE;
    int64.hi = 0;
  }
}

/** Hash of a tuple whose items have these hashes: low and high half of the first, of the second, and so on; in the accumulator. */
export function tupleHash(halves: readonly number[]): void {
  let [lo, hi]: readonly number[] = TUPLE_HASH_START;
  for (let i = 0; i < halves.length; i += 2) {
    addItemHash(lo, hi, halves[i], halves[i + 1]);
    lo = int64.lo;
    hi = int64.hi;
  }
  finishTupleHash(lo, hi, halves.length >>> 1);
}
