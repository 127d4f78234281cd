import { binaryExponent, mantissaOf } from "./parts";
import {
  floorLog2,
  GREATEST_POWER,
  highOf,
  LAST_SHORT,
  LEAST_POWER,
  lowOf,
  multiplyHigh,
  powerOfFive,
  powerOfTen,
} from "./powers-of-ten";

/// A double times a power of ten, rounded to a whole number, ties to even, where 192 bits are enough to tell. This is what the fast paths of
/// Ulf Adams' "Ryu revisited: printf floating point conversion" (2019) do with a larger table; what they cannot tell is done over limbs.

/** It takes more bits to tell, or the result has more than 63. */
export const UNKNOWN: u64 = 0xffffffffffffffff;

/** value * 10**places to the nearest whole number; UNKNOWN, rarely where the result has up to 63 bits. `value` is finite and not negative. */
export function roundScaled(value: f64, places: i32): u64 {
  const m = mantissaOf(value);
  if (m === 0) return 0;
  const e = binaryExponent(value);
  if (places >= 0 && places <= LAST_SHORT) return roundExactly(m, powerOfFive(places), e + places);
  if (places < LEAST_POWER || places > GREATEST_POWER) return UNKNOWN;
  return roundEstimate(m, e, places);
}

/** a * b * 2**exponent, rounded. */
function roundExactly(a: u64, b: u64, exponent: i32): u64 {
  const high = multiplyHigh(a, b);
  const low = a * b;
  if (exponent >= 0) return high !== 0 || exponent >= <i32>clz(low) ? UNKNOWN : low << exponent;
  const drop = -exponent;
  if (drop > 120) return 0;
  let whole: u64;
  let half: bool;
  let isMore: bool;
  if (drop > 64) {
    whole = high >> (drop - 64);
    half = ((high >> (drop - 65)) & 1) !== 0;
    isMore = (high & (((<u64>1) << (drop - 65)) - 1)) !== 0 || low !== 0;
  } else if (drop === 64) {
    whole = high;
    half = <i64>low < 0;
    isMore = low << 1 !== 0;
  } else {
    if (high >> (drop - 1) !== 0) return UNKNOWN;
    whole = (low >> drop) | (high << (64 - drop));
    half = ((low >> (drop - 1)) & 1) !== 0;
    isMore = (low & (((<u64>1) << (drop - 1)) - 1)) !== 0;
  }
  return whole + u64(half && (isMore || (whole & 1) !== 0));
}

/** m * 2**e * 10**places, rounded: by 128 bits of the power. */
function roundEstimate(m: u64, e: i32, places: i32): u64 {
  const power = powerOfTen(places);
  const bits = <i32>clz(m);
  const a = m << bits;
  // The product has three words of which the lowest does not matter: it is too large by less than one unit of the middle one.
  const carried = multiplyHigh(lowOf(power), a);
  const middle = highOf(power) * a + carried;
  const top = multiplyHigh(highOf(power), a) + u64(middle < carried);
  const drop = -1 - floorLog2(places) - e + bits;
  if (drop < 1) return UNKNOWN;
  if (drop > 64) return 0;
  const rest = drop === 64 ? top : top & (((<u64>1) << drop) - 1);
  const half = (<u64>1) << (drop - 1);
  const whole = drop === 64 ? 0 : top >> drop;
  if (rest !== half) return whole + u64(rest > half);
  return middle === 0 ? UNKNOWN : whole + 1;
}
