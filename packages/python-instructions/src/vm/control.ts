import { FRAME_CODE, FRAME_IP, FRAME_SP } from "@hotpy/frame-stack";
import { pollInterrupt } from "@hotpy/interpreter";
import {
  NONE,
  NULL,
  REQUEST_FINALISE,
  REQUEST_INTERRUPT,
  REQUEST_LANGUAGE,
  REQUEST_RAISE,
  REQUEST_STOPPED,
  STATE_FRAME,
  STATE_PENDING,
  STATE_REQUEST,
  type Word,
} from "@hotpy/memory";
import { CODE_START } from "@hotpy/object-model";
import { type Context, interruptsOf } from "@hotpy/python-objects";

/** Continuations, safepoints and hot loops. */
export interface ControlOperations {
  continueWith(result: Word): Word;
  /** The running frame, whose frame object programs have got, is about to return. NULL: raised. */
  retireFrame(): Word;
  /** Pushes a continuation's result on the frame that goes on. */
  resumeWith(result: Word): void;
  /** 0: raised. */
  safepoint(): number;
  unwind(): number;
  /** A countdown has come to its end; `cache` is the word index of the back-edge's caches. 0: raised. */
  loopIsHot(cache: number): number;
  /** Throws. */
  badInstruction(opcode: number, ip: number): Word;
}

export function createControlOperations(context: Context): ControlOperations {
  const { memory, heap, exceptions, unwinding, continuations, finalisers, interrupts, threads, execution } = context;
  const { observers } = context;
  const { i32 } = memory;
  const request = STATE_REQUEST >>> 2;
  const interrupted = interruptsOf(context.platform);

  /**
   * Raises in the frame that is about to go on: the exception belongs to the instruction that it would execute next, as if that had
   * begun. The one before, which tracebacks and handlers else take, may lie outside of the loop or the `try`.
   */
  function raiseBefore(type: string, message = ""): 0 {
    before();
    exceptions.raise(type, message);
    return 0;
  }

  function before(): void {
    const saved = (i32[STATE_FRAME >>> 2] + FRAME_IP) >>> 2;
    if (!continuations.isContinuation(i32[saved])) i32[saved] += 4;
  }

  return {
    continueWith: continuations.finish,
    retireFrame() {
      const frame = i32[STATE_FRAME >>> 2];
      context.frameObjects.retire(frame, i32[(frame + FRAME_IP) >>> 2]);
      return NONE;
    },
    resumeWith(result) {
      const frame = i32[STATE_FRAME >>> 2];
      const top = i32[(frame + FRAME_SP) >>> 2];
      i32[top >>> 2] = result;
      i32[(frame + FRAME_SP) >>> 2] = top + 4;
    },
    safepoint() {
      // Under stress each iteration of a loop comes here, and none is counted.
      threads.poll();
      if (heap.isStressed) pollInterrupt(memory, interrupted);
      const fault = (i32[request] & REQUEST_LANGUAGE) !== 0 ? threads.safepoint() : undefined;
      if (fault !== undefined) return raiseBefore("RuntimeError", fault);
      if ((i32[request] & REQUEST_RAISE) !== 0) {
        i32[request] &= ~REQUEST_RAISE;
        if (i32[STATE_PENDING >>> 2] !== NULL) return 0;
      }
      if ((i32[request] & REQUEST_INTERRUPT) !== 0) {
        i32[request] &= ~(REQUEST_INTERRUPT | REQUEST_STOPPED);
        if (!interrupts.isHandled()) return raiseBefore("KeyboardInterrupt");
        if (!interrupts.deliver()) {
          before();
          return 0;
        }
      }
      let isWithinLimit = heap.safepoint();
      if ((i32[request] & REQUEST_FINALISE) !== 0) {
        i32[request] &= ~REQUEST_FINALISE;
        finalisers.runDue();
        if (!isWithinLimit) {
          // What was kept for its finaliser may have died.
          heap.requestCollection("full");
          isWithinLimit = heap.safepoint();
        }
      }
      if (!isWithinLimit) return raiseBefore("MemoryError");
      return observers.isAny() && observers.observation?.run() === false ? 0 : 1;
    },
    unwind: unwinding.unwind,
    loopIsHot(cache) {
      const trace = i32[cache + 1];
      const { hooks } = execution();
      const isDone =
        trace === 0 ? hooks.loopHot(i32[STATE_FRAME >>> 2], cache << 2) : hooks.enterLoopTrace(trace - 1, cache << 2);
      return isDone ? 1 : 0;
    },
    badInstruction(opcode, ip) {
      const code = i32[(i32[STATE_FRAME >>> 2] + FRAME_CODE) >>> 2];
      throw new Error(
        `no instruction has the opcode ${opcode} (word ${ip - (i32[(code + CODE_START) >>> 2] >>> 2)} of the code)`,
      );
    },
  };
}
