import { shapeOf } from "@hotpy/object-model/kernel/strings/text";
import { BOX_VALUE, SHAPE_BOOL, SHAPE_FLOAT, SHAPE_INT64, TRUE } from "./generated/constants";

/// Numbers that need no more than 64 bits: small integers, boxed ones, bools and floats.

/** The modulus of the hashes of numbers, a prime: as CPython's on 64-bit machines. */
const HASH_BITS: i32 = 61;
const HASH_MODULUS: u64 = (1 << 61) - 1;
const HASH_INFINITY: i64 = 314159;

/** Negative, 0 or positive as the order of two numbers is; UNORDERED if one is not a number. */
export const UNORDERED: i32 = 2;

export function isNumber(object: usize): bool {
  const shape = shapeOf(object);
  return shape === SHAPE_FLOAT || shape === SHAPE_INT64 || shape === SHAPE_BOOL;
}

function isFloat(word: usize): bool {
  return (word & 1) === 0 && shapeOf(word) === SHAPE_FLOAT;
}

function floatOf(word: usize): f64 {
  return load<f64>(word, BOX_VALUE);
}

function integerOf(word: usize): i64 {
  if ((word & 1) !== 0) return <i64>(<i32>word >> 1);
  return shapeOf(word) === SHAPE_INT64 ? load<i64>(word, BOX_VALUE) : <i64>(word === TRUE);
}

function orderOfFloats(a: f64, b: f64): i32 {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : UNORDERED;
}

/** Exact, also where no double is the integer. */
function orderOfMixed(a: i64, b: f64): i32 {
  if (b >= 9223372036854775808.0) return -1;
  if (b < -9223372036854775808.0) return 1;
  if (b !== b) return UNORDERED;
  const whole = <i64>b;
  return a < whole ? -1 : a > whole ? 1 : orderOfFloats(<f64>whole, b);
}

export function orderOfNumbers(a: usize, b: usize): i32 {
  if (isFloat(a)) {
    if (isFloat(b)) return orderOfFloats(floatOf(a), floatOf(b));
    const order = orderOfMixed(integerOf(b), floatOf(a));
    return order === UNORDERED ? order : -order;
  }
  const left = integerOf(a);
  if (isFloat(b)) return orderOfMixed(left, floatOf(b));
  const right = integerOf(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** CPython's hash of an integer: -1 is no hash. */
function hashOfInteger(value: i64): i64 {
  const magnitude = value < 0 ? <u64>-value : <u64>value;
  const rest = <i64>(magnitude % HASH_MODULUS);
  const hash = value < 0 ? -rest : rest;
  return hash === -1 ? -2 : hash;
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
  return isFloat(word) ? hashOfFloat(floatOf(word)) : hashOfInteger(integerOf(word));
}
