/// Records of the exits that have been taken (see `recovery.ts` of `@hotpy/trace`): by them the kernel rebuilds frames and counts, and asks the
/// supervisor only now and then.

import { type Address, EXIT_WORD_BYTES, EXITS_PER_TRACE, type Memory } from "@hotpy/memory";
import { BYTES_DATA, FLAG_PINNED, headerWord, SHAPE_BYTES, TAIL_SIZE } from "@hotpy/object-model";
import { compileRecovery, type Exit, mayGoOn, RECORD_COUNTDOWN, RECORD_PROGRAM, RECORD_STATE } from "@hotpy/trace";
import { Left } from "./left.js";
import type { TraceNode } from "./root.js";

/** Records are of whole blocks, so that one that is free fits others. */
const BLOCK_BYTES = 128;

export class ExitRecords {
  readonly #memory: Memory;
  readonly #allocate: (bytes: number) => Address;
  /** Of so many blocks. */
  readonly #free: Address[][] = [];

  /** @param allocate memory that is never given back */
  constructor(memory: Memory, allocate: (bytes: number) => Address) {
    this.#memory = memory;
    this.#allocate = allocate;
  }

  /** The record of an exit, which is made when it is taken for the first time; that asks after so many times. */
  of(node: TraceNode, exit: Exit, countdown: () => number): Address {
    return (node.records[exit.number] ??= this.#create(node, exit, countdown()));
  }

  /** What the kernel is to return from now on, until the exit has been taken so many times. */
  set(record: Address, countdown: number, state: number): void {
    const { i32 } = this.#memory;
    i32[(record + RECORD_COUNTDOWN) >>> 2] = countdown;
    i32[(record + RECORD_STATE) >>> 2] = state;
  }

  /** Counts as the kernel does. Whether the countdown has ended. */
  count(record: Address): boolean {
    const { i32 } = this.#memory;
    const word = (record + RECORD_COUNTDOWN) >>> 2;
    if (i32[word] <= 1) return true;
    i32[word]--;
    return false;
  }

  /** The state of a record. */
  stateOf(record: Address): number {
    return this.#memory.i32[(record + RECORD_STATE) >>> 2];
  }

  /** The trace is dead. */
  release({ trace, records }: TraceNode): void {
    const { i32 } = this.#memory;
    records.forEach((record, number) => {
      if (number < EXITS_PER_TRACE) i32[this.#place(trace.id, number) >>> 2] = 0;
      const blocks = (i32[(record - BYTES_DATA + TAIL_SIZE) >>> 2] + BYTES_DATA) / BLOCK_BYTES;
      this.#free[blocks] ??= [];
      this.#free[blocks].push(record);
    });
  }

  #create({ trace }: TraceNode, exit: Exit, countdown: number): Address {
    const { i32 } = this.#memory;
    const program = compileRecovery(this.#memory, trace, exit);
    const record = this.#room(RECORD_PROGRAM + 4 * program.length);
    this.set(record, countdown, mayGoOn(exit) ? Left.Counting : Left.Open);
    i32.set(program, (record + RECORD_PROGRAM) >>> 2);
    if (exit.number < EXITS_PER_TRACE) i32[this.#place(trace.id, exit.number) >>> 2] = record;
    return record;
  }

  /** The word that names an exit's record. */
  #place(trace: number, exit: number): Address {
    return this.#memory.exits.start + (trace * EXITS_PER_TRACE + exit) * EXIT_WORD_BYTES + 4;
  }

  #room(bytes: number): Address {
    const blocks = Math.ceil((BYTES_DATA + bytes) / BLOCK_BYTES);
    const free = this.#free[blocks]?.pop();
    if (free !== undefined) return free;
    const size = blocks * BLOCK_BYTES;
    const object = this.#allocate(size);
    const { i32 } = this.#memory;
    i32[object >>> 2] = headerWord(SHAPE_BYTES, FLAG_PINNED);
    i32[(object + TAIL_SIZE) >>> 2] = size - BYTES_DATA;
    return object + BYTES_DATA;
  }
}
