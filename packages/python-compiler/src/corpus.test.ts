import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { verify } from "@hotpy/bytecode";
import { instructionSet } from "@hotpy/python-instructions";
import { parse } from "@hotpy/python-parser";
import { describe, expect, it } from "vitest";
import { compileModule, NotImplementedByHotPy } from "./index.js";

const programs = new URL("../../hotpy/programs/", import.meta.url).pathname;
/** Where Debian has the standard library; the test does what it can where there is none. */
const library = "/usr/lib/python3.11";

function sourcesIn(directory: string): string[] {
  return existsSync(directory)
    ? readdirSync(directory)
        .filter((name) => name.endsWith(".py"))
        .map((name) => join(directory, name))
    : [];
}

/** What compiled and verified, and what needs what HotPy has not got. */
function compileAll(paths: readonly string[]): { compiled: number; missing: string[] } {
  const result = { compiled: 0, missing: [] as string[] };
  for (const path of paths) {
    try {
      verify(compileModule(parse(readFileSync(path, "utf8"), path), path, instructionSet), instructionSet);
      result.compiled++;
    } catch (error) {
      if (!(error instanceof NotImplementedByHotPy)) throw error;
      result.missing.push(error.feature);
    }
  }
  return result;
}

describe("what is compiled passes the verifier", () => {
  it("the end-to-end programs", () => {
    const { compiled, missing } = compileAll(sourcesIn(programs).filter((path) => !/\/syn_(?!warnings)/.test(path)));
    expect(missing).toEqual([]);
    expect(compiled).toBeGreaterThan(100);
  });

  it("the standard library", { timeout: 60_000 }, () => {
    const paths = sourcesIn(library);
    const { compiled, missing } = compileAll(paths);
    expect(compiled + missing.length).toBe(paths.length);
    if (paths.length > 0) expect(compiled / paths.length).toBeGreaterThan(0.95);
  });
});
