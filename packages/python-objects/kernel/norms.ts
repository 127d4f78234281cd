import { hi, lo, twoProduct, twoSum } from "@hotpy/object-model/kernel/floats/double-double";
import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { doubleOf, isReal } from "./elementary";
import { TAIL_SIZE, TUPLE_ITEMS } from "./generated/constants";

/// Square roots of sums of squares, whose rounding errors are put back.

/** Squares of numbers between these neither overflow nor lose bits that count. */
const LEAST_SQUARED: f64 = 1e-120;
const MOST_SQUARED: f64 = 1e120;

/** 2 to a power that is an exponent of floats. */
function powerOfTwo(exponent: i32): f64 {
  return reinterpret<f64>((<i64>exponent + 1023) << 52);
}

/** The number times 2 to a power, in two steps as that may be too large for one. */
function scaled(value: f64, exponent: i32): f64 {
  return value * powerOfTwo(exponent >> 1) * powerOfTwo(exponent - (exponent >> 1));
}

/**
 * `hypot` of the numbers at an address, the square root of the sum of their squares, accurate to the last bit or nearly so.
 */
export function mathHypot(args: usize, count: i32): usize {
  let greatest: f64 = 0;
  let isUnknown = false;
  let isInfinite = false;
  for (let i = 0; i < count; i++) {
    const word = load<usize>(args + (i << 2));
    if (!isReal(word)) return UNDECIDED;
    const x = abs(doubleOf(word));
    if (x !== x) isUnknown = true;
    else if (x === Infinity) isInfinite = true;
    else greatest = max(greatest, x);
  }
  if (isInfinite || isUnknown) return boxFloat(isInfinite ? Infinity : NaN);
  if (greatest === 0 || count < 2) return boxFloat(greatest);
  const isOrdinary = greatest > LEAST_SQUARED && greatest < MOST_SQUARED;
  const exponent = isOrdinary ? 0 : (<i32>(reinterpret<i64>(greatest) >> 52) & 0x7ff) - 1023;
  return boxFloat(scaled(normOf(args, count, -exponent), exponent));
}

/** The same of the numbers times 2 to a power, whose squares neither overflow nor vanish. */
function normOf(args: usize, count: i32, exponent: i32): f64 {
  high = 0;
  low = 0;
  for (let i = 0; i < count; i++) addSquare(scaled(doubleOf(load<usize>(args + (i << 2))), exponent));
  return rootOfSum();
}

/** The same of two numbers of ordinary size, or 0 or infinite; negative of others. */
export function normOfTwo(x: f64, y: f64): f64 {
  const greatest = max(abs(x), abs(y));
  if (greatest === 0 || abs(x) === Infinity || abs(y) === Infinity) return greatest === 0 ? 0 : Infinity;
  if (!(greatest > LEAST_SQUARED && greatest < MOST_SQUARED)) return -1;
  high = 0;
  low = 0;
  addSquare(x);
  addSquare(y);
  return rootOfSum();
}

/** The sum of squares, and what rounding has cost it. */
let high: f64 = 0;
let low: f64 = 0;

function addSquare(x: f64): void {
  twoProduct(x, x);
  const square = hi;
  const error = lo;
  twoSum(high, square);
  high = hi;
  low += lo + error;
}

function rootOfSum(): f64 {
  const root = sqrt(high + low);
  twoProduct(root, root);
  return root + (high - hi + (low - lo)) / (2 * root);
}

/** The same of those in a tuple. */
export function mathHypotOf(tuple: usize): usize {
  return mathHypot(tuple + TUPLE_ITEMS, load<i32>(tuple, TAIL_SIZE));
}
