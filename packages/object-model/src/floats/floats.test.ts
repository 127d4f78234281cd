import { oracle } from "@hotpy-tools/oracle";
import { describe, expect, test } from "vitest";
import {
  createObjectKernel,
  floatHex,
  floatPower,
  frexp,
  integerRatio,
  ldexp,
  parseHexFloat,
  roundHalfEven,
} from "../index.js";
import { createTestHeap, sampleDoubles } from "../testing/index.js";

const { memory, allocator } = createTestHeap();
const { floatFloorDivide, floatModulo } = createObjectKernel(memory, allocator);

const values = sampleDoubles(4000, 1);
/** JSON has no -0, and no bits: hexadecimal goes both ways. */
const read = `values = [float.fromhex(v) for v in data]`;
const hex = values.map(floatHex);

describe("floats against CPython", () => {
  test("hexadecimal text", () => {
    expect(hex).toEqual(oracle<string[]>(`${read}\nprint(json.dumps([v.hex() for v in values]))`, hex));
    expect(hex.map(parseHexFloat)).toEqual(values);
  });

  test("ratio, frexp, rounding to an integer", () => {
    const expected = oracle<unknown[]>(
      `import math\n${read}\nprint(json.dumps([[*map(str, v.as_integer_ratio()), math.frexp(v)[0].hex(), math.frexp(v)[1], str(round(v))] for v in values]))`,
      hex,
    );
    expect(
      values.map((v) => [
        ...integerRatio(v).map(String),
        floatHex(frexp(v)[0]),
        frexp(v)[1],
        String(BigInt(roundHalfEven(v))),
      ]),
    ).toEqual(expected);
    for (const v of values) expect(ldexp(...frexp(v))).toBe(v);
  });

  test("ldexp rounds once", () => {
    const exponents = [-1080, -1074, -1060, -1022, -500, -1, 0, 1, 500, 1023, 2000];
    const expected = oracle<string[][]>(
      `import math\n${read}
def l(v, e):
    try: return math.ldexp(v, e).hex()
    except OverflowError: return 'overflow'
print(json.dumps([[l(v, e) for e in ${JSON.stringify(exponents)}] for v in values]))`,
      hex,
    );
    expect(
      values.map((v) =>
        exponents.map((e) => {
          const result = ldexp(v, e);
          return Number.isFinite(result) ? floatHex(result) : "overflow";
        }),
      ),
    ).toEqual(expected);
  });

  test("floor division and modulo", () => {
    const divisors = values.filter((v) => v !== 0).slice(0, 60);
    const expected = oracle<string[][]>(
      `values = [float.fromhex(v) for v in data[0]]; ds = [float.fromhex(v) for v in data[1]]
print(json.dumps([[(v // d).hex() + ' ' + (v % d).hex() for d in ds] for v in values]))`,
      [hex.slice(0, 400), divisors.map(floatHex)],
    );
    const actual = values
      .slice(0, 400)
      .map((v) => divisors.map((d) => `${floatHex(floatFloorDivide(v, d))} ${floatHex(floatModulo(v, d))}`));
    for (let i = 0; i < 400; i++) expect([values[i], ...actual[i]]).toEqual([values[i], ...expected[i]]);
  });

  test("powers that are no number", () => {
    expect(floatPower(0, -1)).toBe("zero-division");
    expect(floatPower(10, 400)).toBe("overflow");
    expect(floatPower(-8, 1 / 3)).toBe("complex");
    expect(floatPower(1, Number.NaN)).toBe(1);
    expect(floatPower(-1, Infinity)).toBe(1);
  });
});
