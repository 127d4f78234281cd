import { BIG_LIMBS } from "../generated/constants";
import { countOf, fromInt64, isBig, isNegative, valueOf } from "./forms";

/// The hash of integers: as CPython's on 64-bit machines, the value modulo a prime, with its sign.

const HASH_MODULUS: u64 = (1 << 61) - 1;

/** CPython's 64-bit hash; it is never -1. */
export function hashOfInteger(word: usize): i64 {
  let magnitude: u64 = 0;
  if (isBig(word)) {
    // Multiplying by 2**32 rotates the 61 bits.
    for (let i = (countOf(word) - 1) << 2; i >= 0; i -= 4) {
      magnitude = ((magnitude << 32) & HASH_MODULUS) | (magnitude >> 29);
      magnitude += <u64>load<u32>(word + i, BIG_LIMBS);
      if (magnitude >= HASH_MODULUS) magnitude -= HASH_MODULUS;
    }
  } else {
    const value = valueOf(word);
    magnitude = (value < 0 ? <u64>-value : <u64>value) % HASH_MODULUS;
  }
  const hash = isNegative(word) ? -(<i64>magnitude) : <i64>magnitude;
  return hash === -1 ? -2 : hash;
}

/** The hash as an integer; 0: no memory. */
export function hashInteger(word: usize): usize {
  return fromInt64(hashOfInteger(word));
}
