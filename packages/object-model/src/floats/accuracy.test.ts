import { oracle } from "@hotpy-tools/oracle";
import { expect, test } from "vitest";
import { exponential, trigonometry } from "../index.js";
import { createRandom } from "../testing/index.js";

const { exp, log, pow } = exponential;
const COUNT = 3000;

/** Cases where our result is not the C library's: it rounds wrongly, too, in one case of some hundreds. */
function misses(
  name: string,
  inputs: readonly (readonly number[])[],
  compute: (...args: number[]) => number,
): string[] {
  const expected = oracle<number[]>(`import math\nf = ${name}\nprint(json.dumps([f(*args) for args in data]))`, inputs);
  return inputs.flatMap((args, i) =>
    compute(...args) === expected[i] ? [] : [`${args}: ${compute(...args)} ${expected[i]}`],
  );
}

function sample(low: number, high: number, seed: number): number[][] {
  const { next } = createRandom(seed);
  return Array.from({ length: COUNT }, () => [low + next() * (high - low)]);
}

const unary: readonly [string, (x: number) => number, number, number][] = [
  ["math.exp", exp, -30, 30],
  ["math.exp", exp, -1e-3, 1e-3],
  ["math.exp", exp, -700, -650],
  ["math.log", log, 0, 100],
  ["math.log", log, 0.99, 1.01],
  ["math.log", log, 1e300, 1e308],
  ["math.sin", trigonometry.sin, -10, 10],
  ["math.sin", trigonometry.sin, -1e20, 1e20],
  ["math.cos", trigonometry.cos, -100, 100],
  ["math.tan", trigonometry.tan, -10, 10],
  ["math.atan", trigonometry.atan, -20, 20],
  ["math.asin", trigonometry.asin, -1, 1],
  ["math.acos", trigonometry.acos, -1, 1],
  ["math.acos", trigonometry.acos, 0.999, 1],
];

test.each(unary)("%s", (name, compute, low, high) => {
  const wrong = misses(name, sample(low, high, 3), compute);
  expect(wrong.length, wrong.slice(0, 3).join("\n")).toBeLessThan(COUNT / 100);
});

test("pow and atan2", () => {
  const { next } = createRandom(9);
  const pairs = Array.from({ length: COUNT }, () => [next() * 20, next() * 20 - 10]);
  const short = Array.from({ length: COUNT }, () => [next() * 100, Math.floor(next() * 60 - 30) / 2]);
  const nearOne = Array.from({ length: COUNT }, () => [1 + (next() - 0.5) * 1e-6, (next() - 0.5) * 1e9]);
  for (const inputs of [pairs, short, nearOne]) expect(misses("pow", inputs, pow).length).toBeLessThan(COUNT / 100);
  expect(misses("math.atan2", pairs, trigonometry.atan2).length).toBeLessThan(COUNT / 100);
});

test("exact results and special values", () => {
  expect(pow(2, 10)).toBe(1024);
  expect(pow(10, -2)).toBe(0.01);
  expect(pow(-2, 3)).toBe(-8);
  expect(pow(-2, -3)).toBe(-0.125);
  expect(pow(0, 5)).toBe(0);
  expect(pow(Infinity, -1)).toBe(0);
  expect(pow(2, -1074)).toBe(5e-324);
  expect(pow(2, 1024)).toBe(Infinity);
  expect(exp(0)).toBe(1);
  expect(exp(-Infinity)).toBe(0);
  expect(log(1)).toBe(0);
  expect(log(0)).toBe(-Infinity);
  expect(trigonometry.sin(Math.PI)).toBe(1.2246467991473532e-16);
  expect(Object.is(trigonometry.sin(-0), -0)).toBe(true);
  expect(trigonometry.atan2(0, -1)).toBe(Math.PI);
});

test("subnormal results are rounded once", () => {
  const inputs = sample(-745, -708, 5).map(([x]) => x);
  const expected = oracle<number[]>(
    `
from decimal import Decimal, getcontext
getcontext().prec = 60
print(json.dumps([float(Decimal(x).exp()) for x in data]))`,
    inputs,
  );
  expect(inputs.filter((x, i) => exp(x) !== expected[i])).toEqual([]);
});
