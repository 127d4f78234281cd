import { expect, test } from "vitest";
import { parseSignature } from "./parameters.js";

const kinds = (text: string): string[] =>
  parseSignature(text).parameters.map(({ name, kind, required }) => `${name} ${kind}${required ? "" : "?"}`);

test("all kinds of parameters", () => {
  expect(kinds("(a, b=0, /, c, *args, d, e=(1, 2), **kwargs)")).toEqual([
    "a positional-only",
    "b positional-only?",
    "c any",
    "args varargs?",
    "d keyword-only",
    "e keyword-only?",
    "kwargs varkeywords?",
  ]);
  expect(kinds("()")).toEqual([]);
  expect(kinds("(self, /, *, key=None)")).toEqual(["self positional-only", "key keyword-only?"]);
});

test("what a plain call needs", () => {
  const { positional, required, isSimple } = parseSignature("(iterable, /, start=0)");
  expect({ positional, required, isSimple }).toEqual({ positional: 2, required: 1, isSimple: true });
  expect(parseSignature("(*args)").isSimple).toBe(false);
});

test("commas within defaults do not separate", () => {
  expect(kinds("(sep=', ', end='\\n')")).toEqual(["sep any?", "end any?"]);
});
