import { countOf, isBig, isNegative, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { BIG_LIMBS } from "./generated/constants";
import { floatOf, isFloat } from "./numbers";

/// Hashes of numbers, equal for numbers that are equal; as CPython's on 64-bit machines. None is -1.

/** Hashes are values modulo a prime of 61 bits. */
const HASH_BITS: i32 = 61;
const HASH_MODULUS: u64 = (1 << 61) - 1;
const HASH_INFINITY: i64 = 314159;

/** The value modulo the prime, with its sign. */
function hashOfInteger(word: usize): i64 {
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

/** As CPython's `_Py_HashDouble`: equal to that of an equal integer. -1: not a number, whose hash is that of the object. */
export function hashOfFloat(value: f64): i64 {
  if (value !== value) return -1;
  const bits = reinterpret<u64>(value);
  const field = <i32>(bits >> 52) & 0x7ff;
  let mantissa = bits & 0xfffffffffffff;
  if (field === 0x7ff) return value > 0 ? HASH_INFINITY : -HASH_INFINITY;
  if (field !== 0) mantissa |= 0x10000000000000;
  // The value is mantissa * 2 ** exponent; multiplying by a power of two rotates the 61 bits.
  const exponent = max(field, 1) - 1075;
  let turn = exponent % HASH_BITS;
  if (turn < 0) turn += HASH_BITS;
  const rotated = ((mantissa << turn) & HASH_MODULUS) | (mantissa >> (HASH_BITS - turn));
  const hash = value < 0 ? -(<i64>rotated) : <i64>rotated;
  return hash === -1 ? -2 : hash;
}

/** CPython's 64-bit hash of a number; -1: that of the object. */
export function hashOfNumber(word: usize): i64 {
  return isFloat(word) ? hashOfFloat(floatOf(word)) : hashOfInteger(word);
}
