import { oracle } from "@hotpy-tools/oracle";
import { describe, expect, test } from "vitest";
import { sampleDoubles } from "../../test/sample-doubles.js";
import {
  floatFloorDivide,
  floatHex,
  floatModulo,
  floatPower,
  floatRepr,
  formatMagnitude,
  frexp,
  integerRatio,
  ldexp,
  parseFloatText,
  parseHexFloat,
  roundDecimal,
  roundHalfEven,
} from "../index.js";
import type { FloatType } from "./format.js";

const values = sampleDoubles(4000, 1);
/** JSON has no -0, and no bits: hexadecimal goes both ways. */
const read = `values = [float.fromhex(v) for v in data]`;
const hex = values.map(floatHex);

describe("floats against CPython", () => {
  test("hex and repr", () => {
    const expected = oracle<[string, string][]>(
      `${read}\nprint(json.dumps([[v.hex(), repr(v)] for v in values]))`,
      hex,
    );
    expect(values.map((value) => [floatHex(value), floatRepr(value)])).toEqual(expected);
    expect(hex.map(parseHexFloat)).toEqual(values);
  });

  for (const type of ["e", "f", "g", "%"] as const) {
    test(`format with type ${type}`, () => {
      const precisions = [0, 1, 2, 3, 6, 12, 17, 30, 120];
      const some = values.filter((_, i) => i % 3 === 0);
      const expected = oracle<string[][]>(
        `${read}\nprint(json.dumps([[format(abs(v), f'.{p}${type}') for p in ${JSON.stringify(precisions)}] for v in values]))`,
        some.map(floatHex),
      );
      const actual = some.map((v) => precisions.map((p) => formatMagnitude(v, type as FloatType, p, false)));
      for (let i = 0; i < some.length; i++) expect([some[i], ...actual[i]]).toEqual([some[i], ...expected[i]]);
    });
  }

  test("alternate form", () => {
    const some = values.slice(0, 500);
    const expected = oracle<string[][]>(
      `${read}\nprint(json.dumps([[format(abs(v), s) for s in ('#.0f', '#.0e', '#g', '#.3g')] for v in values]))`,
      some.map(floatHex),
    );
    const actual = some.map((v) => [
      formatMagnitude(v, "f", 0, true),
      formatMagnitude(v, "e", 0, true),
      formatMagnitude(v, "g", -1, true),
      formatMagnitude(v, "g", 3, true),
    ]);
    expect(actual).toEqual(expected);
  });

  test("round to places", () => {
    const places = [0, 1, 2, 3, 5, 15, 22, -1, -2, -3, -20, 300];
    const expected = oracle<string[][]>(
      `${read}
def r(v, p):
    try: return round(v, p).hex()
    except OverflowError: return 'overflow'
print(json.dumps([[r(v, p) for p in ${JSON.stringify(places)}] for v in values]))`,
      hex,
    );
    const actual = values.map((v) =>
      places.map((p) => {
        const result = roundDecimal(v, p);
        return Number.isFinite(result) ? floatHex(result) : "overflow";
      }),
    );
    for (let i = 0; i < values.length; i++) expect([values[i], ...actual[i]]).toEqual([values[i], ...expected[i]]);
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

  test("reading text", () => {
    const texts = [
      "1",
      " 1.5 ",
      "-1_000.5e-3",
      "1__0",
      "_1",
      "1_",
      ".5",
      "5.",
      ".",
      "",
      "1e5",
      "1e",
      "inf",
      "-Infinity",
      "NaN",
      "+nan",
      "0x10",
      "1e400",
      "١٢٫٥",
      "١٢",
      "1 2",
      "1e1_0",
      "1._5",
      "infinit",
      "\u00a01\u2003",
    ];
    const expected = oracle<(string | null)[]>(
      `
def f(t):
    try: return repr(float(t))
    except ValueError: return None
print(json.dumps([f(t) for t in data]))`,
      texts,
    );
    expect(
      texts.map((t) => {
        const value = parseFloatText(t);
        return value === undefined ? null : floatRepr(value);
      }),
    ).toEqual(expected);
  });

  test("powers that are no number", () => {
    expect(floatPower(0, -1)).toBe("zero-division");
    expect(floatPower(10, 400)).toBe("overflow");
    expect(floatPower(-8, 1 / 3)).toBe("complex");
    expect(floatPower(1, Number.NaN)).toBe(1);
    expect(floatPower(-1, Infinity)).toBe(1);
  });
});
