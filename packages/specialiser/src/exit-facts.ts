import { exitsOf, firstFreeId, type PassContext, type Trace } from "@hotpy/trace";
import { formatFact } from "./inherit.js";
import { analyseLoop, enter } from "./specialise.js";
import type { Setting, Walk } from "./walk.js";

/**
 * What is known of each live value at an exit of a trace (as the executor runs it), for the `inherited` of the pass
 * context when the bridge from there is optimised. By position in the live values of the exit.
 * @param exit number of an exit of the trace
 */
export function factsAtExit(trace: Trace, exit: number, context: PassContext): readonly (string | undefined)[] {
  const { place, instruction, live } = exitsOf(trace, context.helpers)[exit];
  let nextId = firstFreeId(trace);
  const setting: Setting = { linear: context.memory, helpers: context.helpers, freshId: () => nextId++ };
  const walk = enter(trace, setting, context.inherited);
  const at = instruction === undefined ? -1 : trace.prologue.indexOf(instruction);
  walk.walk(at < 0 ? trace.prologue : trace.prologue.slice(0, at));
  if (at >= 0 || trace.loop === undefined) return describe(walk, live);
  const { assumptions } = analyseLoop(trace.loop, walk, setting);
  const inLoop = assumptions.begin();
  if (place === "instruction") inLoop.walk(trace.loop.body.slice(0, trace.loop.body.indexOf(instruction as never)));
  return describe(inLoop, live);
}

function describe(walk: Walk, live: readonly number[]): readonly (string | undefined)[] {
  return live.map((id) => {
    const value = walk.resolve(id);
    return formatFact(walk.fact(value), walk.state.shapes.get(value));
  });
}
