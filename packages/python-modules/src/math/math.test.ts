import { createIntegers, createObjectKernel, exponential } from "@hotpy/object-model";
import { createRandom, createTestHeap } from "@hotpy/object-model/testing";
import { oracle } from "@hotpy-tools/oracle";
import { expect, test } from "vitest";
import { cubeRoot } from "./cube-root.js";
import { erf, erfc } from "./error-function.js";
import { gamma, logGamma } from "./gamma.js";
import { acosh, asinh, atanh, cosh, expm1, sinh, tanh } from "./hyperbolic.js";
import { createProducts } from "./integers.js";
import { ExactSum } from "./sums.js";

const { next } = createRandom(17);
const between = (low: number, high: number, count = 400): number[] =>
  Array.from({ length: count }, () => low + next() * (high - low));

/** How many of a thousand results are not CPython's to the last bit: where its C library's exp or ours rounds the odd one wrongly. */
test.each([
  ["gamma", gamma, -20, 100, 5],
  ["lgamma", logGamma, 3, 1e6, 5],
  ["erf", erf, -7, 7, 0],
  ["erfc", erfc, -7, 28, 5],
  ["cbrt", cubeRoot, -1e9, 1e9, 0],
  ["expm1", expm1, -40, 700, 5],
  ["sinh", sinh, -30, 30, 5],
  ["cosh", cosh, -30, 30, 5],
  ["tanh", tanh, -25, 25, 5],
  ["asinh", asinh, -50, 50, 5],
  ["acosh", acosh, 1, 50, 5],
  ["atanh", atanh, -1, 1, 5],
  ["log10", exponential.log10, 0, 1e6, 5],
] as const)("%s is CPython's", (name, compute, low, high, most) => {
  const inputs = [...between(low, high, 700), ...between(Math.max(low, -1), Math.min(high, low < 0 ? 1 : high), 300)];
  const expected = oracle<number[]>(`import math\nprint(json.dumps([math.${name}(x) for x in data]))`, inputs);
  expect(inputs.filter((x, i) => compute(x) !== expected[i]).length).toBeLessThanOrEqual(most);
});

function exactSum(values: readonly number[]): number | string {
  const sum = new ExactSum();
  for (const value of values) if (!sum.add(value)) return "overflow";
  return sum.total() ?? "infinities";
}

test("exact sums", () => {
  const lists = Array.from({ length: 200 }, () =>
    between(-1, 1, 12).map((x) => x * 10 ** Math.floor(next() * 40 - 20)),
  );
  const expected = oracle<number[]>("import math\nprint(json.dumps([math.fsum(l) for l in data]))", lists);
  expect(lists.map(exactSum)).toEqual(expected);
  expect(exactSum([1e308, 1e308])).toBe("overflow");
  expect(exactSum([Infinity, -Infinity])).toBe("infinities");
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
