/// Escape analysis of a loop. What the loop begins with and jumps back with must be virtual in the same way; this is
/// assumed of everything that is virtual on entry, and given up where the body does not bear it out.

import type { Instruction, Loop, LoopParam, Trace, ValueId } from "@hotpy/trace";
import { Analysis } from "./analysis.js";
import { cross, crossingKinds, fit, type Plan, planOf, REAL, receive } from "./plan.js";

/** The parts of a trace that the analysis of its loop makes anew. */
export interface AnalysedLoop {
  readonly prologue: readonly Instruction[];
  readonly loop: Loop;
  readonly exits: Trace["exits"];
  readonly deferred: ReadonlyMap<ValueId, Instruction>;
}

/** Analyses the loop with the plans that hold. `entry` is the state at the end of the prologue; it is not changed. */
export function analyseLoop(trace: Trace, loop: Loop, entry: Analysis): AnalysedLoop {
  const decisions = new Decisions(loop.params, entry);
  for (;;) {
    const result = attempt(trace, loop, entry, decisions);
    if (result !== undefined) return result;
  }
}

/** What has been decided so far; every failed attempt decides more things to be real. */
class Decisions {
  readonly plans = new Map<ValueId, Plan>();
  /** Virtual values of the prologue that the loop needs to be made before it. */
  readonly made = new Set<ValueId>();

  constructor(params: readonly LoopParam[], entry: Analysis) {
    const owners = new Map<ValueId, ValueId>();
    for (const { id, kind, entry: value } of params) {
      const objects: ValueId[] = [];
      this.plans.set(
        id,
        kind === "word" ? planOf(entry, entry.resolve(value), objects) : { kind: "value", valueKind: kind },
      );
      // An object that is reached twice would become two.
      for (const object of objects) {
        const other = owners.get(object);
        if (other !== undefined) {
          this.plans.set(id, REAL);
          this.plans.set(other, REAL);
        }
        owners.set(object, id);
      }
    }
  }

  plan(id: ValueId): Plan {
    return this.plans.get(id) as Plan;
  }
}

/** One analysis under the decisions. `undefined` if it has led to another decision. */
function attempt(trace: Trace, loop: Loop, entry: Analysis, decisions: Decisions): AnalysedLoop | undefined {
  const analysis = new Analysis(trace, entry.freshId, entry);
  for (const id of decisions.made) analysis.force(id);
  const entered = enter(loop, analysis, decisions);
  if (entered === undefined) return undefined;
  const { params, owners, moved } = entered;

  let revised = false;
  const outer = new Set([...analysis.virtuals.keys()].filter((id) => !moved.has(id)));
  const before = analysis.enterLoop({
    outer,
    moved: new Set(moved.keys()),
    onChange: (id) => {
      revised = true;
      if (outer.has(id)) decisions.made.add(id);
      else decisions.plans.set((moved.get(id) ?? owners.get(id)) as ValueId, REAL);
    },
    own: owners,
  });
  entered.receive();

  analysis.noteExit(loop.head);
  analysis.walk(loop.body);
  const back = revised ? undefined : jumpBack(loop, analysis, decisions, outer);
  if (back === undefined || revised) return undefined;
  return {
    prologue: before,
    loop: {
      ...loop,
      params: params.map((param, index) => ({ ...param, back: back[index] })),
      body: analysis.out,
    },
    exits: analysis.exits,
    deferred: analysis.deferred,
  };
}

interface Entered {
  readonly params: readonly Omit<LoopParam, "back">[];
  /** Loop parameter by virtual value of the loop head. */
  readonly owners: ReadonlyMap<ValueId, ValueId>;
  /** Loop parameter by object of the prologue that lives on in it. */
  readonly moved: ReadonlyMap<ValueId, ValueId>;
  /** Declares the virtual values of the loop head. */
  readonly receive: () => void;
}

function enter(loop: Loop, analysis: Analysis, decisions: Decisions): Entered | undefined {
  const params: Omit<LoopParam, "back">[] = [];
  const moved = new Map<ValueId, ValueId>();
  const owners = new Map<ValueId, ValueId>();
  const receivers: (() => void)[] = [];
  // What is made real may belong to the plans of others, so it comes first.
  for (const { id, entry } of loop.params) if (decisions.plan(id) === REAL) analysis.force(analysis.resolve(entry));
  for (const { id, entry } of loop.params) {
    const plan = decisions.plan(id);
    const values: ValueId[] = [];
    const objects: ValueId[] = [];
    const value = analysis.resolve(entry);
    if (!cross(plan, analysis, value, values)) {
      decisions.plans.set(id, REAL);
      return undefined;
    }
    planOf(analysis, value, objects);
    if (plan.kind === "object") for (const object of objects) moved.set(object, id);
    const ids = values.map((entryValue, index) => {
      const name = plan.kind === "value" ? id : analysis.freshId();
      params.push({ id: name, kind: crossingKinds(plan)[index], entry: entryValue });
      return name;
    });
    if (plan.kind === "box" || plan.kind === "object") {
      let position = 0;
      receivers.push(() =>
        receive(
          plan,
          analysis,
          id,
          () => ids[position++],
          (own) => owners.set(own, id),
        ),
      );
    }
  }
  return { params, owners, moved, receive: () => receivers.forEach((run) => run()) };
}

/** The values for the next iteration, in order of the parameters. */
function jumpBack(
  loop: Loop,
  analysis: Analysis,
  decisions: Decisions,
  outer: ReadonlySet<ValueId>,
): readonly ValueId[] | undefined {
  let revised = false;
  const revise = (id: ValueId, plan: Plan): void => {
    decisions.plans.set(id, plan);
    revised = true;
  };
  for (const { id, back } of loop.params) if (decisions.plan(id) === REAL) analysis.force(analysis.resolve(back));
  const taken = new Set<ValueId>();
  for (const { id, back } of loop.params) {
    const plan = decisions.plan(id);
    const objects: ValueId[] = [];
    const fitted = fit(plan, analysis, analysis.resolve(back), objects);
    // An object that goes to two parameters would become two, and one of the prologue exists beside the loop.
    const isShared =
      objects.some((object) => taken.has(object) || outer.has(object)) || new Set(objects).size < objects.length;
    objects.forEach((object) => taken.add(object));
    if (isShared) revise(id, REAL);
    else if (fitted !== plan) revise(id, fitted);
  }
  if (revised) return undefined;
  const values: ValueId[] = [];
  for (const { id, back } of loop.params) {
    if (!cross(decisions.plan(id), analysis, analysis.resolve(back), values)) revise(id, REAL);
  }
  return revised ? undefined : values;
}
