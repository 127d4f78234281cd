import { decimalPoint, digitCount, writeNumber } from "@hotpy/object-model/kernel/floats/digits";
import { copyBytes, fillBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { DIGITS_BUFFER } from "../generated/constants";

/// The decimal digits of a float, which object-model has left in DIGITS_BUFFER, written out: positional or with an exponent. Digits that are not
/// there are zeros.

const ZERO: i32 = 48;
const POINT: i32 = 46;

/** Digits before the point. */
export function wholeDigits(): i32 {
  return max(decimalPoint, 1);
}

/** Digits behind the point, without zeros at the end. */
export function fractionDigits(): i32 {
  return max(digitCount - decimalPoint, 0);
}

/** Writes the digits from an index to before another. Both may be outside of those that there are. */
function writeDigits(to: usize, from: i32, end: i32): usize {
  const start = min(max(from, 0), end);
  to = fillBytes(to, ZERO, start - from);
  const stop = max(min(end, digitCount), start);
  copyBytes(to, DIGITS_BUFFER + start, stop - start);
  return fillBytes(to + (stop - start), ZERO, end - stop);
}

export function writeWhole(to: usize): usize {
  return decimalPoint > 0 ? writeDigits(to, 0, decimalPoint) : fillBytes(to, ZERO, 1);
}

/** Bytes of a point and so many digits behind it; without digits the point is not there, unless it is kept. */
export function fractionBytes(places: i32, keepPoint: bool): i32 {
  return places + i32(places > 0 || keepPoint);
}

export function writeFraction(to: usize, places: i32, keepPoint: bool): usize {
  if (places > 0 || keepPoint) store<u8>(to++, POINT);
  return writeDigits(to, decimalPoint, decimalPoint + places);
}

/** Exponent of the first digit, where one digit stands before the point. */
function exponent(): i32 {
  return decimalPoint - 1;
}

/** Bytes of what follows the first digit where there is an exponent. */
export function exponentialBytes(places: i32, keepPoint: bool): i32 {
  return fractionBytes(places, keepPoint) + (abs(exponent()) >= 100 ? 5 : 4);
}

export function writeFirst(to: usize): usize {
  return writeDigits(to, 0, 1);
}

export function writeExponential(to: usize, places: i32, keepPoint: bool, mark: i32): usize {
  if (places > 0 || keepPoint) store<u8>(to++, POINT);
  to = writeDigits(to, 1, 1 + places);
  const size = abs(exponent());
  store<u8>(to, mark);
  store<u8>(to + 1, exponent() < 0 ? 45 : 43);
  to += 2;
  if (size < 10) store<u8>(to++, ZERO);
  return to + writeNumber(to, size);
}
