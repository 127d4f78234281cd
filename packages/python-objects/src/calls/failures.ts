/// Exceptions of JavaScript below the interpreter loop. They end where the loop (or compiled code) has called TypeScript, since a
/// WebAssembly frame that they passed through would lose its registers: there they become Python's exceptions, or are carried out.

import {
  type Faults,
  HeapExhausted,
  NULL,
  REQUEST_RAISE,
  REQUEST_STOPPED,
  STATE_REQUEST,
  type Word,
} from "@hotpy/memory";
import type { UpToCode } from "../context.js";
import { EXCEPTION_CONTEXT, EXCEPTION_MEMBERS, EXCEPTION_TRACEBACK } from "../exceptions/layout.js";
import { raiseInterrupt } from "../interrupts.js";
import { locate, NotImplementedByHotPy } from "../not-implemented.js";

/** What becomes of exceptions that JavaScript throws. */
export interface Failures {
  /**
   * Makes what was thrown the pending exception: MemoryError or RecursionError, KeyboardInterrupt where that has stopped an operation; what is neither is carried. The frame is saved, and
   * no TypeScript above the running activation of the loop goes on: its handles are released. May collect. Always NULL.
   */
  raise(error: unknown): typeof NULL;
  /** Where the user has stopped an operation that seems to have had no memory: makes KeyboardInterrupt the pending exception. Leaf. */
  raiseStopped(): boolean;
  /** Keeps an error that is not for Python code to catch: one inside of HotPy, or NotImplementedByHotPy. See {@link Faults}. Always NULL. Leaf. */
  carry(error: unknown): typeof NULL;
}

/** What the messages say of RangeErrors for which there was no memory, or more than the engine's objects have: arrays, text, maps, BigInts, our handles. */
const NO_ROOM = ["allocation", "array length", "buffer length", "string length", "maximum size", "BigInt", "handles"];

/** Regular expressions are out of place here: compiling one needs stack. */
const isAllocationFailure = (message: string): boolean => NO_ROOM.some((part) => message.includes(part));

export function createFailures(context: UpToCode): Failures {
  const { memory, heap, exceptions, objects, reentry, continuations, types } = context;
  const { i32, faults } = memory;
  /** The MemoryError for which there need be no memory. */
  const spare = objects.root(exceptions.create(types.named("MemoryError"), objects.emptyTuple));

  function carry(error: unknown): typeof NULL {
    if (error instanceof NotImplementedByHotPy) locate(error, context);
    return faults.carry(error);
  }

  function raiseSpare(): typeof NULL {
    const exception = i32[spare >>> 2];
    for (const field of [EXCEPTION_TRACEBACK, EXCEPTION_CONTEXT, EXCEPTION_MEMBERS])
      i32[(exception + field) >>> 2] = NULL;
    return exceptions.raiseObject(exception);
  }

  function raiseMemoryError(): typeof NULL {
    try {
      // What the operation has left behind is garbage: without it there is room for the exception and its handler.
      heap.collect("full");
      return exceptions.raise("MemoryError", "");
    } catch (error) {
      if (!(error instanceof HeapExhausted)) throw error;
      return raiseSpare();
    }
  }

  function raiseStopped(): boolean {
    if ((i32[STATE_REQUEST >>> 2] & REQUEST_STOPPED) === 0) return false;
    raiseInterrupt(context);
    return true;
  }

  return {
    raiseStopped,
    raise(error) {
      const doing = reentry.nestedIn();
      reentry.abandon();
      continuations.abandon();
      // For those that call something without a result that tells of failure.
      i32[STATE_REQUEST >>> 2] |= REQUEST_RAISE;
      if (error instanceof HeapExhausted) return raiseStopped() ? NULL : raiseMemoryError();
      if (error instanceof RangeError && error.message.includes("call stack"))
        return exceptions.raise("RecursionError", `maximum recursion depth exceeded${doing}`);
      if (error instanceof RangeError && isAllocationFailure(error.message)) return exceptions.raise("MemoryError", "");
      return carry(error);
    },
    carry,
  };
}

/** A loop that throws what is carried out of it. */
export function carryingOut(faults: Faults, loop: () => Word): () => Word {
  return () => {
    const result = loop();
    faults.check();
    return result;
  };
}
