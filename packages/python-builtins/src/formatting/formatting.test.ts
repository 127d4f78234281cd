import { oracle } from "@hotpy-tools/oracle";
import { describe, expect, test } from "vitest";
import { parseFormatSpec } from "./spec.js";

describe("format specifications against CPython", () => {
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
