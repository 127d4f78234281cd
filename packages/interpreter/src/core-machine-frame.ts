/// The running frame as a machine for core instructions sees it: its real words in linear memory.

import { FRAME_CODE, FRAME_FUNCTION, FRAME_GENERATOR, FRAME_IP, FRAME_PREVIOUS, FRAME_SLOTS, FRAME_SP, type FrameStack } from "@hotpy/frame-stack";
import { type Address, type Memory, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { CODE_LOCALS, CODE_START } from "@hotpy/object-model";
import { Decline } from "./core-machine.js";

/** Reads and changes the running frame and the stack of frames. Addresses are byte addresses. */
export class RunningFrame {
  readonly #i32: Int32Array;
  readonly #frames: FrameStack;
  /** The running frame. */
  frame: Address = NULL;
  /** Its code object. */
  code: Address = NULL;
  /** The instruction that is being executed, and the one that comes after it. */
  ip: Address = NULL;
  next: Address = NULL;
  #sp: Address = NULL;

  constructor(memory: Memory, frames: FrameStack) {
    this.#i32 = memory.i32;
    this.#frames = frames;
  }

  /** Takes the state of the frame in STATE_FRAME, as {@link save} or the loop left it. */
  load(): void {
    const i32 = this.#i32;
    this.frame = i32[STATE_FRAME >>> 2];
    this.code = i32[(this.frame + FRAME_CODE) >>> 2];
    this.ip = this.next = i32[(this.frame + FRAME_IP) >>> 2];
    this.#sp = i32[(this.frame + FRAME_SP) >>> 2];
  }

  /** Writes the state: execution goes on at {@link next}. */
  save(): void {
    this.#i32[(this.frame + FRAME_IP) >>> 2] = this.next;
    this.#i32[(this.frame + FRAME_SP) >>> 2] = this.#sp;
  }

  /** The instruction word at {@link ip}. */
  get instruction(): number {
    return this.#i32[this.ip >>> 2];
  }

  /** Byte offset of an address in the running code's bytecode. */
  offset(address: Address): number {
    return (address - this.#i32[(this.code + CODE_START) >>> 2]) | 0;
  }

  get function(): Word {
    return this.#i32[(this.frame + FRAME_FUNCTION) >>> 2];
  }

  get mark(): Word {
    return this.#i32[(this.frame + FRAME_GENERATOR) >>> 2];
  }

  /** The frame that called this one, NULL if it was entered from TypeScript. */
  get previous(): Address {
    return this.#i32[(this.frame + FRAME_PREVIOUS) >>> 2];
  }

  /** Slots in use: locals and cells, then operands. */
  get slotCount(): number {
    return (this.#sp - this.frame - FRAME_SLOTS) >>> 2;
  }

  get localCount(): number {
    return this.#i32[(this.code + CODE_LOCALS) >>> 2];
  }

  slot(index: number): Word {
    return this.#i32[((this.frame + FRAME_SLOTS) >>> 2) + index];
  }

  setSlot(index: number, value: Word): void {
    this.#i32[((this.frame + FRAME_SLOTS) >>> 2) + index] = value;
  }

  push(value: Word): void {
    this.#i32[this.#sp >>> 2] = value;
    this.#sp += 4;
  }

  pop(): Word {
    this.#sp -= 4;
    return this.#i32[this.#sp >>> 2];
  }

  peek(depth: number): Word {
    return this.#i32[(this.#sp >>> 2) - 1 - depth];
  }

  /** Drops what the instruction has pushed or popped so far; locals keep their values. */
  restore(slotCount: number): void {
    this.#sp = this.frame + FRAME_SLOTS + slotCount * 4;
  }

  /** Pushes a frame that starts at its code's first instruction. */
  pushFrame(code: Address, callee: Word, args: readonly Word[], mark: Word): void {
    this.save();
    const frame = this.#frames.push(code, callee);
    if (frame === NULL) throw new Decline("the stack is full");
    args.forEach((word, index) => {
      this.#i32[((frame + FRAME_SLOTS) >>> 2) + index] = word;
    });
    this.#i32[(frame + FRAME_GENERATOR) >>> 2] = mark;
    this.load();
  }

  /** Drops the running frame and goes on in its caller. */
  popFrame(): void {
    this.#frames.pop();
    this.load();
  }

  /** Pushes the frame of a suspended generator. */
  resumeGenerator(generator: Address): void {
    this.save();
    if (this.#frames.resumeGenerator(generator) === NULL) throw new Decline("the stack is full");
    this.load();
  }

  /** Saves the running frame, which goes on at {@link next}, in its generator and drops it. */
  suspendGenerator(): void {
    this.save();
    this.#frames.saveToGenerator(this.mark);
    this.popFrame();
  }
}
