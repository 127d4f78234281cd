import type { LeafHelper } from "@hotpy/bytecode";
import { FRAME_CODE, FRAME_FUNCTION, FRAME_PREVIOUS, FRAME_SLOTS } from "@hotpy/frame-stack";
import {
  type Address,
  type Memory,
  reserveMemory,
  STATE_ALLOC_LIMIT,
  STATE_ALLOC_TOP,
  STATE_FUEL,
  STATE_NATIVE_BUDGET,
  TRACE_VALID,
  type Word,
} from "@hotpy/memory";
import { CODE_ARGUMENTS, CODE_LOCALS, CODE_START, CODE_TRACE, headerWord, SHAPE_CODE } from "@hotpy/object-model";
import type { Exit, FrameState, Snapshot, Trace, TraceTree, ValueId } from "@hotpy/trace";
import type { Backend } from "../backend.js";
import { createJit, type Jit } from "../jit.js";

/** A memory with one code object and one frame: enough of a VM to run compiled traces by hand. */
export interface Fixture {
  readonly memory: Memory;
  readonly jit: Jit;
  /** Address of a code object with four locals and one argument. */
  readonly code: Address;
  readonly frame: Address;
  readonly remembered: Address[];
  /** What helpers that fail by `raise` have thrown. */
  readonly hostErrors: unknown[];
  readonly traces: Map<number, Trace>;
  /** Puts these words into the frame's slots and enters with this much fuel. */
  run(trace: Trace, slots: readonly Word[], fuel?: number): Word;
  /** Compiles a bridge of a tree by itself, and loads it. False: it cannot be compiled so. */
  growBy(tree: TraceTree, bridge: Trace, from: Exit): boolean;
  state(address: number): number;
  /** A snapshot of the one frame at its start. */
  snapshot(slots: readonly ValueId[], ip?: number): Snapshot;
}

/** Builds it over this backend; `helpers` are the leaf helpers that traces may call. */
export function createFixture(backend: Backend, helpers: readonly LeafHelper[] = [], chaos = false): Fixture {
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  const { i32 } = memory;
  const code = memory.immortal.start;
  i32[code >>> 2] = headerWord(SHAPE_CODE);
  i32[(code + CODE_START) >>> 2] = code + 256;
  i32[(code + CODE_ARGUMENTS) >>> 2] = 1;
  i32[(code + CODE_LOCALS) >>> 2] = 4;
  const frame = memory.stack.start;
  i32[(frame + FRAME_PREVIOUS) >>> 2] = 0;
  i32[(frame + FRAME_CODE) >>> 2] = code;
  i32[(frame + FRAME_FUNCTION) >>> 2] = 0x4444440;
  i32[STATE_ALLOC_TOP >>> 2] = memory.heap.start;
  i32[STATE_ALLOC_LIMIT >>> 2] = memory.heap.start + 65536;
  const remembered: Address[] = [];
  const hostErrors: unknown[] = [];
  const traces = new Map<number, Trace>();
  const jit = createJit({
    memory,
    backend,
    chaos,
    text: true,
    helpers: new Map(helpers.map((helper) => [helper.name, helper])),
    root: (id) => traces.get(id) as Trace,
    host: {
      allocate(bytes) {
        const object = i32[STATE_ALLOC_LIMIT >>> 2];
        i32[STATE_ALLOC_TOP >>> 2] = object + bytes;
        i32[STATE_ALLOC_LIMIT >>> 2] = object + 65536;
        return object;
      },
      remember: (object) => void remembered.push(object),
      hostError: (error) => void hostErrors.push(error),
    },
  });
  const compiled = new Map<Trace, ReturnType<Jit["compile"]>>();
  return {
    memory,
    jit,
    code,
    frame,
    remembered,
    hostErrors,
    traces,
    run(trace, slots, fuel = 4_000_000) {
      traces.set(trace.id, trace);
      i32[(TRACE_VALID + trace.id * 4) >>> 2] = 1;
      i32[STATE_FUEL >>> 2] = fuel;
      i32[STATE_NATIVE_BUDGET >>> 2] = 500;
      slots.forEach((word, index) => {
        i32[((frame + FRAME_SLOTS) >>> 2) + index] = word;
      });
      let machine = compiled.get(trace);
      if (machine === undefined) compiled.set(trace, (machine = jit.compile({ root: trace, bridges: new Map() })));
      if (trace.kind === "function") i32[(code + CODE_TRACE) >>> 2] = trace.id + 1;
      return machine.enter(frame);
    },
    growBy(tree, bridge, from) {
      const code = jit.compiler.compileBridge(tree, bridge, from);
      if (code !== undefined) jit.load(code);
      return code !== undefined;
    },
    state: (address) => i32[address >>> 2],
    snapshot: (slots, ip = 0) => {
      const state: FrameState = { code, ip, function: -1, slots, generator: -1 };
      return { frames: [state], action: "resume" };
    },
  };
}
