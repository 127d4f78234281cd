import { describe, expect, it } from "vitest";
import { NOT_IMPLEMENTED, programNames, programPath, recorded, runProgram } from "./harness.js";

describe("programs do what they do in CPython", () => {
  for (const name of programNames()) {
    it(name, async () => expect(await runProgram(programPath(name), { jit: "off" })).toEqual(recorded(name)));
  }
});

describe("what is not implemented yet is said, with the line, instead of a wrong result", () => {
  for (const name of NOT_IMPLEMENTED) {
    it(name, async () => {
      const { err, code } = await runProgram(programPath(name), { jit: "off" });
      expect(err).toMatch(new RegExp(`^hotpy: not implemented: .* \\(${name}\\.py, line \\d+\\)\n$`));
      expect(code).toBe(70);
    });
  }
});
