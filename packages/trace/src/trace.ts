/// A trace: a straight run of core instructions as the program executed them, with the stack erased: operands are
/// named values instead of stack positions. One entry, many exits; a loop trace ends by jumping to its own loop head.
///
///     inputs          frame slots (root) or live values of the exit it grows from (bridge)
///     prologue        runs once (after peeling: the first iteration; before: usually empty)
///     loop params     head of the loop; each has a value on entry and one from the back-edge
///     body            the loop
///     end             jump to the loop head | return | link | leave

import type { CoreName, Kind } from "@hotpy/bytecode";
import type { Address } from "@hotpy/memory";

/** Names a value of one trace. Unique within the trace; -1 is "no value". */
export type ValueId = number;
export const NO_VALUE: ValueId = -1;

/** Offset in bytes and alias class of a field: two accesses of different classes never touch the same word. */
export interface FieldImmediate {
  readonly offset: number;
  readonly alias: string;
}

/** What `new` makes: raw initial words by word index (2 = first after the header) beside the tagged ones given as arguments. */
export interface ObjectImmediate {
  readonly shape: number;
  /** Size in words, header included; even. */
  readonly words: number;
  /** Word indices that the arguments fill, in order. */
  readonly fields: readonly number[];
  /** Raw words: [word index, value]. Word index 1 is the header's second word (size of a tail). Others are 0. */
  readonly raw: readonly (readonly [number, number])[];
  /**
   * Only in recipes of deferred objects: word indices of raw fields that arguments of kind `i32` fill, which follow
   * the tagged ones. An instruction that is executed has constant raw words; stores do the rest.
   */
  readonly late?: readonly number[];
}

export type ImmediateValue = number | bigint | string | FieldImmediate | ObjectImmediate | undefined;

export interface Instruction {
  /** The value it defines; also of instructions without result, as their name. */
  readonly id: ValueId;
  readonly op: CoreName;
  readonly args: readonly ValueId[];
  readonly immediate?: ImmediateValue;
  /** Where execution goes on when the instruction exits. Shared by instructions of one complex instruction. */
  readonly snapshot?: Snapshot;
}

/** One VM frame at an exit. */
export interface FrameState {
  readonly code: Address;
  /** Byte offset from the start of the code's bytecode: of the complex instruction to execute (again), or in outer frames the one to return to. */
  readonly ip: number;
  /** The function that runs, NO_VALUE in the base frame of a loop trace (its header is in memory already). */
  readonly function: ValueId;
  /** Locals and cells, then the operand stack, bottom first. NO_VALUE: unbound (NULL). */
  readonly slots: readonly ValueId[];
  /** The generator whose frame this is, or NO_VALUE. */
  readonly generator: ValueId;
}

/** The state to rebuild when leaving: base frame first. */
export interface Snapshot {
  readonly frames: readonly FrameState[];
  /** `resume`: execute from the top frame's ip. `raise`: the exception in STATE_PENDING is raised there. */
  readonly action: "resume" | "raise";
  /** Value of STATE_HANDLED if the trace has changed it, else NO_VALUE. */
  readonly handled: ValueId;
}

export interface Input {
  readonly id: ValueId;
  readonly kind: Kind;
  /** Root trace: index of the slot in the base frame; or "function" for the function word of a function trace. Bridge: index in the live values of its exit. */
  readonly source: number | "function";
}

export interface LoopParam {
  readonly id: ValueId;
  readonly kind: Kind;
  /** Value when coming from the prologue, and when coming from the end of the body. */
  readonly entry: ValueId;
  readonly back: ValueId;
}

export interface Loop {
  readonly params: readonly LoopParam[];
  readonly body: readonly Instruction[];
  /** State at the loop head, in terms of its params and earlier values: the exit for fuel and requests. */
  readonly head: Snapshot;
  /** The prologue is a copy of the body (the loop-peeling pass has run). */
  readonly peeled?: true;
}

export type TraceEnd =
  /** Jump to the loop head of this trace. */
  | { readonly kind: "loop" }
  /** The base frame returns this value. */
  | { readonly kind: "return"; readonly value: ValueId }
  /** Continue in the root trace with this id; the snapshot's base frame gives its inputs by slot. */
  | { readonly kind: "link"; readonly target: number; readonly snapshot: Snapshot }
  /** Leave to the interpreter. */
  | { readonly kind: "leave"; readonly snapshot: Snapshot };

/** Where a trace starts: byte offset in the bytecode of a code object. */
export interface Anchor {
  readonly code: Address;
  readonly ip: number;
}

export interface Trace {
  /** Index in the trace table and of its validity word. */
  readonly id: number;
  readonly kind: "loop" | "function" | "bridge";
  readonly anchor: Anchor;
  /** Bridge: the trace and exit number that it grows from. */
  readonly parent?: { readonly trace: number; readonly exit: number };
  readonly inputs: readonly Input[];
  readonly prologue: readonly Instruction[];
  readonly loop?: Loop;
  readonly end: TraceEnd;
  /**
   * Recipes of deferred values: pure or allocating instructions that are executed only when an exit needs their
   * value. Snapshots may name them; they may name each other, and values of the trace that reach that exit.
   */
  readonly deferred: ReadonlyMap<ValueId, Instruction>;
  /** Objects that may move, named by `const_object`: positions in the VM's constant table, a root. */
  readonly constants: readonly number[];
}
