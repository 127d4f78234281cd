/// Loop peeling: a copy of the body goes ahead of the loop, so that what the first iteration has checked and computed
/// holds in all others. The pass only copies; the specialiser, run again after it, finds that the guards of the body
/// repeat those of the copy, and escape analysis lets unboxed values cross the back-edge.
///
/// After LuaJIT (lj_opt_loop.c) and PyPy (optimizeopt/unroll.py).

import {
  firstFreeId,
  type Instruction,
  mapSnapshot,
  type Pass,
  type Snapshot,
  type Trace,
  type ValueId,
  visitSnapshot,
} from "@hotpy/trace";

export const loopPeeling: Pass = {
  name: "loop-peeling",
  description: "Copies the loop's body ahead of the loop, so that guards need to pass only once",
  requires: [],
  run: peel,
};

function peel(trace: Trace): Trace {
  const { loop } = trace;
  if (loop === undefined || loop.peeled) return trace;
  const copy = new Copy(trace);
  const { params, body, head } = loop;

  // The first iteration, for which parameters are their entry values.
  params.forEach(({ id, entry }) => copy.rename(id, entry));
  const first = body.map((instruction) => copy.instruction(instruction));
  const entries = params.map(({ back }) => copy.nameOf(back));

  // The loop, for the other iterations: with names of its own, as the first has copied the exits too.
  return {
    ...trace,
    prologue: [...trace.prologue, ...first],
    loop: {
      params: params.map((param, index) => ({ ...param, entry: entries[index] })),
      body,
      head,
      peeled: true,
    },
    deferred: copy.recipes(),
  };
}

/** A copy of a loop's body under new names. */
class Copy {
  private readonly names = new Map<ValueId, ValueId>();
  private readonly snapshots = new Map<Snapshot, Snapshot>();
  private readonly deferred: Map<ValueId, Instruction>;
  private nextId: ValueId;

  constructor(trace: Trace) {
    this.nextId = firstFreeId(trace);
    this.deferred = new Map(trace.deferred);
  }

  rename(id: ValueId, to: ValueId): void {
    this.names.set(id, to);
  }

  nameOf(id: ValueId): ValueId {
    return this.names.get(id) ?? id;
  }

  instruction(instruction: Instruction): Instruction {
    const { snapshot } = instruction;
    const args = instruction.args.map((id) => this.nameOf(id));
    const copied = {
      ...instruction,
      id: this.nextId++,
      args,
      ...(snapshot === undefined ? {} : { snapshot: this.snapshot(snapshot) }),
    };
    this.rename(instruction.id, copied.id);
    return copied;
  }

  private snapshot(snapshot: Snapshot): Snapshot {
    let copied = this.snapshots.get(snapshot);
    if (copied === undefined) {
      visitSnapshot(snapshot, (id) => this.recipe(id));
      copied = mapSnapshot(snapshot, (id) => this.nameOf(id));
      this.snapshots.set(snapshot, copied);
    }
    return copied;
  }

  /** Copies the recipe of a deferred value if it needs values of the body. */
  private recipe(id: ValueId): void {
    const recipe = this.deferred.get(id);
    if (recipe === undefined || this.names.has(id)) return;
    recipe.args.forEach((argument) => this.recipe(argument));
    const args = recipe.args.map((argument) => this.nameOf(argument));
    if (args.every((argument, index) => argument === recipe.args[index])) return;
    const copied = { ...recipe, id: this.nextId++, args };
    this.rename(id, copied.id);
    this.deferred.set(copied.id, copied);
  }

  recipes(): Trace["deferred"] {
    return this.deferred;
  }
}
