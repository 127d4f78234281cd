/// Sums and norms of floats without rounding errors on the way.

import { doubleDouble } from "@hotpy/object-model";

const { dd, twoProduct, twoSum } = doubleDouble;

/** Why a sum has no value. */
export type SumFault = "overflow" | "infinities";

/** An exact sum of doubles that is being made: partials that do not overlap (Shewchuk's), and what is not finite by itself. */
export interface ExactSum {
  readonly partials: readonly number[];
  /** Sum of all that is not finite, and of the infinities among it. */
  readonly special: number;
  readonly infinities: number;
}

export const EMPTY_SUM: ExactSum = { partials: [], special: 0, infinities: 0 };

/** The sum with one more number; undefined: it overflows on the way. */
export function plus(sum: ExactSum, value: number): ExactSum | undefined {
  const partials: number[] = [];
  let x = value;
  for (const each of sum.partials) {
    let y = each;
    if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
    const high = x + y;
    const low = y - (high - x);
    if (low !== 0) partials.push(low);
    x = high;
  }
  if (Number.isFinite(x)) {
    if (x !== 0) partials.push(x);
    return { ...sum, partials };
  }
  if (Number.isFinite(value)) return undefined;
  const infinities = Number.isNaN(value) ? sum.infinities : sum.infinities + value;
  return { partials: [], special: sum.special + value, infinities };
}

/** The sum, rounded once. */
export function total({ partials, special, infinities }: ExactSum): number | SumFault {
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
