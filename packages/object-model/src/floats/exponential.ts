/// exp, log and pow, correctly rounded but for one case in some ten thousand million.

import {
  add,
  dd,
  divide,
  FIXED_LN2,
  fastTwoSum,
  fixedSeries,
  fromFixed,
  inThreeParts,
  multiply,
  squareRoot,
  twoProduct,
  twoSum,
} from "./double-double.js";
import { frexp, ldexp } from "./exact.js";

/** The argument is cut into multiples of ln 2 / 4096: powers of two by tables of 64 + 64 entries, and a small rest. */
const STEPS = 4096;
const [STEP_1, STEP_2, STEP_3] = inThreeParts(FIXED_LN2 / BigInt(STEPS));
const [LN2_1, LN2_2, LN2_3] = inThreeParts(FIXED_LN2);

/** 2 ** (i / 64) and 2 ** (i / 4096), in halves of double-doubles. */
const COARSE_HI = new Float64Array(64);
const COARSE_LO = new Float64Array(64);
const FINE_HI = new Float64Array(64);
const FINE_LO = new Float64Array(64);
let hasTables = false;

/** Made on first use: it takes some milliseconds. */
function makeTables(): void {
  for (let i = 0; i < 64; i++) {
    [COARSE_HI[i], COARSE_LO[i]] = fromFixed(fixedSeries((FIXED_LN2 * BigInt(i)) / 64n).exp);
    [FINE_HI[i], FINE_LO[i]] = fromFixed(fixedSeries((FIXED_LN2 * BigInt(i)) / 4096n).exp);
  }
  hasTables = true;
}

/** Writes what the kernel's functions need, from an index on: the parts of ln 2 / 4096 and of ln 2, then the powers. */
export function writeTable(f64: Float64Array, index: number): void {
  if (!hasTables) makeTables();
  for (let i = 0; i < 64; i++) {
    f64.set([COARSE_HI[i], COARSE_LO[i]], index + 6 + 2 * i);
    f64.set([FINE_HI[i], FINE_LO[i]], index + 134 + 2 * i);
  }
  f64.set([STEP_1, STEP_2, STEP_3, LN2_1, LN2_2, LN2_3], index);
}

/** Set by {@link expParts}: the power of two that the accumulator is to be multiplied by. */
let exponent = 0;

/** exp of a double-double: accumulator times 2 ** exponent. */
function expParts(hi: number, lo: number): void {
  if (!hasTables) makeTables();
  const multiple = Math.round(hi * (STEPS / Math.LN2));
  exponent = multiple >> 12;
  // The rest, below 1e-4, exactly but for its last bits.
  twoSum(hi - multiple * STEP_1, -multiple * STEP_2);
  const high = dd.hi;
  fastTwoSum(high, dd.lo + (lo - multiple * STEP_3));
  const r = dd.hi;
  const rLow = dd.lo;
  const cubic = r * r * r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720)));
  twoProduct(r, r / 2);
  add(r, rLow, dd.hi, dd.lo + r * rLow + cubic);
  const [pHi, pLo] = [dd.hi, dd.lo];
  const coarse = (multiple >> 6) & 63;
  const fine = multiple & 63;
  multiply(COARSE_HI[coarse], COARSE_LO[coarse], FINE_HI[fine], FINE_LO[fine]);
  const [tHi, tLo] = [dd.hi, dd.lo];
  multiply(tHi, tLo, pHi, pLo);
  add(tHi, tLo, dd.hi, dd.lo);
}

const LARGEST_EXPONENT = 709.782712893384;
const LEAST_EXPONENT = -745.1332191019412;

function expOf(hi: number, lo: number): number {
  if (hi > LARGEST_EXPONENT) return Infinity;
  if (hi < LEAST_EXPONENT) return 0;
  expParts(hi, lo);
  if (exponent >= -1022 && exponent < 1023) return dd.hi * 2 ** exponent;
  return exponent > 0 ? ldexp(dd.hi, exponent) : subnormal(dd.hi, dd.lo);
}

/** A double-double times 2 ** exponent, rounded once to the few bits of a subnormal. */
function subnormal(hi: number, lo: number): number {
  // Adding this leaves as many bits as the result has.
  const filler = 2 ** (52 - 1074 - exponent);
  twoSum(filler, hi);
  return ldexp(dd.hi + (dd.lo + lo) - filler, exponent);
}

export function exp(x: number): number {
  if (Number.isNaN(x) || x === 0) return x === 0 ? 1 : x;
  return expOf(x, 0);
}

/** Natural logarithm of a positive finite double, in the accumulator. */
function logParts(x: number): void {
  let power = 0;
  let mantissa = x;
  if (!(x > 0.7 && x < 1.4)) {
    [mantissa, power] = frexp(x);
    if (mantissa < Math.SQRT1_2) {
      mantissa *= 2;
      power--;
    }
  }
  // One step of Newton's method from the platform's logarithm, which is right to 52 bits.
  const start = Math.log(mantissa);
  expParts(-start, 0);
  const scale = 2 ** exponent;
  const [eHi, eLo] = [dd.hi * scale, dd.lo * scale];
  twoProduct(mantissa, eHi);
  const rest = dd.hi - 1 + dd.lo + mantissa * eLo;
  const correction = rest - (rest * rest) / 2;
  if (power === 0) {
    fastTwoSum(start, correction);
    return;
  }
  twoSum(power * LN2_1, power * LN2_2);
  const [pHi, pLo] = [dd.hi, dd.lo];
  twoSum(pHi, start);
  fastTwoSum(dd.hi, dd.lo + (pLo + power * LN2_3 + correction));
}

/** Natural logarithm. */
export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return Math.log(x);
  if (x === 1) return 0;
  logParts(x);
  return dd.hi;
}

/** x ** y with JavaScript's special cases. */
export function pow(x: number, y: number): number {
  const magnitude = Math.abs(x);
  const isSpecial = !(magnitude > 0 && magnitude < Infinity) || !Number.isFinite(y) || y === 0 || magnitude === 1;
  if (isSpecial || (x < 0 && !Number.isInteger(y))) return x ** y;
  if (y === 1) return x;
  const result =
    Math.abs(y) <= MOST_SHORT_EXPONENT && Number.isInteger(2 * y) && magnitude > SHORT_LOW && magnitude < SHORT_HIGH
      ? shortPower(magnitude, y)
      : longPower(magnitude, y);
  return x < 0 && y % 2 !== 0 ? -result : result;
}

/* Whole and half exponents up to here, of bases between these, go by multiplication: no product overflows. */
const MOST_SHORT_EXPONENT = 32;
const SHORT_LOW = 1e-8;
const SHORT_HIGH = 1e8;

function shortPower(x: number, y: number): number {
  const positive = Math.abs(y);
  if (positive === 0.5) {
    if (y > 0) return Math.sqrt(x);
    squareRoot(x, 0);
  } else {
    const whole = Math.floor(positive);
    if (whole === positive) {
      dd.hi = 1;
      dd.lo = 0;
    } else squareRoot(x, 0);
    let [hi, lo] = [dd.hi, dd.lo];
    let [squareHi, squareLo] = [x, 0];
    for (let left = whole; ; ) {
      if (left & 1) {
        multiply(hi, lo, squareHi, squareLo);
        hi = dd.hi;
        lo = dd.lo;
      }
      left >>= 1;
      if (left === 0) break;
      multiply(squareHi, squareLo, squareHi, squareLo);
      squareHi = dd.hi;
      squareLo = dd.lo;
    }
    dd.hi = hi;
    dd.lo = lo;
  }
  if (y < 0) divide(1, 0, dd.hi, dd.lo);
  return dd.hi;
}

function longPower(magnitude: number, y: number): number {
  logParts(magnitude);
  const [lHi, lLo] = [dd.hi, dd.lo];
  if (Math.abs(lHi * y) > 800) return magnitude ** y;
  twoProduct(lHi, y);
  fastTwoSum(dd.hi, dd.lo + lLo * y);
  return expOf(dd.hi, dd.lo);
}
