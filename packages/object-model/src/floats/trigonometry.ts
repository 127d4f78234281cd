/// Trigonometric functions and their inverses, correctly rounded but for one case in some ten thousand.

import {
  add,
  dd,
  divide,
  FIXED_BITS,
  FIXED_ONE,
  FIXED_PI,
  fastTwoSum,
  fixedSeries,
  fromFixed,
  inThreeParts,
  multiply,
  squareRoot,
  twoProduct,
  twoSum,
} from "./double-double.js";
import { decompose } from "./exact.js";

const [QUARTER_1, QUARTER_2, QUARTER_3] = inThreeParts(FIXED_PI / 2n);
/** Angles beyond are reduced in exact arithmetic. */
const LARGE = 1e5;

/** sin and cos of i / 32 up to pi / 4, in double-doubles. */
const TABLE_SIZE = 27;
const SIN_HI = new Float64Array(TABLE_SIZE);
const SIN_LO = new Float64Array(TABLE_SIZE);
const COS_HI = new Float64Array(TABLE_SIZE);
const COS_LO = new Float64Array(TABLE_SIZE);
let hasTables = false;

/** Made on first use. */
function makeTables(): void {
  for (let i = 0; i < TABLE_SIZE; i++) {
    const { sin, cos } = fixedSeries((FIXED_ONE * BigInt(i)) / 32n);
    [SIN_HI[i], SIN_LO[i]] = fromFixed(sin);
    [COS_HI[i], COS_LO[i]] = fromFixed(cos);
  }
  hasTables = true;
}

/** Writes what the kernel's functions need, from an index on: the parts of pi / 2, then the entries. */
export function writeTable(f64: Float64Array, index: number): void {
  if (!hasTables) makeTables();
  for (let i = 0; i < TABLE_SIZE; i++) f64.set([SIN_HI[i], SIN_LO[i], COS_HI[i], COS_LO[i]], index + 3 + 4 * i);
  f64.set([QUARTER_1, QUARTER_2, QUARTER_3], index);
}

/** Which quarter of the circle the reduced angle lies in. */
let quarter = 0;

/** The angle without multiples of pi / 2, within pi / 4 of zero, in the accumulator; and `quarter`. */
function reduce(x: number): void {
  if (Math.abs(x) < Math.PI / 4) {
    quarter = 0;
    dd.hi = x;
    dd.lo = 0;
    return;
  }
  if (Math.abs(x) > LARGE) return reduceExactly(x);
  const multiple = Math.round(x * (2 / Math.PI));
  quarter = multiple & 3;
  twoSum(x - multiple * QUARTER_1, -multiple * QUARTER_2);
  const [hi, lo] = [dd.hi, dd.lo];
  twoProduct(multiple, QUARTER_3);
  const [pHi, pLo] = [dd.hi, dd.lo];
  add(hi, lo, -pHi, -pLo);
}

/** pi to so many bits: enough to reduce the largest double. */
const REDUCTION_BITS = 1300n;
let longPi = 0n;

function reduceExactly(x: number): void {
  if (longPi === 0n) longPi = longerPi();
  const { mantissa, exponent } = decompose(x);
  const angle =
    exponent >= 0
      ? (mantissa << BigInt(exponent)) << REDUCTION_BITS
      : (mantissa << REDUCTION_BITS) >> BigInt(-exponent);
  const half = longPi >> 1n;
  let multiple = angle / half;
  let rest = angle - multiple * half;
  if (rest > half / 2n || rest < -half / 2n) {
    const step = rest > 0n ? 1n : -1n;
    multiple += step;
    rest -= step * half;
  }
  quarter = Number(((multiple % 4n) + 4n) % 4n);
  const [hi, lo] = fromFixed(rest >> (REDUCTION_BITS - FIXED_BITS));
  dd.hi = hi;
  dd.lo = lo;
}

/** pi in fixed point with REDUCTION_BITS bits (Machin). */
function longerPi(): bigint {
  const one = 1n << (REDUCTION_BITS + 32n);
  const arcTangent = (n: bigint): bigint => {
    let sum = 0n;
    let power = one / n;
    for (let k = 1n; power !== 0n; k += 2n) {
      sum += (k & 2n ? -power : power) / k;
      power /= n * n;
    }
    return sum;
  };
  return (16n * arcTangent(5n) - 4n * arcTangent(239n)) >> 32n;
}

/* Results of `sinCos`. */
let sinHi = 0;
let sinLo = 0;
let cosHi = 0;
let cosLo = 0;

/** sin and cos of a reduced double-double: from the nearest table entry by the addition theorem. */
function sinCos(hi: number, lo: number): void {
  if (!hasTables) makeTables();
  const negative = hi < 0;
  const [xHi, xLo] = negative ? [-hi, -lo] : [hi, lo];
  const index = Math.round(xHi * 32);
  fastTwoSum(xHi - index / 32, xLo);
  const [r, rLow] = [dd.hi, dd.lo];
  const square = r * r;
  // sin r = r - r**3 / 6 + …; cos r - 1 = -r**2 / 2 + …
  const cubic = r * square * (-1 / 6 + square * (1 / 120 + square * (-1 / 5040 + square / 362880)));
  fastTwoSum(r, rLow + cubic);
  const [sHi, sLo] = [dd.hi, dd.lo];
  const quartic = square * square * (1 / 24 + square * (-1 / 720 + square / 40320));
  twoProduct(r, -r / 2);
  fastTwoSum(dd.hi, dd.lo - r * rLow + quartic);
  const [cHi, cLo] = [dd.hi, dd.lo];
  const [tableSin, tableSinLo, tableCos, tableCosLo] = [SIN_HI[index], SIN_LO[index], COS_HI[index], COS_LO[index]];
  multiply(tableSin, tableSinLo, cHi, cLo);
  const [aHi, aLo] = [dd.hi, dd.lo];
  multiply(tableCos, tableCosLo, sHi, sLo);
  add(dd.hi, dd.lo, aHi, aLo);
  add(tableSin, tableSinLo, dd.hi, dd.lo);
  if (index === 0) {
    dd.hi = sHi;
    dd.lo = sLo;
  }
  const [rawSinHi, rawSinLo] = [dd.hi, dd.lo];
  multiply(tableCos, tableCosLo, cHi, cLo);
  const [bHi, bLo] = [dd.hi, dd.lo];
  multiply(tableSin, tableSinLo, sHi, sLo);
  add(bHi, bLo, -dd.hi, -dd.lo);
  add(tableCos, tableCosLo, dd.hi, dd.lo);
  cosHi = dd.hi;
  cosLo = dd.lo;
  sinHi = negative ? -rawSinHi : rawSinHi;
  sinLo = negative ? -rawSinLo : rawSinLo;
}

/** sin and cos of any finite angle. */
function sinCosOf(x: number): void {
  reduce(x);
  sinCos(dd.hi, dd.lo);
  const [s, sl, c, cl] = [sinHi, sinLo, cosHi, cosLo];
  if (quarter === 1) [sinHi, sinLo, cosHi, cosLo] = [c, cl, -s, -sl];
  else if (quarter === 2) [sinHi, sinLo, cosHi, cosLo] = [-s, -sl, -c, -cl];
  else if (quarter === 3) [sinHi, sinLo, cosHi, cosLo] = [-c, -cl, s, sl];
}

/** Angles so small are their own sine and tangent. */
const TINY = 1e-9;

export function sin(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < TINY) return Math.sin(x);
  sinCosOf(x);
  return sinHi;
}

export function cos(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  sinCosOf(x);
  return cosHi;
}

export function tan(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < TINY) return Math.tan(x);
  sinCosOf(x);
  divide(sinHi, sinLo, cosHi, cosLo);
  return dd.hi;
}

/** Angle of the point (x, y), double-doubles of ordinary size: the platform's, corrected by its own sine and cosine. */
function angle(yHi: number, yLo: number, xHi: number, xLo: number): number {
  const start = Math.atan2(yHi, xHi);
  sinCosOf(start);
  multiply(yHi, yLo, cosHi, cosLo);
  const [aHi, aLo] = [dd.hi, dd.lo];
  multiply(xHi, xLo, sinHi, sinLo);
  add(aHi, aLo, -dd.hi, -dd.lo);
  const rest = dd.hi;
  return start + rest / (xHi * cosHi + yHi * sinHi);
}

const isOrdinary = (x: number): boolean => Math.abs(x) > 1e-140 && Math.abs(x) < 1e140;

export function atan(x: number): number {
  return isOrdinary(x) && Math.abs(x) > TINY ? angle(x, 0, 1, 0) : Math.atan(x);
}

export function atan2(y: number, x: number): number {
  return isOrdinary(x) && isOrdinary(y) ? angle(y, 0, x, 0) : Math.atan2(y, x);
}

/** sqrt((1 - x) * (1 + x)) in the accumulator, for |x| < 1. */
function complement(x: number): void {
  twoSum(1, -x);
  const [aHi, aLo] = [dd.hi, dd.lo];
  twoSum(1, x);
  multiply(aHi, aLo, dd.hi, dd.lo);
  squareRoot(dd.hi, dd.lo);
}

export function asin(x: number): number {
  if (!(Math.abs(x) < 1) || Math.abs(x) < TINY) return Math.asin(x);
  complement(x);
  return angle(x, 0, dd.hi, dd.lo);
}

export function acos(x: number): number {
  if (!(Math.abs(x) < 1) || x === 0) return Math.acos(x);
  complement(x);
  return angle(dd.hi, dd.lo, x, 0);
}
