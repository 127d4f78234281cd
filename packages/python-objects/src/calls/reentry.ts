/// The one place where TypeScript re-enters the loop: natives that call Python code and need its result at once
/// (`__eq__` in a dict probe, `__repr__` inside a list's). It eats hardware stack, so its depth has a limit of its own.

import { FRAME_IP, FRAME_SP } from "@hotpy/frame-stack";
import { NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import type { Code, UpToValues } from "../context.js";
import { RESUME } from "../natives.js";

export interface Reentry {
  /** The generated loop; set by whoever puts the parts together. Runs from STATE_FRAME to `leave_loop`. */
  loop: () => Word;
  /** Most activations of the loop on top of each other. */
  limit: number;
  /**
   * Whether Python code may run, and objects may move: not in what a trace calls, where the limit is REFUSES. Asking tells the trace:
   * the interpreter does the call again.
   */
  isAllowed(): boolean;
  /** Gives up what a trace calls: the interpreter does it again. Until then an exception is pending, so that whoever has called ends too. */
  refuse(): typeof NULL;
  /**
   * Performs a protocol operation and, if it pushed a frame, runs the loop until that frame returns. May collect.
   * The frame's stack pointer must be saved.
   */
  complete<A, B, C>(operation: (a: A, b: B, c: C) => Word, a: A, b: B, c: C): Word;
  /** Counts recursion of TypeScript over nested objects; false: RecursionError is pending. */
  enter(): boolean;
  leave(): void;
  /** TypeScript that the running activation of the loop has called has thrown: forgets its depth and its handles. */
  abandon(): void;
}

/** Values of {@link Reentry.limit} while a trace calls: nothing may re-enter, and: something has wanted to. */
export const REFUSES = -1;
const HAS_REFUSED = -2;

/** A quarter less than what Node.js's default stack of 984 KB was measured to hold. Larger stacks may set more. */
const DEFAULT_LIMIT = 250;
/** Levels of plain TypeScript recursion that cost as much stack as one activation of the loop. */
const NESTING_LIMIT = 1500;

export function createReentry({
  memory,
  handles,
  exceptions,
  continuations,
  forward,
}: UpToValues & Pick<Code, "continuations">): Reentry {
  const { i32 } = memory;
  let depth = 0;
  let nesting = 0;
  /** Handles in use when the running activation of the loop began. */
  let mark = handles.mark();

  /** Runs the loop. One in TypeScript (`-X step=6`) may throw: that is raised in the frame where it stands. */
  function run(): Word {
    for (;;) {
      let result = NULL;
      let goesOn = false;
      try {
        result = reentry.loop();
      } catch (error) {
        forward.raiseFailure(error);
        goesOn = forward.unwind() !== 0;
      }
      forward.checkFailures();
      if (!goesOn) return result;
    }
  }

  function runNested(): Word {
    const outerMark = mark;
    mark = handles.mark();
    nesting = 0;
    depth++;
    try {
      return run();
    } finally {
      depth--;
      mark = outerMark;
    }
  }

  const reentry: Reentry = {
    loop: () => {
      throw new Error("no interpreter loop has been set");
    },
    limit: DEFAULT_LIMIT,
    isAllowed() {
      if (reentry.limit < 0) reentry.limit = HAS_REFUSED;
      return reentry.limit >= 0;
    },
    refuse() {
      reentry.isAllowed();
      return exceptions.raise("RecursionError", "maximum recursion depth exceeded");
    },
    complete(operation, a, b, c) {
      const frame = i32[STATE_FRAME >>> 2];
      const ip = i32[(frame + FRAME_IP) >>> 2];
      const sp = i32[(frame + FRAME_SP) >>> 2];
      const outerNesting = nesting;
      i32[(frame + FRAME_IP) >>> 2] = continuations.leaveLoop;
      let result = NULL;
      try {
        result = operation(a, b, c);
        if (result === RESUME)
          result =
            reentry.isAllowed() && depth < reentry.limit
              ? runNested()
              : exceptions.raise("RecursionError", "maximum recursion depth exceeded");
      } finally {
        // Also when JavaScript's stack overflows: what catches that goes on from the frame that called the native.
        i32[STATE_FRAME >>> 2] = frame;
        i32[(frame + FRAME_IP) >>> 2] = ip;
        i32[(frame + FRAME_SP) >>> 2] = sp;
        nesting = outerNesting;
      }
      return result;
    },
    enter() {
      if (nesting >= NESTING_LIMIT) {
        exceptions.raise("RecursionError", "maximum recursion depth exceeded");
        return false;
      }
      nesting++;
      return true;
    },
    leave() {
      nesting--;
    },
    abandon() {
      nesting = 0;
      handles.release(mark);
    },
  };
  return reentry;
}
