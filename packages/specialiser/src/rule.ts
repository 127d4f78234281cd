/// Rules: what an instruction becomes, given what is known of its arguments.

import type { CoreName } from "@hotpy/bytecode";
import type { ArgsOf, Fact, FixedObjects, ImmediateOf, ImmediateValue, Instruction, ValueId } from "@hotpy/trace";

import type { MemoryState } from "./memory-state.js";

/** What rules may ask. */
export interface View {
  readonly objects: FixedObjects;
  readonly state: MemoryState;
  fact(id: ValueId): Fact;
  /** The instruction that defines a value, if it stands in the trace. */
  definition(id: ValueId): Instruction | undefined;
  /** The raw value of an integer or float word, if an instruction has computed it: its box's content. */
  contentOf(word: ValueId): ValueId | undefined;
  /** A word with this content, if there is one. */
  boxOf(content: ValueId): ValueId | undefined;
  /** The name of a constant. */
  constant(op: "const_word" | "const_i32" | "const_i64" | "const_f64", value: number | bigint): ValueId;
}

export type Outcome =
  /** The result is a value that exists already. */
  | { readonly kind: "value"; readonly id: ValueId }
  /** Never exits and has no result: nothing to do. */
  | { readonly kind: "gone" }
  /** Certainly exits. */
  | { readonly kind: "fails" }
  /** Another instruction, with the same snapshot if it may exit. */
  | {
      readonly kind: "as";
      readonly op: CoreName;
      readonly args: readonly ValueId[];
      readonly immediate: ImmediateValue;
    }
  /** Stands as it is. */
  | undefined;

export type Rule = (view: View, args: readonly ValueId[], immediate: ImmediateValue) => Outcome;

export const value = (id: ValueId): Outcome => ({ kind: "value", id });
export const GONE: Outcome = { kind: "gone" };
export const FAILS: Outcome = { kind: "fails" };
export const as = <N extends CoreName>(
  op: N,
  args: ArgsOf<N>,
  ...[immediate]: undefined extends ImmediateOf<N> ? [immediate?: undefined] : [immediate: ImmediateOf<N>]
): Outcome => ({ kind: "as", op, args: args as readonly ValueId[], immediate });
/** A guard that is known to hold or to fail, or not known. */
export const decided = (holds: boolean | undefined): Outcome =>
  holds === undefined ? undefined : holds ? GONE : FAILS;
