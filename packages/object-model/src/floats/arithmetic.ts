/// Operations on doubles where JavaScript's differ: division rounded down, and its remainder; rounding halves to even.

import { pow } from "./exponential.js";

/** Remainder with the divisor's sign; a zero has it, too. The divisor is not 0. */
export function floatModulo(a: number, b: number): number {
  const rest = a % b;
  if (rest !== 0) return rest < 0 !== b < 0 ? rest + b : rest;
  return b < 0 ? -0 : 0;
}

/** Quotient rounded down, consistent with {@link floatModulo}. The divisor is not 0. */
export function floatFloorDivide(a: number, b: number): number {
  let rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && rest < 0 !== b < 0) {
    rest += b;
    quotient -= 1;
  }
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** Outcome of {@link floatPower} that is no float. */
export type PowerFault = "zero-division" | "overflow" | "complex";

/** `a ** b`. */
export function floatPower(a: number, b: number): number | PowerFault {
  if (b === 0 || a === 1) return 1;
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return 1;
  if (a === 0 && b < 0 && b !== -Infinity) return "zero-division";
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) return "complex";
  const result = pow(a, b);
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) return "overflow";
  return result;
}

/** Nearest integral double, ties to even. */
export function roundHalfEven(value: number): number {
  const magnitude = Math.abs(value);
  if (!(magnitude < 2 ** 52)) return value;
  const rounded = magnitude + 2 ** 52 - 2 ** 52;
  return value < 0 || Object.is(value, -0) ? -rounded : rounded;
}
