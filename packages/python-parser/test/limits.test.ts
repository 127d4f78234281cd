import { expect, it } from "vitest";
import { ParserStackOverflow, PythonSyntaxError, parse, parseExpression } from "../src/index.js";

function errorOf(program: string): Error {
  try {
    parse(program, "test.py");
  } catch (error) {
    return error as Error;
  }
  throw new Error("no error");
}

it.each([
  ["unary operators", "-".repeat(20000) + "1"],
  ["not", "not ".repeat(20000) + "a"],
  ["a sum", "1+".repeat(20000) + "1"],
  ["attributes", "a" + ".b".repeat(20000)],
  ["calls", "a" + "()".repeat(20000)],
  ["comparisons", "a<".repeat(20000) + "a"],
  ["elif", "if a: b\n" + "elif a: b\n".repeat(20000)],
  ["assignments", "a=".repeat(20000) + "1"],
  ["strings", "'a' ".repeat(20000)],
  ["brackets up to CPython's limit", "(".repeat(200) + ")".repeat(200)],
  ["lambdas", "lambda: ".repeat(900) + "1"],
])("%s may be many", (_, program) => {
  expect(parse(program + "\n", "test.py").body).toHaveLength(1);
});

it.each([
  ["lambda", "lambda: ".repeat(50000) + "1"],
  ["conditional", "a if b else ".repeat(50000) + "1"],
  ["power", "a**".repeat(50000) + "1"],
])("a %s that nests too deeply is an error of its own", (_, program) => {
  expect(errorOf(program)).toBeInstanceOf(ParserStackOverflow);
});

it("brackets have a limit", () => {
  expect(errorOf("(".repeat(5000))).toMatchObject({ message: "too many nested parentheses" });
});

it("an error inside deep brackets is found, if less precisely", () => {
  expect(errorOf("(".repeat(199) + "a b" + ")".repeat(199))).toBeInstanceOf(PythonSyntaxError);
});

it("a decimal integer has a limit", () => {
  const error = errorOf("x = " + "9".repeat(4301));
  expect(error.message).toMatch(/^Exceeds the limit \(4300 digits\) .*has 4301 digits;/);
  expect(error).toMatchObject({ lineno: 1, offset: 0 });
});

it("a null character is an error", () => {
  expect(errorOf("a\0b")).toMatchObject({
    type: "SyntaxError",
    message: "source code string cannot contain null bytes",
  });
});

it("names of characters", () => {
  expect(parse("x = '\\N{BULLET}\\N{bullet}'", "test.py").body[0]).toMatchObject({
    value: { value: { type: "str", value: "••" } },
  });
  expect(() => parse("'\\N{NO SUCH}'", "test.py")).toThrow(
    "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-10: " + "unknown Unicode character name",
  );
});

it("an expression is parsed on its own", () => {
  expect(parseExpression("a, b", "<string>").body.kind).toBe("Tuple");
  expect(parseExpression("a\n\n", "<string>").body.kind).toBe("Name");
  expect(() => parseExpression("a = 1", "<string>")).toThrow("invalid syntax");
  expect(() => parseExpression("a b", "<string>")).toThrow("invalid syntax");
  expect(() => parseExpression("", "<string>")).toThrow("invalid syntax");
});
