import { divide, fastTwoSum, hi, lo, multiply, set, squareRoot, twoProduct } from "./double-double";
import { exponentialOfSum, logParts } from "./exponential";
import { isFinite } from "./parts";

/* Whole and half exponents up to here, of bases between these, go by multiplication: no product overflows. */
const MOST_SHORT_EXPONENT: f64 = 32;
const SHORT_LOW: f64 = 1e-8;
const SHORT_HIGH: f64 = 1e8;

/** Whether {@link powerOf} is for these: a base that is neither 0 nor infinite and has no magnitude of 1, a real result. */
export function isOrdinaryPower(x: f64, y: f64): bool {
  const magnitude = abs(x);
  if (!(magnitude > 0 && magnitude < Infinity) || !isFinite(y) || y === 0 || magnitude === 1) return false;
  return x > 0 || floor(y) === y;
}

/** x ** y of {@link isOrdinaryPower}, correctly rounded but for one case in some ten thousand million. */
export function powerOf(x: f64, y: f64): f64 {
  if (y === 1) return x;
  const magnitude = abs(x);
  const isShort =
    abs(y) <= MOST_SHORT_EXPONENT && floor(2 * y) === 2 * y && magnitude > SHORT_LOW && magnitude < SHORT_HIGH;
  const result = isShort ? shortPower(magnitude, y) : longPower(magnitude, y);
  return x < 0 && floor(y / 2) * 2 !== y ? -result : result;
}

function shortPower(x: f64, y: f64): f64 {
  const positive = abs(y);
  const whole = floor(positive);
  if (whole === positive) set(1, 0);
  else {
    if (y === 0.5) return sqrt(x);
    squareRoot(x, 0);
  }
  let left = <i32>whole;
  if (left !== 0) {
    let high = hi;
    let low = lo;
    let squareHi = x;
    let squareLo: f64 = 0;
    for (;;) {
      if ((left & 1) !== 0) {
        multiply(high, low, squareHi, squareLo);
        high = hi;
        low = lo;
      }
      left >>= 1;
      if (left === 0) break;
      multiply(squareHi, squareLo, squareHi, squareLo);
      squareHi = hi;
      squareLo = lo;
    }
    set(high, low);
  }
  if (y < 0) divide(1, 0, hi, lo);
  return hi;
}

function longPower(magnitude: f64, y: f64): f64 {
  logParts(magnitude);
  const logHi = hi;
  const logLo = lo;
  const rough = logHi * y;
  if (abs(rough) > 800) return rough > 0 ? Infinity : 0;
  twoProduct(logHi, y);
  fastTwoSum(hi, lo + logLo * y);
  return exponentialOfSum(hi, lo);
}
