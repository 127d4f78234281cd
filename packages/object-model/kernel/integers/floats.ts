import { BIG_LIMBS } from "../generated/constants";
import { copyWords, fillZero } from "../words";
import { divideLimbs, divideScratch } from "./divide";
import {
  countOf,
  finish,
  fromInt64,
  giveBack,
  isBig,
  isNegative,
  limbsOf,
  newBig,
  takeScratch,
  valueOf,
} from "./forms";
import { areZero, bitsOf, shiftLimbsLeft } from "./limbs";

/// Integers and doubles, each rounding exact: to the nearest, ties to even.

/** The nearest double to (value + a fraction below 1) * 2**exponent; the fraction is 0, or value has 55 bits or more. */
function roundScaled(value: u64, hasFraction: bool, exponent: i32): f64 {
  if (value === 0) return 0;
  const high = 63 - <i32>clz(value);
  const top = exponent + high;
  if (top > 1023) return Infinity;
  // Bits that the mantissa lacks: below the normal range it has fewer.
  const drop = max(high - 52, -1074 - exponent);
  let mantissa = value;
  if (drop > 64) return 0;
  if (drop > 0) {
    const lost = drop === 64 ? value : value & (((<u64>1) << drop) - 1);
    const half = (<u64>1) << (drop - 1);
    mantissa = drop === 64 ? 0 : value >> drop;
    if (lost > half || (lost === half && (hasFraction || (mantissa & 1) !== 0))) mantissa++;
  } else {
    mantissa <<= max(0, -drop);
  }
  // A mantissa that has been rounded up to the next power of two carries into the exponent, as it should.
  return reinterpret<f64>(top < -1022 ? mantissa : ((<u64>(top + 1022)) << 52) + mantissa);
}

/** The top 64 bits of a magnitude of `n` limbs, 3 or more. */
function topBits(a: usize, n: i32): u64 {
  const high = load<u64>(a + ((n - 2) << 2));
  const bits = clz(high);
  return bits === 0 ? high : (high << bits) | (<u64>load<u32>(a + ((n - 3) << 2)) >> (32 - bits));
}

/** Whether a magnitude of `n` limbs, 3 or more, has more than its top 64 bits. */
function hasMore(a: usize, n: i32): bool {
  const bits = <i32>clz(load<u64>(a + ((n - 2) << 2)));
  return load<u32>(a + ((n - 3) << 2)) << bits !== 0 || !areZero(a, n - 3);
}

/** The nearest double; infinite where the integer is too large for any. */
export function integerToDouble(a: usize): f64 {
  if (!isBig(a)) return <f64>valueOf(a);
  const n = countOf(a);
  const x = a + BIG_LIMBS;
  if (n > 64) return isNegative(a) ? -Infinity : Infinity;
  const magnitude =
    n === 2 ? roundScaled(load<u64>(x), false, 0) : roundScaled(topBits(x, n), hasMore(x, n), <i32>bitsOf(x, n) - 64);
  return isNegative(a) ? -magnitude : magnitude;
}

/** The integer of a whole double that is finite. */
export function integerFromDouble(value: f64): usize {
  if (value >= -9223372036854775808.0 && value < 9223372036854775808.0) return fromInt64(<i64>value);
  const bits = reinterpret<u64>(value);
  const exponent = (<i32>(bits >> 52) & 0x7ff) - 1075;
  const whole = exponent >> 5;
  const result = newBig(whole + 3);
  if (result === 0) return 0;
  const r = result + BIG_LIMBS;
  fillZero(r, whole);
  const to = r + (whole << 2);
  store<u64>(to, (bits & 0xfffffffffffff) | 0x10000000000000);
  store<u32>(to + 8, shiftLimbsLeft(to, to, 2, exponent & 31));
  return finish(result, whole + 3, value < 0);
}

/** Negative, 0 or positive as the order of an integer and a double is, exactly; 2: the double is not a number. */
export function compareWithDouble(a: usize, b: f64): i32 {
  if (b !== b) return 2;
  if (!isBig(a)) {
    if (b >= 9223372036854775808.0) return -1;
    if (b < -9223372036854775808.0) return 1;
    const value = valueOf(a);
    const whole = <i64>b;
    if (value !== whole) return value < whole ? -1 : 1;
    const rest = b - <f64>whole;
    return rest > 0 ? -1 : i32(rest < 0);
  }
  const negative = isNegative(a);
  if (negative !== b < 0) return negative ? -1 : 1;
  const order = compareMagnitude(a + BIG_LIMBS, countOf(a), abs(b));
  return negative ? -order : order;
}

function compareMagnitude(x: usize, n: i32, b: f64): i32 {
  if (b === Infinity) return -1;
  const fields = reinterpret<u64>(b);
  const bits = (<i32>(fields >> 52) & 0x7ff) - 1022;
  const length = <i32>min<i64>(bitsOf(x, n), 100000);
  if (length !== bits) return length < bits ? -1 : 1;
  const mantissa = ((fields & 0xfffffffffffff) | 0x10000000000000) << 11;
  const top = n === 2 ? load<u64>(x) : topBits(x, n);
  if (top !== mantissa) return top < mantissa ? -1 : 1;
  return i32(n > 2 && hasMore(x, n));
}

/** Whether a double has the value of an integer below 2**53 in magnitude. */
function isExact(a: usize): bool {
  if (isBig(a)) return false;
  const value = valueOf(a);
  return value > -0x20000000000000 && value < 0x20000000000000;
}

/** The nearest double to a / b, b not 0; infinite where it is too large; not a number: no memory. */
export function divideToDouble(a: usize, b: usize): f64 {
  if (isExact(a) && isExact(b)) return <f64>valueOf(a) / <f64>valueOf(b);
  const na = countOf(a);
  const nb = countOf(b);
  const negative = isNegative(a) !== isNegative(b);
  if (na === 0) return negative ? -0.0 : 0;
  // The quotient of the operands, one of them shifted, shall have 65 to 128 bits: more than any double.
  const shift = na - nb - 3;
  if (shift > 40) return negative ? -Infinity : Infinity;
  if (shift < -80) return negative ? -0.0 : 0;
  const up = max(-shift, 0);
  const down = max(shift, 0);
  const nx = na - down + up;
  const need = nx + nb + 8 + divideScratch(nx, nb);
  const scratch = takeScratch(need);
  if (scratch === 0) return NaN;
  const x = limbsOf(a, 0);
  const dividend = scratch;
  fillZero(dividend, up);
  copyWords(dividend + (up << 2), x + (down << 2), na - down);
  const rest = dividend + (nx << 2);
  const quotient = rest + (nb << 2);
  divideLimbs(quotient, rest, dividend, nx, limbsOf(b, 1), nb, quotient + 32);
  const n = nx - nb + 1;
  let count = n;
  while (load<u32>(quotient + ((count - 1) << 2)) === 0) count--;
  const isInexact = !areZero(rest, nb) || !areZero(x, down);
  const result = roundScaled(
    topBits(quotient, count),
    isInexact || hasMore(quotient, count),
    (shift << 5) + <i32>bitsOf(quotient, count) - 64,
  );
  giveBack(scratch, need);
  return negative ? -result : result;
}
