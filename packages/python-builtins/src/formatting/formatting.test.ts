import { oracle } from "@hotpy-tools/oracle";
import { describe, expect, test } from "vitest";
import { BASES, formatFloat, formatInteger } from "./numbers.js";
import { parseFormatSpec } from "./spec.js";

const SPECS: string[] = [];
for (const align of ["", "<", ">", "^", "=", "*^", "0=", "é>"]) {
  for (const sign of ["", "+", " "]) {
    for (const flags of ["", "#", "0", "#0"]) {
      for (const width of ["", "1", "12", "15"])
        for (const grouping of ["", ",", "_"]) SPECS.push(align + sign + flags + width + grouping);
    }
  }
}

describe("format specifications against CPython", () => {
  test("integers", () => {
    const specs = SPECS.flatMap((spec) => ["", "d", "x", "X", "b", "o"].map((type) => spec + type));
    const values = [0, 7, -1234567, 4294967296];
    const expected = oracle<(string | null)[][]>(
      `
def f(v, s):
    try: return format(v, s)
    except ValueError: return None
print(json.dumps([[f(v, s) for v in data[1]] for s in data[0]]))`,
      [specs, values],
    );
    specs.forEach((text, i) => {
      const spec = parseFormatSpec(text, "d", ">", "int");
      const actual = values.map((value) => {
        if (typeof spec === "string") return null;
        const digits = BigInt(Math.abs(value)).toString(BASES[spec.type] ?? 10);
        return formatInteger(value < 0, digits, spec);
      });
      expect([text, ...actual]).toEqual([text, ...expected[i]]);
    });
  });

  test("floats", () => {
    const specs = SPECS.flatMap((spec) =>
      ["", ".0", ".1", ".3", ".10"].flatMap((p) => ["", "e", "f", "g", "%", "G"].map((type) => spec + p + type)),
    );
    const values = [0, -0.5, 1234567.891, 1e22, 0.00001234, 123, 100];
    const expected = oracle<(string | null)[][]>(
      `
def f(v, s):
    try: return format(float(v), s)
    except ValueError: return None
print(json.dumps([[f(v, s) for v in data[1]] for s in data[0]]))`,
      [specs, values],
    );
    specs.forEach((text, i) => {
      const spec = parseFormatSpec(text, "", ">", "float");
      const actual = values.map((value) => (typeof spec === "string" ? null : formatFloat(value, spec)));
      expect([text, ...actual]).toEqual([text, ...expected[i]]);
    });
  });

  test("errors", () => {
    const specs = [
      ".",
      "1_2",
      ",x",
      "_,",
      ",_",
      ",,",
      "_c",
      "abc",
      "9".repeat(20),
      `.${"9".repeat(20)}`,
      ",n",
      "10.2.3",
    ];
    const expected = oracle<(string | null)[]>(
      `
def f(s):
    try: format(1, s)
    except ValueError as e: return str(e)
print(json.dumps([f(s) for s in data]))`,
      specs,
    );
    expect(
      specs.map((spec) => {
        const parsed = parseFormatSpec(spec, "d", ">", "int");
        return typeof parsed === "string" ? parsed : null;
      }),
    ).toEqual(expected);
  });
});
