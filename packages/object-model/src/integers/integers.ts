/// Integers of any size as TypeScript sees them: each has one form, the smallest that holds it: a small integer in the word itself, a
/// boxed 64-bit integer, or limbs. What is done with them is in the kernel (`kernel/integers/`). Booleans count as integers.

import { type Address, fitsSmall, type Memory, NULL, STATE_REMAINDER, TRUE, type Word } from "@hotpy/memory";
import { FLAG_LAYOUT } from "../header.js";
import type { ObjectKernel } from "../kernel.js";
import { BIG_LIMBS, BOX_VALUE, SHAPE_BIGINT, SHAPE_BOOL, SHAPE_INT64, TAIL_SIZE } from "../layouts.js";
import { createBigIntConversions } from "./host.js";
import * as half from "./int64.js";

/** Why text is no integer: bad syntax (or characters that are not Latin-1), or more digits than allowed. */
export type IntegerFault = "syntax" | "digits";

/**
 * Operations on integer words. None collects. Division by zero and negative shift counts are the caller's to check. Words that are
 * results may be NULL: there is no memory, and `outOfMemory` has been called.
 */
export interface Integers {
  /** True for small integers, boxed ones, those with limbs, and bools. */
  isInteger(word: Word): boolean;
  /** An integral double of any size. */
  fromNumber(value: number): Word;
  fromBigInt(value: bigint): Word;
  /** Two halves, as int32s. */
  fromHalves(lo: number, hi: number): Word;
  /** For the host: it takes a microsecond or more. */
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
  /** Both, at the cost of one. */
  divmod(a: Word, b: Word): readonly [quotient: Word, remainder: Word];
  /** a ** b for b >= 0. */
  power(a: Word, b: Word): Word;
  /** pow(a, b, m) for b >= 0, m != 0, with the sign of m. */
  powerModulo(a: Word, b: Word, m: Word): Word;
  /** The inverse of a modulo m, or undefined if there is none. */
  invertModulo(a: Word, m: Word): Word | undefined;
  /** The greatest common divisor, not negative. */
  gcd(a: Word, b: Word): Word;
  /** The square root, rounded down, of an integer that is not negative. */
  squareRoot(word: Word): Word;
  /** Nearest double to a / b, ties to even; ±Infinity if it is too large; NaN: no memory. */
  trueDivide(a: Word, b: Word): number;
  /** Of two bools, these are bools. */
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
  /** Number of bits of the magnitude, and of ones in it. */
  bitLength(word: Word): number;
  bitCount(word: Word): number;
  /** The decimal text, a str. */
  toText(word: Word): Word;
  /** The text in a base of 2, 8 or 16, a str, small letters; `prefix`: two ASCII characters between sign and digits. */
  toBase(word: Word, base: 2 | 8 | 16, prefix: string): Word;
  /**
   * Reads what `int(text, base)` accepts: white space around, a sign, a prefix where the base allows it, single underscores between
   * digits. Base 0 goes by the prefix. Bases that are no power of two are held to `maxDigits` (0: no limit).
   */
  fromText(text: Word, base: number, maxDigits: number): Word | IntegerFault;
  /** Writes two's complement, or if not `signed` a magnitude. False: it does not fit. */
  toBytes(word: Word, to: Address, length: number, little: boolean, signed: boolean): boolean;
  fromBytes(from: Address, length: number, little: boolean, signed: boolean): Word;
}

/** Most decimal digits that conversions between text and integers accept by default, as in CPython. */
export const DEFAULT_MAX_DIGITS = 4300;

/** What a function of a kernel returns where it cannot decide, and has done nothing. No word, length or condition has this value. */
export const UNDECIDED = -2;
/** More digits than the limit; see `kernel/integers/from-text.ts`. */
const TOO_MANY_DIGITS = -4;

/** @param outOfMemory called when there is no room for a result, which then is NULL */
export function createIntegers(memory: Memory, kernel: ObjectKernel, outOfMemory: () => void): Integers {
  const { i32 } = memory;
  const host = createBigIntConversions(memory, kernel);

  const shapeOf = (word: Word): number => i32[word >>> 2] >>> 8;
  const isBig = (word: Word): boolean => (word & 1) === 0 && shapeOf(word) === SHAPE_BIGINT;

  /** A result of the kernel's. That of an operand that is NULL is NULL. */
  function checked(word: Word): Word {
    if (word === NULL) outOfMemory();
    return word === UNDECIDED ? NULL : word;
  }

  function isInteger(word: Word): boolean {
    if ((word & 1) !== 0) return true;
    if (word === NULL) return false;
    const shape = shapeOf(word);
    return shape === SHAPE_INT64 || shape === SHAPE_BIGINT || shape === SHAPE_BOOL;
  }

  function fromHalves(lo: number, hi: number): Word {
    if (hi === lo >> 31 && fitsSmall(lo)) return (lo << 1) | 1;
    return checked(kernel.integerFromHalves(lo, hi));
  }

  function fromNumber(value: number): Word {
    if (fitsSmall(value)) return (value << 1) | 1;
    return checked(kernel.integerFromDouble(value));
  }

  /** Low half of a word without limbs. */
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

  function toExactNumber(word: Word): number {
    if ((word & 1) !== 0) return word >> 1;
    if (isBig(word)) return Number.NaN;
    const hi = hiOf(word);
    return half.isExact(hi) ? half.toNumber(loOf(word), hi) : Number.NaN;
  }

  const binary =
    (operation: (a: Word, b: Word) => Word) =>
    (a: Word, b: Word): Word =>
      checked(operation(a, b));

  function toBigInt(word: Word): bigint {
    if (!isBig(word)) return host.fromHalves(loOf(word), hiOf(word));
    const magnitude = host.fromLimbs(word + BIG_LIMBS, i32[(word + TAIL_SIZE) >>> 2] >>> 2);
    return (i32[word >>> 2] & FLAG_LAYOUT) !== 0 ? -magnitude : magnitude;
  }

  return {
    isInteger,
    fromNumber,
    fromBigInt: (value) => checked(host.toWord(value)),
    fromHalves,
    toBigInt,
    lowHalf: loOf,
    highHalf: hiOf,
    toNumber: (word) => ((word & 1) !== 0 ? word >> 1 : kernel.integerToDouble(word)),
    toExactNumber,
    sign: kernel.signOfInteger,
    add: binary(kernel.addIntegers),
    subtract: binary(kernel.subtractIntegers),
    multiply: binary(kernel.multiplyIntegers),
    floorDivide: binary(kernel.floorDivideIntegers),
    modulo: binary(kernel.moduloIntegers),
    divmod(a, b) {
      const quotient = checked(kernel.divmodIntegers(a, b));
      return [quotient, i32[STATE_REMAINDER >>> 2]];
    },
    power: binary(kernel.powerIntegers),
    powerModulo: (a, b, m) => checked(kernel.powerModuloIntegers(a, b, m)),
    invertModulo(a, m) {
      const inverse = kernel.invertModuloIntegers(a, m);
      return inverse === UNDECIDED ? undefined : checked(inverse);
    },
    gcd: binary(kernel.gcdIntegers),
    squareRoot: (word) => checked(kernel.squareRootOfInteger(word)),
    trueDivide(a, b) {
      const quotient = kernel.divideToDouble(a, b);
      if (Number.isNaN(quotient)) outOfMemory();
      return quotient;
    },
    and: binary(kernel.andIntegers),
    or: binary(kernel.orIntegers),
    xor: binary(kernel.xorIntegers),
    shiftLeft: binary(kernel.shiftIntegersLeft),
    shiftRight: binary(kernel.shiftIntegersRight),
    negate: (a) => checked(kernel.negateInteger(a)),
    invert: (a) => checked(kernel.invertInteger(a)),
    absolute: (a) => checked(kernel.absoluteInteger(a)),
    compare: kernel.compareIntegers,
    equals: (a, b) => kernel.compareIntegers(a, b) === 0,
    compareFloat(a, float) {
      const order = kernel.compareWithDouble(a, float);
      return order === 2 ? Number.NaN : order;
    },
    bitLength: kernel.bitLengthOfInteger,
    bitCount: kernel.bitCountOfInteger,
    toText: (word) => checked(kernel.integerToDecimal(word)),
    toBase: (word, base, prefix) =>
      checked(
        kernel.integerToBase(
          word,
          base === 2 ? 1 : base === 8 ? 3 : 4,
          prefix === "" ? 0 : prefix.charCodeAt(0) | (prefix.charCodeAt(1) << 8),
        ),
      ),
    fromText(text, base, maxDigits) {
      const value = kernel.integerFromText(text, base, maxDigits);
      if (value === TOO_MANY_DIGITS) return "digits";
      return value === UNDECIDED ? "syntax" : checked(value);
    },
    toBytes: (word, to, length, little, signed) => Boolean(kernel.integerToBytes(word, to, length, little, signed)),
    fromBytes: (from, length, little, signed) => checked(kernel.integerFromBytes(from, length, little, signed)),
  };
}
