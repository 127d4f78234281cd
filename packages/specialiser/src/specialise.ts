/// The specialiser: types, constants, ranges and contents of memory flow forward through the trace; what they make
/// needless goes away. Over a loop the facts are found optimistically: what holds on entry is assumed at the head and
/// given up only if the back-edge does not bear it out.
///
/// After HotPy's specialiser (Shannon 2011), with the forwarding of loads from LuaJIT (lj_opt_mem.c) and integer ranges
/// from PyPy (optimizeopt/intbounds.py).

import {
  type Instruction,
  mapIds,
  type Pass,
  type PassContext,
  removeDeadCode,
  type Snapshot,
  type Trace,
  type TraceEnd,
  type ValueId,
  withArgs,
} from "@hotpy/trace";
import { Assumptions } from "./assumptions.js";
import { nothingKnown } from "./facts.js";
import { applyInherited } from "./inherit.js";
import { type Setting, Walk } from "./walk.js";

export const specialiser: Pass = {
  name: "specialiser",
  description:
    "Types, constants, ranges and known fields flow forward; guards and operations that they make needless go away",
  requires: [],
  run: specialise,
};

function specialise(trace: Trace, context: PassContext): Trace {
  let nextId = trace.idLimit;
  const setting: Setting = { trace, objects: context.objects, helpers: context.helpers, freshId: () => nextId++ };
  const prologue = enter(trace, setting, context.inherited);
  prologue.walk(trace.prologue);
  const result =
    trace.loop === undefined || prologue.leaves !== undefined
      ? straight(trace, prologue)
      : specialiseLoop(trace, trace.loop, prologue, setting);
  return removeDeadCode({ ...result, idLimit: nextId }, context.helpers);
}

/** A walk at the entry of the trace. Executors have checked a root trace's validity; a bridge's is unknown. */
export function enter(trace: Trace, setting: Setting, inherited?: PassContext["inherited"]): Walk {
  const walk = new Walk(setting);
  walk.valid = trace.kind !== "bridge";
  const inputs: ValueId[] = [];
  trace.inputs.forEach(({ id, kind, source }) => {
    walk.declare(id, nothingKnown(kind));
    if (typeof source === "number") inputs[source] = id;
  });
  trace.inputs.forEach(({ id, source }) => {
    const known = typeof source === "number" ? inherited?.[source] : undefined;
    if (trace.kind === "bridge" && known !== undefined) applyInherited(walk, id, known, inputs);
  });
  return walk;
}

/** The trace whose instructions the walk has gone through, which ends early if it has met a certain exit. */
function straight(trace: Trace, walk: Walk): Trace {
  const { loop: _, ...rest } = trace;
  const exits = noExits(trace);
  walk.noteExits(exits);
  const end = endOf(trace, walk, exits);
  return { ...rest, prologue: walk.out, end, exits, deferred: recipes(trace, walk) };
}

const noExits = (trace: Trace): (Snapshot | undefined)[] =>
  new Array<Snapshot | undefined>(trace.exits.length).fill(undefined);

function endOf({ end }: Trace, walk: Walk, exits: (Snapshot | undefined)[]): TraceEnd {
  if (walk.leaves !== undefined) {
    walk.noteExit(walk.leaves, exits);
    return { kind: "leave", exit: walk.leaves };
  }
  switch (end.kind) {
    case "loop":
      return end;
    case "return":
      return { ...end, value: walk.resolve(end.value) };
    default:
      walk.noteExit(end.exit, exits);
      return end;
  }
}

function recipes(trace: Trace, walk: Walk): Trace["deferred"] {
  const renamed = new Map<ValueId, Instruction>();
  for (const [id, recipe] of trace.deferred) renamed.set(id, withArgs(recipe, mapIds(recipe.args, walk.resolved)));
  return renamed;
}

function specialiseLoop(trace: Trace, loop: NonNullable<Trace["loop"]>, prologue: Walk, setting: Setting): Trace {
  const { walk, assumptions } = analyseLoop(loop, prologue, setting);
  if (walk.leaves !== undefined) return leaveInFirstIteration(trace, loop, prologue);
  const exits = noExits(trace);
  prologue.noteExits(exits);
  walk.noteExits(exits);
  walk.noteExit(loop.head, exits);
  return {
    ...trace,
    prologue: prologue.out,
    loop: { ...loop, params: assumptions.loopParams(walk), body: walk.out },
    exits,
    deferred: recipes(trace, walk),
  };
}

/** Walks over the body until the assumptions at its head hold at its end. */
export function analyseLoop(
  loop: NonNullable<Trace["loop"]>,
  prologue: Walk,
  setting: Setting,
): { readonly walk: Walk; readonly assumptions: Assumptions } {
  const assumptions = new Assumptions(setting, prologue, loop.params);
  for (;;) {
    const walk = assumptions.begin();
    walk.walk(loop.body);
    // What certainly exits does so in the first iteration, for which everything that is assumed is true.
    if (walk.leaves !== undefined || assumptions.weaken(walk)) return { walk, assumptions };
  }
}

/** The loop never jumps back: its body is run into once, and left. */
function leaveInFirstIteration(trace: Trace, loop: NonNullable<Trace["loop"]>, prologue: Walk): Trace {
  for (const { id, entry } of loop.params) prologue.replace(id, prologue.resolve(entry));
  prologue.walk(loop.body);
  return prologue.leaves === undefined ? trace : straight(trace, prologue);
}
