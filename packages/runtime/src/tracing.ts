/// Puts recorder, passes, executor and supervisor together for a running Python.

import { CODE_GENERATOR, computeLiveness, type LocalLiveness } from "@hotpy/bytecode";
import { FRAME_DEPTH } from "@hotpy/frame-stack";
import { type Backend, createJit, type TreeCode } from "@hotpy/jit";
import { type Address, NULL, STATE_DEPTH_LIMIT, STATE_FRAME } from "@hotpy/memory";
import { BYTES_DATA, CODE_LOCALS, FLAG_PINNED, headerWord, SHAPE_BYTES } from "@hotpy/object-model";
import { instructionSet } from "@hotpy/python-instructions";
import { type Context, interruptsOf } from "@hotpy/python-objects";
import { factsAtExit } from "@hotpy/specialiser";
import {
  type Background,
  type ChaosOptions,
  createCompilingExecutor,
  createConstantTable,
  createInterpretingExecutor,
  createSupervisor,
  type Executor,
  type Measure,
  measuredPasses,
  type Supervisor,
  type SupervisorEnvironment,
  type SupervisorOptions,
} from "@hotpy/supervisor";
import { createFixedObjects, type Pass, type Trace, type TraceCounts } from "@hotpy/trace";
import { DEFAULT_LIMITS, type Limits, record } from "@hotpy/tracer";
import { createRunnableExpansions } from "./expansions.js";
import type { Past } from "./late-tracing.js";
import { localLookups, mayLookAtAllLocals, mayMakeFinalisers } from "./local-lookups.js";
import { type EntryListener, measuredExecutor } from "./measured.js";
import { STANDARD_PASSES } from "./passes.js";
import type { Tracing } from "./python.js";

/** Options of {@link createTracing}. */
export interface TracingOptions {
  /** Compiles traces; undefined: the trace interpreter runs them. */
  readonly backend?: Backend | undefined;
  readonly passes?: readonly Pass[];
  readonly thresholds?: Partial<SupervisorOptions>;
  readonly limits?: Partial<Limits>;
  /** Verifies traces between passes; failures of passes and backends then throw. */
  readonly verify?: boolean;
  readonly chaos?: ChaosOptions | undefined;
  /** Whether traces are made only as fast as the time that the program has run allows; else runs are reproducible. */
  readonly isPaced?: boolean;
  /** Another thread that makes traces, which `serveTraces` serves; else they are made here. Only with a backend. */
  readonly background?: Omit<Background, "load"> | undefined;
  /** Told how long each phase takes. */
  readonly measure?: Measure | undefined;
  /** Told of each call that compiled code makes of a helper in TypeScript, by its name. */
  readonly onCall?: ((helper: string) => void) | undefined;
  /** Told of each time that a root trace has been entered by the interpreter, and of how it ended. */
  readonly onEntry?: EntryListener | undefined;
  /** What has happened before, where it is made late. */
  readonly past?: Past;
  /** Counts what the trace interpreter executes. */
  readonly counts?: TraceCounts;
}

/** A supervisor that is told of what compiled code relies on. */
export interface SupervisedTracing extends Tracing {
  readonly hooks: Supervisor;
}

/** @param step the single-step variant of the loop */
export function createTracing(context: Context, step: () => number, options: TracingOptions = {}): SupervisedTracing {
  const { memory, heap, codes, failures } = context;
  const { i32 } = memory;
  const { helpers, meanings, table: expansions } = createRunnableExpansions(context, heap.allocateUrgent);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const liveness = new Map<Address, LocalLiveness | undefined>();

  /** Some code may look at the locals of any other; or something is to be finalised, which a dead local must not be before its function ends. */
  let keepsAllLocals = options.past?.keepsAllLocals === true || heap.finalisers.isUsed();
  function keepAllLocals(): void {
    if (keepsAllLocals) return;
    keepsAllLocals = true;
    supervisor.dropAll();
  }
  heap.bind({ expectsFinalisers: keepAllLocals });

  function livenessOf(code: Address): LocalLiveness | undefined {
    if (!liveness.has(code)) {
      const { unit } = codes.record(code);
      const source = { handlers: unit.handlers, code: unit.code, localCount: i32[(code + CODE_LOCALS) >>> 2] };
      liveness.set(code, localLookups(unit) === "none" ? computeLiveness(source, instructionSet) : undefined);
    }
    return liveness.get(code);
  }

  function isLive(code: Address, offset: number, slot: number, isWaiting: boolean): boolean {
    // Continuations lie outside of the code.
    const { unit, isHidden } = codes.record(code);
    if (keepsAllLocals || offset < 0 || offset >= unit.code.length * 4) return true;
    // Generators of builtins start over from their parameters.
    if (isHidden && (unit.flags & CODE_GENERATOR) !== 0 && slot < unit.argumentCount) return true;
    const known = livenessOf(code);
    if (known === undefined) return true;
    return isWaiting ? known.isLiveDuringCall(offset >>> 2, slot) : known.isLive(offset >>> 2, slot);
  }

  /** As inlined calls are not counted, compiled code keeps away from the limit; near to it the interpreter is exact. */
  const framesLeft = (): number =>
    i32[STATE_DEPTH_LIMIT >>> 2] - i32[(i32[STATE_FRAME >>> 2] + FRAME_DEPTH) >>> 2] - limits.inlineDepth;

  const { backend } = options;
  const compiling =
    backend &&
    createCompilingExecutor<TreeCode>(
      createJit({
        memory,
        helpers,
        backend,
        host: {
          allocate: heap.allocateUrgent,
          remember: heap.barrier,
          hostError: failures.carry,
        },
        measure: options.measure,
        onCall: options.onCall,
        root: (id) => supervisor.trace(id) as Trace,
        chaos: options.chaos !== undefined,
      }),
    );

  function createExecutor(): Executor {
    const environment = { memory, helpers, allocate: heap.allocateUrgent, barrier: heap.barrier };
    return (
      compiling ??
      createInterpretingExecutor(environment, options.counts === undefined ? {} : { counts: options.counts })
    );
  }

  const background = options.background &&
    compiling && {
      ...options.background,
      load: (root: number, code: unknown) => compiling.load(root, code as TreeCode),
    };

  const { measure: measured } = options;
  const passes = options.passes ?? STANDARD_PASSES;
  /** What is recorded belongs to one thread. */
  const stepAlone = (): number => context.threads.pinned(step);
  const recordTrace: SupervisorEnvironment["record"] = (start, questions) =>
    record(
      { memory, meanings, helpers, expansions, step: stepAlone, isLive, barrier: heap.barrier, limits, ...questions },
      start,
    );
  const supervisor: Supervisor = createSupervisor(
    {
      memory,
      meanings,
      helpers,
      objects: createFixedObjects(memory),
      background,
      framesLeft,
      executor:
        measured === undefined
          ? createExecutor()
          : measuredExecutor(createExecutor(), measured, memory, options.onEntry),
      measure: measured,
      constants: createConstantTable(memory),
      record:
        measured === undefined
          ? recordTrace
          : (start, questions) => measured("recording", () => recordTrace(start, questions)),
      allocate: heap.allocateUrgent,
      allocateImmortal: heap.allocateImmortal,
      returnStub: makeReturnStub(context),
      identity: heap.identity,
      passes: measured === undefined ? passes : measuredPasses(passes, measured),
      factsAtExit,
      verify: options.verify ?? false,
      ...(options.isPaced ? { now: () => Number(context.platform.monotonic()) / 1e6 } : {}),
      ...(options.past === undefined ? {} : { since: options.past.since }),
      interrupted: interruptsOf(context.platform),
      ...(options.chaos === undefined ? {} : { chaos: options.chaos }),
    },
    options.thresholds,
  );
  return {
    hooks: supervisor,
    codeLoaded(unit) {
      // A class may get the method when its objects are there already: from the start of code that can do it no local is lost.
      if (mayMakeFinalisers(unit)) heap.finalisers.expect();
      if (mayLookAtAllLocals(unit)) keepAllLocals();
    },
    functionChanged: () => supervisor.dropAll(),
    typeChanged: (type) => supervisor.changed(type, NULL),
    dictChanged: supervisor.changed,
  };
}

/** A `return` outside of any code. */
function makeReturnStub({ memory, heap }: Context): Address {
  const { i32 } = memory;
  const bytes = heap.allocateImmortal(16);
  i32[bytes >>> 2] = headerWord(SHAPE_BYTES, FLAG_PINNED);
  i32[(bytes >>> 2) + 1] = 4;
  i32[(bytes + BYTES_DATA) >>> 2] = instructionSet.get("return")?.opcode as number;
  return bytes + BYTES_DATA;
}
