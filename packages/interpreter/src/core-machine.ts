/// What an expansion is written against. The same expansion executes (direct machine) or executes and records (the
/// recording machine of `@hotpy/tracer`); it cannot tell which.
///
/// Rules for expansions:
/// - All questions come before the first effect (a store, a call, a change of frame), so that a guard that fails later
///   can resume at the start of the complex instruction. Changes of the operand stack and of locals are no effects.
/// - Every fact about the operands that the expansion acts on is asked for through the machine.
/// - Values do not outlive the instruction; frames hold them.
/// - What changes the running frame (a call, a return, a resumption) is the last thing that an expansion does.

import type { CoreArgs, CoreImmediateOf, CoreName } from "@hotpy/bytecode";
import type { Address, Word } from "@hotpy/memory";

/** Shape that {@link CoreMachine.shapeOf} returns for a small integer, and for NULL. */
export const SHAPE_SMALL = 0;
export const SHAPE_NULL = -1;

/** Thrown by a machine when an expansion does not apply; the instruction has had no effect. */
export class Decline extends Error {
  override readonly name = "Decline";
}

/** Thrown by a machine after a leaf helper raised: STATE_PENDING holds the exception, the frame is as before the instruction. */
export class Raised extends Error {
  override readonly name = "Raised";
}

/** The immediate as a last argument, for instructions that have one. */
export type ImmediateArgument<N extends CoreName> =
  undefined extends CoreImmediateOf<N> ? [immediate?: CoreImmediateOf<N>] : [immediate: CoreImmediateOf<N>];

/** A machine for core instructions over the frames of the VM. `V` stands for a value of any kind. */
export interface CoreMachine<V> {
  /* ---- constants ---- */
  /** A small integer, NULL or an object. */
  word(value: Word): V;
  i32(value: number): V;
  i64(value: bigint): V;
  f64(value: number): V;

  /* ---- questions: the answer holds for the rest of the trace ---- */
  isSmall(value: V): boolean;
  /** An integer that fits 64 bits, small or boxed. */
  isInt(value: V): boolean;
  isNull(value: V): boolean;
  /** Shape id of an object, SHAPE_SMALL or SHAPE_NULL. */
  shapeOf(value: V): number;
  /** The shape that it has this time: a hint by which an expansion chooses what to ask. Nothing may rest on it. */
  shapeNow(value: V): number;
  /** The word that it is this time: another hint. */
  wordNow(value: V): Word;
  /** Whether the condition (an i32) holds. */
  truth(condition: V): boolean;
  /** Whether the word is this one (an object's identity). */
  isSame(value: V, other: Word): boolean;
  /** The word itself. */
  wordOf(value: V): Word;
  /** The raw 32-bit integer itself. */
  numberOf(value: V): number;

  /* ---- instructions ---- */
  /** Performs a core instruction; declines if it exits. */
  op<N extends CoreName>(name: N, args: CoreArgs<N, V>, ...immediate: ImmediateArgument<N>): V;
  /** Performs an instruction that may exit; undefined, and nothing has happened, if it does. */
  attempt<N extends CoreName>(name: N, args: CoreArgs<N, V>, ...immediate: ImmediateArgument<N>): V | undefined;
  /** Calls a leaf helper. Declines on `retry`, throws Raised on `raise`. */
  leaf(helper: string, args: readonly V[]): V;

  /* ---- assumptions ---- */
  /** What follows holds only while this type or dict does not change (for a dict: at this key, an interned string). */
  watch(object: Address, key?: Word): void;
  /** Whether stores at this key of a dict (an interned string) need not be reported: nothing watches it, nor will. */
  claim(dict: Address, key: Word): boolean;

  /** Whether guards of this value have met ever new types: an expansion should then do without asking for its own. */
  isMegamorphic(value: V): boolean;

  /* ---- the running frame ---- */
  /** Code object of the running frame. */
  readonly code: Address;
  /** Byte address of the running frame; 0: what is recorded will run in frames that lie elsewhere, if at all. */
  readonly address: Address;
  /** The function that runs. */
  currentFunction(): V;
  local(index: number): V;
  setLocal(index: number, value: V): void;
  push(value: V): void;
  pop(): V;
  /** The operand `depth` below the top (0: the top). */
  peek(depth: number): V;
  /** Byte address of the instruction that comes next, as the frame will save it in a call. */
  readonly next: Address;
  /** Goes on at this instruction: words from the start of the current one. */
  jump(words: number): void;
  /** Goes on at this byte address, which may lie outside the code (instructions that languages keep for continuations). */
  goTo(address: Address): void;
  /** Calls a function: a new frame whose first locals are the arguments. Its result is pushed on the caller's stack. */
  call(code: Address, callee: V, args: readonly V[]): void;
  /** Drops operands of the running frame until so many are left. */
  cut(operands: number): void;
  /** How many frames, the running one among them, may be ended by {@link return}. */
  readonly depth: number;
  /** The running frame ends; `value`, unless left out, is pushed on the caller's stack. */
  return(value?: V): void;
  /** The generator whose frame runs, or NULL. */
  generator(): V;
  /** Must come before the effects of what ends the running frame: a trace that has not recorded its caller ends here. */
  needsCaller(): void;
  /** Resumes a suspended generator: a frame with its code, function and slots. GENERATOR_IP holds `runningIp` while it runs. */
  resume(generator: V, runningIp: number): void;
  /** The running frame, a generator's, is saved in the generator and popped; `value` is pushed on the caller's stack. */
  suspend(value: V): void;
  /** Gives up: this instruction cannot be expanded for these operands. */
  decline(reason: string): never;
}

/** Expands one complex instruction with this argument. Control goes on behind it unless the expansion moved it. */
export type Expansion = <V>(machine: CoreMachine<V>, argument: number) => void;
