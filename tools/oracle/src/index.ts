import { execFileSync } from "node:child_process";

export { readCallTables, type TableCall } from "./call-tables.js";

/** Runs a script under CPython 3.11 that prints JSON; its standard input is `input` as JSON in the variable `data`. */
export function oracle<T>(script: string, input: unknown = null): T {
  const program = `import json, sys\ndata = json.load(sys.stdin)\n${script}`;
  const output = execFileSync("/usr/bin/python3.11", ["-c", program], {
    input: JSON.stringify(input),
    maxBuffer: 1 << 28,
    encoding: "utf8",
  });
  return JSON.parse(output) as T;
}
