import { bitLengthOf } from "@hotpy/object-model";

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) {
    // Most of the work is on small numbers, where doubles are faster.
    if (x < 0x20000000000000n) return BigInt(gcdNumber(Number(x), Number(y)));
    [x, y] = [y, x % y];
  }
  return x;
}

/** Greatest common divisor of two non-negative integers below 2**53. */
export function gcdNumber(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** Largest integer whose square is not above n >= 0: Newton's method from above. */
export function integerSquareRoot(n: bigint): bigint {
  if (n < 0x10000000000000n) return BigInt(Math.floor(Math.sqrt(Number(n))));
  let x = 1n << BigInt((bitLengthOf(n) + 1) >> 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

/** Product of the integers low, low + 1, …, high; in halves, so that factors are of equal size. */
function productOfRange(low: number, high: number): bigint {
  if (low > high) return 1n;
  if (high - low < 8) {
    let product = BigInt(low);
    for (let i = low + 1; i <= high; i++) product *= BigInt(i);
    return product;
  }
  const middle = Math.floor((low + high) / 2);
  return productOfRange(low, middle) * productOfRange(middle + 1, high);
}

export const factorial = (n: number): bigint => productOfRange(1, n);

/** n * (n - 1) * … * (n - k + 1). */
export function permutations(n: bigint, k: number): bigint {
  if (n < 0x20000000000000n) return productOfRange(Number(n) - k + 1, Number(n));
  let product = 1n;
  for (let i = 0n; i < BigInt(k); i++) product *= n - i;
  return product;
}

/** Ways to choose k of n. */
export const combinations = (n: bigint, k: number): bigint => permutations(n, k) / factorial(k);
