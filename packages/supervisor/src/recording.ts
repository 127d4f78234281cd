/// One recording: the recorder, what makes code of the trace, and what is given back if nothing comes of it.

import { FRAME_CODE, FRAME_IP } from "@hotpy/frame-stack";
import { type Address, STATE_FRAME } from "@hotpy/memory";
import { CODE_START } from "@hotpy/object-model";
import type { PassContext, Trace } from "@hotpy/trace";
import { AbortReason, isHopeless, type Outcome, type RecordingStart } from "@hotpy/tracer";
import type { SupervisorEnvironment } from "./environment.js";
import type { SupervisorEvent } from "./events.js";
import type { Made, Maker, Order } from "./maker.js";
import type { Pace } from "./pace.js";
import type { Root } from "./root.js";
import type { Roots } from "./roots.js";
import type { Watches } from "./watches.js";

/** What has come of a recording. */
export interface Recorded {
  /** `recorded`: its trace is made, or is being made. `abandoned`: what it relies on has changed, or it came to nothing. `hopeless`: none from there will succeed. */
  readonly outcome: "recorded" | "abandoned" | "hopeless";
  /** An exception is pending. */
  readonly raised: boolean;
}

/** What is done with a trace once it has been made, which may be later. */
export interface Installation {
  /** @throws Error if it cannot be installed. */
  install(made: Made): void;
  /** It could not be made or installed, or is not wanted any more. */
  fail(): void;
}

export interface Recording {
  /** One is under way: no other can begin. */
  readonly isBusy: boolean;
  /** None may begin now, at a place that has lost so many milliseconds by waiting: one is under way, or too much time has gone into traces. */
  mustWait(lost: number): boolean;
  /** Code and offset of the running frame, saved. */
  place(): { code: Address; offset: number };
  /**
   * Records a trace for the tree of `root`, and has it made.
   * @param inherited of a bridge: the facts that the trace it grows from started from
   */
  run(start: RecordingStart, root: Root, inherited: PassContext["inherited"], installation: Installation): Recorded;
}

export function createRecording(
  environment: SupervisorEnvironment,
  maker: Maker,
  roots: Roots,
  watches: Watches<Root>,
  drop: (root: Root) => void,
  report: (event: SupervisorEvent) => void,
  pace: Pace | undefined,
): Recording {
  const { memory, constants } = environment;
  const { i32 } = memory;
  /** Code that makes traces too long where it is inlined. */
  const notInlined = new Set<Address>();
  let isBusy = false;

  function place(): { code: Address; offset: number } {
    const frame = i32[STATE_FRAME >>> 2];
    const code = i32[(frame + FRAME_CODE) >>> 2];
    return { code, offset: i32[(frame + FRAME_IP) >>> 2] - i32[(code + CODE_START) >>> 2] };
  }

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
      return isStale ? { reason: AbortReason.Changed, detail: "", raised: outcome.raised } : outcome;
    } finally {
      isBusy = false;
    }
  }

  /** The root in which the trace goes on. */
  const targetOf = ({ end }: Trace): Root | undefined => (end.kind === "link" ? roots.withId(end.target) : undefined);

  function make(
    { trace: recorded, parent }: Pick<Order, "trace" | "parent">,
    root: Root,
    positions: readonly number[],
    { install, fail }: Installation,
  ): void {
    if (root.state === "recording") {
      root.anchor = recorded.anchor;
      roots.transition(root, "making");
    }
    const { state } = root;
    const target = targetOf(recorded);
    /** Whether it has been installed. */
    function finish(made: Made | undefined, error: unknown): boolean {
      // What it relies on is no more.
      if (root.state !== state) return false;
      if (target !== undefined && target.state !== "installed") {
        drop(root);
        return false;
      }
      try {
        if (made === undefined) throw error;
        install(made);
      } catch (failure) {
        report({ event: "rejected", trace: recorded, error: failure });
        if (environment.verify) throw failure;
        if (made?.isKeptElsewhere) drop(root);
        return false;
      }
      report({ event: "trace", recorded, optimised: made.trace });
      return true;
    }
    maker.make({ trace: recorded, root: root.id, parent }, (made, error) => {
      const isDone = finish(made, error);
      // What the root relies on while its trace lives, it relies on until it is dead.
      if (isDone) root.constants.push(...positions);
      else {
        constants.release(positions);
        fail();
      }
      return isDone;
    });
  }

  function run(
    start: RecordingStart,
    root: Root,
    inherited: PassContext["inherited"],
    installation: Installation,
  ): Recorded {
    const { kind } = start;
    const parent = start.kind === "bridge" ? { trace: start.parent, exit: start.exit, inherited } : undefined;
    const where = place();
    const from = parent === undefined ? {} : { parent: { trace: parent.trace.id, exit: parent.exit.number } };
    report({ event: "record", kind, ...where, ...from });
    const scope = constants.open();
    const outcome = runRecorder(start, root, scope.position);
    if ("trace" in outcome) {
      make({ trace: outcome.trace, parent }, root, scope.positions, installation);
      return { outcome: "recorded", raised: outcome.raised };
    }
    constants.release(scope.positions);
    if (outcome.notToInline !== undefined) notInlined.add(outcome.notToInline);
    const { reason, detail, raised } = outcome;
    report({ event: "abort", kind, ...where, reason, detail });
    return { outcome: isHopeless(reason) ? "hopeless" : "abandoned", raised };
  }

  return {
    get isBusy() {
      return isBusy;
    },
    mustWait: (lost) => isBusy || maker.isBehind || pace?.allows(lost) === false,
    place,
    run(start, root, inherited, installation) {
      pace?.begin();
      try {
        return run(start, root, inherited, installation);
      } finally {
        pace?.end();
      }
    },
  };
}
