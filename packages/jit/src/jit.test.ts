import type { LeafHelper } from "@hotpy/bytecode";
import { NULL, STATE_EXIT_NUMBER, STATE_EXIT_TRACE } from "@hotpy/memory";
import { parseTrace } from "@hotpy/trace";
import { describe, expect, test } from "vitest";
import { createFixture } from "./conformance/fixture.js";
import { backendConformance } from "./conformance/index.js";
import { wasmBackend } from "./wasm/backend.js";

describe("the built-in backend", () => {
  for (const { name, run } of backendConformance(wasmBackend)) test(name, run);
});

describe("what a helper throws does not cross the frame of compiled code", () => {
  const THROWN = [new RangeError("Maximum call stack size exceeded"), new Error("no memory"), new TypeError("a fault")];

  function runThrowing(
    fails: LeafHelper["fails"],
    thrown: unknown,
  ): ReturnType<typeof createFixture> & { result: () => number } {
    const helper: LeafHelper = {
      name: "throwing",
      args: ["word"],
      result: "word",
      reads: [],
      writes: [],
      fails,
      run: () => {
        throw thrown;
      },
    };
    const fixture = createFixture(wasmBackend, [helper]);
    const exit = fails === "never" ? "" : " @0";
    const snapshot = `snapshots:\n  @0 ${fails === "raise" ? "raise retry=0" : "resume"} [code#${fixture.code}+0 %0 _ _ _]`;
    const trace = parseTrace(`trace 1 function at code#${fixture.code}+0
inputs:
  %0: word = slot 0
prologue:
  %1: word = call_leaf %0 throwing${exit}
end: return %1
${fails === "never" ? "" : snapshot}
`);
    return { ...fixture, result: () => fixture.run(trace, [5]) };
  }

  test.each(THROWN)("%s, in one that fails by raise: it is the host's, and the trace leaves", (thrown) => {
    const { result, hostErrors, state } = runThrowing("raise", thrown);
    expect(result()).toBe(NULL);
    expect(hostErrors).toEqual([thrown]);
    expect([state(STATE_EXIT_TRACE), state(STATE_EXIT_NUMBER)]).toEqual([1, 0]);
  });

  test.each(THROWN)(
    "%s, in one that fails by retry: the trace leaves, and the instruction is executed again",
    (thrown) => {
      const { result, hostErrors, state } = runThrowing("retry", thrown);
      expect(result()).toBe(NULL);
      expect(hostErrors).toEqual([]);
      expect([state(STATE_EXIT_TRACE), state(STATE_EXIT_NUMBER)]).toEqual([1, 0]);
    },
  );

  test.each(THROWN)("%s, in one that never fails: it is the host's, and the trace goes on with NULL", (thrown) => {
    const { result, hostErrors } = runThrowing("never", thrown);
    expect(result()).toBe(NULL);
    expect(hostErrors).toEqual([thrown]);
  });
});
