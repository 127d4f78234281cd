import { EXPONENTIAL_TABLE } from "../generated/constants";
import { add, fastTwoSum, hi, lo, multiply, twoProduct, twoSum } from "./double-double";

/// exp and log of ordinary numbers, as src/floats/exponential.ts computes them, which makes the tables and does the rest: at EXPONENTIAL_TABLE
/// the three parts of ln 2 / 4096 and those of ln 2, then double-doubles, 2 ** (i / 64) and 2 ** (i / 4096) for i below 64.

const COARSE: usize = EXPONENTIAL_TABLE + 48;
const FINE: usize = COARSE + 1024;
const STEPS: f64 = 5909.278887481194;
/** exp of numbers up to here has neither overflow nor subnormal results. */
const ORDINARY: f64 = 700;

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

export function isOrdinaryExponent(x: f64): bool {
  return abs(x) <= ORDINARY && load<f64>(EXPONENTIAL_TABLE) !== 0;
}

export function exponentialOf(x: f64): f64 {
  if (x === 0) return 1;
  expParts(x, 0);
  return hi * powerOfTwo(exponent);
}

/** Whether {@link logarithmOf} is for this number: positive, finite and normal. */
export function hasOrdinaryLogarithm(x: f64): bool {
  return x >= 2.2250738585072014e-308 && x < Infinity && load<f64>(EXPONENTIAL_TABLE) !== 0;
}

export function logarithmOf(x: f64): f64 {
  if (x === 1) return 0;
  let power = 0;
  let mantissa = x;
  if (!(x > 0.7 && x < 1.4)) {
    const bits = reinterpret<u64>(x);
    power = <i32>(bits >> 52) - 1022;
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
  const rest = hi - 1 + lo + mantissa * eLo;
  const correction = rest - (rest * rest) / 2;
  if (power === 0) return start + correction;
  twoSum(<f64>power * load<f64>(EXPONENTIAL_TABLE, 24), <f64>power * load<f64>(EXPONENTIAL_TABLE, 32));
  const pHi = hi;
  const pLo = lo;
  twoSum(pHi, start);
  fastTwoSum(hi, lo + (pLo + <f64>power * load<f64>(EXPONENTIAL_TABLE, 40) + correction));
  return hi;
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
