/// Decimal numbers as TypeScript computes with them, and what an operation is told and tells.

export const FINITE = 0;
export const INFINITE = 1;
export const QUIET_NAN = 2;
export const SIGNALLING_NAN = 3;
export type Kind = 0 | 1 | 2 | 3;

/** `(-1) ** sign * coefficient * 10 ** exponent`; the coefficient of a NaN is its payload. Never changed once made. */
export interface Dec {
  readonly kind: Kind;
  readonly sign: 0 | 1;
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** Roundings by their numbers. */
export const ROUNDINGS = [
  "ROUND_UP",
  "ROUND_DOWN",
  "ROUND_CEILING",
  "ROUND_FLOOR",
  "ROUND_HALF_UP",
  "ROUND_HALF_DOWN",
  "ROUND_HALF_EVEN",
  "ROUND_05UP",
] as const;
export const ROUND_UP = 0;
export const ROUND_DOWN = 1;
export const ROUND_CEILING = 2;
export const ROUND_FLOOR = 3;
export const ROUND_HALF_UP = 4;
export const ROUND_HALF_DOWN = 5;
export const ROUND_HALF_EVEN = 6;
export const ROUND_05UP = 7;

/** What may have happened in an operation: bits of its status, with libmpdec's values. */
export const CLAMPED = 1;
export const CONVERSION_SYNTAX = 2;
export const DIVISION_BY_ZERO = 4;
export const DIVISION_IMPOSSIBLE = 8;
export const DIVISION_UNDEFINED = 16;
export const INEXACT = 0x40;
export const INVALID_CONTEXT = 0x80;
export const INVALID_OPERATION = 0x100;
export const NO_MEMORY = 0x200;
export const FLOAT_OPERATION = 0x400;
export const OVERFLOW = 0x800;
export const ROUNDED = 0x1000;
export const SUBNORMAL = 0x2000;
export const UNDERFLOW = 0x4000;
/** All that the signal InvalidOperation stands for. */
export const INVALID =
  CONVERSION_SYNTAX | DIVISION_IMPOSSIBLE | DIVISION_UNDEFINED | INVALID_CONTEXT | INVALID_OPERATION | 0x220;

/** What rules an operation, and its status, to which bits are added. */
export interface Rules {
  prec: number;
  emin: number;
  emax: number;
  rounding: number;
  clamp: number;
  status: number;
}

/** Digits beyond which there is no room for a coefficient. */
const MOST_DIGITS = 300_000_000;
/** Largest magnitude of an exponent: numbers hold these and their sums exactly. */
export const MOST_EXPONENT = 2 ** 50;

/** A coefficient that has no room. */
export class NoRoom extends Error {}

const POWERS: bigint[] = [1n];
export function power10(n: number): bigint {
  if (n < 1024) {
    for (let i = POWERS.length; i <= n; i++) POWERS.push(POWERS[i - 1] * 10n);
    return POWERS[n];
  }
  if (n > MOST_DIGITS) throw new NoRoom();
  return 10n ** BigInt(n);
}

/** Bits of a number that is not zero. */
export function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex[0], 16)) + 28;
}

/** Number of decimal digits; 1 of zero. */
export function digitsOf(value: bigint): number {
  if (value < 1_000_000_000_000_000n) {
    const number = Number(value);
    let digits = 1;
    for (let bound = 10; bound <= number; bound *= 10) digits++;
    return digits;
  }
  const near = Number(value);
  if (near < 1e300) {
    const size = Math.floor(Math.log10(near));
    return value >= power10(size + 1) ? size + 2 : value >= power10(size) ? size + 1 : size;
  }
  const estimate = Math.floor((bitLength(value) - 1) * 0.30102999566398119521) + 1;
  return value >= power10(estimate) ? estimate + 1 : value < power10(estimate - 1) ? estimate - 1 : estimate;
}

export const finite = (sign: 0 | 1, coefficient: bigint, exponent: number): Dec => ({
  kind: FINITE,
  sign,
  coefficient,
  exponent,
});
export const infinity = (sign: 0 | 1): Dec => ({ kind: INFINITE, sign, coefficient: 0n, exponent: 0 });
export const NAN: Dec = { kind: QUIET_NAN, sign: 0, coefficient: 0n, exponent: 0 };
export const ONE: Dec = finite(0, 1n, 0);

export const isNaN = (a: Dec): boolean => a.kind >= QUIET_NAN;
export const isZero = (a: Dec): boolean => a.kind === FINITE && a.coefficient === 0n;
/** Exponent of the first digit. */
export const adjusted = (a: Dec): number => a.exponent + digitsOf(a.coefficient) - 1;
export const etiny = (rules: Rules): number => rules.emin - rules.prec + 1;
export const etop = (rules: Rules): number => rules.emax - rules.prec + 1;
export const withSign = (a: Dec, sign: 0 | 1): Dec => (a.sign === sign ? a : { ...a, sign });
export const negated = (a: Dec): Dec => ({ ...a, sign: a.sign === 0 ? 1 : 0 });

/** A NaN that says what has failed. */
export function failed(rules: Rules, status: number): Dec {
  rules.status |= status;
  return NAN;
}

/** Whether the digits stand for an integer. */
export function isIntegral(a: Dec): boolean {
  if (a.kind !== FINITE) return false;
  if (a.exponent >= 0 || a.coefficient === 0n) return true;
  return -a.exponent < digitsOf(a.coefficient) && a.coefficient % power10(-a.exponent) === 0n;
}
/** Whether an integral number is odd. */
export function isOdd(a: Dec): boolean {
  if (a.kind !== FINITE || a.exponent > 0 || a.coefficient === 0n) return false;
  return ((a.coefficient / power10(-a.exponent)) & 1n) === 1n;
}
