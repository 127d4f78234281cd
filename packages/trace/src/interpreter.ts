/// The trace interpreter: executes any trace, optimised or not, by the meanings of its instructions. It is the oracle
/// for compiled code, so it is plain, not fast.

import { type CoreValue, createMeanings, EXIT } from "@hotpy/bytecode";
import { FRAME_FUNCTION, FRAME_SLOTS } from "@hotpy/frame-stack";
import {
  type Address,
  EXIT_FRAMES_COMPLETE,
  type Memory,
  NULL,
  STATE_EXIT_FRAME,
  STATE_EXIT_NUMBER,
  STATE_EXIT_TRACE,
  STATE_FORCED_EXIT,
  STATE_FRAME,
  STATE_FUEL,
  STATE_NATIVE_BUDGET,
  STATE_REQUEST,
  TRACE_VALID,
  type Word,
} from "@hotpy/memory";
import { canForce, type Exit, exitsOf } from "./exits.js";
import { type Instruction, NO_EXIT } from "./instruction.js";
import { type Helpers, helperNamed } from "./kinds.js";
import { evaluator, materialiseSnapshot, writeExitBuffer } from "./materialise.js";
import type { Snapshot, Trace, ValueId } from "./trace.js";
import { fuelOf } from "./tree.js";

/** What the trace interpreter needs of the VM. */
export interface TraceInterpreterEnvironment {
  readonly memory: Memory;
  readonly helpers: Helpers;
  /** Allocates an object of `bytes`; never collects. */
  allocate(bytes: number): Address;
  /** The write barrier. */
  barrier(object: Address): void;
  /** The trace of this id; `undefined` if it has been dropped. */
  traceOf(id: number): Trace | undefined;
  /** The bridge that has grown from an exit, by id. */
  bridgeOf?(trace: number, exit: number): number | undefined;
  /**
   * Runs a code object: pushes its frame on the running one (STATE_FRAME, its header and slots written) and executes
   * it to its end. The result, or NULL if it left: then the supervisor goes on from the frames in memory.
   */
  callCode(code: Address, fn: Word, args: readonly Word[]): Word;
}

/** Counts of what has been executed, for tests and the trace log. */
export interface TraceCounts {
  instructions: number;
  guards: number;
  allocations: number;
  /** Times that the loop head was reached. */
  iterations: number;
  /** Words written to frames by calls. */
  frameStores: number;
}

/** Options of {@link createTraceInterpreter}. */
export interface TraceInterpreterOptions {
  readonly counts?: TraceCounts;
  /** Chaos testing: whether the exit is to be taken although its condition holds. `execution` counts from 1 per exit. */
  readonly forceExit?: (trace: number, exit: number, execution: number) => boolean;
  /**
   * Called at each point where the trace could be left, whether it is or not: before an instruction with a snapshot,
   * and at the loop head. `values` are those of `exit.live`, `iteration` counts arrivals at the loop head, 0 before.
   */
  readonly onExitPoint?: (trace: Trace, exit: Exit, values: readonly CoreValue[], iteration: number) => void;
}

/** Executes traces. Compiled code is entered through the same interface. */
export interface TraceExecutor {
  /**
   * Runs a root trace on the frame at `frame`, whose header and slots are in memory. The value that the frame returns
   * (it is then to be popped), or NULL: the trace left. Then STATE_EXIT_TRACE, STATE_EXIT_NUMBER, STATE_EXIT_FRAME and
   * EXIT_BUFFER say how (see `materialise`), or STATE_EXIT_TRACE is EXIT_FRAMES_COMPLETE and STATE_FRAME the frame to go on with.
   */
  enter(trace: number, frame: Address): Word;
}

/** A trace with what its execution looks up. */
interface Prepared {
  readonly trace: Trace;
  readonly exits: readonly Exit[];
}

/** How a trace was left: by an exit, or with its frames in memory as the supervisor wants them. */
type Left = { readonly exit: Exit } | "complete";

const GUARD = /^guard_/;

/** Zero counts. */
export function newCounts(): TraceCounts {
  return { instructions: 0, guards: 0, allocations: 0, iterations: 0, frameStores: 0 };
}

export function createTraceInterpreter(
  environment: TraceInterpreterEnvironment,
  options: TraceInterpreterOptions = {},
): TraceExecutor {
  const { memory, helpers } = environment;
  const { i32 } = memory;
  const { counts, forceExit } = options;
  let running = 0;
  const meanings = createMeanings(memory, {
    allocate(bytes) {
      if (counts !== undefined) counts.allocations++;
      return environment.allocate(bytes);
    },
    barrier: environment.barrier,
    helper: (name) => helperNamed(name, helpers),
    isValid: () => i32[(TRACE_VALID >>> 2) + running] !== 0,
    callCode: () => EXIT,
  });

  const cache = new WeakMap<Trace, Prepared>();
  const executions = new Map<string, number>();

  function prepare(trace: Trace): Prepared {
    let prepared = cache.get(trace);
    if (prepared === undefined) {
      prepared = { trace, exits: exitsOf(trace, helpers) };
      cache.set(trace, prepared);
    }
    return prepared;
  }

  function isForced(trace: Trace, exit: Exit | undefined): boolean {
    if (exit === undefined || !canForce(exit, helpers)) return false;
    if (i32[STATE_FORCED_EXIT >>> 2] === ((trace.id << 16) | exit.number) && i32[STATE_FORCED_EXIT >>> 2] !== 0)
      return true;
    if (forceExit === undefined) return false;
    const key = `${trace.id}.${exit.number}`;
    const execution = (executions.get(key) ?? 0) + 1;
    executions.set(key, execution);
    return forceExit(trace.id, exit.number, execution);
  }

  /** One activation: a root trace on a frame, with the bridges and roots it runs into. */
  class Activation {
    private readonly values: CoreValue[] = [];
    private iteration = 0;
    private root = -1;

    constructor(private readonly base: Address) {}

    private report(trace: Trace, exit: Exit): void {
      options.onExitPoint?.(
        trace,
        exit,
        exit.live.map((id) => this.values[id]),
        this.iteration,
      );
    }

    run(id: number): Word {
      let next: number | undefined = id;
      let inputs: readonly CoreValue[] | undefined;
      while (next !== undefined) {
        const trace = environment.traceOf(next);
        if (trace === undefined || !this.mayEnter(trace)) return this.leaveComplete();
        // A bridge relies on what its root relies on.
        if (trace.kind !== "bridge") this.root = trace.id;
        running = this.root;
        this.bindInputs(trace, inputs);
        const prepared = prepare(trace);
        const left = this.execute(prepared);
        if (left === "complete") return NULL;
        if (!("exit" in left)) return left.value;
        const { exit } = left;
        if (exit.place === "link" && trace.end.kind === "link") {
          this.writeFrames(trace, exit.snapshot);
          next = trace.end.target;
          inputs = undefined;
          continue;
        }
        const bridge = environment.bridgeOf?.(trace.id, exit.number);
        inputs = exit.live.map((value) => this.values[value]);
        if (bridge === undefined) return this.leave(trace, exit, inputs);
        next = bridge;
      }
      return NULL;
    }

    /** Root traces: fuel, depth and validity. Bridges belong to the trace that they grow from. */
    private mayEnter(trace: Trace): boolean {
      if (trace.kind === "bridge") return true;
      i32[STATE_FUEL >>> 2] -= trace.kind === "loop" ? 1 : fuelOf(trace);
      if (i32[(TRACE_VALID >>> 2) + trace.id] === 0) return false;
      return trace.kind === "loop" || (i32[STATE_FUEL >>> 2] > 0 && i32[STATE_NATIVE_BUDGET >>> 2] > 0);
    }

    private bindInputs(trace: Trace, live: readonly CoreValue[] | undefined): void {
      const bound = trace.inputs.map(({ source }) => {
        if (source === "function") return i32[(this.base + FRAME_FUNCTION) >>> 2];
        return live === undefined ? i32[(this.base + FRAME_SLOTS + 4 * source) >>> 2] : live[source];
      });
      trace.inputs.forEach(({ id }, index) => {
        this.values[id] = bound[index];
      });
    }

    private execute(prepared: Prepared): Left | { readonly value: Word } {
      const { trace, exits } = prepared;
      const left = this.section(prepared, trace.prologue);
      if (left !== undefined) return left;
      if (trace.loop !== undefined) return this.loop(prepared, trace.loop);
      const { end } = trace;
      if (end.kind === "return") return { value: this.values[end.value] as Word };
      if (end.kind === "loop") throw new Error(`trace ${trace.id} has no loop to end in`);
      return { exit: exits[end.exit] };
    }

    private loop(prepared: Prepared, { params, body, head: headExit }: NonNullable<Trace["loop"]>): Left {
      const { values } = this;
      const head = prepared.exits[headExit];
      const assign = (from: "entry" | "back"): void => {
        const next = params.map((param) => values[param[from]]);
        params.forEach(({ id }, index) => {
          values[id] = next[index];
        });
      };
      assign("entry");
      for (;;) {
        if (counts !== undefined) counts.iterations++;
        this.iteration++;
        this.report(prepared.trace, head);
        i32[STATE_FUEL >>> 2] -= fuelOf(prepared.trace);
        const noFuel = i32[STATE_FUEL >>> 2] <= 0;
        const invalid = i32[(TRACE_VALID >>> 2) + prepared.trace.id] === 0;
        if (noFuel || invalid || i32[STATE_REQUEST >>> 2] !== 0 || isForced(prepared.trace, head))
          return { exit: head };
        const left = this.section(prepared, body);
        if (left !== undefined) return left;
        assign("back");
      }
    }

    private section(prepared: Prepared, instructions: readonly Instruction[]): Left | undefined {
      const { values } = this;
      for (const instruction of instructions) {
        const { op, immediate } = instruction;
        const args = (instruction.args as readonly ValueId[]).map((id) => values[id]);
        const exit = instruction.exit === NO_EXIT ? undefined : prepared.exits[instruction.exit];
        if (exit !== undefined) this.report(prepared.trace, exit);
        if (counts !== undefined) {
          counts.instructions++;
          if (GUARD.test(op)) counts.guards++;
        }
        if (isForced(prepared.trace, exit)) return { exit: exit as Exit };
        if (op === "call_code") {
          const result = this.call(prepared.trace, immediate as Address, (exit as Exit).snapshot, args as Word[]);
          if (result === NULL) return "complete";
          values[instruction.id] = result;
          continue;
        }
        const result = meanings[op](args, immediate);
        if (result === EXIT) return { exit: exit as Exit };
        if (result !== undefined) values[instruction.id] = result;
      }
      return undefined;
    }

    /** The frames are in memory during the call; after it this activation has them as its own again. */
    private call(trace: Trace, code: Address, snapshot: Snapshot, [fn, ...args]: readonly Word[]): Word {
      const budget = i32[STATE_NATIVE_BUDGET >>> 2];
      const { frames } = snapshot;
      this.writeFrames(trace, snapshot);
      i32[STATE_NATIVE_BUDGET >>> 2] = budget - frames.length;
      const result = environment.callCode(code, fn, args);
      if (result === NULL) return NULL;
      running = this.root;
      i32[STATE_NATIVE_BUDGET >>> 2] = budget;
      i32[STATE_FRAME >>> 2] = this.base;
      return result;
    }

    private writeFrames(trace: Trace, snapshot: Snapshot): void {
      const valueOf = evaluator(memory, meanings, trace.deferred, (id: ValueId) => this.values[id]);
      if (counts !== undefined) for (const { slots } of snapshot.frames) counts.frameStores += slots.length;
      materialiseSnapshot(memory, snapshot, this.base, valueOf);
    }

    private leave(trace: Trace, exit: Exit, values: readonly CoreValue[]): Word {
      writeExitBuffer(memory, exit.kinds, values);
      i32[STATE_EXIT_TRACE >>> 2] = trace.id;
      i32[STATE_EXIT_NUMBER >>> 2] = exit.number;
      i32[STATE_EXIT_FRAME >>> 2] = this.base;
      return NULL;
    }

    private leaveComplete(): Word {
      i32[STATE_FRAME >>> 2] = this.base;
      i32[STATE_EXIT_TRACE >>> 2] = EXIT_FRAMES_COMPLETE;
      return NULL;
    }
  }

  return { enter: (trace, frame) => new Activation(frame).run(trace) };
}
