import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runProgram } from "./harness.js";

interface LoggedTrace {
  readonly event: string;
  readonly kind: string;
  readonly optimised: {
    readonly guards: number;
    readonly allocations: number;
    readonly frameStores: number;
    readonly text: string;
  };
}

/** The loops that a program's traces have, as the trace log shows them. */
async function loopsOf(text: string): Promise<LoggedTrace["optimised"][]> {
  const path = join(mkdtempSync(join(tmpdir(), "hotpy-test-")), "program.py");
  writeFileSync(path, text);
  const lines: string[] = [];
  const { code, err } = await runProgram(path, { jit: "wasm" }, (line) => lines.push(line));
  expect([code, err]).toEqual([0, ""]);
  const events = lines.map((line) => JSON.parse(line) as LoggedTrace);
  return events.filter(({ event, kind }) => event === "trace" && kind === "loop").map(({ optimised }) => optimised);
}

it("numeric loops store nothing to frames and allocate nothing in the steady state", async () => {
  const loops = await loopsOf(`
def ints(n):
    total = 0
    i = 0
    while i < n:
        total = (total * 31 + i) % 1000003
        i += 1
    return total

def floats(n):
    x = 0.5
    for i in range(n):
        x = 3.7 * x * (1.0 - x)
    return x

print(ints(20000), floats(20000))
`);
  expect(loops.length).toBeGreaterThanOrEqual(2);
  for (const { frameStores, allocations, guards, text } of loops) {
    expect([frameStores, allocations], text).toEqual([0, 0]);
    expect(guards, text).toBeLessThanOrEqual(3);
  }
});
