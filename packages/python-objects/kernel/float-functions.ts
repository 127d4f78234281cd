import { hi, lo, twoProduct, twoSum } from "@hotpy/object-model/kernel/floats/double-double";
import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { hasSign, isFinite } from "@hotpy/object-model/kernel/floats/parts";
import { integerFromDouble } from "@hotpy/object-model/kernel/integers/floats";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { doubleOf } from "./elementary";
import { floatOf, isFloat } from "./numbers";
import { boolOf } from "./truth";

/// Functions of the module math that take floats apart and compare them. UNDECIDED: it takes the function itself. 0: no memory.

/* Rounding of floats; integers have methods for that, which classes may have too. */

export function mathFloor(word: usize): usize {
  const x = isFloat(word) ? floatOf(word) : NaN;
  return isFinite(x) ? integerFromDouble(floor(x)) : UNDECIDED;
}

export function mathCeil(word: usize): usize {
  const x = isFloat(word) ? floatOf(word) : NaN;
  return isFinite(x) ? integerFromDouble(ceil(x)) : UNDECIDED;
}

export function mathTrunc(word: usize): usize {
  const x = isFloat(word) ? floatOf(word) : NaN;
  return isFinite(x) ? integerFromDouble(trunc(x)) : UNDECIDED;
}

/** `copysign` of numbers. */
export function mathCopySign(a: usize, b: usize): usize {
  const x = doubleOf(a);
  const y = doubleOf(b);
  if (x !== x || y !== y) return UNDECIDED;
  return boxFloat(hasSign(y) ? -abs(x) : abs(x));
}

/** `fmod` of finite numbers, as the C library has it: with the sign of the first. */
export function mathFmod(a: usize, b: usize): usize {
  const x = doubleOf(a);
  const y = doubleOf(b);
  return isFinite(x) && isFinite(y) && y !== 0 ? boxFloat(x % y) : UNDECIDED;
}

/** `isclose` without tolerances. */
export function mathIsClose(a: usize, b: usize): usize {
  const x = doubleOf(a);
  const y = doubleOf(b);
  if (!isFinite(x) || !isFinite(y)) return UNDECIDED;
  const difference = abs(x - y);
  return boolOf(x === y || difference <= abs(1e-9 * x) || difference <= abs(1e-9 * y));
}

/** Squares of numbers between these, or zero, neither overflow nor lose bits. */
const LEAST_SQUARED: f64 = 1e-120;
const MOST_SQUARED: f64 = 1e120;

/** `hypot` of the numbers at an address: as `vectorNorm` of `python-modules/src/math/sums.ts`, which scales them before. */
export function mathHypot(args: usize, count: i32): usize {
  let high: f64 = 0;
  let low: f64 = 0;
  let greatest: f64 = 0;
  for (let i = 0; i < count; i++) {
    const x = abs(doubleOf(load<usize>(args + (i << 2))));
    if (x !== 0 && !(x > LEAST_SQUARED && x < MOST_SQUARED)) return UNDECIDED;
    greatest = max(greatest, x);
    twoProduct(x, x);
    const square = hi;
    const error = lo;
    twoSum(high, square);
    high = hi;
    low += lo + error;
  }
  if (greatest === 0 || count < 2) return boxFloat(greatest);
  const root = sqrt(high + low);
  twoProduct(root, root);
  return boxFloat(root + (high - hi + (low - lo)) / (2 * root));
}
