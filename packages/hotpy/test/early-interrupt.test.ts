import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runProgram } from "./harness.js";

/// Ctrl-C before the program has begun, or while a builtin that is written in Python is defined: it waits, and ends the program.

const USES = ["pass", "import sys; sys.version_info", "sorted([3, 1, 2], key=lambda x: -x)"];

describe("an interrupt", () => {
  for (const use of USES)
    for (const jit of ["off", "wasm"] as const)
      it(`at once: ${use} (${jit})`, async () => {
        const directory = mkdtempSync(join(tmpdir(), "hotpy-early-"));
        try {
          const path = join(directory, "early.py");
          writeFileSync(path, `${use}\nwhile True: pass\n`);
          for (const first of [0, 1, 3, 9]) {
            let asked = 0;
            const interrupted = (): boolean => asked++ === first;
            const { err } = await runProgram(path, { jit }, undefined, undefined, { interrupted });
            expect(err).toMatch(/KeyboardInterrupt\n$/);
          }
        } finally {
          rmSync(directory, { recursive: true });
        }
      });
});
