/// The one place where TypeScript re-enters the loop: natives that call Python code and need its result at once
/// (`__eq__` in a dict probe, `__repr__` inside a list's). It eats hardware stack, so its depth has a limit of its own.

import { FRAME_IP, FRAME_SP } from "@hotpy/frame-stack";
import { POISON } from "@hotpy/gc";
import { type Address, NULL, REQUEST_INTERRUPT, STATE_FRAME, STATE_REQUEST, type Word } from "@hotpy/memory";
import type { Code, UpToValues } from "../context.js";
import { raiseInterrupt } from "../interrupts.js";
import { RESUME } from "../natives.js";

type Complete = <A, B, C>(operation: (a: A, b: B, c: C) => Word, a: A, b: B, c: C) => Word;

export interface Reentry {
  /** A trace calls from now on: no Python code may run, no object may move. */
  forbid(): void;
  /** The trace's call is over. Whether something had to be refused: then the interpreter does the call again. */
  permit(): boolean;
  /** Whether a trace calls. */
  isForbidden(): boolean;
  /** Whether something had to be refused since a trace has begun its call. */
  hasRefused(): boolean;
  /** Whether Python code may run, and objects may move, for who would otherwise do so: if not, this counts as a refusal. */
  isAllowed(): boolean;
  /** Gives up what a trace calls: the interpreter does it again. Until then an exception is pending, so that whoever has called ends too. */
  refuse(): typeof NULL;
  /**
   * Performs a protocol operation and, if it pushed a frame, runs the loop until that frame returns. May collect.
   * The frame's stack pointer must be saved.
   */
  complete: Complete;
  /** The same, with a message of RecursionError that ends in `doing`: " while getting the repr of an object". */
  completing(doing: string): Complete;
  /**
   * Counts recursion of TypeScript over nested objects. `doing` ends the message of RecursionError: " in comparison". False: that or
   * KeyboardInterrupt is pending.
   */
  enter(doing?: string): boolean;
  /** Whether an interrupt has been asked for. True: KeyboardInterrupt is pending, or a trace's call refused. */
  isInterrupted(): boolean;
  leave(): void;
  /** What TypeScript recurses in, if it does: `doing` of {@link enter}. */
  nestedIn(): string;
  /** TypeScript that the running activation of the loop has called has thrown: forgets its depth and its handles. */
  abandon(): void;
}

/** Most activations of the loop on top of each other: a quarter less than what Node.js's default stack of 984 KB was measured to hold. */
const LIMIT = 250;
/** Levels of plain TypeScript recursion that cost as much stack as one activation of the loop. */
const NESTING_LIMIT = 1500;

/**
 * Under stress: how many words above the stack pointer are poisoned when an operation is over that may have run Python code, whether it has or not.
 * There lie the arguments of natives with `frames: true`, which have to have read them before.
 */
const POISONED_WORDS = 16;

export function createReentry({
  memory,
  heap,
  handles,
  exceptions,
  continuations,
  forward,
  threads,
  execution,
}: UpToValues & Pick<Code, "continuations">): Reentry {
  const { i32, faults } = memory;
  let depth = 0;
  let nesting = 0;
  let innermost = "";
  let isForbidden = false;
  let hasRefused = false;
  /** Handles in use when the running activation of the loop began. */
  let mark = handles.mark();
  /** The real ip of the frame from which TypeScript has called. */
  let standsAt: Address = continuations.leaveLoop;

  /** Runs the loop. One in TypeScript (`-X step=6`) may throw: that is raised in the frame where it stands. */
  function run(): Word {
    for (;;) {
      let result = NULL;
      let goesOn = false;
      try {
        result = execution().loop();
      } catch (error) {
        forward.raiseFailure(error);
        goesOn = forward.unwind() !== 0;
      }
      faults.check();
      if (!goesOn && threads.leaves(result)) return result;
    }
  }

  /** @param base the frame from which TypeScript has called */
  function runNested(base: Address): Word {
    const activation = threads.enter(base);
    continuations.enter(base, standsAt);
    const outerMark = mark;
    mark = handles.mark();
    nesting = 0;
    depth++;
    try {
      return run();
    } finally {
      depth--;
      mark = outerMark;
      continuations.leave();
      threads.leave(activation);
    }
  }

  function isAllowed(): boolean {
    if (isForbidden) hasRefused = true;
    return !isForbidden;
  }

  function isInterrupted(): boolean {
    if ((i32[STATE_REQUEST >>> 2] & REQUEST_INTERRUPT) === 0) return false;
    if (isAllowed()) raiseInterrupt({ memory, exceptions });
    else refuse();
    return true;
  }

  function refuse(): typeof NULL {
    isAllowed();
    return exceptions.raise("RecursionError", "maximum recursion depth exceeded");
  }

  function completing(doing: string): Complete {
    return (operation, a, b, c) => {
      const frame = i32[STATE_FRAME >>> 2];
      const ip = i32[(frame + FRAME_IP) >>> 2];
      const sp = i32[(frame + FRAME_SP) >>> 2];
      const outerNesting = nesting;
      const outerPlace = standsAt;
      const place = continuations.behind(ip, sp);
      // Else an operation around this one has noted it.
      if (place !== continuations.leaveLoop) standsAt = place;
      i32[(frame + FRAME_IP) >>> 2] = continuations.leaveLoop;
      let result = NULL;
      try {
        result = operation(a, b, c);
        if (result === RESUME)
          result =
            isAllowed() && depth < LIMIT
              ? runNested(frame)
              : exceptions.raise("RecursionError", `maximum recursion depth exceeded${doing}`);
      } finally {
        // Also when JavaScript's stack overflows: what catches that goes on from the frame that called the native.
        i32[STATE_FRAME >>> 2] = frame;
        i32[(frame + FRAME_IP) >>> 2] = ip;
        i32[(frame + FRAME_SP) >>> 2] = sp;
        nesting = outerNesting;
        standsAt = outerPlace;
      }
      return heap.isStressed && !isForbidden ? stressed(result, sp) : result;
    };
  }

  /**
   * Under stress, what an operation did not need to do it does all the same, so that who reads addresses or arguments from before fails
   * with any operands: it moves objects, and overwrites what lies above the stack pointer.
   */
  function stressed(result: Word, sp: Address): Word {
    const kept = handles.mark();
    const handle = handles.push(result);
    i32.fill(POISON, sp >>> 2, (sp >>> 2) + POISONED_WORDS);
    heap.safepoint();
    const moved = handles.get(handle);
    handles.release(kept);
    return moved;
  }

  return {
    forbid() {
      isForbidden = true;
      hasRefused = false;
    },
    permit() {
      isForbidden = false;
      return hasRefused;
    },
    isForbidden: () => isForbidden,
    hasRefused: () => hasRefused,
    isAllowed,
    refuse,
    complete: completing(""),
    completing,
    isInterrupted,
    enter(doing = "") {
      if (isInterrupted()) return false;
      if (nesting >= NESTING_LIMIT) {
        exceptions.raise("RecursionError", `maximum recursion depth exceeded${doing}`);
        return false;
      }
      nesting++;
      innermost = doing;
      return true;
    },
    leave() {
      nesting--;
    },
    nestedIn: () => (nesting > 0 ? innermost : ""),
    abandon() {
      nesting = 0;
      handles.release(mark);
    },
  };
}
