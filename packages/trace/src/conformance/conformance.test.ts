import { describe, expect, it } from "vitest";
import type { Instruction } from "../instruction.js";
import type { Pass } from "../pass.js";
import { passConformance } from "./index.js";

const identity: Pass = { name: "identity", description: "Changes nothing", requires: [], run: (trace) => trace };

/** A pass that leaves out the n-th instruction of each trace that passes `test`, as a wrong one would. */
function dropping(test: (instruction: Instruction) => boolean): Pass {
  return {
    ...identity,
    name: "dropping",
    run: (trace) => ({ ...trace, prologue: trace.prologue.filter((instruction) => !test(instruction)) }),
  };
}

describe("the conformance kit", () => {
  for (const { name, run } of passConformance([identity])) it(`passes a pass that does nothing: ${name}`, run);

  it.each(["store_word", "guard_shape", "call_leaf"])("fails a pass that drops %s", (op) => {
    const cases = passConformance([dropping((instruction) => instruction.op === op)]);
    expect(() => cases.forEach(({ run }) => run())).toThrow();
  });
});
