import { STATE_FRAME, tagSmall, untagSmall } from "@hotpy/memory";
import { assertVerified, printTrace, type Trace } from "@hotpy/trace";
import { describe, expect, it } from "vitest";
import { AbortReason, DEFAULT_LIMITS, type Limits, type Outcome, type RecordingStart, record } from "./index.js";
import { createToy, FIB, SUM, type Toy } from "./testing/toy-language.js";

const ID = 7;

function recordFrom(
  toy: Toy,
  start: RecordingStart,
  limits: Partial<Limits> = {},
  loops = new Map<number, number>(),
): Outcome {
  const constants: number[] = [];
  return record(
    {
      ...toy,
      limits: { ...DEFAULT_LIMITS, ...limits },
      constant(word) {
        if (!constants.includes(word)) constants.push(word);
        toy.memory.i32[(toy.memory.constants.start >>> 2) + constants.indexOf(word)] = word;
        return constants.indexOf(word);
      },
      loopTraceAt: (_, offset) => loops.get(offset),
      isNotInlined: () => false,
      isLive: () => true,
      watch: () => {},
      claim: () => false,
    },
    start,
  );
}

function traceOf(toy: Toy, outcome: Outcome): Trace {
  if (!("trace" in outcome)) throw new Error(`${outcome.reason} ${outcome.detail}`);
  assertVerified(outcome.trace, toy.helpers, "recording");
  return outcome.trace;
}

/** Without addresses. */
function textOf(toy: Toy, trace: Trace): string {
  return printTrace(trace, toy.helpers)
    .replace(/\b\d{6,}\b/g, "ADDRESS")
    .trim();
}

describe("the toy language", () => {
  it("runs by its expansions", () => {
    const toy = createToy();
    const sum = toy.define(
      1,
      2,
      SUM.map((each) => (each[0] === "jump_unless" ? ["jump_unless", 10] : each)),
    );
    expect(untagSmall(toy.call(sum, tagSmall(100)))).toBe(5050);
    expect(untagSmall(toy.call(toy.define(1, 1, FIB), tagSmall(15)))).toBe(610);
  });
});

describe("recording a loop", () => {
  it("closes at its anchor", () => {
    const toy = createToy();
    toy.enter(toy.define(1, 2, SUM), tagSmall(10));
    toy.step();
    toy.step();
    const trace = traceOf(toy, recordFrom(toy, { kind: "loop", id: ID }));
    expect(trace.end.kind).toBe("loop");
    expect(textOf(toy, trace)).toMatchSnapshot();
    // One iteration has been executed on the way.
    expect(untagSmall(toy.run())).toBe(55);
  });

  it("is given up where there is no expansion, and nothing is lost", () => {
    const toy = createToy();
    toy.enter(toy.define(1, 1, [["local"], ["small", 1], ["add"], ["odd_thing"], ["return"]]), tagSmall(1));
    const outcome = recordFrom(toy, { kind: "function", id: ID });
    expect(outcome).toEqual({ reason: AbortReason.NoExpansion, detail: "odd_thing", raised: false });
    expect(untagSmall(toy.run())).toBe(2);
  });

  it("ends where it cannot go on, when that has been met before and there is enough of it", () => {
    const toy = createToy();
    const code = toy.define(1, 1, [["local"], ["small", 1], ["add"], ["odd_thing"], ["return"]]);
    for (const [root, kept] of [
      [4, true],
      [400, false],
    ] as const) {
      toy.enter(code, tagSmall(1));
      const leaving = { root, bridge: 400 };
      const outcome = recordFrom(toy, { kind: "function", id: ID, mayLeave: true }, { leaving });
      expect("trace" in outcome).toBe(kept);
      if ("trace" in outcome) {
        const { end, exits } = traceOf(toy, outcome);
        expect(end.kind).toBe("leave");
        // Before the instruction that has no expansion, with its operand.
        expect(end.kind === "leave" && exits[end.exit]?.frames[0]).toMatchObject({ ip: 12 });
      }
      expect(untagSmall(toy.run())).toBe(2);
    }
  });

  it("ends behind a call that does not return for long", () => {
    const toy = createToy();
    toy.enter(toy.define(1, 1, FIB), tagSmall(15));
    const limits = { callSteps: 100, leaving: { root: 4, bridge: 4 } };
    const trace = traceOf(toy, recordFrom(toy, { kind: "function", id: ID, mayLeave: true }, limits));
    expect(trace.end.kind).toBe("leave");
    expect(trace.prologue[trace.prologue.length - 1].op).toBe("call_code");
    expect(untagSmall(toy.run())).toBe(610);
  });

  it("is given up when it gets too long or goes round another loop", () => {
    const toy = createToy();
    const sum = toy.define(1, 2, SUM);
    const start = (): void => toy.enter(sum, tagSmall(1000));
    start();
    expect(recordFrom(toy, { kind: "function", id: ID }, { traceLength: 50 })).toMatchObject({
      reason: AbortReason.TooLong,
    });
    expect(untagSmall(toy.run())).toBe(500500);
    start();
    expect(recordFrom(toy, { kind: "function", id: ID })).toMatchObject({ reason: AbortReason.InnerLoop });
    expect(untagSmall(toy.run())).toBe(500500);
  });

  it("ends in a link where another trace begins", () => {
    const toy = createToy();
    toy.enter(toy.define(1, 2, SUM), tagSmall(3));
    const trace = traceOf(toy, recordFrom(toy, { kind: "function", id: ID }, {}, new Map([[8, 3]])));
    expect(trace.end).toMatchObject({ kind: "link", target: 3 });
    expect(untagSmall(toy.run())).toBe(6);
  });

  it("declines where the operands do not suit, and when a helper raises", () => {
    const toy = createToy();
    toy.enter(toy.define(1, 1, [["local"], ["get"], ["return"]]), tagSmall(1));
    expect(recordFrom(toy, { kind: "function", id: ID })).toMatchObject({
      reason: AbortReason.Declined,
      detail: "get: not a cell",
    });
    const other = createToy();
    other.enter(other.define(1, 1, [["local"], ["check"], ["return"]]), tagSmall(-1));
    expect(recordFrom(other, { kind: "function", id: ID })).toMatchObject({ reason: AbortReason.Raised, raised: true });
  });
});

describe("recording a function", () => {
  it("keeps recursion as calls and ends with the result", () => {
    const toy = createToy();
    toy.enter(toy.define(1, 1, FIB), tagSmall(10));
    const trace = traceOf(toy, recordFrom(toy, { kind: "function", id: ID }));
    expect(trace.end.kind).toBe("return");
    expect(trace.prologue.filter(({ op }) => op === "call_code")).toHaveLength(2);
    expect(textOf(toy, trace)).toMatchSnapshot();
    expect(untagSmall(toy.run())).toBe(55);
  });

  it("waits for a call only so long", () => {
    const toy = createToy();
    toy.enter(toy.define(1, 1, FIB), tagSmall(15));
    expect(recordFrom(toy, { kind: "function", id: ID }, { callSteps: 100 })).toMatchObject({
      reason: AbortReason.LongCall,
    });
    expect(untagSmall(toy.run())).toBe(610);
  });

  it("inlines what it calls, and describes both frames at exits", () => {
    const toy = createToy();
    const inner = toy.define(1, 1, [["local"], ["get"], ["small", 1], ["add"], ["return"]]);
    const outer = toy.define(2, 2, [
      ["local", 1],
      ["local", 0],
      ["call", 1],
      ["local", 0],
      ["get"],
      ["add"],
      ["return"],
    ]);
    toy.enter(outer, toy.cell(tagSmall(20)), inner);
    const trace = traceOf(toy, recordFrom(toy, { kind: "function", id: ID }));
    expect(trace.exits.some((snapshot) => snapshot?.frames.length === 2)).toBe(true);
    expect(textOf(toy, trace)).toMatchSnapshot();
    expect(untagSmall(toy.run())).toBe(41);
    expect(toy.memory.i32[STATE_FRAME >>> 2]).toBe(toy.memory.stack.start);
  });

  it("records floats and mixed arithmetic", () => {
    const toy = createToy();
    toy.enter(toy.define(1, 1, [["local"], ["small", 3], ["add"], ["return"]]), toy.float(0.5));
    const trace = traceOf(toy, recordFrom(toy, { kind: "function", id: ID }));
    expect(trace.prologue.map(({ op }) => op)).toContain("f64_add");
    expect(toy.memory.f64[(toy.run() + 8) >>> 3]).toBe(3.5);
  });
});
