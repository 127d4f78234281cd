import { EXPONENTIAL_TABLE } from "../generated/constants";
import { add, fastTwoSum, hi, lo, multiply, twoProduct, twoSum } from "./double-double";

/// exp and log, correctly rounded but for one case in some ten thousand million. `src/floats/exponential.ts` makes the tables: at EXPONENTIAL_TABLE
/// the three parts of ln 2 / 4096 and those of ln 2, then double-doubles, 2 ** (i / 64) and 2 ** (i / 4096) for i below 64.

const COARSE: usize = EXPONENTIAL_TABLE + 48;
const FINE: usize = COARSE + 1024;
const STEPS: f64 = 5909.278887481194;
const LARGEST_EXPONENT: f64 = 709.782712893384;
const LEAST_EXPONENT: f64 = -745.1332191019412;
const LEAST_NORMAL: f64 = 2.2250738585072014e-308;
const ONE_BY_LN10: f64 = 4.34294481903251816668e-1;
const LOG10_2_HIGH: f64 = 3.01029995663611771306e-1;
const LOG10_2_LOW: f64 = 3.69423907715893078616e-13;

let exponent: i32 = 0;

/** exp of a double-double: hi and lo times 2 ** exponent. */
function expParts(high: f64, low: f64): void {
  const multiple = floor(high * STEPS + 0.5);
  const steps = <i32>multiple;
  exponent = steps >> 12;
  twoSum(high - multiple * load<f64>(EXPONENTIAL_TABLE), -multiple * load<f64>(EXPONENTIAL_TABLE, 8));
  const top = hi;
  fastTwoSum(top, lo + (low - multiple * load<f64>(EXPONENTIAL_TABLE, 16)));
  const r = hi;
  const rLow = lo;
  const cubic = r * r * r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r / 720)));
  twoProduct(r, r / 2);
  add(r, rLow, hi, lo + r * rLow + cubic);
  const pHi = hi;
  const pLo = lo;
  const coarse = COARSE + ((<usize>((steps >> 6) & 63)) << 4);
  const fine = FINE + ((<usize>(steps & 63)) << 4);
  multiply(load<f64>(coarse), load<f64>(coarse, 8), load<f64>(fine), load<f64>(fine, 8));
  const tHi = hi;
  const tLo = lo;
  multiply(tHi, tLo, pHi, pLo);
  add(tHi, tLo, hi, lo);
}

function powerOfTwo(power: i32): f64 {
  return reinterpret<f64>((<u64>(power + 1023)) << 52);
}

/** Whether the tables are there: without them nothing here may be called. */
export function hasExponentials(): bool {
  return load<f64>(EXPONENTIAL_TABLE) !== 0;
}

/** exp of a double-double, rounded. */
export function exponentialOfSum(high: f64, low: f64): f64 {
  if (high > LARGEST_EXPONENT) return Infinity;
  if (high < LEAST_EXPONENT) return 0;
  expParts(high, low);
  if (exponent >= -1022)
    return exponent < 1023 ? hi * powerOfTwo(exponent) : hi * powerOfTwo(1022) * powerOfTwo(exponent - 1022);
  // Rounded once to the few bits of a subnormal: adding this leaves as many as the result has.
  const filler = powerOfTwo(52 - 1074 - exponent);
  const rest = lo;
  twoSum(filler, hi);
  return (hi + (lo + rest) - filler) * powerOfTwo(exponent + 100) * powerOfTwo(-100);
}

export function exponentialOf(x: f64): f64 {
  return x !== x ? x : x === 0 ? 1 : exponentialOfSum(x, 0);
}

/** Natural logarithm of a positive finite number, in `hi` and `lo`. */
export function logParts(x: f64): void {
  let power = 0;
  let mantissa = x;
  if (!(x > 0.7 && x < 1.4)) {
    const isSubnormal = x < LEAST_NORMAL;
    const bits = reinterpret<u64>(isSubnormal ? x * 18014398509481984.0 : x);
    power = <i32>(bits >> 52) - (isSubnormal ? 1076 : 1022);
    mantissa = reinterpret<f64>((bits & 0xfffffffffffff) | 0x3fe0000000000000);
    if (mantissa < Math.SQRT1_2) {
      mantissa *= 2;
      power--;
    }
  }
  // One step of Newton's method, which leaves an error of some cubes of the first one.
  const start = roughLogarithm(mantissa);
  expParts(-start, 0);
  const scale = powerOfTwo(exponent);
  const eHi = hi * scale;
  const eLo = lo * scale;
  twoProduct(mantissa, eHi);
  twoSum(hi - 1, lo + mantissa * eLo);
  const rest = hi;
  const restLo = lo - (rest * rest) / 2;
  twoSum(start, rest);
  fastTwoSum(hi, lo + restLo);
  if (power === 0) return;
  const mHi = hi;
  const mLo = lo;
  twoSum(<f64>power * load<f64>(EXPONENTIAL_TABLE, 24), <f64>power * load<f64>(EXPONENTIAL_TABLE, 32));
  const pHi = hi;
  const pLo = lo;
  twoSum(pHi, mHi);
  fastTwoSum(hi, lo + (pLo + <f64>power * load<f64>(EXPONENTIAL_TABLE, 40) + mLo));
}

/** Natural logarithm; of negative numbers not a number. */
export function logarithmOf(x: f64): f64 {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === 1 || x === Infinity) return x === 1 ? 0 : x;
  logParts(x);
  return hi;
}

/** Logarithm to base 10 of a positive finite number, as the C library makes it of the natural one. */
export function commonLogarithmOf(x: f64): f64 {
  const isSubnormal = x < LEAST_NORMAL;
  const bits = reinterpret<u64>(isSubnormal ? x * 18014398509481984.0 : x);
  const power = <i32>(bits >> 52) - (isSubnormal ? 1077 : 1023);
  // The mantissa is in front of 1 for negative powers: log(0.999…) must not be made of two large parts.
  const below = power < 0 ? 1 : 0;
  const mantissa = reinterpret<f64>((bits & 0xfffffffffffff) | ((<u64>(1023 - below)) << 52));
  const k = <f64>(power + below);
  return k * LOG10_2_HIGH + (k * LOG10_2_LOW + ONE_BY_LN10 * logarithmOf(mantissa));
}

/** Of a number near 1, right to 40 bits: twice the area tangent of (x - 1) / (x + 1), by its series. */
function roughLogarithm(x: f64): f64 {
  const s = (x - 1) / (x + 1);
  const q = s * s;
  return (
    2 *
    s *
    (1 + q * (1.0 / 3 + q * (1.0 / 5 + q * (1.0 / 7 + q * (1.0 / 9 + q * (1.0 / 11 + q * (1.0 / 13 + q / 15)))))))
  );
}
