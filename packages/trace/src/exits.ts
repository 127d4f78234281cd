/// Exits of a trace: their numbers, snapshots and live values. Trace interpreter, compiled code, supervisor and
/// recorder of bridges all take them from here, so that they agree.

import type { Kind } from "@hotpy/bytecode";
import { type Helpers, helperOf, kindsOf } from "./kinds.js";
import { type FrameState, type Instruction, NO_VALUE, type Snapshot, type Trace, type ValueId } from "./trace.js";

/** One way to leave a trace. */
export interface Exit {
  readonly number: number;
  /** `head`: the fuel ran out or a request is pending. `end`: the trace ends by `link` or `leave`. */
  readonly place: "instruction" | "head" | "end";
  /** The instruction that exits, of place `instruction`. */
  readonly instruction?: Instruction;
  readonly snapshot: Snapshot;
  /** The values that {@link materialise} needs, in the order in which an executor passes them. None is deferred. */
  readonly live: readonly ValueId[];
  /** Kind of each live value. */
  readonly kinds: readonly Kind[];
}

/** Calls `visit` for each value that a snapshot names directly, in order: per frame function, slots, generator; then `handled`. */
export function visitSnapshot(snapshot: Snapshot, visit: (id: ValueId) => void): void {
  const named = (id: ValueId): void => {
    if (id !== NO_VALUE) visit(id);
  };
  for (const frame of snapshot.frames) {
    named(frame.function);
    for (const slot of frame.slots) named(slot);
    named(frame.generator);
  }
  named(snapshot.handled);
}

/** The same snapshot with other values. Returns the snapshot itself if nothing changes, so that sharing is kept. */
export function mapSnapshot(snapshot: Snapshot, rename: (id: ValueId) => ValueId): Snapshot {
  let changed = false;
  const map = (id: ValueId): ValueId => {
    if (id === NO_VALUE) return id;
    const other = rename(id);
    if (other !== id) changed = true;
    return other;
  };
  const frames = snapshot.frames.map(
    (frame): FrameState => ({
      ...frame,
      function: map(frame.function),
      slots: frame.slots.map(map),
      generator: map(frame.generator),
    }),
  );
  const handled = map(snapshot.handled);
  return changed ? { ...snapshot, frames, handled } : snapshot;
}

/** Live values of a snapshot: those it names that are not deferred, and those that its deferred recipes need, in order of first occurrence. */
export function liveValues(snapshot: Snapshot, deferred: Trace["deferred"]): readonly ValueId[] {
  const live = new Set<ValueId>();
  const seen = new Set<ValueId>();
  const visit = (id: ValueId): void => {
    const recipe = deferred.get(id);
    if (recipe === undefined) {
      live.add(id);
    } else if (!seen.has(id)) {
      seen.add(id);
      for (const argument of recipe.args) visit(argument);
    }
  };
  visitSnapshot(snapshot, visit);
  return [...live];
}

/** All snapshots of a trace in the order of its exits; shared ones come as often as they are used. */
export function* snapshotsOf(trace: Trace): Iterable<Snapshot> {
  for (const { snapshot } of trace.prologue) if (snapshot !== undefined) yield snapshot;
  if (trace.loop !== undefined) {
    yield trace.loop.head;
    for (const { snapshot } of trace.loop.body) if (snapshot !== undefined) yield snapshot;
  }
  if (trace.end.kind === "link" || trace.end.kind === "leave") yield trace.end.snapshot;
}

/** The recipes that these snapshots need, each after those that it needs itself. */
export function neededRecipes(recipes: Trace["deferred"], snapshots: Iterable<Snapshot>): Trace["deferred"] {
  const needed = new Map<ValueId, Instruction>();
  const visit = (id: ValueId): void => {
    const recipe = recipes.get(id);
    if (recipe === undefined || needed.has(id)) return;
    recipe.args.forEach(visit);
    needed.set(id, recipe);
  };
  for (const snapshot of new Set(snapshots)) visitSnapshot(snapshot, visit);
  return needed;
}

/** The exits of a trace by number: instructions of the prologue, the loop head, instructions of the body, the end. */
export function exitsOf(trace: Trace, helpers: Helpers): readonly Exit[] {
  const kinds = kindsOf(trace, helpers);
  const shared = new Map<Snapshot, Pick<Exit, "live" | "kinds">>();
  const exits: Exit[] = [];

  function add(place: Exit["place"], snapshot: Snapshot, instruction?: Instruction): void {
    let values = shared.get(snapshot);
    if (values === undefined) {
      const live = liveValues(snapshot, trace.deferred);
      values = { live, kinds: live.map((id) => kinds.get(id) as Kind) };
      shared.set(snapshot, values);
    }
    exits.push({
      number: exits.length,
      place,
      snapshot,
      ...(instruction === undefined ? {} : { instruction }),
      ...values,
    });
  }

  const addAll = (instructions: readonly Instruction[]): void => {
    for (const instruction of instructions) {
      if (instruction.snapshot !== undefined) add("instruction", instruction.snapshot, instruction);
    }
  };
  addAll(trace.prologue);
  if (trace.loop !== undefined) {
    add("head", trace.loop.head);
    addAll(trace.loop.body);
  }
  if (trace.end.kind === "link" || trace.end.kind === "leave") add("end", trace.end.snapshot);
  return exits;
}

/**
 * Whether chaos testing may take the exit although its condition holds: then the state of its snapshot is that before
 * the instruction. Not so for calls that have run, and for exits that find an exception pending.
 */
export function canForce({ instruction, snapshot, place }: Exit, helpers: Helpers): boolean {
  if (place === "end" || snapshot.action === "raise" || instruction?.op === "call_code") return false;
  return instruction?.op !== "call_leaf" || helperOf(instruction, helpers).fails === "retry";
}
