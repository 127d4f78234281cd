/// Removal of what nothing needs: every pass that replaces values leaves the computation of the old ones behind.

import { core } from "@hotpy/bytecode";
import { neededRecipes, snapshotsOf, visitSnapshot } from "./exits.js";
import { type Instruction, NO_EXIT } from "./instruction.js";
import { effectsOf, type Helpers } from "./kinds.js";
import type { LoopParam, Trace, ValueId } from "./trace.js";

/**
 * The trace without pure instructions, loads, allocations, loop parameters and recipes whose value is not needed. What
 * may exit, write or call stays; so do all inputs, which say where a frame's values lie.
 */
export function removeDeadCode(trace: Trace, helpers: Helpers): Trace {
  const { prologue, loop, deferred, end, idLimit } = trace;
  const definitions = new Array<Instruction | undefined>(idLimit).fill(undefined);
  const params = new Array<LoopParam | undefined>(idLimit).fill(undefined);
  const isLive = new Uint8Array(idLimit);
  const work: ValueId[] = [];
  const need = (id: ValueId): void => {
    if (isLive[id] !== 0) return;
    isLive[id] = 1;
    work.push(id);
  };
  const addAll = (instructions: readonly Instruction[]): void => {
    for (const instruction of instructions) {
      definitions[instruction.id] = instruction;
      if (!isRemovable(instruction, helpers)) need(instruction.id);
    }
  };
  addAll(prologue);
  if (loop !== undefined) {
    for (const param of loop.params) params[param.id] = param;
    addAll(loop.body);
  }
  const snapshots = snapshotsOf(trace);
  for (const snapshot of snapshots) visitSnapshot(snapshot, need);
  if (end.kind === "return") need(end.value);

  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    const instruction = definitions[id] ?? deferred.get(id);
    if (instruction !== undefined) for (const argument of instruction.args) need(argument);
    const param = params[id];
    if (param !== undefined) {
      need(param.entry);
      need(param.back);
    }
  }

  const lives = ({ id }: { readonly id: ValueId }): boolean => isLive[id] !== 0;
  return {
    ...trace,
    prologue: prologue.filter(lives),
    ...(loop === undefined
      ? {}
      : { loop: { ...loop, params: loop.params.filter(lives), body: loop.body.filter(lives) } }),
    deferred: deferred.size === 0 ? deferred : neededRecipes(deferred, snapshots),
  };
}

function isRemovable({ op, immediate, exit }: Instruction, helpers: Helpers): boolean {
  if (exit !== NO_EXIT) return false;
  const { writes, calls } = op === "call_leaf" ? effectsOf(op, immediate, helpers) : core(op).effects;
  return !writes && !calls;
}
