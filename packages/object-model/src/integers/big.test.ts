import { STATE_ALLOC_LIMIT, STATE_ALLOC_TOP, TRUE } from "@hotpy/memory";
import { describe, expect, test } from "vitest";
import {
  createIntegers,
  createObjectKernel,
  createStrings,
  headerWord,
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_INT64,
} from "../index.js";
import { createRandom, createTestHeap } from "../testing/index.js";

const scale = Number(process.env.HOTPY_TEST_SCALE ?? 1);
const seed = Number(process.env.HOTPY_TEST_SEED ?? 1);
const { next } = createRandom(seed);

const heap = createTestHeap();
const { memory, allocator } = heap;
/** Forgets all objects; half of the time there is a chunk to allocate from, and to give back to. */
function reset(): void {
  heap.reset();
  const chunk = next() < 0.5 ? allocator.allocate(1 << 16) : 0;
  memory.i32[STATE_ALLOC_TOP >>> 2] = chunk;
  memory.i32[STATE_ALLOC_LIMIT >>> 2] = chunk === 0 ? 0 : chunk + (1 << 16);
}
memory.i32[TRUE >>> 2] = headerWord(SHAPE_BOOL);
const kernel = createObjectKernel(memory, allocator);
const strings = createStrings(memory, allocator, kernel);
const failures: string[] = [];
const ints = createIntegers(memory, kernel, () => failures.push("no memory"));

/** Random bits, in runs of equal ones half of the time: borders of limbs and carries. */
function magnitude(bits: number): bigint {
  let value = 0n;
  let left = bits;
  while (left > 0) {
    const runs = next() < 0.5;
    const count = Math.min(left, runs ? 1 + Math.floor(next() * 70) : 32);
    const piece = runs ? (next() < 0.5 ? 0n : (1n << BigInt(count)) - 1n) : BigInt(Math.floor(next() * 2 ** count));
    value = (value << BigInt(count)) | piece;
    left -= count;
  }
  return value;
}

const sized = (most: number): bigint => {
  // Of all lengths alike, in orders of magnitude; often at the border of a limb.
  const length = Math.floor(Math.exp(next() * Math.log(most)));
  const value = magnitude(next() < 0.3 ? Math.ceil(length / 32) * 32 : length);
  return next() < 0.5 ? value : -value;
};

function check(name: string, actual: bigint, expected: bigint, ...operands: unknown[]): void {
  if (actual !== expected)
    throw new Error(`seed ${seed}: ${name}(${operands.join(", ")}) is ${expected}, not ${actual}`);
}

/** The value of a word, which must have the smallest form. */
function valueOf(word: number): bigint {
  const value = ints.toBigInt(word);
  const isSmall = value >= -(2n ** 30n) && value < 2n ** 30n;
  const shape = (word & 1) !== 0 ? 0 : memory.i32[word >>> 2] >>> 8;
  const fits = value >= -(2n ** 63n) && value < 2n ** 63n;
  expect(shape).toBe(isSmall ? 0 : fits ? SHAPE_INT64 : SHAPE_BIGINT);
  return value;
}

const floorDivide = (a: bigint, b: bigint): bigint => {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
};
const modulo = (a: bigint, b: bigint): bigint => a - floorDivide(a, b) * b;

describe("integers of any size", () => {
  const binary: [string, (a: number, b: number) => number, (a: bigint, b: bigint) => bigint][] = [
    ["add", ints.add, (a, b) => a + b],
    ["subtract", ints.subtract, (a, b) => a - b],
    ["multiply", ints.multiply, (a, b) => a * b],
    ["and", ints.and, (a, b) => a & b],
    ["or", ints.or, (a, b) => a | b],
    ["xor", ints.xor, (a, b) => a ^ b],
    ["floorDivide", ints.floorDivide, floorDivide],
    ["modulo", ints.modulo, modulo],
    ["divmod, quotient", (a, b) => ints.divmod(a, b)[0], floorDivide],
    ["divmod, remainder", (a, b) => ints.divmod(a, b)[1], modulo],
  ];
  test.each([
    ["short", 400, 3000],
    ["of some limbs", 3000, 400],
    ["long", 40_000, 30],
    ["very long", 300_000, 2],
  ])("arithmetic, %s", (_, bits, count) => {
    for (let i = 0; i < count * scale; i++) {
      reset();
      const [a, b] = [sized(bits), sized(next() < 0.5 ? bits : bits / 4)];
      const [x, y] = [ints.fromBigInt(a), ints.fromBigInt(b)];
      check("value", valueOf(x), a);
      for (const [name, run, meaning] of binary) {
        if (b === 0n && /div|mod/i.test(name)) continue;
        check(name, valueOf(run(x, y)), meaning(a, b), a, b);
        check(
          `${name}, exact`,
          valueOf(run(run === ints.multiply ? x : ints.multiply(x, y), y)),
          run === ints.multiply ? a * b : meaning(a * b, b),
          a,
          b,
        );
      }
      check("square", valueOf(ints.multiply(x, x)), a * a, a);
      check("negate", valueOf(ints.negate(x)), -a, a);
      check("invert", valueOf(ints.invert(x)), ~a, a);
      check("absolute", valueOf(ints.absolute(x)), a < 0n ? -a : a, a);
      const order = Math.sign(ints.compare(x, y));
      expect(order).toBe(a < b ? -1 : a > b ? 1 : 0);
      expect(ints.sign(x)).toBe(a < 0n ? -1 : a > 0n ? 1 : 0);
      const shift = Math.floor(next() * 200);
      const n = ints.fromNumber(shift);
      check("shiftLeft", valueOf(ints.shiftLeft(x, n)), a << BigInt(shift), a, shift);
      check("shiftRight", valueOf(ints.shiftRight(x, n)), a >> BigInt(shift), a, shift);
      const ones = (a < 0n ? -a : a).toString(2).replaceAll("0", "");
      expect(ints.bitCount(x)).toBe(ones.length);
      expect(ints.bitLength(x)).toBe(a === 0n ? 0 : (a < 0n ? -a : a).toString(2).length);
      expect(failures).toEqual([]);
    }
  });

  test("text", () => {
    for (let i = 0; i < 400 * scale; i++) {
      reset();
      const a = sized(i % 50 === 0 ? 60_000 : 2000);
      const x = ints.fromBigInt(a);
      expect(strings.toJS(ints.toText(x))).toBe(String(a));
      for (const base of [2, 8, 16] as const) {
        const digits = (a < 0n ? -a : a).toString(base);
        expect(strings.toJS(ints.toBase(x, base, "0x"))).toBe(`${a < 0n ? "-" : ""}0x${digits}`);
      }
      for (const base of [2, 3, 7, 10, 16, 32, 36]) {
        const text = a.toString(base);
        check("fromText", valueOf(ints.fromText(strings.fromJS(text), base, 0) as number), a, text, base);
      }
    }
  });

  test("text of what has few digits, as compiled code asks for it", () => {
    for (let i = 0; i < 2000 * scale; i++) {
      reset();
      const a = sized(i % 20 === 0 ? 4000 : 70);
      const top = memory.i32[STATE_ALLOC_TOP >>> 2];
      if (top !== 0) memory.i32.fill(-1, top >>> 2, (top >>> 2) + 400);
      const result = kernel.textOfInteger(ints.fromBigInt(a));
      if (a > 2n ** 2112n || a < -(2n ** 2112n)) {
        expect(result).toBe(-2);
        continue;
      }
      const expected = strings.fromJS(String(a));
      expect(strings.toJS(result)).toBe(String(a));
      expect(strings.equals(result, expected)).toBe(true);
      expect(strings.hash(result)).toBe(strings.hash(expected));
      if (a >= 0n && a < 10n) expect(result).toBe(expected);
    }
    expect(kernel.textOfInteger(TRUE)).toBe(-2);
    expect(kernel.textOfInteger(strings.fromJS("7"))).toBe(-2);
  });

  test("doubles", () => {
    const view = new Float64Array(1);
    const bits = new BigUint64Array(view.buffer);
    for (let i = 0; i < 3000 * scale; i++) {
      reset();
      const a = sized(1200);
      const x = ints.fromBigInt(a);
      expect(ints.toNumber(x)).toBe(Number(a));
      const exponent = Math.floor(next() * 1030);
      bits[0] = (BigInt(1023 + Math.min(exponent, 1023)) << 52n) | (magnitude(52) & ((1n << 52n) - 1n));
      const double = next() < 0.5 ? view[0] : -view[0];
      const whole = Math.trunc(double);
      check("fromNumber", valueOf(ints.fromNumber(whole)), BigInt(whole), whole);
      for (const other of [double, Number(a), Number(a) * (1 + 2 ** -52), Infinity, -Infinity]) {
        const order = a < other ? -1 : a > other ? 1 : 0;
        if (ints.compareFloat(x, other) !== order) throw new Error(`seed ${seed}: ${a} and ${other}`);
      }
      expect(ints.compareFloat(x, Number.NaN)).toBeNaN();
    }
  });

  test("powers", () => {
    for (let i = 0; i < 200 * scale; i++) {
      reset();
      const a = sized(300);
      const n = Math.floor(next() * 40);
      const x = ints.fromBigInt(a);
      check("power", valueOf(ints.power(x, ints.fromNumber(n))), a ** BigInt(n), a, n);
      const [e, m] = [sized(200), sized(600)];
      if (m === 0n) continue;
      const exponent = e < 0n ? -e : e;
      let expected = modulo(1n, m);
      for (const digit of exponent === 0n ? "" : exponent.toString(2)) {
        expected = modulo(expected * expected, m);
        if (digit === "1") expected = modulo(expected * a, m);
      }
      const word = ints.powerModulo(x, ints.fromBigInt(exponent), ints.fromBigInt(m));
      check("powerModulo", valueOf(word), expected, a, exponent, m);
      const inverse = ints.invertModulo(x, ints.fromBigInt(m));
      if (inverse !== undefined) check("invertModulo", modulo(a * valueOf(inverse), m), modulo(1n, m), a, m);
      else expect(valueOf(ints.gcd(x, ints.fromBigInt(m)))).not.toBe(1n);
    }
  });

  test("divisors and roots", () => {
    for (let i = 0; i < 300 * scale; i++) {
      reset();
      const common = sized(500);
      const [a, b] = [sized(1500) * common, sized(1500) * common];
      let [p, q] = [a < 0n ? -a : a, b < 0n ? -b : b];
      while (q !== 0n) [p, q] = [q, p % q];
      check("gcd", valueOf(ints.gcd(ints.fromBigInt(a), ints.fromBigInt(b))), p, a, b);
      const n = a < 0n ? -a : a;
      for (const each of [n, n * n, n * n + 2n * n, n * n + 2n * n + 1n]) {
        const root = valueOf(ints.squareRoot(ints.fromBigInt(each)));
        if (root * root > each || (root + 1n) * (root + 1n) <= each) throw new Error(`seed ${seed}: root of ${each}`);
      }
    }
  });

  test("bytes", () => {
    const at = allocator.allocateImmortal(1000);
    for (let i = 0; i < 2000 * scale; i++) {
      reset();
      const a = sized(300);
      const x = ints.fromBigInt(a);
      const length = Math.floor(next() * 40);
      const little = next() < 0.5;
      const signed = next() < 0.5;
      const room = BigInt(8 * length);
      const fits = signed
        ? length === 0
          ? a === 0n
          : a >= -(1n << (room - 1n)) && a < 1n << (room - 1n)
        : a >= 0n && a < 1n << room;
      expect(ints.toBytes(x, at, length, little, signed)).toBe(fits);
      if (!fits) continue;
      const bytes = [...memory.u8.subarray(at, at + length)];
      if (!little) bytes.reverse();
      const raw = bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
      expect(raw).toBe(BigInt.asUintN(8 * length, a));
      check("fromBytes", valueOf(ints.fromBytes(at, length, little, signed)), a, length, little, signed);
    }
  });

  test("what does not fit in memory is refused before work", () => {
    const one = ints.fromNumber(1);
    const huge = ints.fromBigInt(2n ** 40n);
    failures.length = 0;
    expect(ints.shiftLeft(one, huge)).toBe(0);
    expect(ints.power(ints.fromNumber(10), huge)).toBe(0);
    expect(failures.length).toBe(2);
    expect(ints.power(one, huge)).toBe(one);
    expect(valueOf(ints.power(ints.fromNumber(-1), ints.fromBigInt(2n ** 80n + 1n)))).toBe(-1n);
  });
});
