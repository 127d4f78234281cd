import { oracle } from "@hotpy-tools/oracle";
import { expect, test } from "vitest";
import { parsePercentTemplate } from "./percent-template.js";
import { readTemplate } from "./template.js";

test("templates of str.format against CPython's parser", () => {
  const templates = [
    "",
    "plain",
    "{}",
    "a{0}b{x.y[0]}c",
    "{{}}",
    "{:>10}",
    "{!r:{w}}",
    "{a!s}",
    "{0[a:b]}",
    "x{{y}}z{}",
    "{:{}{}}",
    "}",
    "{",
    "{0",
    "a}b",
    "{a{b}",
    "{!r",
    "{0!rx}",
  ];
  const expected = oracle<(unknown[] | string)[]>(
    `
import _string
def f(t):
    try: return [list(p) for p in _string.formatter_parser(t)]
    except ValueError as e: return str(e)
print(json.dumps([f(t) for t in data]))`,
    templates,
  );
  const actual = templates.map((template) => {
    const pieces: unknown[][] = [];
    let literal = "";
    for (const piece of readTemplate(template)) {
      if (typeof piece === "string") literal = piece;
      else if ("error" in piece) return piece.error;
      else {
        pieces.push([literal, piece.name, piece.spec, piece.conversion === "" ? null : piece.conversion]);
        literal = "";
      }
    }
    return literal === "" ? pieces : [...pieces, [literal, null, null, null]];
  });
  // CPython's parser hands out text in front of an escaped brace by itself.
  const merged = expected.map((pieces) => (typeof pieces === "string" ? pieces : mergeLiterals(pieces as unknown[][])));
  expect(actual).toEqual(merged);
});

function mergeLiterals(pieces: unknown[][]): unknown[][] {
  const result: unknown[][] = [];
  let literal = "";
  for (const [text, name, ...rest] of pieces) {
    literal += text as string;
    if (name === null) continue;
    result.push([literal, name, ...rest]);
    literal = "";
  }
  return literal === "" ? result : [...result, [literal, null, null, null]];
}

test("templates of %", () => {
  expect(parsePercentTemplate("a%-5.2f%%b")).toEqual([
    "a",
    {
      key: undefined,
      type: "f",
      leftAligned: true,
      plus: false,
      space: false,
      alternate: false,
      zero: false,
      width: 5,
      precision: 2,
    },
    {
      key: undefined,
      type: "%",
      leftAligned: false,
      plus: false,
      space: false,
      alternate: false,
      zero: false,
      width: -1,
      precision: -1,
    },
    "b",
  ]);
  expect(parsePercentTemplate("%(a(b))s")[0]).toMatchObject({ key: "a(b)", type: "s" });
  expect(parsePercentTemplate("%*.*d")[0]).toMatchObject({ width: -2, precision: -2 });
  expect(parsePercentTemplate("%.d")[0]).toMatchObject({ precision: 0 });
  expect(parsePercentTemplate("%5%")[0]).toMatchObject({ type: "%", fault: { isType: true } });
  expect(parsePercentTemplate("x%")).toMatchObject(["x", { type: "", fault: { error: "incomplete format" } }]);
  expect(parsePercentTemplate("%*")).toMatchObject([{ width: -2, fault: { error: "incomplete format" } }]);
  expect(parsePercentTemplate("%(a")).toEqual([{ unended: "incomplete format key" }]);
  expect(parsePercentTemplate("é%y")).toMatchObject([
    "é",
    { fault: { isType: true, error: "unsupported format character 'y' (0x79) at index 2" } },
  ]);
});
