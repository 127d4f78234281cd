/// A small machine for this package's own tests.

import type { LeafHelper } from "@hotpy/bytecode";
import { FRAME_CODE, FRAME_FUNCTION, FRAME_SLOTS } from "@hotpy/frame-stack";
import {
  type Address,
  type Memory,
  reserveMemory,
  STATE_FRAME,
  STATE_FUEL,
  STATE_NATIVE_BUDGET,
  TRACE_VALID,
  type Word,
} from "@hotpy/memory";
import { CODE_START, createShapeTable } from "@hotpy/object-model";
import type { TraceInterpreterEnvironment } from "../src/interpreter.js";
import type { Trace } from "../src/trace.js";

/** Address of the code object that test traces name. */
export const CODE = 4096;
/** Where its bytecode starts. */
export const CODE_BYTES = 100_000;

export interface TestMachine extends TraceInterpreterEnvironment {
  readonly memory: Memory;
  readonly traces: Map<number, Trace>;
  readonly bridges: Map<string, number>;
  readonly calls: { readonly frame: Address; readonly args: readonly Word[] }[];
  /** What calls return, in order; then NULL: the callee has left. */
  readonly results: Word[];
  readonly frame: Address;
  setSlots(...slots: readonly Word[]): void;
}

export function createTestMachine(traces: readonly Trace[], helpers: readonly LeafHelper[] = []): TestMachine {
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  const { i32 } = memory;
  createShapeTable(memory);
  let top = memory.heap.start;
  const frame = memory.stack.start;
  i32[(CODE + CODE_START) >>> 2] = CODE_BYTES;
  i32[(frame + FRAME_CODE) >>> 2] = CODE;
  i32[(frame + FRAME_FUNCTION) >>> 2] = 77;
  i32[STATE_FRAME >>> 2] = frame;
  i32[STATE_FUEL >>> 2] = 1000;
  i32[STATE_NATIVE_BUDGET >>> 2] = 100;
  for (const { id } of traces) i32[(TRACE_VALID >>> 2) + id] = 1;
  const machine: TestMachine = {
    memory,
    frame,
    helpers: new Map(helpers.map((helper) => [helper.name, helper])),
    traces: new Map(traces.map((trace) => [trace.id, trace])),
    bridges: new Map(),
    calls: [],
    results: [],
    allocate: (bytes) => (top += bytes) - bytes,
    barrier: () => {},
    traceOf: (id) => machine.traces.get(id),
    bridgeOf: (trace, exit) => machine.bridges.get(`${trace}.${exit}`),
    callCode(_code, _fn, args) {
      machine.calls.push({ frame: i32[STATE_FRAME >>> 2], args });
      return machine.results.shift() ?? 0;
    },
    setSlots: (...slots) => i32.set(slots, (frame + FRAME_SLOTS) >>> 2),
  };
  return machine;
}
