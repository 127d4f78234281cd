import {
  type Address,
  type Memory,
  NULL,
  STATE_DEPTH_LIMIT,
  STATE_FRAME,
  STATE_STACK_LIMIT,
  type Word,
} from "@hotpy/memory";
import {
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_STACK,
  CODE_UNCOUNTED,
  GENERATOR_CODE,
  GENERATOR_FUNCTION,
  GENERATOR_IP,
  GENERATOR_RUNNING,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  GENERATOR_USED,
} from "@hotpy/object-model";
import {
  FRAME_CODE,
  FRAME_DEPTH,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
} from "./layout.js";

/** The depth limit at first. */
const DEFAULT_DEPTH_LIMIT = 1000;
/** Bytes kept free above the last frame: native functions get their optional arguments there. */
export const STACK_RESERVE = 65536;

/**
 * VM frames as TypeScript sees them. The loop and compiled code push, resume and suspend by the same rules inline; a recorder
 * writes them down as core instructions.
 */
export interface FrameStack {
  /**
   * Writes the fixed part of a frame at `frame`, above the running one, and makes it the running frame; FRAME_SP and the slots are left
   * to the caller. NULL, with nothing changed, at the depth limit and the end of the stack.
   */
  enter(frame: Address, code: Address, fn: Word, ip: Address, generator: Word): Address;
  /**
   * Resumes a generator that does not run: pushes a frame with its ip and slots at `frame` and marks it running, with `runningIp` in its
   * GENERATOR_IP: the language decides what that means while it runs. NULL, with nothing changed, at the limits.
   */
  resumeGenerator(frame: Address, generator: Address, runningIp: number): Address;
  /**
   * Suspends the running frame's generator: copies ip (FRAME_IP and FRAME_SP must have been written) and slots into it, clears the slots
   * that it has used before and uses no more, marks it suspended, and drops the frame. The generator must have room for the slots.
   */
  suspendGenerator(): void;
}

/** By how much a frame of this code is deeper than its caller's: FRAME_DEPTH counts only code that counts against the recursion limit. */
export const depthStep = (i32: Int32Array, code: Address): number =>
  (i32[(code + CODE_FLAGS) >>> 2] & CODE_UNCOUNTED) === 0 ? 1 : 0;

/** Visits every tagged word of a frame and those below it as ranges of byte addresses. */
export function visitFramesFrom(i32: Int32Array, top: Address, visit: (start: Address, end: Address) => void): void {
  for (let frame = top; frame !== NULL; frame = i32[(frame + FRAME_PREVIOUS) >>> 2]) {
    visit(frame + FRAME_CODE, frame + FRAME_IP);
    visit(frame + FRAME_GENERATOR, i32[(frame + FRAME_SP) >>> 2]);
  }
}

/** Empties the stack of frames and sets its limits. */
export function initialiseFrameStack({ i32, stack }: Memory): void {
  i32[STATE_FRAME >>> 2] = NULL;
  i32[STATE_DEPTH_LIMIT >>> 2] = DEFAULT_DEPTH_LIMIT;
  i32[STATE_STACK_LIMIT >>> 2] = stack.end - STACK_RESERVE;
}

/**
 * The stack of frames of a memory, as it is.
 * @param barrier the heap's write barrier: generators that frames are saved to may be old.
 */
export function createFrameStack({ i32 }: Memory, barrier: (object: Address) => void): FrameStack {
  function enter(frame: Address, code: Address, fn: Word, ip: Address, generator: Word): Address {
    const caller = i32[STATE_FRAME >>> 2];
    const slots = i32[(code + CODE_LOCALS) >>> 2] + i32[(code + CODE_STACK) >>> 2];
    const depth = caller === NULL ? 0 : i32[(caller + FRAME_DEPTH) >>> 2] + depthStep(i32, code);
    const end = frame + FRAME_SLOTS + slots * 4;
    if (end > i32[STATE_STACK_LIMIT >>> 2] || depth > i32[STATE_DEPTH_LIMIT >>> 2]) return NULL;
    const at = frame >>> 2;
    i32[at + (FRAME_PREVIOUS >>> 2)] = caller;
    i32[at + (FRAME_CODE >>> 2)] = code;
    i32[at + (FRAME_FUNCTION >>> 2)] = fn;
    i32[at + (FRAME_IP >>> 2)] = ip;
    i32[at + (FRAME_GENERATOR >>> 2)] = generator;
    i32[at + (FRAME_DEPTH >>> 2)] = depth;
    i32[STATE_FRAME >>> 2] = frame;
    return frame;
  }

  return {
    enter,
    resumeGenerator(frame, generator, runningIp) {
      const field = (offset: number): Word => i32[(generator + offset) >>> 2];
      const entered = enter(frame, field(GENERATOR_CODE), field(GENERATOR_FUNCTION), field(GENERATOR_IP), generator);
      if (entered === NULL) return NULL;
      const used = field(GENERATOR_USED);
      const slots = (generator + GENERATOR_SLOTS) >>> 2;
      // Slots are few: loops take a fraction of the time of `copyWithin` and `fill`.
      const to = (frame + FRAME_SLOTS) >>> 2;
      for (let i = 0; i < used; i++) i32[to + i] = i32[slots + i];
      i32[(frame + FRAME_SP) >>> 2] = frame + FRAME_SLOTS + used * 4;
      i32[(generator + GENERATOR_STATE) >>> 2] = GENERATOR_RUNNING;
      i32[(generator + GENERATOR_IP) >>> 2] = runningIp;
      return frame;
    },
    suspendGenerator() {
      const frame = i32[STATE_FRAME >>> 2];
      const generator = i32[(frame + FRAME_GENERATOR) >>> 2];
      const from = (frame + FRAME_SLOTS) >>> 2;
      const used = (i32[(frame + FRAME_SP) >>> 2] >>> 2) - from;
      const slots = (generator + GENERATOR_SLOTS) >>> 2;
      const usedBefore = i32[(generator + GENERATOR_USED) >>> 2];
      for (let i = 0; i < used; i++) i32[slots + i] = i32[from + i];
      for (let i = used; i < usedBefore; i++) i32[slots + i] = NULL;
      i32[(generator + GENERATOR_USED) >>> 2] = used;
      i32[(generator + GENERATOR_IP) >>> 2] = i32[(frame + FRAME_IP) >>> 2];
      i32[(generator + GENERATOR_STATE) >>> 2] = GENERATOR_SUSPENDED;
      barrier(generator);
      i32[STATE_FRAME >>> 2] = i32[(frame + FRAME_PREVIOUS) >>> 2];
    },
  };
}
