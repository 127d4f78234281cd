import { DIGITS_BUFFER, LIMBS_BUFFER } from "../generated/constants";
import { divideByLimb, multiplyByLimb, shiftLimbsLeft, significant } from "../integers/limbs";
import { fillZero } from "../words";
import { binaryExponent, mantissaOf } from "./parts";
import { powerOfFive } from "./powers-of-ten";
import { roundScaled, UNKNOWN } from "./round";
import { shortestDigits, shortestExponent } from "./shortest";

/// Decimal digits of doubles, as text d1d2d3… in DIGITS_BUFFER. The value is 0.d1d2d3… * 10**point; all digits behind are 0. Values are finite
/// and not negative.

/** How many digits there are, and where the point is. Zero has no digits, and its point is 1. */
export let digitCount: i32 = 0;
export let decimalPoint: i32 = 0;

const ZERO: i32 = 48;
const FIVE: i32 = 53;
const PIECE: u32 = 1000000000;
const PIECE_DIGITS: i32 = 9;
/** Ten times so many digits are less than 2**63. */
const FEW_DIGITS: i32 = 17;

/** Writes a number of 64 bits, scaled by a power of ten, as the digits, without zeros at their end. */
function setDigits(value: u64, exponent: i32): void {
  const count = writeNumber(DIGITS_BUFFER, value);
  decimalPoint = count + exponent;
  digitCount = count;
  trimZeros();
}

function trimZeros(): void {
  let count = digitCount;
  while (count > 0 && load<u8>(DIGITS_BUFFER + count - 1) === ZERO) count--;
  digitCount = count;
  if (count === 0) decimalPoint = 1;
}

/** Digits of the greatest number of 32 bits. */
function digitsOf32(value: u32): i32 {
  if (value < 10000) return value < 100 ? 1 + i32(value >= 10) : 3 + i32(value >= 1000);
  if (value < 100000000) return value < 1000000 ? 5 + i32(value >= 100000) : 7 + i32(value >= 10000000);
  return 9 + i32(value >= 1000000000);
}

/** Two digits as they lie in memory. */
function pairOf(value: u32): u32 {
  const tens = (value * 103) >> 10;
  return 0x3030 + tens + ((value - tens * 10) << 8);
}

/** Writes `count` digits of a number that has no more. */
function write32(to: usize, value: u32, count: i32): void {
  let rest = value;
  let at = to + count;
  while (at > to + 1) {
    const next = <u32>((<u64>rest * 0x51eb851f) >> 37);
    at -= 2;
    store<u16>(at, pairOf(rest - next * 100));
    rest = next;
  }
  if (at > to) store<u8>(to, ZERO + rest);
}

/** Writes a number in decimal; how many digits that are: 0 has one. */
export function writeNumber(to: usize, value: u64): i32 {
  if (value < 0x100000000) {
    const count = digitsOf32(<u32>value);
    write32(to, <u32>value, count);
    return count;
  }
  const upper = value / PIECE;
  const low = <u32>(value - upper * PIECE);
  const count = writeNumber(to, upper);
  write32(to + count, low, PIECE_DIGITS);
  return count + PIECE_DIGITS;
}

/** The shortest digits that read back as the same double. */
export function findShortest(value: f64): void {
  const digits = value === 0 ? 0 : shortestDigits(value);
  setDigits(digits, shortestExponent);
}

/** The digits of the value rounded to so many places after the point, which may be negative; ties to even. */
export function findPlaces(value: f64, places: i32): void {
  const rounded = roundScaled(value, places);
  if (rounded !== UNKNOWN) setDigits(rounded, -places);
  else expand(value, places, 0);
}

/** The digits of the value rounded to so many significant ones, 1 or more; ties to even. */
export function findSignificant(value: f64, count: i32): void {
  if (value === 0) {
    setDigits(0, 0);
    return;
  }
  if (count <= FEW_DIGITS) {
    // This is the number of the digits before the point, or one less.
    const bits = binaryExponent(value) + 63 - <i32>clz(mantissaOf(value));
    let point = ((bits * 1262611) >> 22) + 1;
    let rounded = roundScaled(value, count - point);
    if (rounded !== UNKNOWN && rounded >= powerOfFive(count) << count) {
      point++;
      rounded = roundScaled(value, count - point);
    }
    if (rounded !== UNKNOWN) {
      setDigits(rounded, point - count);
      return;
    }
  }
  expand(value, 0, count);
}

/**
 * The digits over limbs, exactly: up to `places` after the point, or, where it is not 0, `count` significant ones. Those before the point
 * are the remainders of divisions by 10**9, those behind it the carries of multiplications.
 */
function expand(value: f64, places: i32, count: i32): void {
  const m = mantissaOf(value);
  const e = binaryExponent(value);
  digitCount = 0;
  decimalPoint = 0;
  if (e > -53) expandWhole(e < 0 ? m >> -e : m, max(e, 0));
  const wanted = count > 0 ? count : decimalPoint + places;
  let isMore = false;
  if (e < 0) isMore = expandFraction(e > -53 ? m & (((<u64>1) << -e) - 1) : m, -e, wanted, count > 0);
  roundDigits(count > 0 ? count : decimalPoint + places, isMore);
}

/** m * 2**e, a whole number. */
function expandWhole(m: u64, e: i32): void {
  if (m === 0) return;
  const x: usize = LIMBS_BUFFER;
  const whole = e >> 5;
  let n = whole + 3;
  fillZero(x, n);
  const to = x + (whole << 2);
  store<u64>(to, m);
  store<u32>(to + 8, shiftLimbsLeft(to, to, 2, e & 31));
  // Pieces from the end, then moved to the start of the buffer.
  const end: usize = DIGITS_BUFFER + 40 * PIECE_DIGITS;
  let at = end;
  for (n = significant(x, n); n > 0; n = significant(x, n)) {
    at -= PIECE_DIGITS;
    write32(at, divideByLimb(x, x, n, PIECE), PIECE_DIGITS);
  }
  while (load<u8>(at) === ZERO) at++;
  digitCount = <i32>(end - at);
  decimalPoint = digitCount;
  memory.copy(DIGITS_BUFFER, at, digitCount);
}

/** The part of m * 2**-bits below 1, behind the digits that there are, until there are more than wanted; whether there are still more. */
function expandFraction(m: u64, bits: i32, wanted: i32, isCount: bool): bool {
  const n = (bits + 31) >> 5;
  let x: usize = LIMBS_BUFFER;
  const top = x + (n << 2);
  fillZero(x, n + 3);
  store<u64>(x, m);
  store<u32>(x + 8, shiftLimbsLeft(x, x, 2, (n << 5) - bits));
  let point = decimalPoint;
  let count = digitCount;
  let limit = wanted;
  for (;;) {
    while (x < top && load<u32>(x) === 0) x += 4;
    if (x === top || count > limit) break;
    const piece = multiplyByLimb(x, x, <i32>((top - x) >> 2), PIECE, 0);
    if (count === 0 && piece === 0) {
      point -= PIECE_DIGITS;
      if (!isCount) limit -= PIECE_DIGITS;
      continue;
    }
    write32(DIGITS_BUFFER + count, piece, PIECE_DIGITS);
    if (count === 0) {
      const used = digitsOf32(piece);
      const zeros = PIECE_DIGITS - used;
      memory.copy(DIGITS_BUFFER, DIGITS_BUFFER + zeros, used);
      count = used;
      point -= zeros;
      if (!isCount) limit -= zeros;
    } else count += PIECE_DIGITS;
  }
  digitCount = count;
  decimalPoint = point;
  return x !== top;
}

/** Cuts the digits to `count`, rounding to the nearest and ties to even; `isMore`: there are more behind them, which are not all 0. */
function roundDigits(count: i32, isMore: bool): void {
  if (digitCount > count) {
    if (count < 0) digitCount = 0;
    else {
      const next = <i32>load<u8>(DIGITS_BUFFER + count);
      let up = next >= FIVE;
      if (next === FIVE && !isMore) {
        let at = count + 1;
        while (at < digitCount && load<u8>(DIGITS_BUFFER + at) === ZERO) at++;
        up = at < digitCount || (count > 0 && (load<u8>(DIGITS_BUFFER + count - 1) & 1) !== 0);
      }
      digitCount = count;
      if (up) increment();
    }
  }
  trimZeros();
}

/** Adds one unit of the last digit. */
function increment(): void {
  let at = digitCount - 1;
  while (at >= 0 && load<u8>(DIGITS_BUFFER + at) === ZERO + 9) at--;
  if (at >= 0) {
    store<u8>(DIGITS_BUFFER + at, load<u8>(DIGITS_BUFFER + at) + 1);
    digitCount = at + 1;
  } else {
    store<u8>(DIGITS_BUFFER, ZERO + 1);
    digitCount = 1;
    decimalPoint++;
  }
}
