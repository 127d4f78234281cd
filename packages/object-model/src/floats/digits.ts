/// Decimal digits of floats: the shortest that read back the same, and any number of them rounded half to even.

import { decompose } from "./exact.js";

/** Digits d1d2d3… of 0.d1d2d3… * 10**point, without leading zeros (zero itself has the digit "0" and point 1). */
export interface Digits {
  readonly digits: string;
  readonly point: number;
}

/** Shortest digits that identify the double. `value` is finite and not negative. */
export function shortestDigits(value: number): Digits {
  if (value === 0) return { digits: "0", point: 1 };
  return fromExponential(value.toExponential());
}

function fromExponential(text: string): Digits {
  const mark = text.indexOf("e");
  return { digits: text[0] + text.slice(2, mark), point: Number(text.slice(mark + 1)) + 1 };
}

/** Most digits that the platform's conversions give; they are exact but round ties up. */
const PLATFORM_DIGITS = 100;

/** The value with `places` (>= 0) digits after the point, e.g. "12.50". `value` is finite and not negative. */
export function fixedDigits(value: number, places: number): string {
  if (value < 1e21 && places <= PLATFORM_DIGITS - 1) {
    return isTie(value, places) ? roundTie(value, places) : value.toFixed(places);
  }
  const scaled = roundScaled(value, places)
    .toString()
    .padStart(places + 1, "0");
  return places === 0 ? scaled : `${scaled.slice(0, -places)}.${scaled.slice(-places)}`;
}

const POWERS_OF_TWO = Float64Array.from({ length: PLATFORM_DIGITS + 1 }, (_, places) => 2 ** places);

/** Exactly halfway between two decimals with that many places: an odd multiple of 2**-(places + 1). */
function isTie(value: number, places: number): boolean {
  const half = value * POWERS_OF_TWO[places];
  const doubled = half * 2;
  return doubled === Math.floor(doubled) && half !== Math.floor(half);
}

function roundTie(value: number, places: number): string {
  const exact = value.toFixed(places + 1);
  const cut = places === 0 ? exact.slice(0, -2) : exact.slice(0, -1);
  return (cut.charCodeAt(cut.length - 1) & 1) === 0 ? cut : value.toFixed(places);
}

/** The value rounded to `count` (>= 1) significant digits. `value` is finite and not negative. */
export function significantDigits(value: number, count: number): Digits {
  if (value === 0) return { digits: "0".repeat(count), point: 1 };
  if (count <= 17) {
    const text = value.toExponential(count - 1);
    const result = fromExponential(text);
    // Only ties are in question: the platform rounds them up. A carry into a new digit is right.
    const places = count - result.point;
    if (places >= 0 && places < 40 && !isTie(value, places)) return result;
    if (places < 0 && value < 2 ** 53 && value % (5 * 10 ** (-places - 1)) !== 0) return result;
  }
  return exactDigits(value, count);
}

function exactDigits(value: number, count: number): Digits {
  // No double is so close below a power of ten that 40 digits would round up to it.
  const { point } = fromExponential(value.toExponential(40));
  const digits = roundScaled(value, count - point).toString();
  return digits.length > count ? { digits: digits.slice(0, -1), point: point + 1 } : { digits, point };
}

/** value * 10**places rounded half to even; `places` may be negative. `value` is finite and not negative. */
export function roundScaled(value: number, places: number): bigint {
  const { mantissa, exponent } = decompose(value);
  let numerator = mantissa;
  let denominator = 1n;
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) return quotient + 1n;
  return quotient;
}
