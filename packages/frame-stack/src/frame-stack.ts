import type { Address, Word } from "@hotpy/memory";

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
  /** Most frames that may be on the stack. */
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
