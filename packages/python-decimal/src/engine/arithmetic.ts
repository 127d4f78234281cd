import {
  adjusted,
  type Dec,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  digitsOf,
  etiny,
  FINITE,
  failed,
  finite,
  INEXACT,
  INFINITE,
  INVALID_OPERATION,
  infinity,
  isZero,
  NAN,
  NoRoom,
  negated,
  power10,
  ROUND_FLOOR,
  ROUND_HALF_EVEN,
  ROUNDED,
  type Rules,
  withSign,
} from "./number.js";
import { finalize, nanOf } from "./rounding.js";

/** The sum, as long as it takes; far below the last digit of a precision, an operand counts by its sign alone. */
function exactSum(a: Dec, b: Dec, rules: Rules): Dec {
  const exponent = Math.min(a.exponent, b.exponent);
  if (a.coefficient === 0n || b.coefficient === 0n) return sumWithZero(a, b, exponent, rules);
  let [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a];
  const lowDigits = digitsOf(low.coefficient);
  const top = Math.max(high.exponent + digitsOf(high.coefficient), low.exponent + lowDigits);
  const least = Math.min(high.exponent - 1, top - rules.prec - 2);
  if (lowDigits + low.exponent - 1 < least) low = finite(low.sign, 1n, least);
  const x = high.coefficient * power10(high.exponent - low.exponent);
  const sum = (high.sign === 0 ? x : -x) + (low.sign === 0 ? low.coefficient : -low.coefficient);
  if (sum === 0n) return finite(zeroSign(a, b, rules), 0n, exponent);
  return finite(sum < 0n ? 1 : 0, sum < 0n ? -sum : sum, low.exponent);
}

const zeroSign = (a: Dec, b: Dec, rules: Rules): 0 | 1 =>
  a.sign === b.sign ? a.sign : rules.rounding === ROUND_FLOOR ? 1 : 0;

function sumWithZero(a: Dec, b: Dec, exponent: number, rules: Rules): Dec {
  if (a.coefficient === 0n && b.coefficient === 0n) return finite(zeroSign(a, b, rules), 0n, exponent);
  const other = a.coefficient === 0n ? b : a;
  // More zeros than the precision holds need not be made.
  const least = Math.max(exponent, adjusted(other) - rules.prec);
  if (least >= other.exponent) return other;
  return finite(other.sign, other.coefficient * power10(other.exponent - least), least);
}

export function add(a: Dec, b: Dec, rules: Rules): Dec {
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOf(a, b, rules);
    if (nan !== undefined) return nan;
    if (a.kind !== INFINITE) return b;
    return b.kind === INFINITE && a.sign !== b.sign ? failed(rules, INVALID_OPERATION) : a;
  }
  return finalize(exactSum(a, b, rules), rules);
}

export const subtract = (a: Dec, b: Dec, rules: Rules): Dec =>
  b.kind > INFINITE ? add(a, b, rules) : add(a, negated(b), rules);

/** The product before it is rounded. */
function product(a: Dec, b: Dec, rules: Rules): Dec {
  const sign = a.sign === b.sign ? 0 : 1;
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOf(a, b, rules);
    if (nan !== undefined) return nan;
    return isZero(a) || isZero(b) ? failed(rules, INVALID_OPERATION) : infinity(sign);
  }
  return finite(sign, a.coefficient * b.coefficient, a.exponent + b.exponent);
}

export const multiply = (a: Dec, b: Dec, rules: Rules): Dec => finalize(product(a, b, rules), rules);

/** `a * b + c`, rounded once. */
export function fma(a: Dec, b: Dec, c: Dec, rules: Rules): Dec {
  if (a.kind > INFINITE || b.kind > INFINITE || c.kind > INFINITE) {
    // A signalling NaN comes first, then any.
    const first = [a, b, c].find((each) => each.kind === 3) ?? [a, b, c].find((each) => each.kind > INFINITE);
    return nanOf(first as Dec, first as Dec, rules) as Dec;
  }
  const exact = product(a, b, rules);
  return exact.kind > INFINITE ? exact : add(exact, c, rules);
}

/** Digits of a quotient that are computed at most before it is asked whether that is exact. */
const LONG = 1_000_000;

export function divide(a: Dec, b: Dec, rules: Rules): Dec {
  const sign = a.sign === b.sign ? 0 : 1;
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOf(a, b, rules);
    if (nan !== undefined) return nan;
    if (a.kind === INFINITE) return b.kind === INFINITE ? failed(rules, INVALID_OPERATION) : infinity(sign);
    return finalize(finite(sign, 0n, etiny(rules)), withClamped(rules));
  }
  if (b.coefficient === 0n) {
    if (a.coefficient === 0n) return failed(rules, DIVISION_UNDEFINED);
    rules.status |= DIVISION_BY_ZERO;
    return infinity(sign);
  }
  const ideal = a.exponent - b.exponent;
  if (a.coefficient === 0n) return finalize(finite(sign, 0n, ideal), rules);
  const [digitsA, digitsB] = [digitsOf(a.coefficient), digitsOf(b.coefficient)];
  // With precisions for which there is no room only exact quotients exist, and these are not much longer than the operands.
  const prec = rules.prec > LONG ? Math.min(rules.prec, 4 * Math.max(digitsA, digitsB) + 64) : rules.prec;
  const shift = digitsB - digitsA + prec + 1;
  let exponent = ideal - shift;
  const numerator = shift >= 0 ? a.coefficient * power10(shift) : a.coefficient;
  const denominator = shift >= 0 ? b.coefficient : b.coefficient * power10(-shift);
  let quotient = numerator / denominator;
  if (quotient * denominator !== numerator) {
    if (prec !== rules.prec) throw new NoRoom();
    // What rounding takes for more than zero, and less than a half.
    if (quotient % 5n === 0n) quotient += 1n;
  } else {
    const zeros = Math.min(trailingZeros(quotient), ideal - exponent);
    if (zeros > 0) {
      quotient /= power10(zeros);
      exponent += zeros;
    }
  }
  return finalize(finite(sign, quotient, exponent), rules);
}

/** A finite number divided by an infinity is a zero with the least exponent, which counts as clamped. */
function withClamped(rules: Rules): Rules {
  rules.status |= 1;
  return rules;
}

/** Number of zeros at the end of a coefficient that is not zero. */
export function trailingZeros(coefficient: bigint): number {
  if (coefficient % 10n !== 0n) return 0;
  const text = coefficient.toString();
  let end = text.length;
  while (text.charCodeAt(end - 1) === 48) end--;
  return text.length - end;
}

/** Quotient towards zero and remainder, neither rounded; undefined: the quotient has too many digits. */
function divideWhole(a: Dec, b: Dec, rules: Rules): readonly [Dec, Dec] | undefined {
  const sign = a.sign === b.sign ? 0 : 1;
  if (b.kind === INFINITE) return [finite(sign, 0n, 0), a];
  const exponent = Math.min(a.exponent, b.exponent);
  if (a.coefficient === 0n) return [finite(sign, 0n, 0), finite(a.sign, 0n, exponent)];
  const distance = adjusted(a) - adjusted(b);
  if (distance < 0) return [finite(sign, 0n, 0), extended(a, exponent)];
  if (distance > rules.prec) return undefined;
  const x = a.coefficient * power10(a.exponent - exponent);
  const y = b.coefficient * power10(b.exponent - exponent);
  const quotient = x / y;
  if (digitsOf(quotient) > rules.prec) return undefined;
  return [finite(sign, quotient, 0), finite(a.sign, x - quotient * y, exponent)];
}

/** With more zeros at its end. */
const extended = (a: Dec, exponent: number): Dec =>
  finite(a.sign, a.coefficient * power10(a.exponent - exponent), exponent);

export function divideInteger(a: Dec, b: Dec, rules: Rules): Dec {
  const sign = a.sign === b.sign ? 0 : 1;
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOf(a, b, rules);
    if (nan !== undefined) return nan;
    if (a.kind === INFINITE) return b.kind === INFINITE ? failed(rules, INVALID_OPERATION) : infinity(sign);
    return finite(sign, 0n, 0);
  }
  if (b.coefficient === 0n) {
    if (a.coefficient === 0n) return failed(rules, DIVISION_UNDEFINED);
    rules.status |= DIVISION_BY_ZERO;
    return infinity(sign);
  }
  const parts = divideWhole(a, b, rules);
  return parts === undefined ? failed(rules, DIVISION_IMPOSSIBLE) : finalize(parts[0], rules);
}

/** What is left where one of the operands is not finite, or the divisor zero; undefined: it is to be computed. */
function specialRemainder(a: Dec, b: Dec, rules: Rules): Dec | undefined {
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOf(a, b, rules);
    if (nan !== undefined) return nan;
    if (a.kind === INFINITE) return failed(rules, INVALID_OPERATION);
    return finalize(a, rules);
  }
  if (b.coefficient !== 0n) return undefined;
  return failed(rules, a.coefficient === 0n ? DIVISION_UNDEFINED : INVALID_OPERATION);
}

export function remainder(a: Dec, b: Dec, rules: Rules): Dec {
  const special = specialRemainder(a, b, rules);
  if (special !== undefined) return special;
  const parts = divideWhole(a, b, rules);
  return parts === undefined ? failed(rules, DIVISION_IMPOSSIBLE) : finalize(parts[1], rules);
}

export function divmod(a: Dec, b: Dec, rules: Rules): readonly [Dec, Dec] {
  const sign = a.sign === b.sign ? 0 : 1;
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOf(a, b, rules);
    if (nan !== undefined) return [nan, nan];
    if (a.kind === INFINITE) {
      const quotient = b.kind === INFINITE ? NAN : infinity(sign);
      return [quotient, failed(rules, INVALID_OPERATION)];
    }
    return [finite(sign, 0n, 0), finalize(a, rules)];
  }
  if (b.coefficient === 0n) {
    if (a.coefficient === 0n) return [failed(rules, DIVISION_UNDEFINED), NAN];
    return [infinity(sign), failed(rules, DIVISION_BY_ZERO | INVALID_OPERATION)];
  }
  const parts = divideWhole(a, b, rules);
  if (parts === undefined) return [failed(rules, DIVISION_IMPOSSIBLE), NAN];
  return [finalize(parts[0], rules), finalize(parts[1], rules)];
}

export function remainderNear(a: Dec, b: Dec, rules: Rules): Dec {
  const special = specialRemainder(a, b, rules);
  if (special !== undefined) return special;
  const exponent = Math.min(a.exponent, b.exponent);
  if (a.coefficient === 0n) return finalize(finite(a.sign, 0n, exponent), rules);
  const distance = adjusted(a) - adjusted(b);
  if (distance >= rules.prec + 1) return failed(rules, DIVISION_IMPOSSIBLE);
  if (distance <= -2) return finalize(extended(a, exponent), rules);
  const x = a.coefficient * power10(a.exponent - exponent);
  const y = b.coefficient * power10(b.exponent - exponent);
  let quotient = x / y;
  let rest = x - quotient * y;
  let { sign } = a;
  if (2n * rest + (quotient & 1n) > y) {
    rest -= y;
    quotient += 1n;
  }
  if (digitsOf(quotient) > rules.prec) return failed(rules, DIVISION_IMPOSSIBLE);
  if (rest < 0n) {
    sign = sign === 0 ? 1 : 0;
    rest = -rest;
  }
  return finalize(finite(sign, rest, exponent), rules);
}

/** The integer square root. */
function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  if (value < 4_503_599_627_370_496n) return BigInt(Math.floor(Math.sqrt(Number(value))));
  const bits = value.toString(16).length * 4;
  // The root of the upper half, by the same way, is right to half of the bits.
  const shift = BigInt((bits >> 2) & ~1);
  let root = (integerRoot(value >> (2n * (shift >> 1n))) + 1n) << (shift >> 1n);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

export function squareRoot(a: Dec, rules: Rules): Dec {
  if (a.kind !== FINITE) {
    const nan = nanOf(a, a, rules);
    if (nan !== undefined) return nan;
    return a.sign === 1 ? failed(rules, INVALID_OPERATION) : a;
  }
  const ideal = Math.floor(a.exponent / 2);
  if (a.coefficient === 0n) return finalize(finite(a.sign, 0n, ideal), rules);
  if (a.sign === 1) return failed(rules, INVALID_OPERATION);
  const isOddExponent = a.exponent !== 2 * ideal;
  let coefficient = isOddExponent ? a.coefficient * 10n : a.coefficient;
  const digits = digitsOf(a.coefficient);
  const length = isOddExponent ? (digits >> 1) + 1 : (digits + 1) >> 1;
  // As for quotients: with precisions for which there is no room only exact roots exist.
  const prec = (rules.prec > LONG ? Math.min(rules.prec, digits + 64) : rules.prec) + 1;
  const shift = prec - length;
  let exponent = ideal;
  let isExact = true;
  if (shift >= 0) coefficient *= power10(2 * shift);
  else {
    const cut = coefficient / power10(-2 * shift);
    isExact = cut * power10(-2 * shift) === coefficient;
    coefficient = cut;
  }
  exponent -= shift;
  let root = integerRoot(coefficient);
  isExact = isExact && root * root === coefficient;
  if (isExact) {
    if (shift >= 0) root /= power10(shift);
    else root *= power10(-shift);
    exponent += shift;
  } else {
    if (prec !== rules.prec + 1) throw new NoRoom();
    if (root % 5n === 0n) root += 1n;
  }
  const result = finalizeEven(finite(0, root, exponent), rules);
  if (!isExact) rules.status |= INEXACT | ROUNDED;
  return result;
}

/** As `finalize` with the even neighbour, whatever the rules say of rounding. */
export function finalizeEven(a: Dec, rules: Rules): Dec {
  const { rounding } = rules;
  rules.rounding = ROUND_HALF_EVEN;
  const result = finalize(a, rules);
  rules.rounding = rounding;
  return result;
}

/** Order by value: negative, 0, positive. Neither is a NaN. */
export function compareValues(a: Dec, b: Dec): number {
  if (a.kind === INFINITE || b.kind === INFINITE) {
    const x = a.kind === INFINITE ? (a.sign === 1 ? -1 : 1) : 0;
    const y = b.kind === INFINITE ? (b.sign === 1 ? -1 : 1) : 0;
    return x - y;
  }
  if (a.coefficient === 0n) return b.coefficient === 0n ? 0 : b.sign === 1 ? 1 : -1;
  if (b.coefficient === 0n) return a.sign === 1 ? -1 : 1;
  if (a.sign !== b.sign) return a.sign === 1 ? -1 : 1;
  return a.sign === 1 ? -compareMagnitudes(a, b) : compareMagnitudes(a, b);
}

/** Order of the magnitudes of two numbers that are not NaNs. */
export function compareMagnitudes(a: Dec, b: Dec): number {
  if (a.kind === INFINITE || b.kind === INFINITE) return (a.kind === INFINITE ? 1 : 0) - (b.kind === INFINITE ? 1 : 0);
  if (a.coefficient === 0n || b.coefficient === 0n)
    return (a.coefficient === 0n ? 0 : 1) - (b.coefficient === 0n ? 0 : 1);
  if (a.exponent === b.exponent) return order(a.coefficient, b.coefficient);
  const distance = adjusted(a) - adjusted(b);
  if (distance !== 0) return distance;
  return a.exponent > b.exponent
    ? order(a.coefficient * power10(a.exponent - b.exponent), b.coefficient)
    : order(a.coefficient, b.coefficient * power10(b.exponent - a.exponent));
}
const order = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

export const plus = (a: Dec, rules: Rules): Dec => signed(a, a.sign, rules);
export const minus = (a: Dec, rules: Rules): Dec => signed(a, a.sign === 0 ? 1 : 0, rules);
export function absolute(a: Dec, rules: Rules): Dec {
  return nanOf(a, a, rules) ?? finalize(withSign(a, 0), rules);
}
/** With a sign, but that zeros are positive unless they round towards minus infinity. */
function signed(a: Dec, sign: 0 | 1, rules: Rules): Dec {
  const nan = nanOf(a, a, rules);
  if (nan !== undefined) return nan;
  const isPositive = isZero(a) && rules.rounding !== ROUND_FLOOR;
  return finalize(withSign(a, isPositive ? 0 : sign), rules);
}
