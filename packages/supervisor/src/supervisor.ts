/// The supervisor: decides what is recorded, installs traces, goes on where they leave, and drops them when what they
/// rely on changes. It is what the interpreter loop asks through `ExecutionHooks`.

import type { CoreName, Meaning } from "@hotpy/bytecode";
import { FRAME_CODE, FRAME_GENERATOR, FRAME_IP, FRAME_SLOTS, FRAME_SP } from "@hotpy/frame-stack";
import { type ExecutionHooks, POLL_INTERVAL, pollInterrupt } from "@hotpy/interpreter";
import {
  type Address,
  EXIT_FRAMES_COMPLETE,
  type Memory,
  NULL,
  STATE_EXIT_FRAME,
  STATE_EXIT_NUMBER,
  STATE_EXIT_TRACE,
  STATE_FRAME,
  STATE_FUEL,
  STATE_NATIVE_BUDGET,
  TRACE_VALID,
  type Word,
} from "@hotpy/memory";
import { CODE_COUNTER, CODE_LOCALS, CODE_START } from "@hotpy/object-model";
import {
  type Exit,
  exitKey,
  type Helpers,
  lengthOf,
  materialise,
  type Pass,
  type PassContext,
  readExitBuffer,
  runPipeline,
  type Trace,
} from "@hotpy/trace";
import { AbortReason, isHopeless, type Outcome, type RecordingStart } from "@hotpy/tracer";
import { BackOff, NEVER } from "./back-off.js";
import { type ChaosOptions, createChaos } from "./chaos.js";
import type { ConstantTable } from "./constant-table.js";
import type { SupervisorEvent, SupervisorListener } from "./events.js";
import type { Executor } from "./executor.js";
import { DEFAULT_OPTIONS, type SupervisorOptions } from "./options.js";
import { Profit } from "./profit.js";
import { TraceTable } from "./trace-table.js";
import { createWatches } from "./watches.js";

/** What the supervisor needs of the VM. */
export interface SupervisorEnvironment {
  readonly memory: Memory;
  readonly meanings: Readonly<Record<CoreName, Meaning>>;
  readonly helpers: Helpers;
  readonly executor: Executor;
  readonly constants: ConstantTable;
  /** Records a trace from the running frame on; `record` of `@hotpy/tracer` with its environment. */
  record(start: RecordingStart, about: RecordingQuestions): Outcome;
  /** Address of an instruction, outside of any code object, that returns the top of the operand stack. */
  readonly returnStub: Address;
  /** How many frames compiled code may push above the running one. */
  framesLeft(): number;
  /** The number of an object, which never changes. */
  identity(object: Address): number;
  /** The passes that each trace goes through. */
  readonly passes: readonly Pass[];
  /** What is known of the live values of an exit, for the passes over bridges; `factsAtExit` of `@hotpy/specialiser`. */
  factsAtExit?(trace: Trace, exit: number, context: PassContext): PassContext["inherited"];
  /** Whether the user has interrupted since it was last asked. */
  interrupted?(): boolean;
  /** Verify traces between passes. */
  readonly verify?: boolean;
  readonly chaos?: ChaosOptions;
}

/** What a recorder asks the supervisor. */
export interface RecordingQuestions {
  constant(word: Word): number;
  loopTraceAt(code: Address, offset: number): number | undefined;
  isNotInlined(code: Address): boolean;
  watch(object: Address, key: Word | undefined): void;
  claim(dict: Address, key: Word): boolean;
}

export interface Supervisor extends ExecutionHooks {
  /** A watched dict or type has changed; at `key` (an interned string) or, NULL, anywhere. */
  changed(object: Address, key: Word): void;
  /** Reports what happens from now on; the answer ends that. */
  subscribe(listener: SupervisorListener): () => void;
  readonly table: TraceTable;
  readonly helpers: Helpers;
}

/** Bytes of stack that one frame surely does not pass, for how deep compiled calls may go. */
const FRAME_ROOM = 4096;

export function createSupervisor(
  environment: SupervisorEnvironment,
  chosen: Partial<SupervisorOptions> = {},
): Supervisor {
  const options = { ...DEFAULT_OPTIONS, ...chosen };
  const { memory, meanings, helpers, executor, constants } = environment;
  const { i32 } = memory;
  const interrupted = environment.interrupted ?? (() => false);
  const table = new TraceTable(memory, helpers);
  const watches = createWatches(memory, environment.identity);
  const chaos = environment.chaos && createChaos(memory, table, helpers, environment.chaos);
  const listeners = new Set<SupervisorListener>();
  const notInlined = new Set<Address>();
  /** By the address of the words that count: of a back-edge or a code object. */
  const places = new Map<Address, BackOff>();
  const exitPlaces = new Map<string, { countdown: number; readonly backOff: BackOff }>();
  /** The recording that is under way: the tree that it is for, and what makes it worthless. */
  let recording: { readonly root: number; readonly fail: () => void } | undefined;
  /** Activations of traces on the stack of TypeScript. */
  let running = 0;
  const profits = new Map<number, Profit>();
  /** Whether the exit just taken is left to the interpreter for good. */
  let isDeadEnd = false;
  /** Facts that the passes over a bridge started from, by its id. */
  const inherited = new Map<number, PassContext["inherited"]>();
  /** Dropped while something ran: to be forgotten when nothing does. */
  let dropped: { readonly root: number; readonly traces: readonly Trace[] }[] = [];

  const report = (event: SupervisorEvent): void => {
    for (const listener of listeners) listener(event);
  };

  /** Code and offset of the running frame, saved. */
  function runningPlace(): { code: Address; offset: number } {
    const frame = i32[STATE_FRAME >>> 2];
    const code = i32[(frame + FRAME_CODE) >>> 2];
    return { code, offset: i32[(frame + FRAME_IP) >>> 2] - i32[(code + CODE_START) >>> 2] };
  }

  function placeOf(address: Address, threshold: number): BackOff {
    let place = places.get(address);
    if (place === undefined) places.set(address, (place = new BackOff(threshold, options.attempts)));
    return place;
  }

  /* ---- recording ---- */

  /**
   * Records a trace, optimises it and hands it to `install`. `root` is the root of its tree, to which its assumptions
   * belong. Answers whether it runs now; `raised`: an exception is pending.
   */
  function tryRecording(
    start: RecordingStart,
    root: number,
    install: (trace: Trace) => void,
  ): { done: boolean; raised: boolean; isHopeless: boolean } {
    const { kind } = start;
    const place = runningPlace();
    report({
      event: "record",
      kind,
      ...place,
      ...(start.kind === "bridge" ? { parent: { trace: start.parent.id, exit: start.exit.number } } : {}),
    });
    const scope = constants.open();
    const outcome = runRecorder(start, root, scope.position);
    if ("reason" in outcome) {
      if (outcome.notToInline !== undefined) notInlined.add(outcome.notToInline);
      report({ event: "abort", kind, ...place, reason: outcome.reason, detail: outcome.detail });
    }
    const done = "trace" in outcome && optimiseAndInstall(outcome.trace, inheritedBy(start), install);
    if (!done) constants.release(scope.positions);
    return {
      done,
      raised: "reason" in outcome && outcome.raised,
      isHopeless: "reason" in outcome && isHopeless(outcome.reason),
    };
  }

  function runRecorder(start: RecordingStart, root: number, constant: (word: Word) => number): Outcome {
    let isStale = false;
    recording = { root, fail: () => (isStale = true) };
    try {
      const outcome = environment.record(start, {
        constant,
        loopTraceAt: (code, offset) => table.loopTraceAt(code, offset),
        isNotInlined: (code) => notInlined.has(code),
        // At once: the recording may wait for a call, in which anything may change.
        watch(object, key) {
          for (const writer of watches.add(root, object, key)) drop(writer);
        },
        claim: (dict, key) => watches.claim(root, dict, key),
      });
      return isStale && "trace" in outcome ? { reason: AbortReason.Changed, detail: "", raised: false } : outcome;
    } finally {
      recording = undefined;
    }
  }

  /** What the passes over a bridge may start from. */
  function inheritedBy(start: RecordingStart): PassContext["inherited"] {
    if (start.kind !== "bridge") return undefined;
    return environment.factsAtExit?.(start.parent, start.exit.number, contextOf(inherited.get(start.parent.id)));
  }

  const contextOf = (facts: PassContext["inherited"]): PassContext => ({
    memory,
    helpers,
    forcedExits: chaos !== undefined,
    ...(facts === undefined ? {} : { inherited: facts }),
  });

  function optimiseAndInstall(
    recorded: Trace,
    facts: PassContext["inherited"],
    install: (trace: Trace) => void,
  ): boolean {
    const context = contextOf(facts);
    try {
      inherited.set(recorded.id, facts);
      const optimised = runPipeline(recorded, environment.passes, context, { verify: environment.verify ?? false });
      install(optimised);
      report({ event: "trace", recorded, optimised });
      return true;
    } catch (error) {
      report({ event: "rejected", trace: recorded, error });
      if (environment.verify) throw error;
      return false;
    }
  }

  /** A loop or function has become hot; its frame runs, saved, at the anchor. False: an exception is pending. */
  function recordRoot(kind: "loop" | "function", cache: Address, countdown: Address, threshold: number): boolean {
    const place = placeOf(cache, threshold);
    const isBusy = recording !== undefined;
    const id = isBusy || place.isGivenUp || table.size >= options.traces ? undefined : table.reserve();
    if (id === undefined) {
      i32[countdown >>> 2] = isBusy ? threshold : POLL_INTERVAL;
      pollInterrupt(memory, interrupted);
      return true;
    }
    const position = runningPlace();
    const {
      done,
      raised,
      isHopeless: isLost,
    } = tryRecording({ kind, id }, id, (trace) => {
      executor.install(table.addRoot(trace, cache));
      table.install(id);
    });
    if (!done) {
      for (const trace of table.removeRoot(id, 0)) table.forget(trace.id);
      watches.remove(id);
      if (isLost) place.giveUp();
      else place.fail();
      i32[countdown >>> 2] = Math.min(place.next, POLL_INTERVAL);
      if (place.isGivenUp) report({ event: "blacklist", kind, ...position });
    }
    return !raised;
  }

  /* ---- executing ---- */

  /** Runs a root on the running frame. The frame's result; or NULL, then execution goes on from STATE_FRAME, or an exception is pending. */
  function execute(root: number): { result: Word; raised: boolean } {
    const frame = i32[STATE_FRAME >>> 2];
    const room = Math.min(options.nativeDepth, (memory.stack.end - frame) / FRAME_ROOM, environment.framesLeft());
    // A function's trace leaves at its entry.
    if (room <= 0 && table.tree(root)?.root.kind === "loop") return { result: NULL, raised: false };
    // Compiled callers write headers of frames without the language's mark, which this one may carry.
    const mark = i32[(frame + FRAME_GENERATOR) >>> 2];
    pollInterrupt(memory, interrupted);
    i32[STATE_FUEL >>> 2] = options.fuel;
    i32[STATE_NATIVE_BUDGET >>> 2] = Math.max(0, room) | 0;
    chaos?.beforeEntry(table.tree(root) as NonNullable<ReturnType<TraceTable["tree"]>>);
    running++;
    const result = executor.enter(root, frame);
    running--;
    let raised = false;
    if (result === NULL) {
      const work = options.fuel - i32[STATE_FUEL >>> 2];
      isDeadEnd = false;
      raised = leave();
      if (profitOf(root).note(work, isDeadEnd)) abandon(root);
    } else {
      i32[STATE_FRAME >>> 2] = frame;
    }
    i32[(frame + FRAME_GENERATOR) >>> 2] = mark;
    if (running === 0 && dropped.length > 0) forgetDropped();
    return { result, raised };
  }

  /** Rebuilds the frames where a trace has left, and lets a bridge grow there if it does so often. Answers whether an exception is pending. */
  function leave(): boolean {
    const id = i32[STATE_EXIT_TRACE >>> 2];
    if (id === EXIT_FRAMES_COMPLETE) return false;
    const exit = table.exits(id)[i32[STATE_EXIT_NUMBER >>> 2]];
    const trace = table.trace(id) as Trace;
    const isForced = chaos?.noteExit(id, exit.number) ?? false;
    materialise(memory, meanings, trace, exit, i32[STATE_EXIT_FRAME >>> 2], readExitBuffer(memory, exit.kinds));
    if (listeners.size > 0) report({ event: "exit", trace: id, exit: exit.number, forced: isForced });
    if (exit.snapshot.action === "raise") return true;
    return countExit(trace, exit);
  }

  /** Answers whether an exception is pending. */
  function countExit(trace: Trace, exit: Exit): boolean {
    const root = table.rootOf(trace.id);
    if (
      root === undefined ||
      exit.place !== "instruction" ||
      recording !== undefined ||
      i32[(TRACE_VALID >>> 2) + root] === 0
    )
      return false;
    const key = exitKey(trace.id, exit.number);
    let place = exitPlaces.get(key);
    if (place === undefined) {
      const backOff = new BackOff(options.exitThreshold, options.attempts);
      exitPlaces.set(key, (place = { countdown: Math.ceil(backOff.next * priceOfGrowth(root)), backOff }));
    }
    isDeadEnd = place.backOff.isGivenUp;
    if (--place.countdown > 0) return false;
    const repeats = repetitions(trace, exit);
    const limit = table.tree(root)?.root.kind === "loop" ? options.loopRepeats : options.functionRepeats;
    const id = place.backOff.isGivenUp || !mayGrow(root) || repeats >= limit ? undefined : table.reserve();
    if (id === undefined) {
      place.backOff.giveUp();
      place.countdown = NEVER;
      return false;
    }
    const { done, raised } = tryRecording(
      { kind: "bridge", id, parent: trace, exit, isMegamorphic: repeats >= limit - 2 },
      root,
      (bridge) => {
        try {
          executor.grow(table.addBridge(root, bridge), bridge, exit);
        } catch (error) {
          table.removeBridge(root, bridge);
          throw error;
        }
      },
    );
    if (!done) {
      place.backOff.fail();
      place.countdown = place.backOff.next;
      if (place.backOff.isGivenUp)
        report({ event: "blacklist", kind: "bridge", code: trace.anchor.code, offset: trace.anchor.ip });
    }
    return raised;
  }

  /** A tree of many bridges is rarely done with one more: the larger it is, the more often an exit must be taken to be worth one. */
  function priceOfGrowth(root: number): number {
    return 1 + (table.tree(root)?.bridges.size ?? 0) / options.cheapBridges;
  }

  /**
   * How often bridges have grown from this very place, each from the one before. After some, what they guard is never the same
   * twice (the version of keys that come and go, a pattern of numbers), and another would be left as fast.
   */
  function repetitions(trace: Trace, exit: Exit): number {
    const { code, ip } = exit.snapshot.frames[exit.snapshot.frames.length - 1];
    let times = 0;
    for (let above: Trace | undefined = trace; above?.parent !== undefined; above = table.trace(above.parent.trace)) {
      if (above.anchor.code === code && above.anchor.ip === ip) times++;
    }
    return times;
  }

  /** Whether a tree may get another bridge. */
  function mayGrow(root: number): boolean {
    const tree = table.tree(root);
    return (
      tree !== undefined &&
      tree.bridges.size < options.bridgesPerRoot &&
      lengthOf(tree) < options.treeLength &&
      table.size < options.traces
    );
  }

  function profitOf(root: number): Profit {
    let profit = profits.get(root);
    if (profit === undefined) profits.set(root, (profit = new Profit()));
    return profit;
  }

  /* ---- dropping ---- */

  /** Drops a root that is a loss. Recorded anew, a loop may fit what the program does now; after some attempts its place is left to the interpreter. */
  function abandon(root: number): void {
    const tree = table.tree(root);
    if (tree === undefined) return;
    const { kind, anchor } = tree.root;
    const place = places.get(table.placeOf(root));
    if (kind === "loop") place?.fail();
    else place?.giveUp();
    if (place?.isGivenUp === true) report({ event: "blacklist", kind, code: anchor.code, offset: anchor.ip });
    unlink(root);
  }

  /** What a root relies on holds no longer. */
  function drop(root: number): void {
    if (recording?.root === root) recording.fail();
    if (table.tree(root) === undefined) return;
    report({ event: "invalidate", root });
    places.get(table.placeOf(root))?.fail();
    unlink(root);
  }

  /** Drops a root with its tree, and the trees that link to it. What runs at the moment leaves by the validity words. */
  function unlink(root: number): void {
    const tree = table.tree(root);
    if (tree === undefined) return;
    const countdown = Math.min(places.get(table.placeOf(root))?.next ?? POLL_INTERVAL, POLL_INTERVAL);
    dropped.push({ root, traces: table.removeRoot(root, countdown) });
    watches.remove(root);
    for (const other of table.rootsLinkingTo(root)) unlink(other);
    if (running === 0) forgetDropped();
  }

  function forgetDropped(): void {
    const all = dropped;
    dropped = [];
    for (const { root, traces } of all) {
      executor.remove(root);
      profits.delete(root);
      for (const { id } of traces) {
        table.forget(id);
        inherited.delete(id);
      }
      // A bridge makes what its parent has deferred, and so names constants of its parent.
      constants.release(new Set(traces.flatMap((trace) => trace.constants)));
    }
  }

  return {
    loopThreshold: options.loopThreshold,
    functionThreshold: options.functionThreshold,
    table,
    helpers,

    loopHot: (_, cache) => recordRoot("loop", cache, cache, options.loopThreshold),
    functionHot(frame) {
      const code = i32[(frame + FRAME_CODE) >>> 2];
      return recordRoot("function", code, code + CODE_COUNTER, options.functionThreshold);
    },
    enterLoopTrace(trace) {
      const frame = i32[STATE_FRAME >>> 2];
      const { result, raised } = execute(trace);
      if (result !== NULL) {
        // The loop returns from the frame by an instruction of its own, which knows what the caller wants.
        const top = frame + FRAME_SLOTS + 4 * i32[(i32[(frame + FRAME_CODE) >>> 2] + CODE_LOCALS) >>> 2];
        i32[top >>> 2] = result;
        i32[(frame + FRAME_SP) >>> 2] = top + 4;
        i32[(frame + FRAME_IP) >>> 2] = environment.returnStub;
      }
      return !raised;
    },
    enterFunctionTrace: (trace) => execute(trace).result,

    changed(object, key) {
      for (const root of watches.affected(object, key === NULL ? undefined : key)) drop(root);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
