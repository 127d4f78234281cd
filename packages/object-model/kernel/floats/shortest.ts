import { binaryExponent, isFraction, mantissaOf } from "./parts";
import { floorLog2, highOf, lowOf, multiplyHigh, powerOfTen } from "./powers-of-ten";

/// The shortest decimal that reads back as the same double, and of those the nearest: Schubfach. Raffaello Giulietti, "The Schubfach way to
/// render doubles", 2021 (figures 4, 6 and 7), with the simplifications of Alexander Bolz's implementation (github.com/abolz/Drachennest).

/** The power of ten by which the digits that {@link shortestDigits} has returned are multiplied. To be read at once. */
export let shortestExponent: i32 = 0;

/** The product of a power and a number below 2**62 over 2**128, and its last bit set if that is not a whole number. */
function roundToOdd(power: usize, x: u64): u64 {
  const upper = highOf(power);
  const carried = multiplyHigh(lowOf(power), x);
  const low = upper * x + carried;
  return (multiplyHigh(upper, x) + u64(low < carried)) | u64(low > 1);
}

/** The digits of a finite double that is greater than 0; there may be zeros at their end. */
export function shortestDigits(value: f64): u64 {
  const m = mantissaOf(value);
  const e = binaryExponent(value);
  if (e <= 0 && e > -53 && !isFraction(m, e)) {
    shortestExponent = 0;
    return m >> -e;
  }
  // The double below is nearer than that above, but for the least normal one.
  const isCloser = m === 0x10000000000000 && e > -1074;
  const isOdd = m & 1;
  const k = (e * 1262611 - (isCloser ? 524031 : 0)) >> 22;
  const shift = e + floorLog2(-k) + 1;
  const power = powerOfTen(-k);
  // Four times the value and the two ends of the interval that rounds to it.
  const four = roundToOdd(power, (m << 2) << shift);
  const least = roundToOdd(power, ((m << 2) - 2 + u64(isCloser)) << shift) + isOdd;
  const most = roundToOdd(power, ((m << 2) + 2) << shift) - isOdd;
  const digits = four >> 2;
  if (digits >= 10) {
    const fewer = digits / 10;
    const isBelow = least <= 40 * fewer;
    const isAbove = 40 * fewer + 40 <= most;
    if (isBelow !== isAbove) {
      shortestExponent = k + 1;
      return fewer + u64(isAbove);
    }
  }
  shortestExponent = k;
  const isBelow = least <= 4 * digits;
  const isAbove = 4 * digits + 4 <= most;
  if (isBelow !== isAbove) return digits + u64(isAbove);
  const middle = 4 * digits + 2;
  return digits + u64(four > middle || (four === middle && (digits & 1) !== 0));
}
