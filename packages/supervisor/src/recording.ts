/// One recording: the recorder, the passes, and what is given back if nothing comes of it.

import { FRAME_CODE, FRAME_IP } from "@hotpy/frame-stack";
import { type Address, STATE_FRAME } from "@hotpy/memory";
import { CODE_START } from "@hotpy/object-model";
import { type PassContext, runPipeline, type Trace } from "@hotpy/trace";
import { AbortReason, isHopeless, type Outcome, type RecordingStart } from "@hotpy/tracer";
import type { SupervisorEnvironment } from "./environment.js";
import type { SupervisorEvent } from "./events.js";
import type { Pace } from "./pace.js";
import type { Root } from "./root.js";
import type { Roots } from "./roots.js";
import type { Watches } from "./watches.js";

/** What has come of a recording. */
export interface Recorded {
  /** The trace is installed. */
  readonly isDone: boolean;
  /** An exception is pending. */
  readonly raised: boolean;
  /** No recording from there will succeed. */
  readonly isHopeless: boolean;
}

export interface Recording {
  /** One is under way: no other can begin. */
  readonly isBusy: boolean;
  /** None may begin now, at a place that has lost so many milliseconds by waiting: one is under way, or too much time has gone into traces. */
  mustWait(lost: number): boolean;
  /** Code and offset of the running frame, saved. */
  place(): { code: Address; offset: number };
  /** Records a trace for the tree of `root`, optimises it and hands it to `install`. */
  run(
    start: RecordingStart,
    root: Root,
    inherited: PassContext["inherited"],
    install: (trace: Trace, inherited: PassContext["inherited"]) => void,
  ): Recorded;
}

export function createRecording(
  environment: SupervisorEnvironment,
  roots: Roots,
  watches: Watches<Root>,
  drop: (root: Root) => void,
  report: (event: SupervisorEvent) => void,
  pace: Pace | undefined,
): Recording {
  const { memory, helpers, constants } = environment;
  const { i32 } = memory;
  /** Code that makes traces too long where it is inlined. */
  const notInlined = new Set<Address>();
  let isBusy = false;

  function place(): { code: Address; offset: number } {
    const frame = i32[STATE_FRAME >>> 2];
    const code = i32[(frame + FRAME_CODE) >>> 2];
    return { code, offset: i32[(frame + FRAME_IP) >>> 2] - i32[(code + CODE_START) >>> 2] };
  }

  const contextOf = (facts: PassContext["inherited"]): PassContext => ({
    memory,
    helpers,
    forcedExits: environment.chaos !== undefined,
    ...(facts === undefined ? {} : { inherited: facts }),
  });

  /** The recorder may run other code, which may make the recording worthless: `root` then leaves the state it was in. */
  function runRecorder(start: RecordingStart, root: Root, constant: (word: number) => number): Outcome {
    const { state } = root;
    isBusy = true;
    try {
      const outcome = environment.record(start, {
        constant,
        loopTraceAt: (code, offset) => roots.loopAt(code, offset)?.id,
        // A loop that is hot by itself would be unrolled here, with a bridge for each way through its iterations.
        isNotInlined: (code) => notInlined.has(code) || roots.hasLoop(code),
        // At once: the recording may wait for a call, in which anything may change.
        watch(object, key) {
          for (const writer of watches.add(root, object, key)) drop(writer);
        },
        claim: (dict, key) => watches.claim(root, dict, key),
      });
      const isStale = root.state !== state && "trace" in outcome;
      return isStale ? { reason: AbortReason.Changed, detail: "", raised: false } : outcome;
    } finally {
      isBusy = false;
    }
  }

  function optimise(recorded: Trace, facts: PassContext["inherited"], install: (trace: Trace) => void): boolean {
    try {
      const options = { verify: environment.verify ?? false };
      const optimised = runPipeline(recorded, environment.passes, contextOf(facts), options);
      install(optimised);
      report({ event: "trace", recorded, optimised });
      return true;
    } catch (error) {
      report({ event: "rejected", trace: recorded, error });
      if (environment.verify) throw error;
      return false;
    }
  }

  function run(
    start: RecordingStart,
    root: Root,
    inherited: PassContext["inherited"],
    install: (trace: Trace, inherited: PassContext["inherited"]) => void,
  ): Recorded {
    const { kind } = start;
    const where = place();
    const parent = start.kind === "bridge" ? { parent: { trace: start.parent.id, exit: start.exit.number } } : {};
    report({ event: "record", kind, ...where, ...parent });
    const scope = constants.open();
    const outcome = runRecorder(start, root, scope.position);
    let isDone = false;
    if ("trace" in outcome) {
      const facts =
        start.kind === "bridge"
          ? environment.factsAtExit?.(start.parent, start.exit.number, contextOf(inherited))
          : undefined;
      isDone = optimise(outcome.trace, facts, (trace) => install(trace, facts));
    } else {
      if (outcome.notToInline !== undefined) notInlined.add(outcome.notToInline);
      report({ event: "abort", kind, ...where, reason: outcome.reason, detail: outcome.detail });
    }
    // What the root relies on while its trace lives, it relies on until it is dead.
    if (isDone) root.constants.push(...scope.positions);
    else constants.release(scope.positions);
    return {
      isDone,
      raised: "reason" in outcome && outcome.raised,
      isHopeless: "reason" in outcome && isHopeless(outcome.reason),
    };
  }

  return {
    get isBusy() {
      return isBusy;
    },
    mustWait: (lost) => isBusy || pace?.allows(lost) === false,
    place,
    run(start, root, inherited, install) {
      pace?.begin();
      try {
        return run(start, root, inherited, install);
      } finally {
        pace?.end();
      }
    },
  };
}
