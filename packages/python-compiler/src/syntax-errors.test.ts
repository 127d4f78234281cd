import { readFileSync } from "node:fs";
import { instructionSet } from "@hotpy/python-instructions";
import { PythonSyntaxError, parse } from "@hotpy/python-parser";
import { describe, expect, it } from "vitest";
import { CompilerRecursionError, compileModule } from "./index.js";

const compile = (source: string) => compileModule(parse(source, "<string>"), "<string>", instructionSet, { source });

/** `line:offset-endLine:endOffset message` as CPython's SyntaxError has them, or null. */
function errorOf(source: string): string | null {
  try {
    compile(source);
    return null;
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    return `${error.lineno}:${error.offset}-${error.end_lineno}:${error.end_offset} ${error.message}`;
  }
}

describe("SyntaxErrors are CPython's", () => {
  // Recorded by fixtures/syntax-errors.py.
  const recorded: [source: string, error: string | null][] = JSON.parse(
    readFileSync(new URL("../fixtures/syntax-errors.json", import.meta.url), "utf8"),
  );
  it.each(recorded)("%j", (source, error) => expect(errorOf(source)).toBe(error));

  it("quote the line", () => {
    expect(() => compile("x = 1\nreturn x\n")).toThrow(
      expect.objectContaining({ text: "return x\n", filename: "<string>" }),
    );
  });
});

describe("warnings", () => {
  it.each([
    ["x is 1", '"is" with a literal. Did you mean "=="?'],
    ["x is not 'a'", '"is not" with a literal. Did you mean "!="?'],
    ["assert (x, 'y')", "assertion is always true, perhaps remove parentheses?"],
    ["[1, 2] (3)", "'list' object is not callable; perhaps you missed a comma?"],
    ["1[0]", "'int' object is not subscriptable; perhaps you missed a comma?"],
    ["[1]['a']", "list indices must be integers or slices, not str; perhaps you missed a comma?"],
  ])("%s", (source, message) => {
    const warnings: string[] = [];
    compileModule(parse(source, "<string>"), "<string>", instructionSet, {
      onWarning: (warning) => warnings.push(warning.message),
    });
    expect(warnings).toEqual([message]);
  });
});

describe("limits", () => {
  it("deep nesting is a clean error", () => {
    const place = { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 1 };
    let value: Parameters<typeof wrap>[0] = { kind: "Name", id: "x", ctx: "Load", ...place } as const;
    const wrap = (operand: unknown) => ({ kind: "UnaryOp", op: "USub", operand, ...place });
    for (let i = 0; i < 100_000; i++) value = wrap(value);
    const tree = { kind: "Expression", body: value } as never;
    expect(() => compileModule(tree, "<string>", instructionSet, { mode: "eval" })).toThrow(CompilerRecursionError);
  });

  it("a long elif chain, a long sum and a long list are no deep nesting", () => {
    compile(`if x == 0: pass\n${Array.from({ length: 500 }, (_, i) => `elif x == ${i}: y = ${i}\n`).join("")}`);
    compile(`x = ${Array.from({ length: 500 }, (_, i) => `a${i}`).join(" + ")}\n`);
    compile(`x = [${Array.from({ length: 5000 }, (_, i) => `a${i}`).join(", ")}]\n`);
  });
});
