/// The direct machine: executes expansions on the real frames, recording nothing.

import { type CoreImmediate, type CoreName, type CoreValue, EXIT, type Meaning } from "@hotpy/bytecode";
import { type Address, isSmall, type Memory, NULL, STATE_PENDING, type Word } from "@hotpy/memory";
import { SHAPE_INT64, shapeIdOf } from "@hotpy/object-model";
import { type CoreMachine, Decline, Raised, SHAPE_NULL, SHAPE_SMALL } from "./core-machine.js";
import type { RunningFrame } from "./core-machine-frame.js";

/** A core machine whose values are the raw ones. */
export class DirectMachine implements CoreMachine<CoreValue> {
  readonly #memory: Memory;
  readonly #meanings: Readonly<Record<CoreName, Meaning>>;
  readonly #frame: RunningFrame;

  constructor(memory: Memory, meanings: Readonly<Record<CoreName, Meaning>>, frame: RunningFrame) {
    this.#memory = memory;
    this.#meanings = meanings;
    this.#frame = frame;
  }

  word = (value: Word): CoreValue => value;
  i32 = (value: number): CoreValue => value | 0;
  i64 = (value: bigint): CoreValue => value;
  f64 = (value: number): CoreValue => value;

  isSmall(value: CoreValue): boolean {
    return isSmall(value as Word);
  }

  isInt(value: CoreValue): boolean {
    const shape = this.shapeOf(value);
    return shape === SHAPE_SMALL || shape === SHAPE_INT64;
  }

  isNull(value: CoreValue): boolean {
    return value === NULL;
  }

  shapeOf(value: CoreValue): number {
    if (isSmall(value as Word)) return SHAPE_SMALL;
    return value === NULL ? SHAPE_NULL : shapeIdOf(this.#memory, value as Address);
  }

  shapeNow(value: CoreValue): number {
    return this.shapeOf(value);
  }

  wordNow(value: CoreValue): Word {
    return value as Word;
  }

  truth(condition: CoreValue): boolean {
    return condition !== 0;
  }

  isSame(value: CoreValue, other: Word): boolean {
    return ((value as Word) | 0) === (other | 0);
  }

  wordOf(value: CoreValue): Word {
    return value as Word;
  }

  numberOf(value: CoreValue): number {
    return value as number;
  }

  op(name: CoreName, args: readonly CoreValue[], immediate?: CoreImmediate): CoreValue {
    const result = this.attempt(name, args, immediate);
    if (result === undefined) throw new Decline(`${name} exits`);
    return result;
  }

  attempt(name: CoreName, args: readonly CoreValue[], immediate?: CoreImmediate): CoreValue | undefined {
    const result = this.#meanings[name](args, immediate);
    // An instruction without result returns something all the same: undefined means that it exited.
    return result === EXIT ? undefined : (result ?? 0);
  }

  leaf(helper: string, args: readonly CoreValue[]): CoreValue {
    const result = this.attempt("call_leaf", args, helper);
    if (result !== undefined) return result;
    if (this.#memory.i32[STATE_PENDING >>> 2] !== NULL) throw new Raised();
    throw new Decline(`${helper} wants to be executed again`);
  }

  watch(): void {
    // Nothing that is executed directly outlives a change.
  }

  claim(): boolean {
    return false;
  }

  get code(): Address {
    return this.#frame.code;
  }

  get address(): Address {
    return this.#frame.frame;
  }

  currentFunction(): CoreValue {
    return this.#frame.function;
  }

  local(index: number): CoreValue {
    return this.#frame.slot(index);
  }

  setLocal(index: number, value: CoreValue): void {
    this.#frame.setSlot(index, value as Word);
  }

  push(value: CoreValue): void {
    this.#frame.push(value as Word);
  }

  pop(): CoreValue {
    return this.#frame.pop();
  }

  peek(depth: number): CoreValue {
    return this.#frame.peek(depth);
  }

  isMegamorphic(): boolean {
    return false;
  }

  get next(): Address {
    return this.#frame.next;
  }

  jump(words: number): void {
    this.#frame.next = this.#frame.ip + words * 4;
  }

  goTo(address: Address): void {
    this.#frame.next = address;
  }

  call(code: Address, callee: CoreValue, args: readonly CoreValue[]): void {
    this.#frame.pushFrame(code, callee as Word, args as readonly Word[]);
  }

  cut(operands: number): void {
    this.#frame.cut(operands);
  }

  readonly depth = Number.MAX_SAFE_INTEGER;

  return(value?: CoreValue): void {
    this.#frame.popFrame();
    if (value !== undefined) this.#frame.push(value as Word);
  }

  generator(): CoreValue {
    return this.#frame.generator;
  }

  needsCaller(): void {
    // Real frames refer to their callers.
  }

  resume(generator: CoreValue, runningIp: number): void {
    this.#frame.resumeGenerator(generator as Address, runningIp);
  }

  suspend(value: CoreValue): void {
    this.#frame.suspendGenerator();
    this.#frame.push(value as Word);
  }

  decline(reason: string): never {
    throw new Decline(reason);
  }
}
