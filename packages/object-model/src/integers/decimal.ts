import { decimalValue, isSpace } from "../strings/unicode.js";

/** Most decimal digits that conversions between text and integers accept by default, as in CPython. */
export const DEFAULT_MAX_DIGITS = 4300;

/** Why text is no integer: bad syntax, or more digits than the limit (then `digits` counts them). */
export type IntegerFault = { readonly fault: "syntax" } | { readonly fault: "digits"; readonly digits: number };

/**
 * Reads what `int(text, base)` accepts: white space around, a sign, a prefix where the base allows it, single
 * underscores between digits, decimal digits of any script. Base 0 goes by the prefix. Bases that are no power of two
 * are held to `maxDigits` (0: no limit).
 */
export function parseInteger(text: string, base: number, maxDigits: number): bigint | number | IntegerFault {
  if (base === 10 && text.length < 16 && /^[0-9]+$/.test(text)) return Number(text);
  const source = normalise(text);
  const match = /^([+-]?)(0[bBoOxX]_?)?([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)$/.exec(source);
  if (match === null) return retryWithoutPrefix(source, base, maxDigits);
  const [, sign, prefix, body] = match;
  if (prefix !== undefined) {
    const prefixBase = PREFIX_BASES[prefix[1].toLowerCase()];
    if (base !== 0 && base !== prefixBase) return retryWithoutPrefix(source, base, maxDigits);
    return convert(sign, body, prefixBase, maxDigits);
  }
  if (base === 0) {
    if (/^0[0-9_]*[1-9]/.test(body)) return { fault: "syntax" };
    return convert(sign, body, 10, maxDigits);
  }
  return convert(sign, body, base, maxDigits);
}

const PREFIX_BASES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16 };

/** "0b1" is no prefixed number in base 16 or 36: there, b is a digit. */
function retryWithoutPrefix(source: string, base: number, maxDigits: number): bigint | number | IntegerFault {
  const match = /^([+-]?)([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)$/.exec(source);
  if (match === null || base === 0) return { fault: "syntax" };
  return convert(match[1], match[2], base, maxDigits);
}

/** Strips white space, and replaces decimal digits of other scripts by ASCII's. */
export function normalise(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  const source = text.slice(start, end);
  if (!/[^\0-\x7f]/.test(source)) return source;
  let result = "";
  for (const character of source) {
    const value = decimalValue(character.codePointAt(0) as number);
    result += value >= 0 ? value : character;
  }
  return result;
}

function convert(sign: string, body: string, base: number, maxDigits: number): bigint | number | IntegerFault {
  const digits = body.replaceAll("_", "").toLowerCase();
  for (let i = 0; i < digits.length; i++) if (digitValue(digits.charCodeAt(i)) >= base) return { fault: "syntax" };
  const isPowerOfTwo = (base & (base - 1)) === 0;
  if (!isPowerOfTwo && maxDigits > 0 && digits.length > maxDigits) return { fault: "digits", digits: digits.length };
  const value = magnitude(digits, base);
  return sign === "-" ? -value : value;
}

const digitValue = (unit: number): number => (unit < 58 ? unit - 48 : unit - 87);

function magnitude(digits: string, base: number): bigint {
  if (base === 10) return BigInt(digits);
  if (base === 16) return BigInt(`0x${digits}`);
  if (base === 8) return BigInt(`0o${digits}`);
  if (base === 2) return BigInt(`0b${digits}`);
  return joinDigits(digits, BigInt(base));
}

/** By halves, so that long numbers multiply numbers of equal size. */
function joinDigits(digits: string, base: bigint): bigint {
  if (digits.length <= 8) {
    let value = 0n;
    for (let i = 0; i < digits.length; i++) value = value * base + BigInt(digitValue(digits.charCodeAt(i)));
    return value;
  }
  const middle = digits.length >> 1;
  const low = digits.slice(middle);
  return joinDigits(digits.slice(0, middle), base) * base ** BigInt(low.length) + joinDigits(low, base);
}

/** True if the decimal form of a BigInt has more digits than the limit (0: none); quick for numbers that are far away. */
export function exceedsDigits(value: bigint, maxDigits: number, bitLength: number): boolean {
  if (maxDigits === 0 || bitLength < maxDigits * 3) return false;
  if (bitLength > maxDigits * 3.33 + 8) return true;
  const magnitudeOf = value < 0n ? -value : value;
  return magnitudeOf >= 10n ** BigInt(maxDigits);
}
