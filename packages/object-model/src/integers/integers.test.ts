import { FALSE, TRUE } from "@hotpy/memory";
import { oracle } from "@hotpy-tools/oracle";
import { describe, expect, test } from "vitest";
import {
  createIntegers,
  createObjectKernel,
  createStrings,
  floatHex,
  headerWord,
  numberText,
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_INT64,
} from "../index.js";
import { createRandom, createTestHeap, sampleDoubles } from "../testing/index.js";

const { memory, allocator } = createTestHeap();
for (const bool of [TRUE, FALSE]) memory.i32[bool >>> 2] = headerWord(SHAPE_BOOL);
const kernel = createObjectKernel(memory, allocator);
const strings = createStrings(memory, allocator, kernel);
const ints = createIntegers(memory, kernel, () => {
  throw new Error("no memory");
});

function samples(): bigint[] {
  const result = new Set<bigint>();
  for (const bits of [0, 1, 8, 29, 30, 31, 32, 33, 47, 52, 53, 54, 60, 61, 62, 63, 64, 65, 100, 200]) {
    for (const delta of [-2n, -1n, 0n, 1n, 2n])
      for (const sign of [1n, -1n]) result.add(sign * ((1n << BigInt(bits)) + delta));
  }
  const { next } = createRandom(7);
  for (let i = 0; i < 150; i++) {
    let value = 0n;
    for (let words = next() * 4; words > 0; words--) value = (value << 31n) | BigInt(Math.floor(next() * 2 ** 31));
    result.add(next() < 0.5 ? value : -value);
  }
  return [...result];
}

const values = samples();
const words = values.map(ints.fromBigInt);
const texts = values.map(String);

describe("integers", () => {
  test("have the smallest form", () => {
    for (const [i, value] of values.entries()) {
      const word = words[i];
      if (value >= -(2n ** 30n) && value < 2n ** 30n) expect(word & 1).toBe(1);
      else expect(memory.i32[word >>> 2] >>> 8).toBe(BigInt.asIntN(64, value) === value ? SHAPE_INT64 : SHAPE_BIGINT);
      expect(ints.toBigInt(word)).toBe(value);
      if (Math.abs(Number(value)) < 2 ** 53) expect(ints.toBigInt(ints.fromNumber(Number(value)))).toBe(value);
    }
    expect(ints.toBigInt(ints.fromNumber(2 ** 63))).toBe(2n ** 63n);
    expect(ints.toBigInt(ints.fromNumber(-(2 ** 63)))).toBe(-(2n ** 63n));
  });

  const operations: [string, (a: number, b: number) => number, (a: bigint, b: bigint) => bigint | undefined][] = [
    ["add", ints.add, (a, b) => a + b],
    ["subtract", ints.subtract, (a, b) => a - b],
    ["multiply", ints.multiply, (a, b) => a * b],
    ["and", ints.and, (a, b) => a & b],
    ["or", ints.or, (a, b) => a | b],
    ["xor", ints.xor, (a, b) => a ^ b],
    ["floorDivide", ints.floorDivide, (a, b) => (b === 0n ? undefined : (a - (((a % b) + b) % b)) / b)],
    ["modulo", ints.modulo, (a, b) => (b === 0n ? undefined : ((a % b) + b) % b)],
    ["shiftLeft", ints.shiftLeft, (a, b) => (b < 0n || b > 300n ? undefined : a << b)],
    ["shiftRight", ints.shiftRight, (a, b) => (b < 0n ? undefined : a >> (b > 1000n ? 1000n : b))],
    ["power", ints.power, (a, b) => (b < 0n || b > 40n ? undefined : a ** b)],
  ];
  for (const [name, operation, meaning] of operations) {
    test(name, () => {
      for (let i = 0; i < values.length; i++) {
        for (let j = 0; j < values.length; j++) {
          const expected = meaning(values[i], values[j]);
          if (expected === undefined) continue;
          const actual = ints.toBigInt(operation(words[i], words[j]));
          if (actual !== expected) expect(`${values[i]} ${name} ${values[j]} = ${actual}`).toBe(String(expected));
        }
      }
    });
  }

  test("order, sign, negation", () => {
    for (let i = 0; i < values.length; i++) {
      expect(ints.toBigInt(ints.negate(words[i]))).toBe(-values[i]);
      expect(ints.toBigInt(ints.invert(words[i]))).toBe(~values[i]);
      expect(ints.sign(words[i])).toBe(values[i] < 0n ? -1 : values[i] > 0n ? 1 : 0);
      for (let j = 0; j < values.length; j++) {
        const order = Math.sign(ints.compare(words[i], words[j]));
        if (order !== (values[i] < values[j] ? -1 : values[i] > values[j] ? 1 : 0))
          throw new Error(`${values[i]} ${values[j]}`);
      }
    }
  });

  test("bit length, true division and pow against CPython", () => {
    const lengths = oracle<number[]>(`print(json.dumps([int(v).bit_length() for v in data]))`, texts);
    expect(words.map((word) => ints.bitLength(word))).toEqual(lengths);
    const quotients = oracle<string[][]>(
      `vs = [int(v) for v in data]\nprint(json.dumps([[(a / b).hex() for b in vs if b] for a in vs]))`,
      texts,
    );
    expect(
      words.map((a) => words.filter((b) => ints.sign(b) !== 0).map((b) => floatHex(ints.trueDivide(a, b)))),
    ).toEqual(quotients);
    const some = words.filter((_, i) => i % 16 === 0);
    const powers = oracle<string[]>(
      `vs = [int(v) for v in data]\nprint(json.dumps([str(pow(a, b, m)) for a in vs for b in vs if b >= 0 for m in vs if m]))`,
      some.map((word) => String(ints.toBigInt(word))),
    );
    const mine: string[] = [];
    for (const a of some)
      for (const b of some)
        if (ints.sign(b) >= 0)
          for (const m of some)
            if (ints.sign(m) !== 0) {
              mine.push(String(ints.toBigInt(ints.powerModulo(a, b, m))));
            }
    expect(mine).toEqual(powers);
  });

  test("division of huge numbers rounds once, subnormal results included", () => {
    const pairs = [
      [1n, 10n ** 320n],
      [3n, 2n ** 1075n],
      [2n ** 1100n + 1n, 2n ** 77n],
      [10n ** 399n, 10n ** 91n],
      [1n, 2n ** 1075n],
      [7n, 2n ** 1077n],
    ];
    const expected = oracle<string[]>(
      `print(json.dumps([(int(a) / int(b)).hex() for a, b in data]))`,
      pairs.map((p) => p.map(String)),
    );
    expect(pairs.map(([a, b]) => floatHex(ints.trueDivide(ints.fromBigInt(a), ints.fromBigInt(b))))).toEqual(expected);
  });

  test("comparison with floats is exact", () => {
    for (const float of sampleDoubles(200, 3)) {
      for (let i = 0; i < words.length; i++) {
        expect(ints.compareFloat(words[i], float)).toBe(values[i] < float ? -1 : values[i] > float ? 1 : 0);
      }
    }
    expect(ints.compareFloat(words[0], Number.NaN)).toBeNaN();
  });

  test("bools are integers", () => {
    expect(ints.add(TRUE, TRUE)).toBe(ints.fromNumber(2));
    expect(ints.absolute(TRUE)).toBe(ints.fromNumber(1));
    expect(ints.absolute(FALSE)).toBe(ints.fromNumber(0));
  });

  test("reading text against CPython", () => {
    const inputs = [
      "0",
      "12",
      "-12",
      " +7 ",
      "1_000",
      "1__0",
      "_1",
      "0x1f",
      "\x1c1",
      "\xa0\x1f1",
      "\u20031\x1f",
      "\x851\xa0",
      "0X1F",
      "0b101",
      "0o17",
      "017",
      "00",
      "0_0",
      "0x_1f",
      "ff",
      "zz",
      "",
      "-",
      "1.0",
      "0b",
      "0b2",
      "b1",
      "0b1",
      "٣٤",
      "1 2",
      "9".repeat(30),
      "-0x10",
      "0_7",
      "\t5\n",
    ];
    const bases = [10, 0, 2, 8, 16, 36, 3];
    const expected = oracle<(string | null)[][]>(
      `
def f(t, b):
    try: return str(int(t, b))
    except ValueError: return None
print(json.dumps([[f(t, b) for b in ${JSON.stringify(bases)}] for t in data]))`,
      inputs,
    );
    const actual = inputs.map((t) =>
      bases.map((b) => {
        const value = ints.fromText(strings.fromJS(numberText(t)), b, 4300);
        return typeof value === "string" ? null : String(ints.toBigInt(value));
      }),
    );
    for (let i = 0; i < inputs.length; i++) expect([inputs[i], ...actual[i]]).toEqual([inputs[i], ...expected[i]]);
    expect(ints.fromText(strings.fromJS("1".repeat(4301)), 10, 4300)).toBe("digits");
    expect(ints.toBigInt(ints.fromText(strings.fromJS("f".repeat(5000)), 16, 4300) as number)).toBe(2n ** 20000n - 1n);
  });
});
