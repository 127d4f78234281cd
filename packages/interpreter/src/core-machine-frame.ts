/// The running frame as a machine for core instructions sees it: its real words in linear memory.

import {
  createFrameStack,
  FRAME_CODE,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
  type FrameStack,
} from "@hotpy/frame-stack";
import { type Address, type Memory, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { CODE_LOCALS, CODE_START } from "@hotpy/object-model";
import { Decline } from "./core-machine.js";

/** Reads and changes the running frame and the stack of frames. Addresses are byte addresses. */
export class RunningFrame {
  readonly #i32: Int32Array;
  readonly #stack: FrameStack;
  /** The running frame. */
  frame: Address = NULL;
  /** Its code object. */
  code: Address = NULL;
  /** The instruction that is being executed, and the one that comes after it. */
  ip: Address = NULL;
  next: Address = NULL;
  #sp: Address = NULL;
  #startSp: Address = NULL;
  /** Words that the present instruction has overwritten: word index, then what was there. */
  readonly #overwritten: number[] = [];

  /** @param barrier the heap's write barrier: generators that frames are saved to may be old */
  constructor(memory: Memory, barrier: (object: Address) => void) {
    this.#i32 = memory.i32;
    this.#stack = createFrameStack(memory, barrier);
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

  get generator(): Word {
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
    this.#write(((this.frame + FRAME_SLOTS) >>> 2) + index, value);
  }

  push(value: Word): void {
    this.#write(this.#sp >>> 2, value);
    this.#sp += 4;
  }

  pop(): Word {
    this.#sp -= 4;
    return this.#i32[this.#sp >>> 2];
  }

  /** Drops operands until so many are left. */
  cut(operands: number): void {
    this.#sp = this.frame + FRAME_SLOTS + (this.localCount + operands) * 4;
  }

  peek(depth: number): Word {
    return this.#i32[(this.#sp >>> 2) - 1 - depth];
  }

  /** To be called before each instruction that may have to be undone. */
  begin(): void {
    this.#startSp = this.#sp;
    this.#overwritten.length = 0;
  }

  /** Gives operands and locals the values that they had at {@link begin}; the frame must be the same. */
  undo(): void {
    for (let last = this.#overwritten.length - 2; last >= 0; last -= 2)
      this.#i32[this.#overwritten[last]] = this.#overwritten[last + 1];
    this.#overwritten.length = 0;
    this.#sp = this.#startSp;
  }

  #write(index: number, value: Word): void {
    this.#overwritten.push(index, this.#i32[index]);
    this.#i32[index] = value;
  }

  /** Pushes a frame that starts at its code's first instruction. Declines, with nothing changed, at the limits of the stack. */
  pushFrame(code: Address, callee: Word, args: readonly Word[]): void {
    const i32 = this.#i32;
    const locals = i32[(code + CODE_LOCALS) >>> 2];
    const frame = this.#stack.enter(this.#sp, code, callee, i32[(code + CODE_START) >>> 2], NULL);
    if (frame === NULL) throw new Decline("the stack is full");
    this.save();
    for (let slot = 0; slot < locals; slot++) i32[((frame + FRAME_SLOTS) >>> 2) + slot] = args[slot] ?? NULL;
    i32[(frame + FRAME_SP) >>> 2] = frame + FRAME_SLOTS + locals * 4;
    this.load();
  }

  /** Drops the running frame and goes on in its caller. */
  popFrame(): void {
    this.#i32[STATE_FRAME >>> 2] = this.previous;
    this.load();
  }

  /** Pushes the frame of a suspended generator, which runs from now on, with `runningIp` in its GENERATOR_IP. Declines at the limits of the stack. */
  resumeGenerator(generator: Address, runningIp: number): void {
    if (this.#stack.resumeGenerator(this.#sp, generator, runningIp) === NULL) throw new Decline("the stack is full");
    this.save();
    this.load();
  }

  /** Saves the running frame, which goes on at {@link next}, in its generator and drops it. */
  suspendGenerator(): void {
    this.save();
    this.#stack.suspendGenerator();
    this.load();
  }
}
