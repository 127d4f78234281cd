import { describe, expect, it } from "vitest";
import { programNames, programPath, recorded, runProgram } from "./harness.js";

describe("programs do what they do in CPython", () => {
  for (const name of programNames()) {
    it(name, async () => expect(await runProgram(programPath(name), { jit: "off" })).toEqual(recorded(name)));
  }
});
