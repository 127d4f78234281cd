/// Python's integers: each has one form, the smallest that holds it: a small integer in the word itself, a boxed 64-bit
/// integer, or a host reference to a BigInt. Results below 2**53 are computed in doubles, then in halves of 64-bit
/// integers, then as BigInts. Booleans count as integers.

import { FALSE, type Memory, NULL, SMALL_MAX, SMALL_MIN, TRUE, type Word } from "@hotpy/memory";
import type { Allocator } from "../allocator.js";
import { headerWord } from "../header.js";
import { BOX_VALUE, HOST_INDEX, SHAPE_BIGINT, SHAPE_BOOL, SHAPE_INT64 } from "../layouts.js";
import * as half from "./int64.js";
import { int64 } from "./int64.js";

/** Operations on integer words. None collects. Division by zero and negative shift counts are the caller's to check. */
export interface Integers {
  /** True for small integers, boxed ones and bools. */
  isInteger(word: Word): boolean;
  /** An integral double of any size. */
  fromNumber(value: number): Word;
  fromBigInt(value: bigint): Word;
  /** Two halves, as int32s. */
  fromHalves(lo: number, hi: number): Word;
  toBigInt(word: Word): bigint;
  /** Low and high half, as int32s, of an integer within int64. */
  lowHalf(word: Word): number;
  highHalf(word: Word): number;
  /** Nearest double, ties to even; ±Infinity if it is too large. */
  toNumber(word: Word): number;
  /** Value as a double if it is below 2**53 in magnitude, else NaN. */
  toExactNumber(word: Word): number;
  /** -1, 0 or 1. */
  sign(word: Word): number;
  add(a: Word, b: Word): Word;
  subtract(a: Word, b: Word): Word;
  multiply(a: Word, b: Word): Word;
  /** Quotient rounded down. */
  floorDivide(a: Word, b: Word): Word;
  /** Remainder with the divisor's sign. */
  modulo(a: Word, b: Word): Word;
  /** a ** b for b >= 0. */
  power(a: Word, b: Word): Word;
  /** pow(a, b, m) for b >= 0, m != 0, with the sign of m. */
  powerModulo(a: Word, b: Word, m: Word): Word;
  /** The inverse of a modulo m, or NULL if there is none. */
  invertModulo(a: Word, m: Word): Word;
  /** Nearest double to a / b, ties to even; ±Infinity if it is too large. */
  trueDivide(a: Word, b: Word): number;
  and(a: Word, b: Word): Word;
  or(a: Word, b: Word): Word;
  xor(a: Word, b: Word): Word;
  shiftLeft(a: Word, count: Word): Word;
  shiftRight(a: Word, count: Word): Word;
  negate(a: Word): Word;
  invert(a: Word): Word;
  absolute(a: Word): Word;
  /** Negative, 0 or positive. */
  compare(a: Word, b: Word): number;
  equals(a: Word, b: Word): boolean;
  /** Negative, 0 or positive, exact; NaN if `float` is NaN. */
  compareFloat(a: Word, float: number): number;
  /** CPython's 64-bit hash, as an integer word: the value modulo 2**61 - 1 with its sign, and -2 for -1. */
  hash(word: Word): Word;
  /** Number of bits of the magnitude. */
  bitLength(word: Word): number;
}

const BOX_BYTES = 16;
const INT64_MIN = -(1n << 63n);
const INT64_MAX = (1n << 63n) - 1n;
const HASH_MODULUS = (1n << 61n) - 1n;

/** Sizes by which BigInts are charged: bits of the largest magnitude of each class. Comparing is far cheaper than counting bits. */
const SIZE_CLASSES = Array.from({ length: 12 }, (_, i) => 128 << i);
const LARGEST = SIZE_CLASSES.map((bits) => 1n << BigInt(bits));
const SMALLEST = LARGEST.map((limit) => -limit);

/** What a BigInt costs outside linear memory: bytes, up to its size class. */
function bigIntBytes(value: bigint): number {
  for (let i = 0; i < SIZE_CLASSES.length; i++) {
    if (value < LARGEST[i] && value > SMALLEST[i]) return 24 + (SIZE_CLASSES[i] >>> 3);
  }
  return 24 + (bitLengthOf(value) >>> 3);
}

/** Bits of the magnitude of a BigInt. */
export function bitLengthOf(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  if (magnitude === 0n) return 0;
  const hex = magnitude.toString(16);
  return hex.length * 4 - (Math.clz32(parseInt(hex[0], 16)) - 28);
}

export function createIntegers(memory: Memory, allocator: Allocator): Integers {
  const { i32 } = memory;

  function shapeOf(word: Word): number {
    return i32[word >>> 2] >>> 8;
  }

  function isInteger(word: Word): boolean {
    if ((word & 1) !== 0) return true;
    if (word === NULL) return false;
    const shape = shapeOf(word);
    return shape === SHAPE_INT64 || shape === SHAPE_BIGINT || shape === SHAPE_BOOL;
  }

  function box(lo: number, hi: number): Word {
    const object = allocator.allocate(BOX_BYTES);
    const at = object >>> 2;
    i32[at] = headerWord(SHAPE_INT64);
    i32[at + 1] = 0;
    i32[at + 2] = lo;
    i32[at + 3] = hi;
    return object;
  }

  function fromHalves(lo: number, hi: number): Word {
    if (hi === lo >> 31 && lo >= SMALL_MIN && lo <= SMALL_MAX) return (lo << 1) | 1;
    return box(lo, hi);
  }

  /** The accumulator as a word. */
  const result = (): Word => fromHalves(int64.lo, int64.hi);

  function fromNumber(value: number): Word {
    if (value >= SMALL_MIN && value <= SMALL_MAX) return (value << 1) | 1;
    if (value >= -0x8000000000000000 && value < 0x8000000000000000) {
      half.setNumber(value);
      return box(int64.lo, int64.hi);
    }
    return fromBigInt(BigInt(value));
  }

  /*
   * BigInts go in and out in halves. V8 of Node 20 dies ("RepresentationChangerError") when TurboFan joins values loaded
   * from a BigInt64Array, or BigInts made of numbers, and one use wraps the join to 64 bits: so no asIntN and no i64 view.
   */
  function fromBigInt(value: bigint): Word {
    if (value >= INT64_MIN && value <= INT64_MAX) {
      if (value >= -0x40000000n && value <= 0x3fffffffn) return (Number(value) << 1) | 1;
      return box(Number(value & 0xffffffffn) | 0, Number(value >> 32n));
    }
    const object = allocator.allocate(BOX_BYTES);
    const at = object >>> 2;
    i32[at] = headerWord(SHAPE_BIGINT);
    i32[at + 1] = 0;
    i32[at + 3] = 0;
    i32[at + (HOST_INDEX >>> 2)] = allocator.hosts.add(value, object, bigIntBytes(value));
    return object;
  }

  function toBigInt(word: Word): bigint {
    if ((word & 1) !== 0) return BigInt(word >> 1);
    const shape = shapeOf(word);
    if (shape === SHAPE_INT64) {
      return BigInt(i32[(word + BOX_VALUE + 4) >>> 2]) * 0x100000000n + BigInt(i32[(word + BOX_VALUE) >>> 2] >>> 0);
    }
    if (shape === SHAPE_BOOL) return word === TRUE ? 1n : 0n;
    return allocator.hosts.get(i32[(word + HOST_INDEX) >>> 2]) as bigint;
  }

  /** Low half of a word that is no BigInt. */
  const loOf = (word: Word): number =>
    (word & 1) !== 0
      ? word >> 1
      : shapeOf(word) === SHAPE_INT64
        ? i32[(word + BOX_VALUE) >>> 2]
        : word === TRUE
          ? 1
          : 0;
  const hiOf = (word: Word): number =>
    (word & 1) !== 0 ? word >> 31 : shapeOf(word) === SHAPE_INT64 ? i32[(word + BOX_VALUE + 4) >>> 2] : 0;
  const isBig = (word: Word): boolean => (word & 1) === 0 && shapeOf(word) === SHAPE_BIGINT;

  function toExactNumber(word: Word): number {
    if ((word & 1) !== 0) return word >> 1;
    const shape = shapeOf(word);
    if (shape === SHAPE_INT64) {
      const hi = i32[(word + BOX_VALUE + 4) >>> 2];
      return half.isExact(hi) ? half.toNumber(i32[(word + BOX_VALUE) >>> 2], hi) : Number.NaN;
    }
    return shape === SHAPE_BOOL ? (word === TRUE ? 1 : 0) : Number.NaN;
  }

  function toNumber(word: Word): number {
    const exact = toExactNumber(word);
    return exact === exact ? exact : Number(toBigInt(word));
  }

  /** A rounded result beyond 2**53 is at least that. */
  const isExactResult = (value: number): boolean => value < 0x20000000000000 && value > -0x20000000000000;

  function add(a: Word, b: Word): Word {
    const sum = toExactNumber(a) + toExactNumber(b);
    if (isExactResult(sum)) return fromNumber(sum);
    if (!isBig(a) && !isBig(b) && half.add(loOf(a), hiOf(a), loOf(b), hiOf(b))) return result();
    return fromBigInt(toBigInt(a) + toBigInt(b));
  }

  function subtract(a: Word, b: Word): Word {
    const difference = toExactNumber(a) - toExactNumber(b);
    if (isExactResult(difference)) return fromNumber(difference);
    if (!isBig(a) && !isBig(b) && half.subtract(loOf(a), hiOf(a), loOf(b), hiOf(b))) return result();
    return fromBigInt(toBigInt(a) - toBigInt(b));
  }

  function multiply(a: Word, b: Word): Word {
    const product = toExactNumber(a) * toExactNumber(b);
    if (isExactResult(product)) return fromNumber(product);
    if (!isBig(a) && !isBig(b) && half.multiply(loOf(a), hiOf(a), loOf(b), hiOf(b))) return result();
    return fromBigInt(toBigInt(a) * toBigInt(b));
  }

  function floorDivide(a: Word, b: Word): Word {
    const x = toExactNumber(a);
    const y = toExactNumber(b);
    if (y === y) {
      if (x === x) {
        const rest = x % y;
        const quotient = (x - rest) / y;
        return fromNumber(rest !== 0 && rest < 0 !== y < 0 ? quotient - 1 : quotient);
      }
      if (!isBig(a) && half.divide(loOf(a), hiOf(a), y)) return result();
    }
    return fromBigInt(floorDivideBig(toBigInt(a), toBigInt(b)));
  }

  function modulo(a: Word, b: Word): Word {
    const x = toExactNumber(a);
    const y = toExactNumber(b);
    if (y === y) {
      if (x === x) {
        const rest = x % y;
        return fromNumber(rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest);
      }
      if (!isBig(a) && half.divide(loOf(a), hiOf(a), y)) return fromNumber(half.remainder);
    }
    return fromBigInt(moduloBig(toBigInt(a), toBigInt(b)));
  }

  function power(a: Word, b: Word): Word {
    const base = toExactNumber(a);
    const exponent = toExactNumber(b);
    if (base === 0 || base === 1 || exponent === 0) return fromNumber(exponent === 0 ? 1 : base);
    const approximate = base ** exponent;
    if (isExactResult(approximate)) {
      // By squaring: the platform's power function is not exact.
      let result = 1;
      let square = base;
      for (let left = exponent; ; square *= square) {
        if (left & 1) result *= square;
        left >>>= 1;
        if (left === 0) break;
      }
      return fromNumber(result);
    }
    if (base === -1) return fromNumber(exponent % 2 === 0 ? 1 : -1);
    return fromBigInt(toBigInt(a) ** toBigInt(b));
  }

  function powerModulo(a: Word, b: Word, m: Word): Word {
    const modulus = toBigInt(m);
    const magnitude = modulus < 0n ? -modulus : modulus;
    const value = powerModuloBig(moduloBig(toBigInt(a), magnitude), toBigInt(b), magnitude);
    return fromBigInt(moduloBig(value, modulus));
  }

  function invertModulo(a: Word, m: Word): Word {
    const modulus = toBigInt(m);
    const magnitude = modulus < 0n ? -modulus : modulus;
    let [r0, r1] = [magnitude, moduloBig(toBigInt(a), magnitude)];
    let [t0, t1] = [0n, 1n];
    while (r1 !== 0n) {
      const quotient = r0 / r1;
      [r0, r1] = [r1, r0 - quotient * r1];
      [t0, t1] = [t1, t0 - quotient * t1];
    }
    return r0 === 1n ? fromBigInt(moduloBig(t0, modulus)) : NULL;
  }

  function trueDivide(a: Word, b: Word): number {
    const x = toExactNumber(a);
    const y = toExactNumber(b);
    if (x === x && y === y) return x / y;
    return divideBig(toBigInt(a), toBigInt(b));
  }

  function and(a: Word, b: Word): Word {
    if (isBig(a) || isBig(b)) return fromBigInt(toBigInt(a) & toBigInt(b));
    return fromHalves(loOf(a) & loOf(b), hiOf(a) & hiOf(b));
  }
  function or(a: Word, b: Word): Word {
    if (isBig(a) || isBig(b)) return fromBigInt(toBigInt(a) | toBigInt(b));
    return fromHalves(loOf(a) | loOf(b), hiOf(a) | hiOf(b));
  }
  function xor(a: Word, b: Word): Word {
    if (isBig(a) || isBig(b)) return fromBigInt(toBigInt(a) ^ toBigInt(b));
    return fromHalves(loOf(a) ^ loOf(b), hiOf(a) ^ hiOf(b));
  }

  function shiftLeft(a: Word, count: Word): Word {
    const n = toExactNumber(count);
    if (n < 64 && !isBig(a) && half.shiftLeft(loOf(a), hiOf(a), n)) return result();
    return sign(a) === 0 ? fromNumber(0) : fromBigInt(toBigInt(a) << toBigInt(count));
  }

  function shiftRight(a: Word, count: Word): Word {
    const n = toExactNumber(count);
    if (isBig(a)) return n === n ? fromBigInt(toBigInt(a) >> toBigInt(count)) : fromNumber(sign(a) < 0 ? -1 : 0);
    half.shiftRight(loOf(a), hiOf(a), n < 64 ? n : 63);
    return result();
  }

  function sign(word: Word): number {
    const exact = toExactNumber(word);
    if (exact === exact) return Math.sign(exact);
    if (isBig(word)) return toBigInt(word) < 0n ? -1 : 1;
    return hiOf(word) < 0 ? -1 : 1;
  }

  function compare(a: Word, b: Word): number {
    const x = toExactNumber(a);
    const y = toExactNumber(b);
    if (x === x && y === y) return x - y;
    if (isBig(a) || isBig(b)) {
      const bigA = toBigInt(a);
      const bigB = toBigInt(b);
      return bigA < bigB ? -1 : bigA > bigB ? 1 : 0;
    }
    const high = hiOf(a) - hiOf(b);
    return high !== 0 ? high : (loOf(a) >>> 0) - (loOf(b) >>> 0);
  }

  function compareFloat(a: Word, float: number): number {
    const exact = toExactNumber(a);
    if (exact === exact) return exact < float ? -1 : exact > float ? 1 : exact === float ? 0 : Number.NaN;
    const value = toBigInt(a);
    return value < float ? -1 : value > float ? 1 : Number.isNaN(float) ? Number.NaN : 0;
  }

  function hash(word: Word): Word {
    const exact = toExactNumber(word);
    if (exact === exact) return exact === -1 ? fromNumber(-2) : fromNumber(exact);
    const value = toBigInt(word);
    const rest = (value < 0n ? -value : value) % HASH_MODULUS;
    const signed = value < 0n ? -rest : rest;
    return fromBigInt(signed === -1n ? -2n : signed);
  }

  function bitLength(word: Word): number {
    const exact = toExactNumber(word);
    if (exact !== exact) return bitLengthOf(toBigInt(word));
    const magnitude = Math.abs(exact);
    const high = Math.floor(magnitude / 0x100000000);
    return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(magnitude >>> 0);
  }

  const zero = fromNumber(0);
  return {
    lowHalf: loOf,
    highHalf: hiOf,
    isInteger,
    fromNumber,
    fromBigInt,
    fromHalves,
    toBigInt,
    toNumber,
    toExactNumber,
    sign,
    add,
    subtract,
    multiply,
    floorDivide,
    modulo,
    power,
    powerModulo,
    invertModulo,
    trueDivide,
    and,
    or,
    xor,
    shiftLeft,
    shiftRight,
    compare,
    compareFloat,
    hash,
    bitLength,
    equals: (a, b) => compare(a, b) === 0,
    negate: (a) => subtract(zero, a),
    invert: (a) => subtract(fromNumber(-1), a),
    absolute: (a) => (sign(a) < 0 ? subtract(zero, a) : a === TRUE ? fromNumber(1) : a === FALSE ? zero : a),
  };
}

/** Quotient rounded down. */
export function floorDivideBig(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Remainder with the divisor's sign. */
export function moduloBig(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

function powerModuloBig(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  // Digits of the exponent, from the top: shifting a large exponent each round would be quadratic.
  for (const digit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (digit === "1") result = (result * base) % modulus;
  }
  return result;
}

/** Nearest double to a quotient: 66 bits and a sticky bit go through one correct rounding. */
export function divideBig(a: bigint, b: bigint): number {
  const negative = a < 0n !== b < 0n;
  const x = a < 0n ? -a : a;
  const y = b < 0n ? -b : b;
  if (x === 0n) return negative ? -0 : 0;
  const shift = bitLengthOf(x) - bitLengthOf(y) - 66;
  // Results below the normal range have fewer bits: cut there, so that the rounding happens once.
  const cut = Math.max(shift, -1074 - 2);
  const quotient = cut > 0 ? x / (y << BigInt(cut)) : (x << BigInt(-cut)) / y;
  const back = cut > 0 ? quotient * (y << BigInt(cut)) === x : quotient * y === x << BigInt(-cut);
  const rounded = roundToDouble((quotient << 1n) | (back ? 0n : 1n), cut - 1);
  return negative ? -rounded : rounded;
}

/** Nearest double to value * 2**exponent for value >= 0 whose last bit is sticky; ties to even. */
function roundToDouble(value: bigint, exponent: number): number {
  const bits = bitLengthOf(value);
  const drop = Math.max(bits - 53, -1074 - exponent, 0);
  let mantissa = value >> BigInt(drop);
  const rest = value - (mantissa << BigInt(drop));
  if (drop > 0) {
    const halfway = 1n << BigInt(drop - 1);
    if (rest > halfway || (rest === halfway && (mantissa & 1n) === 1n)) mantissa += 1n;
  }
  return scale(Number(mantissa), exponent + drop);
}

/** value * 2**exponent, where the result is exact or overflows. */
function scale(value: number, exponent: number): number {
  let result = value;
  let left = exponent;
  for (; left > 1000; left -= 1000) result *= 2 ** 1000;
  for (; left < -1000; left += 1000) result *= 2 ** -1000;
  return result * 2 ** left;
}
