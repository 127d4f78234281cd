import {
  FRAME_CODE,
  FRAME_DEPTH,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
} from "@hotpy/frame-stack";
import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import type { UpToCalling } from "../context.js";
import { RESUME } from "../natives.js";
import type { Thread } from "./threads.js";

/** Starting threads, for those who write natives. */
export interface ThreadStarting {
  /**
   * A thread that calls a function with a tuple of arguments and a dict of named ones (or NULL) when its turn comes, on a stack of so many bytes.
   * Undefined: there is no room. Leaf.
   */
  startThread(fn: Word, args: Word, keywords: Word, bytes: number): Thread | undefined;
  readonly threadEnds: ThreadEnds;
}

/** What happens when a thread other than the main one is at its end, which still runs. May collect. */
export interface ThreadEnds {
  /** It has ended otherwise than by SystemExit, with an exception, and was started with this function. */
  raised: (exception: Word, fn: Word) => void;
  done: () => void;
}

export function createThreadStarting(parts: UpToCalling): ThreadStarting {
  const { memory, threads, continuations, calls, exceptions, types, handles } = parts;
  const { i32 } = memory;
  const threadEnds: ThreadEnds = { raised: () => {}, done: () => {} };

  const begin = continuations.define(3, (_, state) => {
    const [fn, args, keywords] = i32.subarray(state, state + 3);
    continuations.push(end, fn);
    const result = calls.invokeSpread(fn, args, keywords);
    return result === RESUME ? RESUME : continuations.finish(result);
  });

  const end = continuations.define(1, (result, state) => {
    if (result === NULL) {
      const exception = exceptions.pending();
      exceptions.clearPending();
      if (!types.isSubtype(types.typeOf(exception), types.named("SystemExit")))
        keeping(i32[state], (fn) => threadEnds.raised(exception, fn));
    }
    threadEnds.done();
    threads.end();
    return RESUME;
  });

  function keeping(word: Word, run: (word: Word) => void): void {
    const mark = handles.mark();
    handles.push(word);
    run(word);
    handles.release(mark);
  }

  /** Under a continuation that is about to get a result, as if something had been called that has returned. */
  function writeBottom(frame: Address, fn: Word, args: Word, keywords: Word): void {
    const at = frame >>> 2;
    i32[at + (FRAME_PREVIOUS >>> 2)] = NULL;
    // Of the frame below all others of the main thread.
    i32[at + (FRAME_CODE >>> 2)] = i32[(memory.stack.start + FRAME_CODE) >>> 2];
    i32[at + (FRAME_FUNCTION >>> 2)] = NULL;
    i32[at + (FRAME_IP >>> 2)] = continuations.addressOf(begin);
    i32[at + (FRAME_DEPTH >>> 2)] = 0;
    i32[at + (FRAME_GENERATOR >>> 2)] = NULL;
    const operands = [fn, args, keywords, (continuations.leaveLoop >>> 1) | 1, NONE];
    i32.set(operands, at + (FRAME_SLOTS >>> 2));
    i32[at + (FRAME_SP >>> 2)] = frame + FRAME_SLOTS + operands.length * 4;
  }

  return {
    startThread: (fn, args, keywords, bytes) => threads.start(bytes, (frame) => writeBottom(frame, fn, args, keywords)),
    threadEnds,
  };
}
