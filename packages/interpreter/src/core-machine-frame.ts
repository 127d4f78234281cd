/// The running frame as a machine for core instructions sees it: its real words in linear memory.

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
  CODE_START,
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
import { Decline } from "./core-machine.js";

/** Reads and changes the running frame and the stack of frames. Addresses are byte addresses. */
export class RunningFrame {
  readonly #i32: Int32Array;
  readonly #barrier: (object: Address) => void;
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
    this.#barrier = barrier;
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
    const frame = this.#enter(code, callee, i32[(code + CODE_START) >>> 2], NULL);
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
    const i32 = this.#i32;
    const field = (offset: number): Word => i32[(generator + offset) >>> 2];
    const frame = this.#enter(field(GENERATOR_CODE), field(GENERATOR_FUNCTION), field(GENERATOR_IP), generator);
    const used = field(GENERATOR_USED);
    i32.copyWithin(
      (frame + FRAME_SLOTS) >>> 2,
      (generator + GENERATOR_SLOTS) >>> 2,
      ((generator + GENERATOR_SLOTS) >>> 2) + used,
    );
    i32[(frame + FRAME_SP) >>> 2] = frame + FRAME_SLOTS + used * 4;
    i32[(generator + GENERATOR_STATE) >>> 2] = GENERATOR_RUNNING;
    i32[(generator + GENERATOR_IP) >>> 2] = runningIp;
    this.load();
  }

  /** Saves the running frame, which goes on at {@link next}, in its generator and drops it. */
  suspendGenerator(): void {
    const i32 = this.#i32;
    const { generator, slotCount } = this;
    const slots = (generator + GENERATOR_SLOTS) >>> 2;
    const before = i32[(generator + GENERATOR_USED) >>> 2];
    i32.copyWithin(slots, (this.frame + FRAME_SLOTS) >>> 2, this.#sp >>> 2);
    if (before > slotCount) i32.fill(NULL, slots + slotCount, slots + before);
    i32[(generator + GENERATOR_USED) >>> 2] = slotCount;
    i32[(generator + GENERATOR_IP) >>> 2] = this.next;
    i32[(generator + GENERATOR_STATE) >>> 2] = GENERATOR_SUSPENDED;
    this.#barrier(generator);
    this.popFrame();
  }

  /** Saves this frame and writes the fixed part of one above it, which becomes the running one. */
  #enter(code: Address, callee: Word, ip: Address, generator: Word): Address {
    const i32 = this.#i32;
    const frame = this.#sp;
    const slots = i32[(code + CODE_LOCALS) >>> 2] + i32[(code + CODE_STACK) >>> 2];
    const counts = (i32[(code + CODE_FLAGS) >>> 2] & CODE_UNCOUNTED) === 0;
    const depth = i32[(this.frame + FRAME_DEPTH) >>> 2] + (counts ? 1 : 0);
    const fits = frame + FRAME_SLOTS + slots * 4 <= i32[STATE_STACK_LIMIT >>> 2];
    if (!fits || depth > i32[STATE_DEPTH_LIMIT >>> 2]) throw new Decline("the stack is full");
    this.save();
    const at = frame >>> 2;
    i32[at + (FRAME_PREVIOUS >>> 2)] = this.frame;
    i32[at + (FRAME_CODE >>> 2)] = code;
    i32[at + (FRAME_FUNCTION >>> 2)] = callee;
    i32[at + (FRAME_IP >>> 2)] = ip;
    i32[at + (FRAME_DEPTH >>> 2)] = depth;
    i32[at + (FRAME_GENERATOR >>> 2)] = generator;
    i32[STATE_FRAME >>> 2] = frame;
    return frame;
  }
}
