/// Operations that compare, choose, and look at digits.

import { add, compareMagnitudes, compareValues, trailingZeros } from "./arithmetic.js";
import {
  adjusted,
  CLAMPED,
  type Dec,
  digitsOf,
  etiny,
  etop,
  FINITE,
  failed,
  finite,
  INEXACT,
  INFINITE,
  INVALID_OPERATION,
  isNaN,
  MOST_EXPONENT,
  OVERFLOW,
  power10,
  QUIET_NAN,
  ROUND_CEILING,
  ROUND_FLOOR,
  ROUNDED,
  type Rules,
  SIGNALLING_NAN,
  SUBNORMAL,
  UNDERFLOW,
  withSign,
} from "./number.js";

import { finalize, isInexact, nanOf, rescale } from "./rounding.js";

const number = (value: number): Dec => finite(value < 0 ? 1 : 0, value === 0 ? 0n : 1n, 0);

export const compare = (a: Dec, b: Dec, rules: Rules): Dec => nanOf(a, b, rules) ?? number(compareValues(a, b));

export function compareSignal(a: Dec, b: Dec, rules: Rules): Dec {
  const nan = nanOf(a, b, rules);
  if (nan !== undefined) rules.status |= INVALID_OPERATION;
  return nan ?? number(compareValues(a, b));
}

/** The total order: numbers, and NaNs beyond them. */
function totalOrder(a: Dec, b: Dec): number {
  if (a.sign !== b.sign) return a.sign === 1 ? -1 : 1;
  const result = totalMagnitudes(a, b);
  return a.sign === 1 ? -result : result;
}
function totalMagnitudes(a: Dec, b: Dec): number {
  if (isNaN(a) || isNaN(b)) {
    if (!isNaN(a)) return -1;
    if (!isNaN(b)) return 1;
    if (a.kind !== b.kind) return a.kind === SIGNALLING_NAN ? -1 : 1;
    return a.coefficient < b.coefficient ? -1 : a.coefficient > b.coefficient ? 1 : 0;
  }
  return compareMagnitudes(a, b) || (a.kind === INFINITE ? 0 : a.exponent - b.exponent);
}
export const compareTotal = (a: Dec, b: Dec): Dec => number(totalOrder(a, b));
export const compareTotalMagnitudes = (a: Dec, b: Dec): Dec => number(totalMagnitudes(a, b));

/** The larger of two numbers (of their magnitudes), or the smaller one; a quiet NaN is passed over. */
export function extreme(a: Dec, b: Dec, sign: 1 | -1, byMagnitude: boolean, rules: Rules): Dec {
  if (a.kind === QUIET_NAN && b.kind < QUIET_NAN) return finalize(b, rules);
  if (b.kind === QUIET_NAN && a.kind < QUIET_NAN) return finalize(a, rules);
  const nan = nanOf(a, b, rules);
  if (nan !== undefined) return nan;
  const order = (byMagnitude ? compareMagnitudes(a, b) : compareValues(a, b)) || totalOrder(a, b);
  return finalize(order * sign > 0 || (order === 0 && sign === 1) ? (order === 0 ? b : a) : order === 0 ? a : b, rules);
}

export function normalize(a: Dec, rules: Rules): Dec {
  const nan = nanOf(a, a, rules);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return a;
  const fixed = finalize(a, rules);
  if (fixed.kind !== FINITE) return fixed;
  if (fixed.coefficient === 0n) return finite(fixed.sign, 0n, 0);
  const most = (rules.clamp === 1 ? etop(rules) : rules.emax) - fixed.exponent;
  const zeros = Math.min(trailingZeros(fixed.coefficient), most);
  return zeros <= 0 ? fixed : finite(fixed.sign, fixed.coefficient / power10(zeros), fixed.exponent + zeros);
}

export function quantize(a: Dec, b: Dec, rules: Rules): Dec {
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOf(a, b, rules);
    if (nan !== undefined) return nan;
    return a.kind === b.kind ? a : failed(rules, INVALID_OPERATION);
  }
  return quantizeTo(a, b.exponent, rules);
}

function quantizeTo(a: Dec, exponent: number, rules: Rules): Dec {
  if (exponent > rules.emax || exponent < etiny(rules)) return failed(rules, INVALID_OPERATION);
  if (a.coefficient === 0n) return finalize(finite(a.sign, 0n, exponent), rules);
  if (adjusted(a) > rules.emax || adjusted(a) - exponent + 1 > rules.prec) return failed(rules, INVALID_OPERATION);
  const result = rescale(a, exponent, rules.rounding);
  const inexact = isInexact;
  const digits = digitsOf(result.coefficient);
  if (digits > rules.prec || (result.coefficient !== 0n && digits + exponent - 1 > rules.emax))
    return failed(rules, INVALID_OPERATION);
  if (exponent > a.exponent) rules.status |= inexact ? INEXACT | ROUNDED : ROUNDED;
  const fixed = finalize(result, rules);
  if (result.coefficient !== 0n && digits + exponent - 1 < rules.emin) rules.status |= SUBNORMAL;
  return fixed;
}

/** To an integer. The signal Inexact and Rounded only if `isExact`. */
export function toIntegral(a: Dec, rules: Rules, isExact: boolean): Dec {
  const nan = nanOf(a, a, rules);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE || a.exponent >= 0) return a;
  if (a.coefficient === 0n) return finite(a.sign, 0n, 0);
  const result = rescale(a, 0, rules.rounding);
  if (isExact) rules.status |= isInexact ? INEXACT | ROUNDED : ROUNDED;
  return result;
}

export function scaleb(a: Dec, b: Dec, rules: Rules): Dec {
  const nan = nanOf(a, b, rules);
  if (nan !== undefined) return nan;
  if (b.kind === INFINITE || b.exponent !== 0) return failed(rules, INVALID_OPERATION);
  const most = 2 * (rules.emax + rules.prec);
  const shift = Number(b.coefficient);
  if (shift > most) return failed(rules, INVALID_OPERATION);
  if (a.kind === INFINITE) return a;
  const exponent = a.exponent + (b.sign === 1 ? -shift : shift);
  const bounded = Math.max(-2 * MOST_EXPONENT, Math.min(2 * MOST_EXPONENT, exponent));
  return finalize(finite(a.sign, a.coefficient, bounded), rules);
}

/** The number of digits by which to shift or rotate; undefined: it is none, or has too many. */
function shiftOf(b: Dec, rules: Rules): number | undefined {
  if (b.kind === INFINITE || b.exponent !== 0) return undefined;
  const shift = Number(b.coefficient);
  return shift > rules.prec ? undefined : b.sign === 1 ? -shift : shift;
}

export function rotate(a: Dec, b: Dec, rules: Rules): Dec {
  const nan = nanOf(a, b, rules);
  if (nan !== undefined) return nan;
  const shift = shiftOf(b, rules);
  if (shift === undefined) return failed(rules, INVALID_OPERATION);
  if (a.kind === INFINITE) return a;
  const { prec } = rules;
  const cut = digitsOf(a.coefficient) > prec ? a.coefficient % power10(prec) : a.coefficient;
  const left = shift >= 0 ? shift : prec + shift;
  const divisor = power10(prec - left);
  const high = cut / divisor;
  return finite(a.sign, (cut - high * divisor) * power10(left) + high, a.exponent);
}

export function shift(a: Dec, b: Dec, rules: Rules): Dec {
  const nan = nanOf(a, b, rules);
  if (nan !== undefined) return nan;
  const count = shiftOf(b, rules);
  if (count === undefined) return failed(rules, INVALID_OPERATION);
  if (a.kind === INFINITE) return a;
  const { prec } = rules;
  const cut = digitsOf(a.coefficient) > prec ? a.coefficient % power10(prec) : a.coefficient;
  if (count < 0) return finite(a.sign, cut / power10(-count), a.exponent);
  return finite(a.sign, (cut * power10(count)) % power10(prec), a.exponent);
}

/** Digits of a logical operand: zeros and ones; undefined: it has others. */
function bitsOf(a: Dec): string | undefined {
  if (a.kind !== FINITE || a.sign === 1 || a.exponent !== 0) return undefined;
  const text = a.coefficient.toString();
  return /^[01]+$/.test(text) ? text : undefined;
}

export function logical(a: Dec, b: Dec, rules: Rules, meaning: (a: boolean, b: boolean) => boolean): Dec {
  const [x, y] = [bitsOf(a), bitsOf(b)];
  if (x === undefined || y === undefined) return failed(rules, INVALID_OPERATION);
  const length = Math.min(rules.prec, Math.max(x.length, y.length));
  let text = "";
  for (let i = length; i >= 1; i--)
    text += meaning(x.charCodeAt(x.length - i) === 49, y.charCodeAt(y.length - i) === 49) ? "1" : "0";
  return finite(0, BigInt(text), 0);
}

export function logicalInvert(a: Dec, rules: Rules): Dec {
  if (bitsOf(a) === undefined) return failed(rules, INVALID_OPERATION);
  const ones = (power10(rules.prec) - 1n) / 9n;
  return logical(a, finite(0, ones, 0), rules, (x, y) => x !== y);
}

const largest = (sign: 0 | 1, rules: Rules): Dec => finite(sign, power10(rules.prec) - 1n, etop(rules));

/** The next number above (1) or below (-1). */
function nextTo(a: Dec, direction: 1 | -1, rules: Rules): Dec {
  const nan = nanOf(a, a, rules);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return (a.sign === 1) === direction > 0 ? largest(a.sign, rules) : a;
  const work = { ...rules, rounding: direction > 0 ? ROUND_CEILING : ROUND_FLOOR, status: 0 };
  const rounded = finalize(a, work);
  if (rounded.kind !== FINITE || compareValues(rounded, a) !== 0) return rounded;
  const least = finite(direction > 0 ? 0 : 1, 1n, etiny(rules) - 1);
  work.status = 0;
  const result = add(a, least, work);
  return work.status & CLAMPED && result.coefficient === 0n ? finite(a.sign, 0n, etiny(rules)) : result;
}
export const nextPlus = (a: Dec, rules: Rules): Dec => nextTo(a, 1, rules);
export const nextMinus = (a: Dec, rules: Rules): Dec => nextTo(a, -1, rules);

export function nextToward(a: Dec, b: Dec, rules: Rules): Dec {
  const nan = nanOf(a, b, rules);
  if (nan !== undefined) return nan;
  const order = compareValues(a, b);
  if (order === 0) return withSign(a, b.sign);
  const result = nextTo(a, order < 0 ? 1 : -1, rules);
  if (result.kind === INFINITE) rules.status |= OVERFLOW | INEXACT | ROUNDED;
  else if (adjusted(result) < rules.emin) {
    rules.status |= UNDERFLOW | SUBNORMAL | INEXACT | ROUNDED;
    if (result.coefficient === 0n) rules.status |= CLAMPED;
  }
  return result;
}

export function numberClass(a: Dec, rules: Rules): string {
  if (a.kind === QUIET_NAN) return "NaN";
  if (a.kind === SIGNALLING_NAN) return "sNaN";
  const sign = a.sign === 1 ? "-" : "+";
  if (a.kind === INFINITE) return `${sign}Infinity`;
  if (a.coefficient === 0n) return `${sign}Zero`;
  return sign + (adjusted(a) < rules.emin ? "Subnormal" : "Normal");
}

export function sameQuantum(a: Dec, b: Dec): boolean {
  if (a.kind !== FINITE || b.kind !== FINITE)
    return (isNaN(a) && isNaN(b)) || (a.kind === INFINITE && b.kind === INFINITE);
  return a.exponent === b.exponent;
}
