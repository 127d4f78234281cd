import { createMeanings } from "@hotpy/bytecode";
import {
  FRAME_CODE,
  FRAME_DEPTH,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
} from "@hotpy/frame-stack";
import {
  EXIT_FRAMES_COMPLETE,
  NULL,
  REQUEST_COLLECT,
  STATE_EXIT_FRAME,
  STATE_EXIT_NUMBER,
  STATE_EXIT_TRACE,
  STATE_FORCED_EXIT,
  STATE_FRAME,
  STATE_FUEL,
  STATE_NATIVE_BUDGET,
  STATE_REQUEST,
  TRACE_VALID,
  tagSmall,
} from "@hotpy/memory";
import { defineFields, fixed, layoutOf, mutable } from "@hotpy/object-model";
import { describe, expect, it } from "vitest";
import { CODE, CODE_BYTES, createTestMachine, type TestMachine } from "../test/machine.js";
import { exitsOf } from "./exits.js";
import { printExit } from "./frame-text.js";
import { createTraceInterpreter, newCounts, type TraceInterpreterOptions } from "./interpreter.js";
import { materialise, readExitBuffer } from "./materialise.js";
import { parseTrace } from "./text/parse.js";
import { fuelOf } from "./tree.js";

const COUNT_TO_TEN = `trace 1 loop at code#${CODE}+8
inputs:
  %0: word = slot 0
loop:
  %1: word = param %0 %6
  head @0
  guard_int %1 @0
  %2: i64 = unbox_int %1
  %3: i64 = const_i64 10n
  %4: i32 = i64_lt %2 %3
  guard_true %4 @1
  %5: i64 = i64_add %2 %7 @1
  %6: word = box_int %5
end: loop
snapshots:
  @0 resume [code#${CODE}+8 %1]
  @1 resume [code#${CODE}+16 %8]
deferred:
  %8: word = box_int %2
`.replace("  head @0\n", "  head @0\n  %7: i64 = const_i64 1n\n");

function run(machine: TestMachine, trace: number, options?: TraceInterpreterOptions): number {
  return createTraceInterpreter(machine, options).enter(trace, machine.frame);
}

/** Rebuilds the frames after an exit as a supervisor does; returns the topmost. */
function leave(machine: TestMachine): number {
  const { memory } = machine;
  const { i32 } = memory;
  const trace = machine.traceOf(i32[STATE_EXIT_TRACE >>> 2]) as NonNullable<ReturnType<TestMachine["traceOf"]>>;
  const exit = exitsOf(trace, machine.helpers)[i32[STATE_EXIT_NUMBER >>> 2]];
  const meanings = createMeanings(memory, {
    ...machine,
    helper: () => undefined as never,
    isValid: () => true,
    callCode: () => NULL,
  });
  return materialise(memory, meanings, trace, exit, i32[STATE_EXIT_FRAME >>> 2], readExitBuffer(memory, exit.kinds));
}

describe("the trace interpreter", () => {
  it("loops until a guard fails, and leaves its values in the exit buffer", () => {
    const machine = createTestMachine([parseTrace(COUNT_TO_TEN)]);
    machine.setSlots(tagSmall(3));
    const counts = newCounts();
    expect(run(machine, 1, { counts })).toBe(NULL);
    const { i32 } = machine.memory;
    expect(i32[STATE_EXIT_TRACE >>> 2]).toBe(1);
    expect(i32[STATE_EXIT_NUMBER >>> 2]).toBe(2);
    expect(counts).toEqual({ iterations: 8, guards: 16, instructions: 8 * 6 + 7 * 2, allocations: 0, frameStores: 0 });
    expect(leave(machine)).toBe(machine.frame);
    expect(i32[(machine.frame + FRAME_SLOTS) >>> 2]).toBe(tagSmall(10));
    expect(i32[(machine.frame + FRAME_IP) >>> 2]).toBe(CODE_BYTES + 16);
    expect(i32[(machine.frame + FRAME_SP) >>> 2]).toBe(machine.frame + FRAME_SLOTS + 4);
    // The base frame of a loop is in memory: its header is not touched.
    expect(i32[(machine.frame + FRAME_FUNCTION) >>> 2]).toBe(77);
  });

  it.each([
    ["fuel runs out", STATE_FUEL, 1 + 2 * fuelOf(parseTrace(COUNT_TO_TEN)), 4],
    ["a request is pending", STATE_REQUEST, REQUEST_COLLECT, 3],
  ])("leaves at the loop head when %s", (_, state, value, expected) => {
    const machine = createTestMachine([parseTrace(COUNT_TO_TEN)]);
    machine.setSlots(tagSmall(3));
    machine.memory.i32[state >>> 2] = value;
    expect(run(machine, 1)).toBe(NULL);
    expect(machine.memory.i32[STATE_EXIT_NUMBER >>> 2]).toBe(0);
    leave(machine);
    expect(machine.memory.i32[(machine.frame + FRAME_SLOTS) >>> 2]).toBe(tagSmall(expected));
  });

  it("does not enter a trace that is not valid", () => {
    const machine = createTestMachine([parseTrace(COUNT_TO_TEN)]);
    machine.memory.i32[(TRACE_VALID >>> 2) + 1] = 0;
    expect(run(machine, 1)).toBe(NULL);
    expect(machine.memory.i32[STATE_EXIT_TRACE >>> 2]).toBe(EXIT_FRAMES_COMPLETE);
    expect(machine.memory.i32[STATE_FRAME >>> 2]).toBe(machine.frame);
  });

  it("takes exits by force", () => {
    const machine = createTestMachine([parseTrace(COUNT_TO_TEN)]);
    machine.setSlots(tagSmall(0));
    run(machine, 1, { forceExit: (_, exit, execution) => exit === 3 && execution === 5 });
    expect(machine.memory.i32[STATE_EXIT_NUMBER >>> 2]).toBe(3);
    leave(machine);
    expect(machine.memory.i32[(machine.frame + FRAME_SLOTS) >>> 2]).toBe(tagSmall(4));
    machine.memory.i32[STATE_FORCED_EXIT >>> 2] = (1 << 16) | 1;
    run(machine, 1);
    expect(machine.memory.i32[STATE_EXIT_NUMBER >>> 2]).toBe(1);
  });

  it("goes on in a bridge, which links back to the root", () => {
    const bridge = parseTrace(`trace 2 bridge at code#${CODE}+16 from 1.2
inputs:
  %0: i64 = live 0
prologue:
  %1: i64 = const_i64 20n
  %2: i32 = i64_lt %0 %1
  guard_true %2 @0
  %3: i64 = i64_sub %0 %1 @0
  %4: word = box_int %3
end: link 1 @1
deferred:
  %5: word = box_int %0
snapshots:
  @0 resume [code#${CODE}+40 %5]
  @1 resume [code#${CODE}+8 %4]
`);
    const machine = createTestMachine([parseTrace(COUNT_TO_TEN), bridge]);
    machine.bridges.set("1.2", 2);
    machine.setSlots(tagSmall(9));
    const counts = newCounts();
    run(machine, 1, { counts, forceExit: (trace, exit, execution) => trace === 2 && exit === 0 && execution === 3 });
    expect(machine.memory.i32[STATE_EXIT_TRACE >>> 2]).toBe(2);
    leave(machine);
    expect(machine.memory.i32[(machine.frame + FRAME_SLOTS) >>> 2]).toBe(tagSmall(10));
    expect(counts.iterations).toBe(2 + 21 + 21);
  });

  it("has the caller's frames in memory during a call", () => {
    const trace = parseTrace(`trace 1 function at code#${CODE}+0
inputs:
  %0: word = function
  %1: word = slot 0
prologue:
  %2: word = call_code %0 %1 code#${CODE} @0
  %3: word = call_code %0 %2 code#${CODE} @1
end: return %3
snapshots:
  @0 resume [code#${CODE}+4 f=%0 %1]
  @1 resume [code#${CODE}+8 f=%0 %1 %2] [code#${CODE}+12 f=%1 g=%2 _ %1]
`);
    const machine = createTestMachine([trace]);
    machine.setSlots(tagSmall(5));
    machine.results.push(tagSmall(6), tagSmall(7));
    const { i32 } = machine.memory;
    i32[STATE_NATIVE_BUDGET >>> 2] = 10;
    expect(run(machine, 1)).toBe(tagSmall(7));
    const inner = machine.frame + FRAME_SLOTS + 8;
    expect(machine.calls).toEqual([
      { frame: machine.frame, args: [tagSmall(5)] },
      { frame: inner, args: [tagSmall(6)] },
    ]);
    expect(
      [
        FRAME_PREVIOUS,
        FRAME_CODE,
        FRAME_FUNCTION,
        FRAME_IP,
        FRAME_SP,
        FRAME_GENERATOR,
        FRAME_SLOTS,
        FRAME_SLOTS + 4,
      ].map((offset) => i32[(inner + offset) >>> 2]),
    ).toEqual([
      machine.frame,
      CODE,
      tagSmall(5),
      CODE_BYTES + 12,
      inner + FRAME_SLOTS + 8,
      tagSmall(6),
      NULL,
      tagSmall(5),
    ]);
    // Afterwards everything is as before.
    expect([STATE_FRAME, STATE_NATIVE_BUDGET].map((state) => i32[state >>> 2])).toEqual([machine.frame, 10]);

    // The callee leaves: its caller returns at once, its frames in memory.
    machine.results.push(tagSmall(6));
    expect(run(machine, 1)).toBe(NULL);
    expect(i32[STATE_FRAME >>> 2]).toBe(inner);
    expect(i32[(inner + FRAME_DEPTH) >>> 2]).toBe(i32[(machine.frame + FRAME_DEPTH) >>> 2] + 1);
  });
});

describe("materialising", () => {
  it("makes each deferred object once, nested ones too", () => {
    const machine = createTestMachine([
      parseTrace(`trace 1 function at code#${CODE}+0
inputs:
  %0: word = function
prologue:
  %1: f64 = const_f64 2.5
  %2: i32 = const_i32 -3
end: leave @0
deferred:
  %3: word = box_float %1
  %4: word = new %3 %3 %2 {shape 64 bytes 24 fields [8] [12] raw [20]=9 late [16]}
snapshots:
  @0 resume [code#${CODE}+4 f=%0 %4 %3 %4 _]
`),
    ]);
    run(machine, 1);
    leave(machine);
    const { i32, f64 } = machine.memory;
    const [object, float, again, unbound] = i32.slice(
      (machine.frame + FRAME_SLOTS) >>> 2,
      ((machine.frame + FRAME_SLOTS) >>> 2) + 4,
    );
    expect(again).toBe(object);
    expect(unbound).toBe(NULL);
    expect(f64[(float + 8) >>> 3]).toBe(2.5);
    expect([...i32.slice((object >>> 2) + 2, (object >>> 2) + 6)]).toEqual([float, float, -3, 9]);
    const trace = machine.traceOf(1) as NonNullable<ReturnType<TestMachine["traceOf"]>>;
    const pair = layoutOf(
      "pair",
      defineFields("pair", {
        left: mutable("word", 8),
        right: fixed("word", 12),
        count: mutable("i32", 16),
        kind: mutable("i32", 20),
      }),
    );
    const [exit] = exitsOf(trace, machine.helpers);
    expect(printExit(machine.memory, () => pair, trace, exit, machine.frame, machine.frame)).toBe(
      "exit 1.0 resume\ncode#4096+4 function 38 generator NULL slots " +
        "object0=pair#64(pair.left=2.5 fixed.pair.right=2.5 pair.count=raw:-3 pair.kind=raw:9) 2.5 object0 NULL",
    );
  });
});
