/// Removal of what nothing needs: every pass that replaces values leaves the computation of the old ones behind.

import { neededRecipes, snapshotsOf, visitSnapshot } from "./exits.js";
import { effectsOf, type Helpers, instructionsOf } from "./kinds.js";
import type { Instruction, LoopParam, Trace, ValueId } from "./trace.js";

/**
 * The trace without pure instructions, loads, allocations, loop parameters and recipes whose value is not needed. What
 * may exit, write or call stays; so do all inputs, which say where a frame's values lie.
 */
export function removeDeadCode(trace: Trace, helpers: Helpers): Trace {
  const definitions = new Map<ValueId, Instruction>();
  const params = new Map<ValueId, LoopParam>();
  const live = new Set<ValueId>();
  for (const instruction of instructionsOf(trace)) definitions.set(instruction.id, instruction);
  for (const param of trace.loop?.params ?? []) params.set(param.id, param);

  const work: ValueId[] = [];
  const need = (id: ValueId): void => {
    if (live.has(id)) return;
    live.add(id);
    work.push(id);
  };
  for (const instruction of instructionsOf(trace)) {
    if (!isRemovable(instruction, helpers)) need(instruction.id);
  }
  for (const snapshot of new Set(snapshotsOf(trace))) visitSnapshot(snapshot, need);
  if (trace.end.kind === "return") need(trace.end.value);

  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    const instruction = definitions.get(id) ?? trace.deferred.get(id);
    instruction?.args.forEach(need);
    const param = params.get(id);
    if (param !== undefined) {
      need(param.entry);
      need(param.back);
    }
  }

  const isLive = ({ id }: { readonly id: ValueId }): boolean => live.has(id);
  return {
    ...trace,
    prologue: trace.prologue.filter(isLive),
    ...(trace.loop === undefined
      ? {}
      : {
          loop: { ...trace.loop, params: trace.loop.params.filter(isLive), body: trace.loop.body.filter(isLive) },
        }),
    deferred: neededRecipes(trace.deferred, snapshotsOf(trace)),
  };
}

function isRemovable(instruction: Instruction, helpers: Helpers): boolean {
  const { exit, writes, calls } = effectsOf(instruction, helpers);
  return !exit && !writes && !calls;
}
