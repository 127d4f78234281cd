/// 64-bit integers as two 32-bit halves, without BigInt and without objects: an operation leaves its result in the
/// accumulator, `lo` and `hi`, two's complement. All numbers here are JavaScript doubles holding int32s unless said.

const TWO32 = 0x100000000;

/** Results of {@link Int64}. */
export interface Int64 {
  /** Low half as int32. */
  lo: number;
  /** High half as int32. */
  hi: number;
}

/** The accumulator: one for the whole program, since operations are not nested. */
export const int64: Int64 = { lo: 0, hi: 0 };

/** Sets the accumulator to an integral double within int64. */
export function setNumber(value: number): void {
  const hi = Math.floor(value / TWO32);
  int64.hi = hi | 0;
  int64.lo = (value - hi * TWO32) | 0;
}

/** The accumulator as a double; exact if {@link isExact}. */
export function toNumber(lo: number, hi: number): number {
  return hi * TWO32 + (lo >>> 0);
}

/** True if a 64-bit integer with this high half is a double exactly, being below 2**53 in magnitude. */
export function isExact(hi: number): boolean {
  return hi >= -0x200000 && hi < 0x200000;
}

/** a + b; false on overflow. */
export function add(alo: number, ahi: number, blo: number, bhi: number): boolean {
  const lo = (alo >>> 0) + (blo >>> 0);
  const hi = (ahi + bhi + (lo >= TWO32 ? 1 : 0)) | 0;
  int64.lo = lo | 0;
  int64.hi = hi;
  return ((ahi ^ hi) & (bhi ^ hi)) >= 0;
}

/** a - b; false on overflow. */
export function subtract(alo: number, ahi: number, blo: number, bhi: number): boolean {
  const borrow = alo >>> 0 < blo >>> 0 ? 1 : 0;
  const hi = (ahi - bhi - borrow) | 0;
  int64.lo = (alo - blo) | 0;
  int64.hi = hi;
  return ((ahi ^ bhi) & (ahi ^ hi)) >= 0;
}

/** Low 64 bits of a * b. */
export function multiplyWrapping(alo: number, ahi: number, blo: number, bhi: number): void {
  const a0 = alo & 0xffff;
  const a1 = alo >>> 16;
  const b0 = blo & 0xffff;
  const b1 = blo >>> 16;
  // Each sum is below 2**32: a product of two 16-bit numbers leaves room for one more.
  const cross = (Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16)) >>> 0;
  const other = (Math.imul(a0, b1) + (cross & 0xffff)) >>> 0;
  const high = (Math.imul(a1, b1) + (cross >>> 16) + (other >>> 16)) | 0;
  int64.lo = Math.imul(alo, blo);
  int64.hi = (high + Math.imul(alo, bhi) + Math.imul(ahi, blo)) | 0;
}

/** Products of doubles below this are within int64 for certain, whatever the rounding. */
const SAFE_PRODUCT = 9.2233720368547e18;

/** a * b; false if the product may be outside int64 (a few products at the very edge are refused, too). */
export function multiply(alo: number, ahi: number, blo: number, bhi: number): boolean {
  const approximate = toNumber(alo, ahi) * toNumber(blo, bhi);
  if (!(approximate < SAFE_PRODUCT && approximate > -SAFE_PRODUCT)) return false;
  multiplyWrapping(alo, ahi, blo, bhi);
  return true;
}

/** Set by {@link divide}: the remainder, with the divisor's sign. */
export let remainder = 0;

/**
 * Quotient rounded down in the accumulator, remainder in {@link remainder}, for a divisor below 2**53 in magnitude and
 * not 0. False if the quotient is not within int64.
 */
export function divide(alo: number, ahi: number, divisor: number): boolean {
  const dividend = toNumber(alo, ahi);
  // An estimate: off by a few parts in 2**52. What it leaves is small, and divided exactly.
  const estimate = Math.floor(dividend / divisor);
  if (!(estimate < SAFE_PRODUCT && estimate > -SAFE_PRODUCT)) return false;
  setNumber(estimate);
  const qlo = int64.lo;
  const qhi = int64.hi;
  setNumber(divisor);
  multiplyWrapping(qlo, qhi, int64.lo, int64.hi);
  subtract(alo, ahi, int64.lo, int64.hi);
  if (!isExact(int64.hi)) return false;
  const rest = toNumber(int64.lo, int64.hi);
  let left = rest % divisor;
  if (left !== 0 && left < 0 !== divisor < 0) left += divisor;
  const correction = (rest - left) / divisor;
  remainder = left + 0;
  setNumber(correction);
  return add(qlo, qhi, int64.lo, int64.hi);
}

/** a << count, 0 <= count < 64; false if bits are lost. */
export function shiftLeft(lo: number, hi: number, count: number): boolean {
  if (count === 0) {
    int64.lo = lo;
    int64.hi = hi;
  } else if (count < 32) {
    int64.lo = lo << count;
    int64.hi = (hi << count) | (lo >>> (32 - count));
  } else {
    int64.lo = 0;
    int64.hi = lo << (count - 32);
  }
  const resultLo = int64.lo;
  const resultHi = int64.hi;
  shiftRight(resultLo, resultHi, count);
  const kept = int64.lo === lo && int64.hi === hi;
  int64.lo = resultLo;
  int64.hi = resultHi;
  return kept;
}

/** Arithmetic a >> count, 0 <= count < 64. */
export function shiftRight(lo: number, hi: number, count: number): void {
  if (count === 0) {
    int64.lo = lo;
    int64.hi = hi;
  } else if (count < 32) {
    int64.lo = (lo >>> count) | (hi << (32 - count));
    int64.hi = hi >> count;
  } else {
    int64.lo = hi >> (count - 32);
    int64.hi = hi >> 31;
  }
}
