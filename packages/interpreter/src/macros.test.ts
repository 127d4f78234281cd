import { expect, test } from "vitest";
import { expandMacros } from "./macros.js";

const macros = { ARG: "(w >> 8)", ADD: "($1 + $2)", TWICE: "ADD($1, $1)", TOP: "i32[sp - $1]" };

test("names are replaced, longer names are not", () => {
  expect(expandMacros("x = ARG; ARGUMENT = 1;", macros)).toBe("x = (w >> 8); ARGUMENT = 1;");
});

test("arguments may be nested and contain macros", () => {
  expect(expandMacros("ADD(f(a, b), TOP(1))", macros)).toBe("(f(a, b) + i32[sp - 1])");
  expect(expandMacros("TWICE(ARG)", macros)).toBe("((w >> 8) + (w >> 8))");
});

test("unbalanced brackets are an error", () => {
  expect(() => expandMacros("ADD(a, b", macros)).toThrow(SyntaxError);
});
