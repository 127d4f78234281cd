import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { programNames, PROGRAMS, recorded, runProgram } from "./harness.js";

describe("programs do what they do in CPython", () => {
  for (const name of programNames()) {
    it(name, async () => expect(await runProgram(join(PROGRAMS, `${name}.py`), { jit: "off" })).toEqual(recorded(name)));
  }
});
