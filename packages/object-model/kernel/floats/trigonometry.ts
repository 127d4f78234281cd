import { TRIGONOMETRY_TABLE } from "../generated/constants";
import { add, fastTwoSum, hi, lo, multiply, set, twoProduct, twoSum } from "./double-double";

/// sin and cos of ordinary angles, as src/floats/trigonometry.ts computes them, which makes the tables and does the rest: at TRIGONOMETRY_TABLE
/// the three parts of pi / 2, then for each entry sin and cos of i / 32, as double-doubles.

const ENTRIES: usize = TRIGONOMETRY_TABLE + 24;
/** Greater angles are reduced in exact arithmetic. */
const LARGE: f64 = 1e5;
const QUARTER_OF_PI: f64 = 0.7853981633974483;
const QUARTERS: f64 = 0.6366197723675814;

let quarter: i32 = 0;
let sinHi: f64 = 0;
let cosHi: f64 = 0;

/** Whether {@link sineOf} and {@link cosineOf} are for this angle. */
export function isOrdinaryAngle(x: f64): bool {
  return abs(x) <= LARGE && load<f64>(TRIGONOMETRY_TABLE) !== 0;
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
  multiply(tableCos, tableCosLo, cHi, cLo);
  const bHi = hi;
  const bLo = lo;
  multiply(tableSin, tableSinLo, sHi, sLo);
  add(bHi, bLo, -hi, -lo);
  add(tableCos, tableCosLo, hi, lo);
  cosHi = hi;
  sinHi = negative ? -sine : sine;
}

function turn(x: f64): void {
  reduce(x);
  sinCos(hi, lo);
}

export function sineOf(x: f64): f64 {
  if (x === 0) return x;
  turn(x);
  const value = (quarter & 1) !== 0 ? cosHi : sinHi;
  return quarter >= 2 ? -value : value;
}

export function cosineOf(x: f64): f64 {
  turn(x);
  const value = (quarter & 1) !== 0 ? sinHi : cosHi;
  return quarter === 1 || quarter === 2 ? -value : value;
}
