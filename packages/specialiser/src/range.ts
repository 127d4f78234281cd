/// Integer ranges, both ends included. They decide comparisons and prove that sums cannot overflow (as in PyPy's
/// intbounds). Arithmetic on ends is exact: BigInt.

import type { Range } from "@hotpy/trace";

export const INT64: Range = { low: -(2n ** 63n), high: 2n ** 63n - 1n };
export const INT32: Range = { low: -(2n ** 31n), high: 2n ** 31n - 1n };
/** Integers that a tagged word holds. */
export const SMALL: Range = { low: -(2n ** 30n), high: 2n ** 30n - 1n };
export const BOOLEAN: Range = { low: 0n, high: 1n };

export const range = (low: bigint, high: bigint): Range => ({ low, high });
export const single = (value: bigint): Range => ({ low: value, high: value });
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const greatest = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** The range of these values. */
function spanOf(values: readonly bigint[]): Range {
  let low = values[0];
  let high = low;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return range(low, high);
}

/** Whether every member of `inner` is one of `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.low <= inner.low && inner.high <= outer.high;
}

/** The smallest range with the members of both. */
export function hull(a: Range, b: Range): Range {
  return contains(a, b) ? a : range(least(a.low, b.low), greatest(a.high, b.high));
}

/** The members that both have; `undefined` if there is none. The first itself if the second contains it. */
export function intersect(a: Range, b: Range): Range | undefined {
  if (contains(b, a)) return a;
  const low = greatest(a.low, b.low);
  const high = least(a.high, b.high);
  return low <= high ? range(low, high) : undefined;
}

export const sameRange = (a: Range, b: Range): boolean => a === b || (a.low === b.low && a.high === b.high);

/** Exact results, which may lie outside 64 bits. */
export const addRanges = (a: Range, b: Range): Range => range(a.low + b.low, a.high + b.high);
export const subtractRanges = (a: Range, b: Range): Range => range(a.low - b.high, a.high - b.low);
export function multiplyRanges(a: Range, b: Range): Range {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return spanOf(ends);
}

/** Quotient rounded down, of a divisor that is positive. */
export function quotientRange(a: Range, divisor: Range): Range {
  const floor = (x: bigint, y: bigint): bigint => (x < 0n ? -((-x + y - 1n) / y) : x / y);
  const ends = [divisor.low, divisor.high].flatMap((y) => [floor(a.low, y), floor(a.high, y)]);
  return spanOf(ends);
}

/** Remainder with the divisor's sign, of a divisor that is not 0. */
export function remainderRange(divisor: Range): Range {
  return range(divisor.low < 0n ? divisor.low + 1n : 0n, divisor.high > 0n ? divisor.high - 1n : 0n);
}

/** Bitwise and: not above an operand that is not negative. */
export function andRange(a: Range, b: Range): Range {
  if (a.low >= 0n && b.low >= 0n) return range(0n, least(a.high, b.high));
  if (a.low >= 0n) return range(0n, a.high);
  return b.low >= 0n ? range(0n, b.high) : INT64;
}

/** Arithmetic shift right by a count that is not negative. */
export function shiftRightRange(a: Range, count: Range): Range {
  const least64 = (n: bigint): bigint => (n > 63n ? 63n : n);
  const shifts = [least64(greatest(count.low, 0n)), least64(greatest(count.high, 0n))];
  const ends = shifts.flatMap((n) => [a.low >> n, a.high >> n]);
  return spanOf(ends);
}

const LOW_STOPS = [0n, SMALL.low, INT32.low, INT64.low];
const HIGH_STOPS = [SMALL.high, INT32.high, INT64.high];

/** `next` with each end that has moved past `previous` moved on to a stop, so that a growing range soon stands still. */
export function widen(previous: Range, next: Range): Range {
  const low = next.low >= previous.low ? next.low : (LOW_STOPS.find((stop) => stop <= next.low) ?? INT64.low);
  const high = next.high <= previous.high ? next.high : (HIGH_STOPS.find((stop) => stop >= next.high) ?? INT64.high);
  return range(low, high);
}

/** The first range without what cannot be, given that `a < b` (or `a <= b`) holds; likewise the second. */
export function refineLess(a: Range, b: Range, orEqual: boolean): readonly [Range | undefined, Range | undefined] {
  const gap = orEqual ? 0n : 1n;
  return [intersect(a, range(INT64.low - 1n, b.high - gap)), intersect(b, range(a.low + gap, INT64.high + 1n))];
}

/** The truth of `a < b` (or `a <= b`) if the ranges decide it. */
export function decideLess(a: Range, b: Range, orEqual: boolean): boolean | undefined {
  if (orEqual ? a.high <= b.low : a.high < b.low) return true;
  if (orEqual ? a.low > b.high : a.low >= b.high) return false;
  return undefined;
}

/** The truth of `a = b` if the ranges decide it. */
export function decideEqual(a: Range, b: Range): boolean | undefined {
  if (a.high < b.low || b.high < a.low) return false;
  return a.low === a.high && sameRange(a, b) ? true : undefined;
}
