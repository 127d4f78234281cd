import { FRAME_CODE } from "@hotpy/frame-stack";
import { type Address, type Memory, NULL, REQUEST_INTERRUPT, STATE_REQUEST, type Word } from "@hotpy/memory";
import { CODE_COUNTER } from "@hotpy/object-model";

/**
 * What the loop asks of the supervisor. All hooks are called with the state saved in the frame in
 * STATE_FRAME, and the loop goes on from STATE_FRAME afterwards, so a hook may change the frames in any way. A result
 * of false or NULL: an exception is pending.
 *
 * Counting: a `jump_back` has two cache words, the countdown and the trace id + 1; a code object has CODE_COUNTER and
 * CODE_TRACE. The loop counts a countdown down while it is positive. When it has come to 0 the loop calls `enter…Trace` if a trace
 * is installed, else `…Hot`. So installing a trace means: store its id + 1 and set the countdown to 0; removing it: clear
 * the word and set a new countdown. A hook that installs nothing must set a new countdown, else it is called again at once.
 */
export interface ExecutionHooks {
  /** First countdown of a loop's back-edge, in iterations, and of a code object, in calls. */
  readonly loopThreshold: number;
  readonly functionThreshold: number;
  /** A loop has become hot. The frame's saved ip is the loop head; `cache` is the byte address of the back-edge's two cache words. */
  loopHot(frame: Address, cache: Address): boolean;
  /** A function has become hot. Its frame has just been pushed. */
  functionHot(frame: Address): boolean;
  /** A loop with a trace is about to begin its next iteration in the frame in STATE_FRAME. */
  enterLoopTrace(trace: number, cache: Address): boolean;
  /** The function of the frame in STATE_FRAME, just pushed, has a trace. A word: the frame's result, the loop pops the frame; NULL: go on from STATE_FRAME. Raised: NULL with STATE_PENDING set. */
  enterFunctionTrace(trace: number): Word;
}

/** Countdown of code that never gets hot: then the user's interrupts are looked for, which costs the loop nothing else. */
export const POLL_INTERVAL = 50_000;

/** Asks for a KeyboardInterrupt at the next safepoint if the user has interrupted. */
export function pollInterrupt({ i32 }: Memory, interrupted: () => boolean): void {
  if (interrupted()) i32[STATE_REQUEST >>> 2] |= REQUEST_INTERRUPT;
}

/** Hooks under which nothing gets hot: for running without a JIT. */
export function createIdleHooks(memory: Memory, interrupted: () => boolean = () => false): ExecutionHooks {
  const { i32 } = memory;
  return {
    loopThreshold: POLL_INTERVAL,
    functionThreshold: POLL_INTERVAL,
    loopHot(_, cache) {
      i32[cache >>> 2] = POLL_INTERVAL;
      pollInterrupt(memory, interrupted);
      return true;
    },
    functionHot(frame) {
      i32[(i32[(frame + FRAME_CODE) >>> 2] + CODE_COUNTER) >>> 2] = POLL_INTERVAL;
      pollInterrupt(memory, interrupted);
      return true;
    },
    enterLoopTrace: () => true,
    enterFunctionTrace: () => NULL,
  };
}

/** Hooks for a time in which no compiled code may run and nothing may be recorded: what is hot stays so, and is counted anew. */
export function createObservedHooks({ i32 }: Memory, hooks: ExecutionHooks): ExecutionHooks {
  const { loopThreshold, functionThreshold } = hooks;
  return {
    loopThreshold,
    functionThreshold,
    loopHot(_, cache) {
      i32[cache >>> 2] = loopThreshold;
      return true;
    },
    functionHot(frame) {
      i32[(i32[(frame + FRAME_CODE) >>> 2] + CODE_COUNTER) >>> 2] = functionThreshold;
      return true;
    },
    enterLoopTrace: () => true,
    enterFunctionTrace: () => NULL,
  };
}
