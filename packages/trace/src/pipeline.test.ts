import { reserveMemory } from "@hotpy/memory";
import { describe, expect, it } from "vitest";
import { createFixedObjects } from "./fixed-objects.js";
import { NO_HELPERS } from "./kinds.js";
import type { Pass, PassContext } from "./pass.js";
import { checkOrder, runPipeline } from "./pipeline.js";
import { parseTrace } from "./text/parse.js";
import { printTrace } from "./text/print.js";

const TRACE = parseTrace(
  "trace 1 function at code#8+0\ninputs:\n %0: word = function\nprologue:\n %1: i32 = const_i32 3\nend: return %0\n",
);
const pass = (name: string, requires: readonly string[] = [], run: Pass["run"] = (trace) => trace): Pass => ({
  name,
  description: `The pass ${name}`,
  requires,
  run,
});
const context: PassContext = {
  objects: createFixedObjects(reserveMemory({ size: 256 * 1024 * 1024 })),
  helpers: NO_HELPERS,
};

describe("the pipeline", () => {
  it("runs passes in order and reports each", () => {
    const drop = pass("drop", [], (trace) => ({ ...trace, prologue: [] }));
    const events: unknown[] = [];
    const result = runPipeline(
      TRACE,
      [pass("nothing"), drop],
      { ...context, log: (event, detail) => events.push([event, (detail as { pass: string }).pass]) },
      { verify: true },
    );
    expect(result.prologue).toEqual([]);
    expect(events).toEqual([
      ["pass", "nothing"],
      ["pass", "drop"],
    ]);
  });

  it("wants what a pass requires before it, if it is there at all", () => {
    const early = pass("early");
    const late = pass("late", ["early"]);
    expect(() => checkOrder([early, late, early])).not.toThrow();
    expect(() => checkOrder([late])).not.toThrow();
    expect(() => checkOrder([late, early])).toThrow("the pass late must come after early");
  });

  it("names the pass that breaks a trace", () => {
    const broken = pass("broken", [], (trace) => ({ ...trace, inputs: [] }));
    expect(() => runPipeline(TRACE, [broken], context, { verify: true })).toThrow(
      /after broken is not well-formed:\n {2}end: %0 is not defined/,
    );
    expect(printTrace(runPipeline(TRACE, [broken], context), NO_HELPERS)).not.toMatch("inputs");
  });
});
