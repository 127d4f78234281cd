/// Operations on doubles where JavaScript's differ: powers, and rounding halves to even.

import { pow } from "./exponential.js";

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
