/// exp, log and pow: of the kernel, which has to have a table.

import { EXPONENTIAL_TABLE } from "@hotpy/memory";
import { FIXED_LN2, fixedSeries, fromFixed, inThreeParts } from "./double-double.js";
import { elementaryKernel, type Tables } from "./elementary-kernel.js";

/**
 * Makes the table in a memory, if it is not there: the parts of ln 2 / 4096 and of ln 2, then the powers 2 ** (i / 64) and 2 ** (i / 4096), as
 * double-doubles. It takes some milliseconds.
 */
export function prepareExponentials({ f64 }: Tables): void {
  const index = EXPONENTIAL_TABLE >>> 3;
  if (f64[index] !== 0) return;
  for (let i = 0; i < 64; i++) {
    f64.set(fromFixed(fixedSeries((FIXED_LN2 * BigInt(i)) / 64n).exp), index + 6 + 2 * i);
    f64.set(fromFixed(fixedSeries((FIXED_LN2 * BigInt(i)) / 4096n).exp), index + 134 + 2 * i);
  }
  f64.set([...inThreeParts(FIXED_LN2 / 4096n), ...inThreeParts(FIXED_LN2)], index);
}

const kernel = elementaryKernel(prepareExponentials);

export const exp = (x: number): number => kernel().exponentialOf(x);

/** Natural logarithm. */
export const log = (x: number): number => kernel().logarithmOf(x);

export const log10 = (x: number): number => (x > 0 && x < Infinity ? kernel().commonLogarithmOf(x) : Math.log10(x));

/** x ** y with JavaScript's special cases. */
export function pow(x: number, y: number): number {
  const magnitude = Math.abs(x);
  const isSpecial = !(magnitude > 0 && magnitude < Infinity) || !Number.isFinite(y) || y === 0 || magnitude === 1;
  return isSpecial || (x < 0 && !Number.isInteger(y)) ? x ** y : kernel().powerOf(x, y);
}
