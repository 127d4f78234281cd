/// Instructions of traces. Their types derive from the table of core instructions: with `op` known, TypeScript knows how
/// many operands there are, what the immediate is, and whether there must be an exit.
///
/// All instructions have the same five properties in the same order, so that V8 reads them fast in code that has only just
/// begun to run. They never change: traces share the ones that a pass leaves as they are.

import type { CoreArgs, CoreExits, CoreImmediateOf, CoreName, ObjectLike } from "@hotpy/bytecode";
import type { Field } from "@hotpy/object-model";
import type { ExitNumber, ValueId } from "./trace.js";

/** Exit of an instruction that has none. */
export const NO_EXIT = -1;

/** What `new` makes: raw initial words by word index (2 = first after the header) beside the tagged ones given as arguments. */
export interface ObjectImmediate extends ObjectLike {
  /**
   * Only in recipes of deferred objects: word indices of raw fields that arguments of kind `i32` fill, which follow
   * the tagged ones. An instruction that is executed has constant raw words; stores do the rest.
   */
  readonly late?: readonly number[];
}

export type ImmediateValue = number | bigint | string | Field | ObjectImmediate | undefined;

/** The immediate of an instruction of this name. */
export type ImmediateOf<N extends CoreName> = N extends "new" ? ObjectImmediate : CoreImmediateOf<N>;

/** The operands of an instruction of this name. */
export type ArgsOf<N extends CoreName> = CoreArgs<N, ValueId>;

type ExitOf<N extends CoreName> = CoreExits<N> extends false ? typeof NO_EXIT : ExitNumber;

/** The properties of an instruction of this name. */
export interface InstructionForm<N extends CoreName> {
  /** The value it defines; also of instructions without result, as their name. */
  readonly id: ValueId;
  readonly op: N;
  readonly args: ArgsOf<N>;
  readonly immediate: ImmediateOf<N>;
  /** Where execution goes on when the instruction exits, or NO_EXIT. */
  readonly exit: ExitOf<N>;
}

/** An instruction of this name, or of one of these. */
export type InstructionOf<N extends CoreName> = { readonly [K in N]: InstructionForm<K> }[N];

export type Instruction = InstructionOf<CoreName>;

/** Names of the instructions with these operands: `NamesWith<readonly [ValueId, ValueId]>` are those with two. */
export type NamesWith<Args extends readonly ValueId[]> = {
  [N in CoreName]: ArgsOf<N> extends Args ? N : never;
}[CoreName];

/** What an instruction consists of behind its operands: the immediate, then the exit, as far as it has them. */
export type InstructionRest<N extends CoreName> =
  CoreExits<N> extends false
    ? undefined extends ImmediateOf<N>
      ? [immediate?: undefined]
      : [immediate: ImmediateOf<N>]
    : [immediate: ImmediateOf<N>, exit: ExitNumber];

/** An instruction; TypeScript checks operands, immediate and exit. */
export function instruction<N extends CoreName>(
  id: ValueId,
  op: N,
  args: ArgsOf<N>,
  ...rest: InstructionRest<N>
): Instruction;
export function instruction(
  id: ValueId,
  op: CoreName,
  args: readonly ValueId[],
  immediate?: ImmediateValue,
  exit: ExitNumber = NO_EXIT,
): Instruction {
  return { id, op, args, immediate, exit } as unknown as Instruction;
}

/** An instruction whose name is known only when the program runs: the verifier checks it, not TypeScript. */
export function anyInstruction(
  id: ValueId,
  op: CoreName,
  args: readonly ValueId[],
  immediate: ImmediateValue,
  exit: ExitNumber,
): Instruction {
  return { id, op, args, immediate, exit } as unknown as Instruction;
}

/** The same operation with other operands, as many; the instruction itself if these are its own. */
export function withArgs(
  original: Instruction,
  args: readonly ValueId[],
  exit: ExitNumber = original.exit,
): Instruction {
  if (args === original.args && exit === original.exit) return original;
  return { id: original.id, op: original.op, args, immediate: original.immediate, exit } as unknown as Instruction;
}

/** The same operation under another name, with other operands. */
export function copyOf(
  original: Instruction,
  id: ValueId,
  args: readonly ValueId[] = original.args,
  exit: ExitNumber = original.exit,
): Instruction {
  return { id, op: original.op, args, immediate: original.immediate, exit } as unknown as Instruction;
}

/** The ids under other names; the list itself if nothing changes. */
export function mapIds(ids: readonly ValueId[], rename: (id: ValueId) => ValueId): readonly ValueId[] {
  for (let index = 0; index < ids.length; index++) {
    const id = ids[index];
    const other = rename(id);
    if (other === id) continue;
    const mapped = ids.slice();
    mapped[index] = other;
    for (let rest = index + 1; rest < ids.length; rest++) mapped[rest] = rename(ids[rest]);
    return mapped;
  }
  return ids;
}
