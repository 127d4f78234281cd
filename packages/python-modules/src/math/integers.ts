import { NULL, type Word } from "@hotpy/memory";
import type { Integers } from "@hotpy/object-model";

/** Products of many integers. NULL: there is no memory, and MemoryError is raised. */
export interface Products {
  /** 1 * 2 * … * n. */
  factorial(n: number): Word;
  /** n * (n - 1) * … * (n - k + 1). */
  permutations(n: Word, k: number): Word;
  /** Ways to choose k of n. */
  combinations(n: Word, k: number): Word;
  /** The least common multiple, not negative. */
  lcm(a: Word, b: Word): Word;
}

export function createProducts(integers: Integers): Products {
  /** Product of n, n - 1, …, n - k + 1; in halves, so that factors are of equal size. */
  function permutations(n: Word, k: number): Word {
    if (n === NULL) return NULL;
    if (k <= 8) {
      let product = integers.fromNumber(1);
      for (let i = 0; i < k && product !== NULL; i++)
        product = integers.multiply(product, integers.subtract(n, integers.fromNumber(i)));
      return product;
    }
    const half = k >> 1;
    const upper = permutations(n, half);
    if (upper === NULL) return NULL;
    const lower = permutations(integers.subtract(n, integers.fromNumber(half)), k - half);
    return lower === NULL ? NULL : integers.multiply(upper, lower);
  }

  const factorial = (n: number): Word => permutations(integers.fromNumber(n), n);

  return {
    factorial,
    permutations,
    combinations(n, k) {
      const product = permutations(n, k);
      // The user may have interrupted: then the rest is not worth its time.
      const repeated = product === NULL ? NULL : factorial(k);
      return repeated === NULL ? NULL : integers.floorDivide(product, repeated);
    },
    lcm(a, b) {
      if (integers.sign(a) === 0 || integers.sign(b) === 0) return integers.fromNumber(0);
      const divisor = integers.gcd(a, b);
      if (divisor === NULL) return NULL;
      const product = integers.multiply(integers.floorDivide(a, divisor), b);
      return product === NULL ? NULL : integers.absolute(product);
    },
  };
}
