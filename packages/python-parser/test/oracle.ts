import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** CPython 3.11, whose behaviour is the specification. */
const PYTHON = "/usr/bin/python3.11";

export const hasOracle = existsSync(PYTHON);

/** [type, message, lineno, offset, end_lineno, end_offset, text] of a SyntaxError. */
export type ErrorRow = [string, string, number, number, number, number, string | null];

/** The errors of programs, null for those that parse. */
export function oracleErrors(programs: readonly string[]): (ErrorRow | null)[] {
  const lines = run("oracle.py", [], programs.join("\0")).trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line));
}

/** The trees of programs in the form of dump.ts, `error` for those that do not parse. */
export function oracleTrees(programs: readonly string[]): string[] {
  return run("dump.py", [], programs.join("\0")).trimEnd().split("\n");
}

/** As {@link oracleTrees}, of files. */
export function oracleFileTrees(files: readonly string[]): string[] {
  return run("dump.py", files, "").trimEnd().split("\n");
}

function run(script: string, args: readonly string[], input: string): string {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return execFileSync(PYTHON, [path, ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
}
