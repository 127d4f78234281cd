import { TRIGONOMETRY_TABLE } from "../generated/constants";
import { add, divide, fastTwoSum, hi, lo, multiply, set, squareRoot, twoProduct, twoSum } from "./double-double";

/// Trigonometric functions and their inverses, correctly rounded but for one case in some ten thousand. `src/floats/trigonometry.ts` makes the table, and
/// reduces huge angles: at TRIGONOMETRY_TABLE the three parts of pi / 2, then for each entry sin and cos of i / 32, as double-doubles.

const ENTRIES: usize = TRIGONOMETRY_TABLE + 24;
/** Greater angles are reduced in exact arithmetic. */
const LARGE: f64 = 1e5;
const QUARTER_OF_PI: f64 = 0.7853981633974483;
const HALF_PI: f64 = 1.5707963267948966;
const QUARTERS: f64 = 0.6366197723675814;

/** Numbers so small are their own sine, tangent and angle. */
const TINY: f64 = 1e-9;

let quarter: i32 = 0;
/* Results of `sinCos`. */
let sinHi: f64 = 0;
let sinLo: f64 = 0;
let cosHi: f64 = 0;
let cosLo: f64 = 0;

/** Whether the table is there: without it nothing here may be called. */
export function hasTrigonometry(): bool {
  return load<f64>(TRIGONOMETRY_TABLE) !== 0;
}

/** Whether the functions of angles are for this one. */
export function isOrdinaryAngle(x: f64): bool {
  return abs(x) <= LARGE;
}

/** The angle without multiples of pi / 2, within pi / 4 of zero. */
function reduce(x: f64): void {
  if (abs(x) < QUARTER_OF_PI) {
    quarter = 0;
    set(x, 0);
    return;
  }
  // As Math.round: halves go up.
  const multiple = floor(x * QUARTERS + 0.5);
  quarter = <i32>multiple & 3;
  twoSum(x - multiple * load<f64>(TRIGONOMETRY_TABLE), -multiple * load<f64>(TRIGONOMETRY_TABLE, 8));
  const high = hi;
  const low = lo;
  twoProduct(multiple, load<f64>(TRIGONOMETRY_TABLE, 16));
  add(high, low, -hi, -lo);
}

/** sin and cos of a reduced double-double: from the nearest entry by the addition theorem. */
function sinCos(high: f64, low: f64): void {
  const negative = high < 0;
  const x = negative ? -high : high;
  const index = floor(x * 32 + 0.5);
  fastTwoSum(x - index / 32, negative ? -low : low);
  const r = hi;
  const rLow = lo;
  const square = r * r;
  const cubic = r * square * (-1.0 / 6 + square * (1.0 / 120 + square * (-1.0 / 5040 + square / 362880)));
  fastTwoSum(r, rLow + cubic);
  const sHi = hi;
  const sLo = lo;
  const quartic = square * square * (1.0 / 24 + square * (-1.0 / 720 + square / 40320));
  twoProduct(r, -r / 2);
  fastTwoSum(hi, lo - r * rLow + quartic);
  const cHi = hi;
  const cLo = lo;
  const entry = ENTRIES + ((<usize>index) << 5);
  const tableSin = load<f64>(entry);
  const tableSinLo = load<f64>(entry, 8);
  const tableCos = load<f64>(entry, 16);
  const tableCosLo = load<f64>(entry, 24);
  multiply(tableSin, tableSinLo, cHi, cLo);
  const aHi = hi;
  const aLo = lo;
  multiply(tableCos, tableCosLo, sHi, sLo);
  add(hi, lo, aHi, aLo);
  add(tableSin, tableSinLo, hi, lo);
  const sine = index === 0 ? sHi : hi;
  const sineLo = index === 0 ? sLo : lo;
  multiply(tableCos, tableCosLo, cHi, cLo);
  const bHi = hi;
  const bLo = lo;
  multiply(tableSin, tableSinLo, sHi, sLo);
  add(bHi, bLo, -hi, -lo);
  add(tableCos, tableCosLo, hi, lo);
  cosHi = hi;
  cosLo = lo;
  sinHi = negative ? -sine : sine;
  sinLo = negative ? -sineLo : sineLo;
}

/** sin and cos of an angle that has been reduced, and turned by so many quarters. */
function turned(high: f64, low: f64, quarters: i32): void {
  sinCos(high, low);
  const sHi = sinHi;
  const sLo = sinLo;
  if ((quarters & 1) !== 0) {
    sinHi = cosHi;
    sinLo = cosLo;
    cosHi = -sHi;
    cosLo = -sLo;
  }
  if ((quarters & 2) !== 0) {
    sinHi = -sinHi;
    sinLo = -sinLo;
    cosHi = -cosHi;
    cosLo = -cosLo;
  }
}

/** How far `sinQuickly` and `cosQuickly` may be off, of their result. */
const QUICK_ERROR: f64 = 2 ** -62;

/* What a quick result is made of; NaN: it may be rounded wrongly, and has to be computed anew. */
let r: f64 = 0;
let cubic: f64 = 0;
let shrink: f64 = 0;
let entry: usize = 0;

/** The angle from the nearest entry, the rest of its sine (`cubic`), and cosine less 1 (`shrink`). */
function approach(high: f64, low: f64): void {
  const index = floor(high * 32 + 0.5);
  r = high - index / 32;
  const square = r * r;
  cubic = low + r * square * (-1.0 / 6 + square * (1.0 / 120 + square * (-1.0 / 5040)));
  shrink = square * (-0.5 + square * (1.0 / 24 + square * (-1.0 / 720 + square / 40320))) - r * low;
  entry = ENTRIES + ((<usize>index) << 5);
}

/** The sum of two numbers and small rests, if it is rounded rightly for sure, else NaN. */
function sumQuickly(high: f64, low: f64, rest: f64): f64 {
  fastTwoSum(high, low);
  rest += lo;
  const error = hi * QUICK_ERROR;
  const above = hi + (rest + error);
  return above === hi + (rest - error) ? above : NaN;
}

/** The sine of a reduced double-double. */
function sinQuickly(high: f64, low: f64): f64 {
  if (high < 0) return -sinQuickly(-high, -low);
  // Below the first entry the rest is not small.
  if (high < 1.0 / 64) return NaN;
  approach(high, low);
  const sine = load<f64>(entry);
  const cosine = load<f64>(entry, 16);
  twoProduct(cosine, r);
  const rest = lo + (load<f64>(entry, 8) + load<f64>(entry, 24) * r + (sine * shrink + cosine * cubic));
  return sumQuickly(sine, hi, rest);
}

/** The cosine of a reduced double-double. */
function cosQuickly(high: f64, low: f64): f64 {
  if (high < 0) return cosQuickly(-high, -low);
  approach(high, low);
  const sine = load<f64>(entry);
  const cosine = load<f64>(entry, 16);
  twoProduct(-sine, r);
  const rest = lo + (load<f64>(entry, 24) - load<f64>(entry, 8) * r + (cosine * shrink - sine * cubic));
  return sumQuickly(cosine, hi, rest);
}

/** Sine of a reduced double-double, turned by so many quarters. */
function sineAfter(high: f64, low: f64, quarters: i32): f64 {
  const quick = (quarters & 1) !== 0 ? cosQuickly(high, low) : sinQuickly(high, low);
  if (quick === quick) return (quarters & 2) !== 0 ? -quick : quick;
  turned(high, low, quarters);
  return sinHi;
}

function turn(x: f64): void {
  reduce(x);
  turned(hi, lo, quarter);
}

export function sineOf(x: f64): f64 {
  if (abs(x) < TINY) return x;
  reduce(x);
  return sineAfter(hi, lo, quarter);
}

export function cosineOf(x: f64): f64 {
  reduce(x);
  return sineAfter(hi, lo, quarter + 1);
}

export function tangentOf(x: f64): f64 {
  if (abs(x) < TINY) return x;
  turn(x);
  divide(sinHi, sinLo, cosHi, cosLo);
  return hi;
}

/* The same of huge angles that have been reduced: double-doubles within pi / 4 of zero, and the quarters that have been taken away. */

export function sineOfReduced(high: f64, low: f64, quarters: i32): f64 {
  turned(high, low, quarters);
  return sinHi;
}

export function cosineOfReduced(high: f64, low: f64, quarters: i32): f64 {
  turned(high, low, quarters);
  return cosHi;
}

export function tangentOfReduced(high: f64, low: f64, quarters: i32): f64 {
  turned(high, low, quarters);
  divide(sinHi, sinLo, cosHi, cosLo);
  return hi;
}

/** Angle of the point (x, y), double-doubles of ordinary size: the platform's, corrected by its own sine and cosine. */
function angleOf(yHi: f64, yLo: f64, xHi: f64, xLo: f64): f64 {
  const start = Math.atan2(yHi, xHi);
  turn(start);
  multiply(yHi, yLo, cosHi, cosLo);
  const aHi = hi;
  const aLo = lo;
  multiply(xHi, xLo, sinHi, sinLo);
  add(aHi, aLo, -hi, -lo);
  return start + hi / (xHi * cosHi + yHi * sinHi);
}

function isOrdinary(x: f64): bool {
  return abs(x) > 1e-140 && abs(x) < 1e140;
}

export function arcTangentOf(x: f64): f64 {
  if (abs(x) <= TINY) return x;
  return isOrdinary(x) ? angleOf(x, 0, 1, 0) : Math.atan(x);
}

export function arcTangentOfTwo(y: f64, x: f64): f64 {
  return isOrdinary(x) && isOrdinary(y) ? angleOf(y, 0, x, 0) : Math.atan2(y, x);
}

/** sqrt((1 - x) * (1 + x)) in `hi` and `lo`, for |x| < 1. */
function complement(x: f64): void {
  twoSum(1, -x);
  const aHi = hi;
  const aLo = lo;
  twoSum(1, x);
  multiply(aHi, aLo, hi, lo);
  squareRoot(hi, lo);
}

/** Beyond 1 not a number, as the arc cosine. */
export function arcSineOf(x: f64): f64 {
  if (abs(x) < TINY) return x;
  if (!(abs(x) < 1)) return abs(x) === 1 ? x * HALF_PI : NaN;
  complement(x);
  return angleOf(x, 0, hi, lo);
}

export function arcCosineOf(x: f64): f64 {
  if (!(abs(x) < 1)) return x === 1 ? 0 : x === -1 ? Math.PI : NaN;
  if (x === 0) return HALF_PI;
  complement(x);
  return angleOf(hi, lo, x, 0);
}
