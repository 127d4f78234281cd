/// The supervisor: decides what is recorded, installs traces, goes on where they leave, and drops them when what they
/// rely on changes. It is what the interpreter loop asks through `ExecutionHooks`. The life of a root is drawn in root.ts.

import { FRAME_CODE, FRAME_GENERATOR, FRAME_IP, FRAME_SLOTS, FRAME_SP } from "@hotpy/frame-stack";
import { type ExecutionHooks, POLL_INTERVAL, pollInterrupt } from "@hotpy/interpreter";
import {
  type Address,
  EXIT_FRAMES_COMPLETE,
  NULL,
  STATE_EXIT_FRAME,
  STATE_EXIT_NUMBER,
  STATE_EXIT_TRACE,
  STATE_FRAME,
  STATE_FUEL,
  STATE_NATIVE_BUDGET,
  STATE_PENDING,
  STATE_STACK_LIMIT,
  type Word,
} from "@hotpy/memory";
import { CODE_COUNTER, CODE_LOCALS, CODE_START, CODE_TRACE } from "@hotpy/object-model";
import {
  createLeaving,
  EXIT_ASKS,
  EXIT_UNKNOWN,
  type Exit,
  FUEL_ENDED,
  type Helpers,
  materialise,
  readExitBuffer,
  type Trace,
} from "@hotpy/trace";
import { createBackgroundMaker } from "./background.js";
import { createChaos } from "./chaos.js";
import type { SupervisorEnvironment } from "./environment.js";
import type { SupervisorEvent, SupervisorListener } from "./events.js";
import { ExitRecords } from "./exit-records.js";
import { createGrowth } from "./growth.js";
import { Left } from "./left.js";
import { createMaker } from "./maker.js";
import { DEFAULT_OPTIONS, type SupervisorOptions } from "./options.js";
import { LOST_BY_ITERATION, Pace, SAVED_BY_INSTRUCTION } from "./pace.js";
import { BackOff, createPlace, type Place } from "./place.js";
import { gainOf } from "./profit.js";
import { createRecording } from "./recording.js";
import type { Root, TraceNode } from "./root.js";
import { Roots } from "./roots.js";
import { createWatches } from "./watches.js";

export interface Supervisor extends ExecutionHooks {
  /** What all traces rely on holds no longer: they are dropped, and may be recorded anew. */
  dropAll(): void;
  /** A watched dict or type has changed; at `key` (an interned string) or, NULL, anywhere. */
  changed(object: Address, key: Word): void;
  /** Reports what happens from now on; what it returns ends that. */
  subscribe(listener: SupervisorListener): () => void;
  /** A trace that is not dead. */
  trace(id: number): Trace | undefined;
  /** An exit of a trace that is not dead. */
  exit(trace: number, number: number): Exit | undefined;
  /** Traces that are not dead. */
  readonly traceCount: number;
  readonly helpers: Helpers;
}

/** Iterations and calls until a place asks again whether there is time for a trace. */
const WAITING = 499;

/** Iterations and calls until a place asks again whether its trace, which another thread makes, is there. */
const MAKING = 97;

/** Bytes of stack that one frame surely does not pass, for how deep compiled calls may go. */
const FRAME_ROOM = 4096;

export function createSupervisor(
  environment: SupervisorEnvironment,
  chosen: Partial<SupervisorOptions> = {},
): Supervisor {
  const options = { ...DEFAULT_OPTIONS, ...chosen };
  const { memory, meanings, helpers, executor, constants, measure } = environment;
  const { i32 } = memory;
  const interrupted = environment.interrupted ?? (() => false);
  const listeners = new Set<SupervisorListener>();
  const report = (event: SupervisorEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const watches = createWatches<Root>(memory, environment.identity);
  const records = new ExitRecords(memory, environment.allocateImmortal);
  const roots = new Roots({
    memory,
    limit: options.traces,
    onDead(root) {
      watches.remove(root);
      constants.release(root.constants);
      for (const node of root.nodes) records.release(node);
      maker.release(root.id);
      if (root.nodes.length === 0) return;
      executor.remove(root.id);
      if (listeners.size > 0) report({ event: "dead", traces: root.nodes.map(({ trace }) => trace.id) });
    },
  });
  const pace = environment.now && new Pace(environment.now, options.pace, environment.since);
  const maker =
    environment.background === undefined
      ? createMaker(environment)
      : createBackgroundMaker(environment.background, environment.objects, helpers, createMaker(environment));
  const recording = createRecording(environment, maker, roots, watches, invalidate, report, pace);
  const growth = createGrowth(options, roots, recording, records, report);
  const leaving = createLeaving(memory, environment.allocate);
  const chaos = environment.chaos && createChaos(memory, helpers, environment.chaos);
  /** By the address of the words that count: of a back-edge or a code object. */
  const places = new Map<Address, Place>();

  function placeOf(kind: Place["kind"], words: Address): Place {
    let place = places.get(words);
    if (place === undefined) {
      const threshold = kind === "loop" ? options.loopThreshold : options.functionThreshold;
      places.set(words, (place = createPlace(kind, words, new BackOff(threshold, options.attempts))));
    }
    return place;
  }

  /** Installs what another thread has made. Not while something is recorded, as the recorder asks what is there. */
  function poll(): void {
    if (!recording.isBusy) maker.poll();
  }

  /** A loop or function has become hot; its frame runs, saved, at the anchor. False: an exception is pending. */
  function recordRoot(place: Place): boolean {
    const { kind, backOff, countdown } = place;
    poll();
    // Its trace has been made in the meantime.
    if (i32[place.entry >>> 2] !== 0) return true;
    const mustWait = place.isWaiting || recording.mustWait(place.lost);
    const root = mustWait || backOff.isGivenUp ? undefined : roots.create(place);
    if (root === undefined) {
      if (place.isWaiting) i32[countdown >>> 2] = MAKING;
      else if (mustWait) letInterpret(place);
      else i32[countdown >>> 2] = POLL_INTERVAL;
      pollInterrupt(memory, interrupted);
      return true;
    }
    place.lost = 0;
    place.isWaiting = true;
    const position = recording.place();
    /** Nothing has come of it. */
    function fail(isHopeless: boolean): void {
      place.isWaiting = false;
      if (isHopeless) backOff.giveUp();
      else backOff.fail();
      i32[countdown >>> 2] = Math.min(backOff.next, POLL_INTERVAL);
      if (backOff.isGivenUp) report({ event: "blacklist", kind, ...position });
      if (root?.state === "recording" || root?.state === "making") roots.transition(root, "dead");
    }
    roots.hold();
    const { outcome, raised } = recording.run({ kind, id: root.id, mayLeave: backOff.hasFailed }, root, undefined, {
      install(made) {
        roots.add(root, made.trace, made.inherited);
        made.install(root.tree);
        place.isWaiting = false;
        roots.transition(root, "installed");
      },
      fail: () => fail(false),
    });
    if (outcome !== "recorded") fail(outcome === "hopeless");
    else if (place.isWaiting) i32[countdown >>> 2] = MAKING;
    roots.release();
    return !raised;
  }

  /* ---- executing ---- */

  /** Runs a root on the running frame. The frame's result; or NULL, then execution goes on from STATE_FRAME, or an exception is pending. */
  function execute(id: number): { result: Word; raised: boolean } {
    const root = roots.node(id)?.root as Root;
    const frame = i32[STATE_FRAME >>> 2];
    const room = Math.min(
      options.nativeDepth,
      (i32[STATE_STACK_LIMIT >>> 2] - frame) / FRAME_ROOM,
      environment.framesLeft(),
    );
    // A function's trace leaves at its entry.
    if (room <= 0 && root.place.kind === "loop") return { result: NULL, raised: false };
    // Compiled callers write headers of frames without the language's mark, which this one may carry.
    const mark = i32[(frame + FRAME_GENERATOR) >>> 2];
    pollInterrupt(memory, interrupted);
    i32[STATE_FUEL >>> 2] = options.fuel;
    i32[STATE_NATIVE_BUDGET >>> 2] = Math.max(0, room) | 0;
    chaos?.beforeEntry(root);
    root.isUsed = true;
    roots.hold();
    try {
      poll();
      const result = executor.enter(root.id, frame);
      let left: Left | undefined;
      const fuel = i32[STATE_FUEL >>> 2];
      // Code that has been stopped by a collection has lost count of its work.
      const work = fuel <= FUEL_ENDED / 2 ? undefined : options.fuel - fuel;
      if (result === NULL) {
        left = measure === undefined ? leave(frame) : measure("materialising", () => leave(frame));
        if (root.state === "installed" && work !== undefined) judge(root, work, left);
      } else {
        i32[STATE_FRAME >>> 2] = frame;
        if (root.state === "installed" && work !== undefined) visited(root, work, true);
      }
      i32[(frame + FRAME_GENERATOR) >>> 2] = mark;
      return { result, raised: left === Left.Raised };
    } finally {
      roots.release();
    }
  }

  /** The interpreter goes on for some time. */
  function letInterpret(place: Place, rests = 1): void {
    const count = Math.min(place.backOff.threshold, WAITING) * rests;
    place.lost += count * LOST_BY_ITERATION;
    i32[place.countdown >>> 2] = Math.min(count, POLL_INTERVAL);
  }

  /** A root has been entered by the interpreter: it rests if that costs more than the interpreter would have taken. */
  function visited(root: Root, instructions: number, hasReturned: boolean): void {
    const gain = gainOf(instructions, hasReturned);
    pace?.earn(gain * SAVED_BY_INSTRUCTION);
    const rests = root.profit.visit(gain);
    if (rests > 0 && pace !== undefined) letInterpret(root.place, rests);
  }

  /** A root has run once, and has left. */
  function judge(root: Root, work: number, left: Left): void {
    const { idLimit } = root.nodes[0].trace;
    const node = roots.node(i32[STATE_EXIT_TRACE >>> 2]);
    const last = node?.root === root ? node.distance(i32[STATE_EXIT_NUMBER >>> 2]) : idLimit;
    const instructions = Math.max(0, work - idLimit) + last;
    const isLoss = root.profit.note(work, left === Left.DeadEnd);
    // A function's trace may be a loss to the interpreter, and a gain to the traces that call it: it rests.
    if (isLoss && root.place.kind === "loop") abandon(root);
    // What it takes until there are bridges is their price.
    else if (left !== Left.Counting) visited(root, instructions, false);
  }

  /** Rebuilds the frames where a trace has left that was entered on frame `base`. */
  function leave(base: Address): Left {
    let state = leaving.leave(base);
    if (state === EXIT_UNKNOWN) state = leaveSlowly();
    if (i32[STATE_EXIT_TRACE >>> 2] === EXIT_FRAMES_COMPLETE) return countCall() ? Left.Open : Left.Raised;
    if (isWatched()) tell();
    return state === EXIT_ASKS ? asked() : state;
  }

  /**
   * Compiled code has left with frames complete. If that was for a call of a function without a trace, the call counts like one of the
   * interpreter's: else a function that only traces call would stay without one, and each call of it would leave. False: an exception is pending.
   */
  function countCall(): boolean {
    const frame = i32[STATE_FRAME >>> 2];
    const code = i32[(frame + FRAME_CODE) >>> 2];
    const isCall =
      i32[(code + CODE_TRACE) >>> 2] === 0 && i32[(frame + FRAME_IP) >>> 2] === i32[(code + CODE_START) >>> 2];
    const counter = (code + CODE_COUNTER) >>> 2;
    if (!isCall || --i32[counter] > 0) return true;
    return recordRoot(placeOf("function", code));
  }

  function nodeLeft(): TraceNode {
    const id = i32[STATE_EXIT_TRACE >>> 2];
    const node = roots.node(id);
    if (node === undefined) throw new Error(`trace ${id} has left although it is dead`);
    return node;
  }

  /** An exit is taken for the first time, or the kernel cannot rebuild its frames, or it has no place for a record. */
  function leaveSlowly(): number {
    const node = nodeLeft();
    const exit = node.exits(helpers)[i32[STATE_EXIT_NUMBER >>> 2]];
    const record = records.of(node, exit, () => growth.patience(node, exit));
    const frame = i32[STATE_EXIT_FRAME >>> 2];
    const state = leaving.rebuild(record, frame);
    if (state !== EXIT_UNKNOWN) return state;
    materialise(memory, meanings, node.trace, exit, frame, readExitBuffer(memory, exit.kinds));
    return records.count(record) ? EXIT_ASKS : records.stateOf(record);
  }

  const isWatched = (): boolean => chaos !== undefined || listeners.size > 0;

  /** Tells of an exit that has been taken. */
  function tell(): void {
    const node = nodeLeft();
    const exit = i32[STATE_EXIT_NUMBER >>> 2];
    const forced = chaos?.noteExit(node, exit) ?? false;
    report({ event: "exit", trace: node.trace.id, exit, forced });
  }

  /** An exit that raises has been taken, or one that has been taken as often as its record said. */
  function asked(): Left {
    const node = nodeLeft();
    const exit = node.exits(helpers)[i32[STATE_EXIT_NUMBER >>> 2]];
    const { action, retry } = exit.snapshot;
    if (action === "resume") return growth.asked(node, exit, node.records[exit.number]);
    if (i32[STATE_PENDING >>> 2] !== NULL || retry === undefined) return Left.Raised;
    // The helper has refused: the interpreter executes the instruction.
    const top = i32[STATE_FRAME >>> 2];
    const code = i32[(top + FRAME_CODE) >>> 2];
    i32[(top + FRAME_IP) >>> 2] = i32[(code + CODE_START) >>> 2] + retry;
    return Left.DeadEnd;
  }

  /* ---- dropping ---- */

  /** Drops a loop's root that is a loss. Recorded anew, it may fit what the program does now; after some attempts its place is left to the interpreter. */
  function abandon(root: Root): void {
    const { kind, backOff } = root.place;
    const { anchor } = root.nodes[0].trace;
    backOff.fail();
    if (backOff.isGivenUp) report({ event: "blacklist", kind, code: anchor.code, offset: anchor.ip });
    roots.transition(root, "draining");
    roots.settle();
  }

  /** What a root relies on holds no longer. */
  function invalidate(root: Root): void {
    if (root.state === "installed") {
      report({ event: "invalidate", root: root.id });
      if (root.profit.isRepaid) root.place.backOff.succeed();
      else root.place.backOff.fail();
    } else if (root.state !== "recording" && root.state !== "making") return;
    roots.transition(root, "draining");
    roots.settle();
  }

  return {
    loopThreshold: options.loopThreshold,
    functionThreshold: options.functionThreshold,
    helpers,
    trace: (id) => roots.node(id)?.trace,
    exit: (trace, number) => roots.node(trace)?.exits(helpers)[number],
    get traceCount() {
      return roots.size;
    },

    loopHot: (_, cache) => recordRoot(placeOf("loop", cache)),
    functionHot: (frame) => recordRoot(placeOf("function", i32[(frame + FRAME_CODE) >>> 2])),
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
      for (const root of watches.affected(object, key === NULL ? undefined : key)) invalidate(root);
    },
    dropAll() {
      for (const root of roots.all()) invalidate(root);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
