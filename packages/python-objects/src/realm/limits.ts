import { FRAME_DEPTH } from "@hotpy/frame-stack";
import { pollInterrupt } from "@hotpy/interpreter";
import {
  type NULL,
  REQUEST_COLLECT,
  REQUEST_INTERRUPT,
  STATE_DEPTH_LIMIT,
  STATE_FRAME,
  STATE_REQUEST,
} from "@hotpy/memory";
import { DEFAULT_MAX_DIGITS } from "@hotpy/object-model";
import type { UpToCode } from "../context.js";
import { raiseInterrupt } from "../interrupts.js";
import { interruptsOf } from "../platform.js";

/** What long or deep natives ask for. */
export interface Limits {
  /**
   * A safepoint, for natives that allocate in a loop without end: what they have to keep must be in `handles` or among their arguments.
   * False: return NULL; an exception is pending, or a trace has called, which may not collect and has the interpreter do it all again.
   */
  safepoint(): boolean;
  /**
   * Whether the user has interrupted, for natives that run long without allocating; cheap enough for each round of a loop. True: return
   * NULL; KeyboardInterrupt is pending, or a trace has called, and the interpreter does it all again.
   */
  isInterrupted(): boolean;
  /**
   * The user has interrupted what waits: the handler is called, and it may wait on; where there is none, KeyboardInterrupt is raised.
   * False: raised. May collect.
   */
  takeInterrupt(): boolean;
  /** Whether a trace calls the native: no Python code may run. */
  isInTrace(): boolean;
  /** To be returned, in a trace, by a native that wants Python code to run and has had no effect: the interpreter does the call again. */
  retryByInterpreter(): typeof NULL;
  /** Most frames, `sys.getrecursionlimit()`. */
  recursionLimit(): number;
  /** How many frames there are. */
  recursionDepth(): number;
  /** Takes effect at the next call. */
  setRecursionLimit(limit: number): void;
  /** Most decimal digits in conversions between int and str; 0: no limit. `sys.get_int_max_str_digits()`. */
  digitLimit(): number;
  setDigitLimit(limit: number): void;
  /**
   * Call before recursing over nested objects (repr, ==, hash). `doing` is the end of the message of RecursionError: " in comparison". False: that or
   * KeyboardInterrupt is pending. Pair with `leave`.
   */
  enter(doing?: string): boolean;
  leave(): void;
}

/** Rounds of loops between two looks at the user's interrupts. */
const ROUNDS = 1024;

export function createLimits({ memory, heap, exceptions, interrupts, reentry, platform }: UpToCode): Limits {
  const { i32 } = memory;
  const interrupted = interruptsOf(platform);
  let untilPoll = ROUNDS;
  let digits = DEFAULT_MAX_DIGITS;
  return {
    safepoint() {
      pollInterrupt(memory, interrupted);
      const requests = i32[STATE_REQUEST >>> 2];
      if ((requests & (REQUEST_COLLECT | REQUEST_INTERRUPT)) === 0) return true;
      if (!reentry.isAllowed()) return false;
      if ((requests & REQUEST_INTERRUPT) !== 0) {
        raiseInterrupt({ memory, exceptions });
        return false;
      }
      if (heap.safepoint()) return true;
      exceptions.raise("MemoryError", "");
      return false;
    },
    isInterrupted() {
      if (--untilPoll > 0) return false;
      untilPoll = ROUNDS;
      pollInterrupt(memory, interrupted);
      return reentry.isInterrupted();
    },
    takeInterrupt() {
      if (interrupts.isHandled()) return interrupts.deliver();
      // Where the platform has told of it in another way, its flag still stands.
      interrupted();
      raiseInterrupt({ memory, exceptions });
      return false;
    },
    isInTrace: reentry.isForbidden,
    retryByInterpreter: reentry.refuse,
    recursionLimit: () => i32[STATE_DEPTH_LIMIT >>> 2],
    recursionDepth: () => i32[(i32[STATE_FRAME >>> 2] + FRAME_DEPTH) >>> 2],
    setRecursionLimit(limit) {
      i32[STATE_DEPTH_LIMIT >>> 2] = limit;
    },
    digitLimit: () => digits,
    setDigitLimit(limit) {
      digits = limit;
    },
    enter: reentry.enter,
    leave: reentry.leave,
  };
}
