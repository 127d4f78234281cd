import { FRAME_CODE, FRAME_FUNCTION, FRAME_IP, FRAME_PREVIOUS, FRAME_SLOTS, FRAME_SP } from "@hotpy/frame-stack";
import { type Address, NULL, STATE_FRAME, STATE_PENDING, type Word } from "@hotpy/memory";
import { CODE_FLAGS, CODE_LOCALS, FUNCTION_GLOBALS, headerWord } from "@hotpy/object-model";
import { CODE_HIDDEN } from "../code/codes.js";
import type { Endings, UpToProtocols } from "../context.js";
import { unlessExhausted } from "../exhaustion.js";
import { RESUME } from "../natives.js";
import {
  EXCEPTION_TRACEBACK,
  TRACEBACK_ADDRESS,
  TRACEBACK_BYTES,
  TRACEBACK_CODE,
  TRACEBACK_FRAME,
  TRACEBACK_GLOBALS,
  TRACEBACK_IP,
  TRACEBACK_LINE,
  TRACEBACK_NEXT,
} from "./layout.js";

/** The way from where an exception was raised to where it is handled. */
export interface Unwinding {
  /**
   * Goes from the running frame (saved ip past the instruction that raised) outwards to the frame that goes on. 0: the
   * frame under which TypeScript entered the loop is reached; the exception stays pending. The loop reloads from STATE_FRAME.
   * Throws nothing: what fails on the way replaces the exception.
   */
  unwind(): number;
  /**
   * Raises again: no context is set, and the running frame adds no second traceback entry. Leaf.
   * @param isBehindWith of a `with` statement: if the frame ends by it, its line is the one that raised, not that of the statement
   */
  reraise(exception: Word, isBehindWith?: boolean): typeof NULL;
}

export function createUnwinding(context: UpToProtocols & Pick<Endings, "failures">): Unwinding {
  const { memory, heap, exceptions, codes, continuations, generators, failures, observers, frameObjects } = context;
  const { i32 } = memory;
  let skipEntry = false;
  let keepsLine = false;
  /** The frame whose handler has been gone to last, and where it raised: its cleanup, which has no line of its own, may raise that on at once. */
  let handlingFrame: Address = NULL;
  let raisedAt: Address = NULL;

  const field = (object: Address, offset: number): Word => i32[(object + offset) >>> 2];

  const nameFrame = (entry: Address, frame: Address): void =>
    heap.storeWord(entry, TRACEBACK_FRAME, frameObjects.objectOf(frame));
  const allocateEntry = (): Address => heap.allocateUrgent(TRACEBACK_BYTES);

  /** Leaves the entry out where there is no memory at all: better no line of the traceback than no handler. */
  function addTraceback(exception: Word, frame: Address, code: Address, ip: Address): void {
    const entry = unlessExhausted(allocateEntry);
    if (entry === undefined) return;
    i32[entry >>> 2] = headerWord(exceptions.tracebackShape);
    i32[(entry >>> 2) + 1] = 0;
    i32[(entry + TRACEBACK_NEXT) >>> 2] = field(exception, EXCEPTION_TRACEBACK);
    i32[(entry + TRACEBACK_CODE) >>> 2] = code;
    i32[(entry + TRACEBACK_GLOBALS) >>> 2] = field(field(frame, FRAME_FUNCTION), FUNCTION_GLOBALS);
    i32[(entry + TRACEBACK_FRAME) >>> 2] = NULL;
    i32[(entry + TRACEBACK_IP) >>> 2] = ip;
    i32[(entry + TRACEBACK_ADDRESS) >>> 2] = frame;
    i32[(entry + TRACEBACK_LINE) >>> 2] = 0;
    heap.storeWord(exception, EXCEPTION_TRACEBACK, entry);
    // Where there is no room the entry knows the address, and the line.
    unlessExhausted(nameFrame, entry, frame);
  }

  /** The frame goes on where its handler is: undefined. Where it has none, the ip at which it ends. */
  function handle(frame: Address): Address | undefined {
    const code = field(frame, FRAME_CODE);
    const ip = field(frame, FRAME_IP);
    if (!skipEntry && (field(code, CODE_FLAGS) & CODE_HIDDEN) === 0) {
      addTraceback(i32[STATE_PENDING >>> 2], frame, code, ip);
      if (observers.observation !== undefined && observers.isAny()) observers.observation.raised();
    }
    const isOn = skipEntry && frame === handlingFrame && codes.positionAt(code, ip) === undefined;
    const from = isOn ? raisedAt : ip;
    skipEntry = false;
    const isBehindWith = keepsLine;
    keepsLine = false;
    const range = codes.handlerAt(code, ip);
    if (range === undefined) {
      const entry = field(i32[STATE_PENDING >>> 2], EXCEPTION_TRACEBACK);
      return isBehindWith && entry !== NULL ? field(entry, TRACEBACK_IP) : from;
    }
    handlingFrame = frame;
    raisedAt = from;
    const top = frame + FRAME_SLOTS + (field(code, CODE_LOCALS) + range.depth) * 4;
    i32[top >>> 2] = i32[STATE_PENDING >>> 2];
    i32[(frame + FRAME_SP) >>> 2] = top + 4;
    i32[(frame + FRAME_IP) >>> 2] = codes.startOf(code) + range.target * 4;
    i32[STATE_PENDING >>> 2] = NULL;
    return undefined;
  }

  function unwind(): number {
    while (memory.faults.carried === undefined) {
      try {
        const end = unwindFrame();
        if (end !== undefined) return end;
      } catch (error) {
        failures.raise(error);
      }
    }
    return 0;
  }

  /** 1: it goes on in the running frame; 0: this activation of the loop is at its end; undefined: the frame outside is next. */
  function unwindFrame(): number | undefined {
    const frame = i32[STATE_FRAME >>> 2];
    const ip = field(frame, FRAME_IP);
    if (ip === continuations.leaveLoop) return 0;
    if (continuations.isContinuation(ip)) {
      const result = continuations.finish(NULL);
      if (result === RESUME) return 1;
      if (result === NULL) return undefined;
      const top = field(frame, FRAME_SP);
      i32[top >>> 2] = result;
      i32[(frame + FRAME_SP) >>> 2] = top + 4;
      return 1;
    }
    const endedAt = handle(frame);
    if (endedAt === undefined) return 1;
    if (observers.observation !== undefined && observers.isAny()) observers.observation.left();
    frameObjects.end(frame, endedAt, field(i32[STATE_PENDING >>> 2], EXCEPTION_TRACEBACK));
    const generator = frameObjects.generatorOf(frame);
    if (generator !== NULL) generators.raised(generator);
    i32[STATE_FRAME >>> 2] = field(frame, FRAME_PREVIOUS);
    return undefined;
  }

  return {
    unwind,
    reraise(exception, isBehindWith = false) {
      skipEntry = true;
      keepsLine = isBehindWith;
      i32[STATE_PENDING >>> 2] = exception;
      return NULL;
    },
  };
}
