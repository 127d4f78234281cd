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
  CODE_LOCALS,
  CODE_STACK,
  CODE_START,
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

/** CPython's default recursion limit. */
const DEFAULT_DEPTH_LIMIT = 1000;
/** Bytes kept free above the last frame: native functions get their optional arguments there. */
const STACK_RESERVE = 65536;

/** VM frames as TypeScript sees them. The loop and compiled code push and pop by the same layout, inline. */
export interface FrameStack {
  /**
   * Pushes a frame above the running one, at its saved stack pointer (FRAME_SP must be written), and makes it the
   * running frame: locals NULL, operand stack empty, ip at the start of the code.
   * Answers NULL, with nothing changed, if the depth limit or the end of the stack is reached: raise RecursionError.
   */
  push(code: Address, fn: Word): Address;
  /** Drops the running frame; its caller runs. */
  pop(): void;
  /** The running frame, NULL if none. */
  current(): Address;
  /** Frames on the stack. */
  depth(): number;
  /** Most frames that may be on the stack above the bottom one. */
  setDepthLimit(limit: number): void;

  /** Visits every tagged word of every frame as ranges of byte addresses, the running frame first. */
  visitFrameRoots(visit: (start: Address, end: Address) => void): void;
  /** Calls `visit` from the running frame outwards until it answers false; `ip` is the saved one. */
  walk(visit: (frame: Address, code: Address, ip: Address) => boolean | void): void;

  /**
   * Pushes a frame with the saved ip and slots of a generator that does not run, and marks it running. The caller
   * pushes the value sent. Answers NULL, with nothing changed, at the limits.
   */
  resumeGenerator(generator: Address): Address;
  /**
   * Copies the running frame (its FRAME_IP and FRAME_SP written) into the generator and marks it suspended.
   * Does not pop. The tail of the generator must have room for the locals and operands in use.
   */
  saveToGenerator(generator: Address): void;
}

/**
 * The frame stack of a memory, empty.
 * @param barrier the heap's write barrier: generators that frames are saved to may be old.
 */
export function createFrameStack(memory: Memory, barrier: (object: Address) => void): FrameStack {
  const { i32 } = memory;
  i32[STATE_FRAME >>> 2] = NULL;
  i32[STATE_DEPTH_LIMIT >>> 2] = DEFAULT_DEPTH_LIMIT;
  i32[STATE_STACK_LIMIT >>> 2] = memory.stack.end - STACK_RESERVE;

  /** Writes a frame's fixed part and makes it the running one; NULL at the limits. Slots are left to the caller. */
  function enter(code: Address, fn: Word, ip: Address, generator: Word): Address {
    const caller = i32[STATE_FRAME >>> 2];
    const frame = caller === NULL ? memory.stack.start : i32[(caller + FRAME_SP) >>> 2];
    const slots = i32[(code + CODE_LOCALS) >>> 2] + i32[(code + CODE_STACK) >>> 2];
    const depth = caller === NULL ? 0 : i32[(caller + FRAME_DEPTH) >>> 2] + 1;
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

  function copyWords(from: Address, to: Address, words: number): void {
    const source = from >>> 2;
    const target = to >>> 2;
    for (let i = 0; i < words; i++) i32[target + i] = i32[source + i];
  }

  return {
    push(code, fn) {
      const frame = enter(code, fn, i32[(code + CODE_START) >>> 2], NULL);
      if (frame === NULL) return NULL;
      const locals = (frame + FRAME_SLOTS) >>> 2;
      const end = locals + i32[(code + CODE_LOCALS) >>> 2];
      for (let slot = locals; slot < end; slot++) i32[slot] = NULL;
      i32[(frame + FRAME_SP) >>> 2] = end << 2;
      return frame;
    },
    pop() {
      i32[STATE_FRAME >>> 2] = i32[(i32[STATE_FRAME >>> 2] + FRAME_PREVIOUS) >>> 2];
    },
    current: () => i32[STATE_FRAME >>> 2],
    depth() {
      const frame = i32[STATE_FRAME >>> 2];
      return frame === NULL ? 0 : i32[(frame + FRAME_DEPTH) >>> 2] + 1;
    },
    setDepthLimit(limit) {
      i32[STATE_DEPTH_LIMIT >>> 2] = limit;
    },
    visitFrameRoots(visit) {
      for (let frame = i32[STATE_FRAME >>> 2]; frame !== NULL; frame = i32[(frame + FRAME_PREVIOUS) >>> 2]) {
        visit(frame + FRAME_CODE, frame + FRAME_IP);
        visit(frame + FRAME_GENERATOR, i32[(frame + FRAME_SP) >>> 2]);
      }
    },
    walk(visit) {
      for (let frame = i32[STATE_FRAME >>> 2]; frame !== NULL; frame = i32[(frame + FRAME_PREVIOUS) >>> 2]) {
        if (visit(frame, i32[(frame + FRAME_CODE) >>> 2], i32[(frame + FRAME_IP) >>> 2]) === false) return;
      }
    },
    resumeGenerator(generator) {
      const field = (offset: number): Word => i32[(generator + offset) >>> 2];
      const frame = enter(field(GENERATOR_CODE), field(GENERATOR_FUNCTION), field(GENERATOR_IP), generator);
      if (frame === NULL) return NULL;
      const used = field(GENERATOR_USED);
      copyWords(generator + GENERATOR_SLOTS, frame + FRAME_SLOTS, used);
      i32[(frame + FRAME_SP) >>> 2] = frame + FRAME_SLOTS + used * 4;
      i32[(generator + GENERATOR_STATE) >>> 2] = GENERATOR_RUNNING;
      return frame;
    },
    saveToGenerator(generator) {
      const frame = i32[STATE_FRAME >>> 2];
      const slots = frame + FRAME_SLOTS;
      const used = (i32[(frame + FRAME_SP) >>> 2] - slots) >>> 2;
      const usedBefore = i32[(generator + GENERATOR_USED) >>> 2];
      copyWords(slots, generator + GENERATOR_SLOTS, used);
      for (let slot = used; slot < usedBefore; slot++) i32[(generator + GENERATOR_SLOTS + slot * 4) >>> 2] = NULL;
      i32[(generator + GENERATOR_USED) >>> 2] = used;
      i32[(generator + GENERATOR_IP) >>> 2] = i32[(frame + FRAME_IP) >>> 2];
      i32[(generator + GENERATOR_STATE) >>> 2] = GENERATOR_SUSPENDED;
      barrier(generator);
    },
  };
}
