/// Kinds of a trace's values, and what its instructions do to memory. Both derive from the definitions of core
/// instructions; only leaf helpers add something of their own.

import { core, type Effects, type Kind, type LeafHelper } from "@hotpy/bytecode";
import type { Instruction, Trace, ValueId } from "./trace.js";

/** Leaf helpers by name. */
export type Helpers = ReadonlyMap<string, LeafHelper>;

/** For traces that call no helper. */
export const NO_HELPERS: Helpers = new Map();

/**
 * The helper that a `call_leaf` names.
 * @throws Error if there is none of this name.
 */
export function helperOf(instruction: Pick<Instruction, "immediate">, helpers: Helpers): LeafHelper {
  const helper = helpers.get(instruction.immediate as string);
  if (helper === undefined) throw new Error(`there is no leaf helper named ${String(instruction.immediate)}`);
  return helper;
}

/** Kind of the result of an instruction. */
export function resultKind(instruction: Pick<Instruction, "op" | "immediate">, helpers: Helpers): Kind | "void" {
  return instruction.op === "call_leaf" ? helperOf(instruction, helpers).result : core(instruction.op).result;
}

/** Kinds of the arguments of an instruction, one for each that it has. */
export function argumentKinds(
  instruction: Pick<Instruction, "op" | "args" | "immediate">,
  helpers: Helpers,
): readonly Kind[] {
  if (instruction.op === "call_leaf") return helperOf(instruction, helpers).args;
  const { args, variadic } = core(instruction.op);
  if (!variadic) return args;
  const last = args.length - 1;
  return instruction.args.map((_, index) => args[Math.min(index, last)]);
}

/** Effects of an instruction: those of its definition; those of a leaf helper are the helper's own. */
export function effectsOf(instruction: Pick<Instruction, "op" | "immediate">, helpers: Helpers): Effects {
  if (instruction.op !== "call_leaf") return core(instruction.op).effects;
  const { fails, reads, writes } = helperOf(instruction, helpers);
  return {
    ...(fails === "never" ? {} : { exit: true as const }),
    ...(reads.length > 0 ? { reads: true as const } : {}),
    ...(writes.length > 0 ? { writes: true as const } : {}),
  };
}

/** Kind of every value of a trace, deferred ones included; instructions without result are absent. */
export function kindsOf(trace: Trace, helpers: Helpers): ReadonlyMap<ValueId, Kind> {
  const kinds = new Map<ValueId, Kind>();
  const add = (instruction: Instruction): void => {
    const kind = resultKind(instruction, helpers);
    if (kind !== "void") kinds.set(instruction.id, kind);
  };
  for (const { id, kind } of trace.inputs) kinds.set(id, kind);
  for (const { id, kind } of trace.loop?.params ?? []) kinds.set(id, kind);
  for (const instruction of instructionsOf(trace)) add(instruction);
  for (const recipe of trace.deferred.values()) add(recipe);
  return kinds;
}

/** The instructions in order: prologue, then the loop's body. Deferred ones are not executed and not among them. */
export function* instructionsOf(trace: Trace): Iterable<Instruction> {
  yield* trace.prologue;
  if (trace.loop !== undefined) yield* trace.loop.body;
}

/** The smallest id above all that a trace uses. */
export function firstFreeId(trace: Trace): ValueId {
  let last = -1;
  for (const { id } of trace.inputs) last = Math.max(last, id);
  for (const { id } of trace.loop?.params ?? []) last = Math.max(last, id);
  for (const { id } of instructionsOf(trace)) last = Math.max(last, id);
  for (const id of trace.deferred.keys()) last = Math.max(last, id);
  return last + 1;
}
