import {
  exitsOf,
  type Instruction,
  type KnownValue,
  mapIds,
  type PassContext,
  type Trace,
  type ValueId,
  withArgs,
} from "@hotpy/trace";
import { knownValues } from "./inherit.js";
import { learnFromFailure } from "./learn.js";
import { analyseLoop, enter } from "./specialise.js";
import type { Setting, Walk } from "./walk.js";

/**
 * What is known of each live value at an exit of a trace (as the executor runs it), for the `inherited` of the pass
 * context when the bridge from there is optimised. By position in the live values of the exit.
 * @param exit number of an exit of the trace
 */
export function factsAtExit(trace: Trace, exit: number, context: PassContext): readonly KnownValue[] {
  const { place, instruction, live } = exitsOf(trace, context.helpers)[exit];
  let nextId = trace.idLimit;
  const setting: Setting = { trace, linear: context.memory, helpers: context.helpers, freshId: () => nextId++ };
  const walk = enter(trace, setting, context.inherited);
  const at = instruction === undefined ? -1 : trace.prologue.indexOf(instruction);
  walk.walk(at < 0 ? trace.prologue : trace.prologue.slice(0, at));
  const failed = context.forcedExits ? undefined : instruction;
  if (at >= 0 || trace.loop === undefined) return describe(walk, failed, live);
  const { assumptions } = analyseLoop(trace.loop, walk, setting);
  const inLoop = assumptions.begin();
  if (place === "instruction")
    inLoop.walk(trace.loop.body.slice(0, trace.loop.body.indexOf(instruction as Instruction)));
  return describe(inLoop, failed, live);
}

function describe(walk: Walk, failed: Instruction | undefined, live: readonly ValueId[]): readonly KnownValue[] {
  if (failed !== undefined) learnFromFailure(walk, withArgs(failed, mapIds(failed.args, walk.resolved)));
  return knownValues(walk, live);
}
