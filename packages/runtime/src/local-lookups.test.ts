import type { CodeUnit } from "@hotpy/bytecode";
import { expect, test } from "vitest";
import { compileSource } from "./compile-source.js";
import { localLookups } from "./local-lookups.js";

/** What the last function of a source does. */
function lookups(body: string): string {
  const module: CodeUnit = compileSource(`def f(a):\n    ${body}\n`, "<test>");
  const codes = module.constants.flatMap((each) => (each.kind === "code" ? [each.unit] : []));
  return localLookups(codes[0]);
}

test.each([
  ["return a.x + len(a)", "none"],
  ["return a.dir", "own"],
  ["return locals()", "own"],
  ["return sorted(locals())", "own"],
  ["return vars(a if a else 1)", "own"],
  ["return eval('a', {}, a)", "own"],
  ["return dir(*a)", "own"],
  ["g = locals", "any"],
  ["return [vars]", "any"],
  ["return a(dir)", "any"],
  ["return a(dir, 1)", "any"],
  ["return a(1, f=eval)", "any"],
  ["from builtins import locals as l", "any"],
  ["import builtins; return builtins.vars()", "any"],
  ["return getattr(a, 'locals')()", "any"],
])("%s: %s", (body, expected) => {
  expect(lookups(body)).toBe(expected);
});
