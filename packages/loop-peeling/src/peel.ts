/// Loop peeling: a copy of the body goes ahead of the loop, so that what the first iteration has checked and computed
/// holds in all others. The pass only copies; the specialiser, run again after it, finds that the guards of the body
/// repeat those of the copy, and escape analysis lets unboxed values cross the back-edge.
///
/// After LuaJIT (lj_opt_loop.c) and PyPy (optimizeopt/unroll.py).

import {
  copyOf,
  type ExitNumber,
  type FrameState,
  type Instruction,
  mapIds,
  mapSnapshot,
  NO_EXIT,
  type Pass,
  type Snapshot,
  snapshotOf,
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

  // The loop, for the other iterations.
  return {
    ...trace,
    prologue: [...trace.prologue, ...first],
    loop: {
      params: params.map((param, index) => ({ ...param, entry: entries[index] })),
      body,
      head,
      peeled: true,
    },
    exits: copy.exits,
    idLimit: copy.nextId,
    deferred: copy.deferred,
  };
}

/** A copy of a loop's body under new names and with exits of its own. */
class Copy {
  readonly exits: (Snapshot | undefined)[];
  readonly deferred: Map<ValueId, Instruction>;
  nextId: ValueId;
  private readonly names: (ValueId | undefined)[];
  private readonly snapshots = new Map<Snapshot, Snapshot>();
  private readonly frames = new Map<FrameState, FrameState>();

  constructor(private readonly trace: Trace) {
    this.nextId = trace.idLimit;
    this.names = new Array<ValueId | undefined>(trace.idLimit).fill(undefined);
    this.exits = trace.exits.slice();
    this.deferred = new Map(trace.deferred);
  }

  rename(id: ValueId, to: ValueId): void {
    this.names[id] = to;
  }

  readonly nameOf = (id: ValueId): ValueId => this.names[id] ?? id;

  instruction(original: Instruction): Instruction {
    const { id, args, exit } = original;
    const copied = copyOf(
      original,
      this.nextId++,
      mapIds(args, this.nameOf),
      exit === NO_EXIT ? NO_EXIT : this.exit(snapshotOf(this.trace, exit)),
    );
    this.rename(id, copied.id);
    return copied;
  }

  private exit(snapshot: Snapshot): ExitNumber {
    let copied = this.snapshots.get(snapshot);
    if (copied === undefined) {
      if (this.deferred.size > 0) visitSnapshot(snapshot, (id) => this.recipe(id));
      copied = mapSnapshot(snapshot, this.nameOf, this.frames);
      this.snapshots.set(snapshot, copied);
    }
    return this.exits.push(copied) - 1;
  }

  /** Copies the recipe of a deferred value if it needs values of the body. */
  private recipe(id: ValueId): void {
    const recipe = this.deferred.get(id);
    if (recipe === undefined || this.names[id] !== undefined) return;
    for (const argument of recipe.args) this.recipe(argument);
    const args = mapIds(recipe.args, this.nameOf);
    if (args === recipe.args) return;
    const copied = copyOf(recipe, this.nextId++, args);
    this.rename(id, copied.id);
    this.deferred.set(copied.id, copied);
  }
}
