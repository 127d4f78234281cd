import { createIntegers, createObjectKernel } from "@hotpy/object-model";
import { createRandom, createTestHeap } from "@hotpy/object-model/testing";
import { oracle } from "@hotpy-tools/oracle";
import { expect, test } from "vitest";
import { erf, erfc } from "./error-function.js";
import { gamma, logGamma } from "./gamma.js";
import { acosh, asinh, cosh, log10 } from "./hyperbolic.js";
import { createProducts } from "./integers.js";
import { exactSum, vectorNorm } from "./sums.js";

const { next } = createRandom(17);
const between = (low: number, high: number, count = 400): number[] =>
  Array.from({ length: count }, () => low + next() * (high - low));

/** Largest relative difference to CPython's function. */
function worst(name: string, inputs: number[], compute: (x: number) => number | undefined): number {
  const expected = oracle<number[]>(`import math\nprint(json.dumps([math.${name}(x) for x in data]))`, inputs);
  return Math.max(...inputs.map((x, i) => Math.abs(((compute(x) as number) - expected[i]) / expected[i])));
}

test("gamma, lgamma, erf, erfc to the last digits", () => {
  expect(worst("gamma", between(-20, 100), gamma)).toBeLessThan(1e-14);
  expect(worst("lgamma", between(3, 1e6), logGamma)).toBeLessThan(1e-14);
  expect(worst("erf", between(-4, 4), erf)).toBeLessThan(1e-15);
  expect(worst("erfc", between(-4, 20), erfc)).toBeLessThan(1e-13);
});

test("cosh, asinh, acosh, log10 are CPython's but for the odd last bit", () => {
  for (const [name, compute, low, high] of [
    ["cosh", cosh, -30, 30],
    ["asinh", asinh, -50, 50],
    ["acosh", acosh, 1, 50],
    ["log10", log10, 0, 1e6],
  ] as const) {
    expect(worst(name, between(low, high), compute)).toBeLessThan(5e-16);
  }
});

test("exact sums and norms", () => {
  const lists = Array.from({ length: 200 }, () =>
    between(-1, 1, 12).map((x) => x * 10 ** Math.floor(next() * 40 - 20)),
  );
  const expected = oracle<[number, number][]>(
    `import math\nprint(json.dumps([[math.fsum(l), math.hypot(*l)] for l in data]))`,
    lists,
  );
  expect(lists.map((list) => [exactSum(list), vectorNorm(list)])).toEqual(expected);
  expect(exactSum([1e308, 1e308])).toBe("overflow");
  expect(exactSum([Infinity, -Infinity])).toBe("infinities");
  expect(vectorNorm([1e-300, 1e-300])).toBeGreaterThan(0);
});

test("products of integers", () => {
  const { memory, allocator } = createTestHeap();
  const integers = createIntegers(memory, createObjectKernel(memory, allocator), () => undefined);
  const { factorial, combinations, permutations, lcm } = createProducts(integers);
  const { fromBigInt, toBigInt } = integers;
  expect(toBigInt(factorial(0))).toBe(1n);
  expect(toBigInt(factorial(25))).toBe(15511210043330985984000000n);
  expect(toBigInt(combinations(fromBigInt(50n), 25))).toBe(126410606437752n);
  expect(toBigInt(permutations(fromBigInt(2n ** 60n), 2))).toBe(2n ** 60n * (2n ** 60n - 1n));
  expect(toBigInt(lcm(fromBigInt(-(2n ** 70n)), fromBigInt(6n)))).toBe(3n * 2n ** 70n);
  expect(toBigInt(lcm(fromBigInt(0n), fromBigInt(6n)))).toBe(0n);
});
