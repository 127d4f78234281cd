import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PythonSyntaxError, parse } from "../src/index.js";
import { type ErrorRow, hasOracle, oracleErrors } from "./oracle.js";
import { INVALID_PROGRAMS } from "./programs/invalid.js";

/** The errors as CPython reports them. `BLESS=1` records them anew. */
const RECORDED = new URL("programs/invalid.json", import.meta.url);

function errorOf(program: string): ErrorRow | null {
  try {
    parse(program, "test.py");
    return null;
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    const { type, message, lineno, offset, end_lineno, end_offset, text } = error;
    return [type, message, lineno, offset, end_lineno, end_offset, text];
  }
}

const programs = Object.values(INVALID_PROGRAMS).flat();

if (process.env.BLESS !== undefined) {
  const rows = oracleErrors(programs).map((row) => JSON.stringify(row));
  writeFileSync(RECORDED, `[\n${rows.join(",\n")}\n]\n`);
}
const recorded: (ErrorRow | null)[] = JSON.parse(readFileSync(RECORDED, "utf8"));

describe("syntax errors are CPython's", () => {
  let index = 0;
  for (const [topic, group] of Object.entries(INVALID_PROGRAMS)) {
    const first = index;
    index += group.length;
    it(`${topic} (${group.length} programs)`, () => {
      const rows = group.map((program) => ({ program, error: errorOf(program) }));
      const expected = group.map((program, i) => ({ program, error: recorded[first + i] }));
      expect(rows).toEqual(expected);
    });
  }

  it.runIf(hasOracle)("as recorded", () => {
    expect(recorded).toEqual(oracleErrors(programs));
  });
});
