import {
  BIG_LIMBS,
  BOX_VALUE,
  DIGITS_BUFFER,
  SHAPE_FLOAT,
  SHAPE_STR1,
  STR_DATA,
  TAIL_SIZE,
} from "../generated/constants";
import { headerOf } from "../header";
import { allocate } from "../heap";
import { multiplyIntegers, powerIntegers } from "../integers/arithmetic";
import { divideToDouble, integerToDouble } from "../integers/floats";
import { finish, fromInt64, newBig, UNDECIDED } from "../integers/forms";
import { isSpace } from "../integers/from-text";
import { multiplyByLimb } from "../integers/limbs";
import { decimalPoint, digitCount, findPlaces } from "./digits";
import { highOf, isExactPower, LEAST_POWER, lowOf, multiplyHigh, powerOfFive, powerOfTen } from "./powers-of-ten";
import { roundScaled, UNKNOWN } from "./round";

/// Floats from decimal text, correctly rounded: Daniel Lemire, "Number parsing at a gigabyte per second" (2021), in the form of Nigel Tao's
/// implementation for Go (strconv/eisel_lemire.go); what 128 bits of a power of ten cannot tell is done in integers of any size.

/** So many digits fit 64 bits. */
const FIRST_DIGITS: i32 = 19;
/** Doubles, and numbers halfway between two, have no more than 767 significant digits: what is behind may only be 0 or not. */
const MOST_DIGITS: i32 = 800;
/** No exponent needs to be greater. */
const MOST_EXPONENT: i32 = 100000000;
const PIECE_DIGITS: i32 = 9;
/** Whole numbers up to it, and 10 to the power of up to it, are doubles. */
const MOST_EXACT: u64 = 0x20000000000000;
const LAST_EXACT: i32 = 22;

/** The double nearest to digits * 10**exponent, and ties to even; negative: 128 bits of the power cannot tell. */
function lemire(digits: u64, exponent: i32): f64 {
  if (digits === 0) return 0;
  // Both are exact as doubles, so the result is rounded once. Of quotients that are exact the powers below could not tell.
  if (digits <= MOST_EXACT && abs(exponent) <= LAST_EXACT) {
    const exact = <f64>powerOfFive(abs(exponent)) * <f64>(1 << abs(exponent));
    return exponent < 0 ? <f64>digits / exact : <f64>digits * exact;
  }
  if (exponent < LEAST_POWER || exponent > 308) return exponent > 0 ? Infinity : 0;
  const power = powerOfTen(exponent);
  // The algorithm wants powers that are rounded down.
  let lowPower = lowOf(power);
  let highPower = highOf(power);
  if (!isExactPower(exponent)) {
    if (lowPower === 0) highPower--;
    lowPower--;
  }
  const bits = <i32>clz(digits);
  const man = digits << bits;
  let binary = ((217706 * exponent) >> 16) + 64 + 1023 - bits;
  let high = multiplyHigh(man, highPower);
  let low = man * highPower;
  if ((high & 0x1ff) === 0x1ff && low + man < man) {
    const lowest = man * lowPower;
    const merged = low + multiplyHigh(man, lowPower);
    if (merged < low) high++;
    if ((high & 0x1ff) === 0x1ff && merged + 1 === 0 && lowest + man < man) return -1;
    low = merged;
  }
  const top = <i32>(high >> 63);
  let mantissa = high >> (top + 9);
  binary -= 1 ^ top;
  if (low === 0 && (high & 0x1ff) === 0 && (mantissa & 3) === 1) return -1;
  mantissa = (mantissa + (mantissa & 1)) >> 1;
  if (mantissa >> 53 !== 0) {
    mantissa >>= 1;
    binary++;
  }
  // Below the normal range there are fewer bits.
  if (binary < 1) return -1;
  if (binary > 2046) return Infinity;
  return reinterpret<f64>(((<u64>binary) << 52) | (mantissa & 0xfffffffffffff));
}

/** The double nearest to digits * 10**exponent, the digits in DIGITS_BUFFER, by integers of any size. Not a number: no memory. */
function exactDouble(count: i32, exponent: i32): f64 {
  if (count + exponent > 310) return Infinity;
  if (count + exponent < -326) return 0;
  const number = readDigits(count);
  let result: f64 = NaN;
  if (number !== 0) {
    const power = powerIntegers(fromInt64(10), fromInt64(abs(exponent)));
    if (power !== 0) {
      if (exponent < 0) result = divideToDouble(number, power);
      else {
        const product = multiplyIntegers(number, power);
        if (product !== 0) result = integerToDouble(product);
      }
    }
  }
  return result;
}

/** The integer of so many digits in DIGITS_BUFFER. */
function readDigits(count: i32): usize {
  const big = newBig(count / PIECE_DIGITS + 1);
  if (big === 0) return 0;
  const x = big + BIG_LIMBS;
  let n = 0;
  const end: usize = DIGITS_BUFFER + count;
  for (let at: usize = DIGITS_BUFFER; at < end; ) {
    let piece: u32 = 0;
    let weight: u32 = 1;
    for (const last = min(at + PIECE_DIGITS, end); at < last; at++) {
      piece = piece * 10 + load<u8>(at) - 48;
      weight *= 10;
    }
    const carry = multiplyByLimb(x, x, n, weight, piece);
    if (carry !== 0) store<u32>(x + (n++ << 2), carry);
  }
  return finish(big, n, false);
}

/** Copies the digits between two addresses to DIGITS_BUFFER, without zeros before them; one stands for all that are too many. Their number. */
function gatherDigits(from: usize, end: usize): i32 {
  let count = 0;
  for (let at = from; at < end; at++) {
    const code = load<u8>(at);
    if (code < 48 || (code === 48 && count === 0)) continue;
    if (code > 57) continue;
    if (count < MOST_DIGITS) store<u8>(DIGITS_BUFFER + count++, code);
    else if (code > 48) {
      store<u8>(DIGITS_BUFFER + count++, 49);
      break;
    }
  }
  return count;
}

/** round(value, places) of a finite value, correctly rounded; infinite where that is too large. Not a number: no memory. */
export function roundToPlaces(value: f64, places: i32): f64 {
  // So many places change nothing, and so many leave nothing.
  if (places > 323 || value === 0 || (places >= 0 && abs(value) >= 0x20000000000000)) return value;
  if (places < -308) return 0 * value;
  const magnitude = abs(value);
  const whole = roundScaled(magnitude, places);
  let result: f64 = -1;
  if (whole !== UNKNOWN) result = lemire(whole, -places);
  if (result < 0) {
    findPlaces(magnitude, places);
    result = digitCount === 0 ? 0 : exactDouble(digitCount, decimalPoint - digitCount);
  }
  return copysign(result, value);
}

/** A new float. 0: no memory. */
export function boxFloat(value: f64): usize {
  const box = allocate(16);
  if (box === 0) return 0;
  store<i32>(box, headerOf(SHAPE_FLOAT));
  store<i32>(box, 0, 4);
  store<f64>(box, value, BOX_VALUE);
  return box;
}

/** Whether the text at an address is this word of up to 8 small letters, in any case. */
function isWord(at: usize, end: usize, word: u64, length: i32): bool {
  if (<i32>(end - at) !== length) return false;
  for (let i = 0; i < length; i++) if ((<u64>load<u8>(at + i) | 32) !== ((word >> (i << 3)) & 0xff)) return false;
  return true;
}

/** Inf, infinity, nan: as words in memory. */
const INF: u64 = 0x666e69;
const INFINITY: u64 = 0x7974696e69666e69;
const NAN: u64 = 0x6e616e;

function special(at: usize, end: usize, isNegative: bool): usize {
  let value: f64;
  if (isWord(at, end, INF, 3) || isWord(at, end, INFINITY, 8)) value = Infinity;
  else if (isWord(at, end, NAN, 3)) value = NaN;
  else return UNDECIDED;
  return boxFloat(isNegative ? copysign(value, -1) : copysign(value, 1));
}

/** What `float(text)` makes of a str of Latin-1 characters. UNDECIDED: its syntax is wrong, or it has wider characters. 0: no memory. */
export function floatFromText(string: usize): usize {
  if (load<u32>(string) >> 8 !== SHAPE_STR1) return UNDECIDED;
  let at = string + STR_DATA;
  let end = at + load<i32>(string, TAIL_SIZE);
  while (at < end && isSpace(load<u8>(at))) at++;
  while (end > at && isSpace(load<u8>(end - 1))) end--;
  if (at === end) return UNDECIDED;
  const sign = <i32>load<u8>(at);
  const isNegative = sign === 45;
  if (isNegative || sign === 43) at++;
  const start = at;
  let digits: u64 = 0;
  let count = 0;
  let exponent = 0;
  let wasDigit = false;
  let point: usize = 0;
  let isLong = false;
  for (; at < end; at++) {
    const digit = <u32>load<u8>(at) - 48;
    if (digit <= 9) {
      wasDigit = true;
      if (count < FIRST_DIGITS) {
        digits = digits * 10 + digit;
        count += i32(digits !== 0);
      } else {
        exponent++;
        if (digit !== 0) isLong = true;
      }
      if (point !== 0) exponent--;
    } else if (digit === <u32>(46 - 48)) {
      if (point !== 0) return UNDECIDED;
      // An underscore stands between digits.
      if (at > start && load<u8>(at - 1) === 95) return UNDECIDED;
      point = at;
    } else if (digit === 95 - 48) {
      if (at === start || <u32>load<u8>(at - 1) - 48 > 9) return UNDECIDED;
    } else break;
  }
  if (!wasDigit) return at === start ? special(at, end, isNegative) : UNDECIDED;
  if (load<u8>(at - 1) === 95) return UNDECIDED;
  const last = at;
  let given: i32 = 0;
  if (at < end) {
    given = exponentAt(at, end);
    if (given === i32.MIN_VALUE) return UNDECIDED;
  }
  const total = exponent + given;
  let value = lemire(digits, total);
  // What is behind the first digits matters if one more in the last place does.
  if (isLong && value >= 0 && lemire(digits + 1, total) !== value) value = -1;
  if (value < 0) {
    const kept = gatherDigits(start, last);
    value = exactDouble(kept, given + exponentOf(start, last, point, kept));
    if (value !== value) return 0;
  }
  return boxFloat(isNegative ? -value : value);
}

/** The exponent behind digits between two addresses of which `kept` significant ones were kept. */
function exponentOf(start: usize, end: usize, point: usize, kept: i32): i32 {
  let significant = 0;
  let after = 0;
  for (let at = start; at < end; at++) {
    const code = load<u8>(at);
    if (<u32>code - 48 > 9) continue;
    if (significant > 0 || code !== 48) significant++;
    if (point !== 0 && at > point) after++;
  }
  return significant - kept - after;
}

/** What stands at an address as "e+12"; the least integer: something else. */
function exponentAt(start: usize, end: usize): i32 {
  let at = start;
  if ((load<u8>(at) | 32) !== 101) return i32.MIN_VALUE;
  at++;
  if (at === end) return i32.MIN_VALUE;
  const sign = load<u8>(at);
  if (sign === 45 || sign === 43) at++;
  let value = 0;
  let wasDigit = false;
  for (; at < end; at++) {
    const code = <i32>load<u8>(at);
    if (code === 95) {
      if (!wasDigit) return i32.MIN_VALUE;
      wasDigit = false;
      continue;
    }
    if (code < 48 || code > 57) return i32.MIN_VALUE;
    wasDigit = true;
    value = min(value * 10 + code - 48, MOST_EXPONENT);
  }
  if (!wasDigit) return i32.MIN_VALUE;
  return sign === 45 ? -value : value;
}
