import { REQUEST_INTERRUPT, REQUEST_STOPPED, STATE_REQUEST } from "@hotpy/memory";
import { beforeEach, expect, test } from "vitest";
import { createIntegers, createObjectKernel, createStrings } from "../index.js";
import { createTestHeap } from "../testing/index.js";

/// Operations that take long are stopped where the user interrupts, whatever they have done by then.

const heap = createTestHeap();
const { memory, allocator } = heap;
let looks = 0;
let stopAt = Infinity;
const kernel = createObjectKernel(memory, allocator, () => ++looks === stopAt);
const strings = createStrings(memory, allocator, kernel);
const ints = createIntegers(memory, kernel, () => undefined);

beforeEach(() => {
  heap.reset();
  looks = 0;
  stopAt = Infinity;
  memory.i32[STATE_REQUEST >>> 2] = 0;
});

const big = (base: bigint, exponent: number): number => ints.fromBigInt(base ** BigInt(exponent));
const text = (length: number): number => strings.fromJS("7".repeat(length));

const OPERATIONS: Record<string, () => () => number> = {
  power: () => () => kernel.powerIntegers(ints.fromBigInt(7n), ints.fromBigInt(1_500_000n)),
  "product of equal lengths": () => {
    const [a, b] = [big(3n, 400_000), big(7n, 250_000)];
    return () => kernel.multiplyIntegers(a, b);
  },
  "product of other lengths": () => {
    const [a, b] = [big(3n, 900_000), big(7n, 60_000)];
    return () => kernel.multiplyIntegers(a, b);
  },
  quotient: () => {
    const [a, b] = [big(3n, 400_000), big(7n, 100_000)];
    return () => kernel.floorDivideIntegers(a, b);
  },
  "power modulo an odd number": () => {
    const [a, b, m] = [big(3n, 1000), big(5n, 400), big(7n, 1000)];
    return () => kernel.powerModuloIntegers(a, b, m);
  },
  "power modulo an even number": () => {
    const [a, b, m] = [big(3n, 1000), big(5n, 400), big(10n, 1000)];
    return () => kernel.powerModuloIntegers(a, b, m);
  },
  "greatest common divisor": () => {
    const [a, b] = [big(3n, 60_000), big(7n, 30_000)];
    return () => kernel.gcdIntegers(a, b);
  },
  "square root": () => {
    const a = big(3n, 400_000);
    return () => kernel.squareRootOfInteger(a);
  },
  "to text": () => {
    const a = big(3n, 300_000);
    return () => kernel.integerToDecimal(a);
  },
  "from text": () => {
    const a = text(200_000);
    return () => kernel.integerFromText(a, 10, 0);
  },
};

test.each(Object.entries(OPERATIONS))("%s", (_, prepare) => {
  const operate = prepare();
  // Looks of the preparations are not counted. The first operation brings the steps to a look, so that all others begin alike.
  stopAt = looks + 1;
  for (let i = 0; i < 200 && (memory.i32[STATE_REQUEST >>> 2] & REQUEST_STOPPED) === 0; i++) operate();
  expect(memory.i32[STATE_REQUEST >>> 2]).toBe(REQUEST_INTERRUPT | REQUEST_STOPPED);
  expect(operate()).toBe(0);
  expect(looks).toBe(stopAt);
  memory.i32[STATE_REQUEST >>> 2] = 0;
  expect(operate()).not.toBe(0);
});

test("what is stopped at any look gives 0, and the same result once it is not", () => {
  const [a, b] = [big(3n, 3_000_000), big(7n, 1_000_000)];
  const quotient = (): number => kernel.floorDivideIntegers(a, b);
  const before = looks;
  const result = quotient();
  const all = looks - before;
  expect(all).toBeGreaterThan(2);
  for (let at = 1; at < all; at++) {
    stopAt = looks + at;
    expect(quotient()).toBe(0);
    memory.i32[STATE_REQUEST >>> 2] = 0;
  }
  stopAt = Infinity;
  expect(kernel.compareIntegers(quotient(), result)).toBe(0);
});
