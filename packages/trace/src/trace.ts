/// A trace: a straight run of core instructions as the program executed them, with the stack erased: operands are
/// named values instead of stack positions. One entry, many exits; a loop trace ends by jumping to its own loop head.
///
///     inputs          frame slots (root) or live values of the exit it grows from (bridge)
///     prologue        runs once (after peeling: the first iteration; before: usually empty)
///     loop params     head of the loop; each has a value on entry and one from the back-edge
///     body            the loop
///     end             jump to the loop head | return | link | leave

import type { Kind } from "@hotpy/bytecode";
import type { Address } from "@hotpy/memory";
import type { Instruction } from "./instruction.js";

/** Names a value of one trace. Unique within the trace; -1 is "no value". */
export type ValueId = number;
export const NO_VALUE: ValueId = -1;

/** Position in {@link Trace.exits}. */
export type ExitNumber = number;

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
  /**
   * `raise`: byte offset of the top frame's instruction. It is executed again where nothing is pending: the helper has refused
   * before its first effect.
   */
  readonly retry?: number;
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
  /** The exit at the loop head for fuel and requests, in terms of its params and earlier values. */
  readonly head: ExitNumber;
  /** The prologue is a copy of the body (the loop-peeling pass has run). */
  readonly peeled?: true;
}

export type TraceEnd =
  /** Jump to the loop head of this trace. */
  | { readonly kind: "loop" }
  /** The base frame returns this value. */
  | { readonly kind: "return"; readonly value: ValueId }
  /** Continue in the root trace with this id; the base frame of the exit's snapshot gives its inputs by slot. */
  | { readonly kind: "link"; readonly target: number; readonly exit: ExitNumber }
  /** Leave to the interpreter. */
  | { readonly kind: "leave"; readonly exit: ExitNumber };

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
   * The state to rebuild at each exit. An instruction, the loop head or the end names its exit by its position here; no two
   * share one. Exits at which the same is to be rebuilt share their snapshot. Positions that nothing names any more are
   * `undefined` or stale until {@link compactExits} closes the gaps.
   */
  readonly exits: readonly (Snapshot | undefined)[];
  /** All ids of the trace are below this one: side tables of passes can be arrays. */
  readonly idLimit: ValueId;
  /**
   * Recipes of deferred values: pure or allocating instructions that are executed only when an exit needs their
   * value. Snapshots may name them; they may name each other, and values of the trace that reach that exit.
   */
  readonly deferred: ReadonlyMap<ValueId, Instruction>;
  /** Objects that may move, named by `const_object`: positions in the VM's constant table, a root. */
  readonly constants: readonly number[];
}
