import { exponentialOf, hasExponentials } from "@hotpy/object-model/kernel/floats/exponential";
import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { isFinite } from "@hotpy/object-model/kernel/floats/parts";
import { cosineOf, hasTrigonometry, isOrdinaryAngle, sineOf } from "@hotpy/object-model/kernel/floats/trigonometry";
import { headerOf, shapeOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { compareWithDouble } from "@hotpy/object-model/kernel/integers/floats";
import { isBig, isInteger, UNDECIDED, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { BOX_VALUE, COMPLEX_IMAGINARY, SHAPE_COMPLEX } from "./generated/constants";
import { normOfTwo } from "./norms";
import { hashOfFloat } from "./number-hash";
import { floatOf, isFloat } from "./numbers";
import { ADD, DIVIDE, MULTIPLY, POWER, SUBTRACT } from "./operator-numbers";

/// Complex numbers of exactly this type, computed as CPython does it (`complexobject.c`). What raises is UNDECIDED; 0: no memory.

const COMPLEX_BYTES = 24;
const HASH_MULTIPLIER: i64 = 1000003;
/** Powers up to here are made of products. */
const MOST_SMALL_POWER: f64 = 100;
/** Exponentials of numbers below are finite. */
const MOST_EXPONENT: f64 = 700;

export function isComplex(word: usize): bool {
  return !isSmall(word) && shapeOf(word) === SHAPE_COMPLEX;
}

export function realOf(complex: usize): f64 {
  return load<f64>(complex, BOX_VALUE);
}
export function imaginaryOf(complex: usize): f64 {
  return load<f64>(complex, COMPLEX_IMAGINARY);
}

function newComplex(real: f64, imaginary: f64): usize {
  const complex = allocate(COMPLEX_BYTES);
  if (complex === 0) return 0;
  store<i32>(complex, headerOf(SHAPE_COMPLEX));
  store<i32>(complex, 0, 4);
  store<f64>(complex, real, BOX_VALUE);
  store<f64>(complex, imaginary, COMPLEX_IMAGINARY);
  return complex;
}

/* ---- pairs of doubles: what a function has computed last ---- */

let x: f64 = 0;
let y: f64 = 0;

function product(a: f64, b: f64, c: f64, d: f64): void {
  x = a * c - b * d;
  y = a * d + b * c;
}

/** False: the divisor is 0. */
function quotient(a: f64, b: f64, c: f64, d: f64): bool {
  if (abs(c) >= abs(d)) {
    if (c === 0) return false;
    const ratio = d / c;
    const denominator = c + d * ratio;
    x = (a + b * ratio) / denominator;
    y = (b - a * ratio) / denominator;
  } else if (abs(d) >= abs(c)) {
    const ratio = c / d;
    const denominator = c * ratio + d;
    x = (a * ratio + b) / denominator;
    y = (b * ratio - a) / denominator;
  } else {
    x = NaN;
    y = NaN;
  }
  return true;
}

/** To a power that is whole and not negative. */
function smallPower(a: f64, b: f64, exponent: i32): void {
  let real: f64 = 1;
  let imaginary: f64 = 0;
  for (let mask = 1; exponent >= mask; mask <<= 1) {
    if ((exponent & mask) !== 0) {
      product(real, imaginary, a, b);
      real = x;
      imaginary = y;
    }
    product(a, b, a, b);
    a = x;
    b = y;
  }
  x = real;
  y = imaginary;
}

/** False: there is none, or it takes more than products. */
function power(a: f64, b: f64, exponent: f64): bool {
  if (trunc(exponent) !== exponent || abs(exponent) > MOST_SMALL_POWER) return false;
  smallPower(a, b, <i32>abs(exponent));
  if (exponent <= 0 && !quotient(1, 0, x, y)) return false;
  return abs(x) !== Infinity && abs(y) !== Infinity;
}

/* ---- operators ---- */

/** Whether a word is a number as a complex one, its parts in x and y. */
function take(word: usize): bool {
  y = 0;
  if (isComplex(word)) {
    x = realOf(word);
    y = imaginaryOf(word);
  } else if (isFloat(word)) x = floatOf(word);
  else if (isInteger(word) && !isBig(word)) x = <f64>valueOf(word);
  else return false;
  return true;
}

/** `a op b`, of which one at least is complex. */
export function operateOnComplexes(operator: i32, left: usize, right: usize): usize {
  if (!take(left)) return UNDECIDED;
  const a = x;
  const b = y;
  if (!take(right)) return UNDECIDED;
  const c = x;
  const d = y;
  if (operator === ADD) return newComplex(a + c, b + d);
  if (operator === SUBTRACT) return newComplex(a - c, b - d);
  if (operator === MULTIPLY) product(a, b, c, d);
  else if (operator === DIVIDE) {
    if (!quotient(a, b, c, d)) return UNDECIDED;
  } else if (operator !== POWER || d !== 0 || !power(a, b, c)) return UNDECIDED;
  return newComplex(x, y);
}

/** Whether two words, one of them complex, are equal: 1 or 0. */
export function equalComplexes(a: usize, b: usize): i32 {
  if (!isComplex(a)) return equalComplexes(b, a);
  if (isComplex(b)) return i32(realOf(a) === realOf(b) && imaginaryOf(a) === imaginaryOf(b));
  if (imaginaryOf(a) !== 0) return 0;
  if (isFloat(b)) return i32(floatOf(b) === realOf(a));
  return i32(isInteger(b) && compareWithDouble(b, realOf(a)) === 0);
}

/** -1: a part is not a number, so that the hash is that of the object. */
export function hashOfComplex(complex: usize): i64 {
  const real = hashOfFloat(realOf(complex));
  const imaginary = hashOfFloat(imaginaryOf(complex));
  if (real === -1 || imaginary === -1) return -1;
  const hash = real + HASH_MULTIPLIER * imaginary;
  return hash === -1 ? -2 : hash;
}

export function negateComplex(complex: usize): usize {
  return newComplex(-realOf(complex), -imaginaryOf(complex));
}

/** Its distance from 0. */
export function absoluteComplex(complex: usize): usize {
  const norm = normOfTwo(realOf(complex), imaginaryOf(complex));
  return norm >= 0 ? boxFloat(norm) : UNDECIDED;
}

/* ---- functions ---- */

/** complex(real, imaginary) of numbers. */
export function complexOfParts(type: usize, real: usize, imaginary: usize): usize {
  if (type === 0 || real === 0 || imaginary === 0 || isComplex(real) || isComplex(imaginary)) return UNDECIDED;
  if (!take(real)) return UNDECIDED;
  const part = x;
  return take(imaginary) ? newComplex(part, x) : UNDECIDED;
}

/** complex(real) of a number. */
export function complexOfReal(type: usize, real: usize): usize {
  if (type === 0 || real === 0) return UNDECIDED;
  if (isComplex(real)) return real;
  return take(real) ? newComplex(x, 0) : UNDECIDED;
}

export function conjugateOf(word: usize): usize {
  return isComplex(word) ? newComplex(realOf(word), -imaginaryOf(word)) : UNDECIDED;
}

/** `exp` of the module cmath. */
export function complexExp(word: usize): usize {
  if (!hasExponentials() || !hasTrigonometry() || !take(word)) return UNDECIDED;
  const angle = y;
  if (!isFinite(x) || x > MOST_EXPONENT || !isOrdinaryAngle(angle)) return UNDECIDED;
  const length = exponentialOf(x);
  return newComplex(length * cosineOf(angle), length * sineOf(angle));
}
