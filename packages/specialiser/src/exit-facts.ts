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
import type { Assumptions } from "./assumptions.js";
import { knownValues } from "./inherit.js";
import { learnFromFailure } from "./learn.js";
import { analyseLoop, enter } from "./specialise.js";
import type { Setting, Walk } from "./walk.js";

/** What holds at the head of a loop. */
interface LoopHead {
  readonly inherited: PassContext["inherited"];
  readonly assumptions: Assumptions;
}

/** By trace, as a hot loop grows bridges from many of its exits, and finding what holds at its head is most of the work. */
const heads = new WeakMap<Trace, LoopHead>();

/**
 * What is known of each live value at an exit of a trace (as the executor runs it), for the `inherited` of the pass
 * context when the bridge from there is optimised. By position in the live values of the exit.
 * @param exit number of an exit of the trace
 */
export function factsAtExit(trace: Trace, exit: number, context: PassContext): readonly KnownValue[] {
  const { place, instruction, live } = exitsOf(trace, context.helpers)[exit];
  const failed = context.forcedExits ? undefined : instruction;
  const at = instruction === undefined ? -1 : trace.prologue.indexOf(instruction);
  if (at >= 0 || trace.loop === undefined) {
    const walk = enter(trace, settingOf(trace, context), context.inherited);
    walk.walk(at < 0 ? trace.prologue : trace.prologue.slice(0, at));
    return describe(walk, failed, live);
  }
  const walk = headOf(trace, trace.loop, context).begin();
  if (place === "instruction") walk.walk(trace.loop.body.slice(0, trace.loop.body.indexOf(instruction as Instruction)));
  return describe(walk, failed, live);
}

function settingOf(trace: Trace, { objects, helpers }: PassContext): Setting {
  let nextId = trace.idLimit;
  return { trace, objects, helpers, freshId: () => nextId++ };
}

function headOf(trace: Trace, loop: NonNullable<Trace["loop"]>, context: PassContext): Assumptions {
  const known = heads.get(trace);
  if (known !== undefined && known.inherited === context.inherited) return known.assumptions;
  const setting = settingOf(trace, context);
  const prologue = enter(trace, setting, context.inherited);
  prologue.walk(trace.prologue);
  const { assumptions } = analyseLoop(loop, prologue, setting);
  heads.set(trace, { inherited: context.inherited, assumptions });
  return assumptions;
}

function describe(walk: Walk, failed: Instruction | undefined, live: readonly ValueId[]): readonly KnownValue[] {
  if (failed !== undefined) learnFromFailure(walk, withArgs(failed, mapIds(failed.args, walk.resolved)));
  return knownValues(walk, live);
}
