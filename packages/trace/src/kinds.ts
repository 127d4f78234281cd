/// Kinds of a trace's values, and what its instructions do to memory. Both derive from the definitions of core
/// instructions; only leaf helpers add something of their own.

import { type CoreName, core, type Effects, type Kind, type LeafHelper } from "@hotpy/bytecode";
import type { ImmediateValue, Instruction } from "./instruction.js";
import type { Trace } from "./trace.js";

/** Leaf helpers by name. */
export type Helpers = ReadonlyMap<string, LeafHelper>;

/** For traces that call no helper. */
export const NO_HELPERS: Helpers = new Map();

/**
 * The helper of this name.
 * @throws Error if there is none.
 */
export function helperNamed(name: string, helpers: Helpers): LeafHelper {
  const helper = helpers.get(name);
  if (helper === undefined) throw new Error(`there is no leaf helper named ${name}`);
  return helper;
}

/** Kind of the result of an instruction. */
export function resultKind(op: CoreName, immediate: ImmediateValue, helpers: Helpers): Kind | "void" {
  return op === "call_leaf" ? helperNamed(immediate as string, helpers).result : core(op).result;
}

/** Kinds of the arguments of an instruction, one for each that it has. */
export function argumentKinds({ op, args, immediate }: Instruction, helpers: Helpers): readonly Kind[] {
  if (op === "call_leaf") return helperNamed(immediate, helpers).args;
  const { args: kinds, variadic } = core(op);
  if (!variadic) return kinds;
  const last = kinds.length - 1;
  return Array.from(args, (_, index) => kinds[Math.min(index, last)]);
}

/** Effects of an instruction: those of its definition; those of a leaf helper are the helper's own. */
export function effectsOf(op: CoreName, immediate: ImmediateValue, helpers: Helpers): Effects {
  return op === "call_leaf" ? effectsOfHelper(helperNamed(immediate as string, helpers)) : core(op).effects;
}

const helperEffects = new WeakMap<LeafHelper, Effects>();

function effectsOfHelper(helper: LeafHelper): Effects {
  let effects = helperEffects.get(helper);
  if (effects === undefined) {
    effects = {
      ...(helper.fails === "never" ? {} : { exit: true as const }),
      ...(helper.reads.length > 0 ? { reads: true as const } : {}),
      ...(helper.writes.length > 0 ? { writes: true as const } : {}),
    };
    helperEffects.set(helper, effects);
  }
  return effects;
}

/** Kind of every value of a trace by its id, deferred ones included; instructions without result have none. */
export function kindsOf(trace: Trace, helpers: Helpers): readonly (Kind | undefined)[] {
  const kinds = new Array<Kind | undefined>(trace.idLimit).fill(undefined);
  const addAll = (instructions: readonly Instruction[]): void => {
    for (const { id, op, immediate } of instructions) {
      const kind = resultKind(op, immediate, helpers);
      if (kind !== "void") kinds[id] = kind;
    }
  };
  for (const { id, kind } of trace.inputs) kinds[id] = kind;
  addAll(trace.prologue);
  if (trace.loop !== undefined) {
    for (const { id, kind } of trace.loop.params) kinds[id] = kind;
    addAll(trace.loop.body);
  }
  for (const { id, op } of trace.deferred.values()) kinds[id] = core(op).result as Kind;
  return kinds;
}
