/// Sums and norms of floats without rounding errors on the way.

import { doubleDouble } from "@hotpy/object-model";

const { dd, twoProduct, twoSum } = doubleDouble;

/** Why a sum has no value. */
export type SumFault = "overflow" | "infinities";

/** The exact sum, rounded once (Shewchuk's partials). */
export function exactSum(values: readonly number[]): number | SumFault {
  let partials: number[] = [];
  let special = 0;
  let infinities = 0;
  for (const value of values) {
    let x = value;
    const next: number[] = [];
    for (const each of partials) {
      let y = each;
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) next.push(low);
      x = high;
    }
    if (x !== 0) {
      if (!Number.isFinite(x)) {
        if (Number.isFinite(value)) return "overflow";
        if (!Number.isNaN(value)) infinities += value;
        special += value;
        partials = [];
        continue;
      }
      next.push(x);
    }
    partials = next;
  }
  if (special !== 0) return Number.isNaN(infinities) ? "infinities" : special;
  return roundPartials(partials);
}

/** Sum of partials that do not overlap, in increasing magnitude; half-way cases to even. */
function roundPartials(partials: readonly number[]): number {
  let n = partials.length;
  if (n === 0) return 0;
  let high = partials[--n];
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n];
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  if (n > 0 && low < 0 === partials[n - 1] < 0 && partials[n - 1] !== 0 && low !== 0) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) return x;
  }
  return high;
}

/** Square root of the sum of squares, accurate to the last bit or nearly so. */
export function vectorNorm(values: readonly number[]): number {
  let greatest = 0;
  let hasNaN = false;
  for (const value of values) {
    const magnitude = Math.abs(value);
    if (magnitude === Infinity) return Infinity;
    if (Number.isNaN(magnitude)) hasNaN = true;
    else if (magnitude > greatest) greatest = magnitude;
  }
  if (hasNaN) return Number.NaN;
  if (greatest === 0 || values.length < 2) return greatest;
  // Scaled by a power of two, so that squares neither overflow nor vanish.
  const exponent = Math.floor(Math.log2(greatest));
  const scale = (value: number): number => value * 2 ** (-exponent >> 1) * 2 ** (-exponent - (-exponent >> 1));
  let high = 0;
  let low = 0;
  for (const value of values) {
    twoProduct(scale(value), scale(value));
    const squareError = dd.lo;
    twoSum(high, dd.hi);
    high = dd.hi;
    low += dd.lo + squareError;
  }
  const total = high + low;
  const root = Math.sqrt(total);
  twoProduct(root, root);
  const corrected = root + (high - dd.hi + (low - dd.lo)) / (2 * root);
  return corrected * 2 ** (exponent >> 1) * 2 ** (exponent - (exponent >> 1));
}
