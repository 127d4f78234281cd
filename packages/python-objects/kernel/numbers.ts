import { compareIntegers } from "@hotpy/object-model/kernel/integers/arithmetic";
import { compareWithDouble } from "@hotpy/object-model/kernel/integers/floats";
import { isInteger } from "@hotpy/object-model/kernel/integers/forms";
import { hashOfInteger } from "@hotpy/object-model/kernel/integers/hash";
import { shapeOf } from "@hotpy/object-model/kernel/strings/text";
import { BOX_VALUE, SHAPE_FLOAT } from "./generated/constants";

/// Numbers: integers of any size, bools and floats.

/** The modulus of the hashes of numbers, a prime: as CPython's on 64-bit machines. */
const HASH_BITS: i32 = 61;
const HASH_MODULUS: u64 = (1 << 61) - 1;
const HASH_INFINITY: i64 = 314159;

/** Negative, 0 or positive as the order of two numbers is; UNORDERED if one is not a number. */
const UNORDERED: i32 = 2;

export function isNumber(word: usize): bool {
  return isInteger(word) || shapeOf(word) === SHAPE_FLOAT;
}

export function isFloat(word: usize): bool {
  return (word & 1) === 0 && shapeOf(word) === SHAPE_FLOAT;
}

export function floatOf(word: usize): f64 {
  return load<f64>(word, BOX_VALUE);
}

function orderOfFloats(a: f64, b: f64): i32 {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : UNORDERED;
}

export function orderOfNumbers(a: usize, b: usize): i32 {
  if (isFloat(a)) {
    if (isFloat(b)) return orderOfFloats(floatOf(a), floatOf(b));
    const order = compareWithDouble(b, floatOf(a));
    return order === UNORDERED ? order : -order;
  }
  return isFloat(b) ? compareWithDouble(a, floatOf(b)) : compareIntegers(a, b);
}

/** As CPython's `_Py_HashDouble`: equal to that of an equal integer. -1: not a number, whose hash is that of the object. */
function hashOfFloat(value: f64): i64 {
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
