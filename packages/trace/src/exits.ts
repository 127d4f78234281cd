/// Exits of a trace: their snapshots and live values. Trace interpreter, compiled code, supervisor and
/// recorder of bridges all take them from here, so that they agree.

import type { Kind } from "@hotpy/bytecode";
import { type Instruction, mapIds, NO_EXIT, withArgs } from "./instruction.js";
import { type Helpers, helperNamed, kindsOf } from "./kinds.js";
import { type ExitNumber, type FrameState, NO_VALUE, type Snapshot, type Trace, type ValueId } from "./trace.js";

/** One way to leave a trace. */
export interface Exit {
  readonly number: number;
  /** `head`: the fuel ran out or a request is pending. `leave`, `link`: the trace ends so. */
  readonly place: "instruction" | "head" | "leave" | "link";
  /** The instruction that exits, of place `instruction`. */
  readonly instruction: Instruction | undefined;
  readonly snapshot: Snapshot;
  /** The values that {@link materialise} needs, in the order in which an executor passes them. None is deferred. */
  readonly live: readonly ValueId[];
  /** Kind of each live value. */
  readonly kinds: readonly Kind[];
}

/** Calls `visit` for each value that a snapshot names directly, in order: per frame function, slots, generator. */
export function visitSnapshot(snapshot: Snapshot, visit: (id: ValueId) => void): void {
  for (const { function: callee, slots, generator } of snapshot.frames) {
    if (callee !== NO_VALUE) visit(callee);
    for (const slot of slots) if (slot !== NO_VALUE) visit(slot);
    if (generator !== NO_VALUE) visit(generator);
  }
}

/**
 * The same snapshot with other values. What does not change is shared: the snapshot itself, its frames, their slots. Frames that
 * wait for a call stand in many snapshots; with `known` each is mapped once, as long as `rename` gives the same names.
 */
export function mapSnapshot(
  snapshot: Snapshot,
  rename: (id: ValueId) => ValueId,
  known?: Map<FrameState, FrameState>,
): Snapshot {
  const map = (id: ValueId): ValueId => (id === NO_VALUE ? id : rename(id));
  let frames: FrameState[] | undefined;
  for (let depth = 0; depth < snapshot.frames.length; depth++) {
    const frame = snapshot.frames[depth];
    let mapped = known?.get(frame);
    if (mapped === undefined) {
      mapped = mapFrame(frame, map);
      known?.set(frame, mapped);
    }
    if (mapped === frame) continue;
    frames ??= snapshot.frames.slice();
    frames[depth] = mapped;
  }
  return frames === undefined ? snapshot : { ...snapshot, frames };
}

function mapFrame(frame: FrameState, map: (id: ValueId) => ValueId): FrameState {
  const callee = map(frame.function);
  const slots = mapIds(frame.slots, map);
  const generator = map(frame.generator);
  if (callee === frame.function && slots === frame.slots && generator === frame.generator) return frame;
  return { code: frame.code, ip: frame.ip, function: callee, slots, generator };
}

/** Whether a bridge may go on from an exit: for a guard that fails, or one that is known to, where the trace ends. */
export const mayGoOn = ({ place }: Exit): boolean => place === "instruction" || place === "leave";

/** The snapshot of an exit that something names. */
export function snapshotOf(trace: Pick<Trace, "exits">, exit: ExitNumber): Snapshot {
  return trace.exits[exit] as Snapshot;
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

/** Calls `visit` for each exit of a trace, in the order in which they stand there: prologue, loop head, body, end. */
export function visitExits(
  trace: Trace,
  visit: (exit: ExitNumber, place: Exit["place"], at?: Instruction) => void,
): void {
  const visitAll = (instructions: readonly Instruction[]): void => {
    for (const instruction of instructions)
      if (instruction.exit !== NO_EXIT) visit(instruction.exit, "instruction", instruction);
  };
  visitAll(trace.prologue);
  if (trace.loop !== undefined) {
    visit(trace.loop.head, "head");
    visitAll(trace.loop.body);
  }
  if (trace.end.kind === "link" || trace.end.kind === "leave") visit(trace.end.exit, trace.end.kind);
}

/** The snapshots of a trace's exits, each once. */
export function snapshotsOf(trace: Trace): ReadonlySet<Snapshot> {
  const snapshots = new Set<Snapshot>();
  visitExits(trace, (exit) => snapshots.add(snapshotOf(trace, exit)));
  return snapshots;
}

/** The trace with its exits numbered without gaps, in the order in which they stand in it; itself if they are so already. */
export function compactExits(trace: Trace): Trace {
  const exits: Snapshot[] = [];
  let isCompact = true;
  visitExits(trace, (exit) => {
    if (exit !== exits.length) isCompact = false;
    exits.push(snapshotOf(trace, exit));
  });
  if (isCompact && exits.length === trace.exits.length) return trace;
  let next = 0;
  const renumber = (instructions: readonly Instruction[]): readonly Instruction[] =>
    instructions.map((instruction) =>
      instruction.exit === NO_EXIT ? instruction : withArgs(instruction, instruction.args, next++),
    );
  const prologue = renumber(trace.prologue);
  const { loop, end } = trace;
  const head = loop === undefined ? 0 : next++;
  const body = loop === undefined ? [] : renumber(loop.body);
  return {
    ...trace,
    prologue,
    ...(loop === undefined ? {} : { loop: { ...loop, head, body } }),
    end: end.kind === "link" || end.kind === "leave" ? { ...end, exit: next } : end,
    exits,
  };
}

/** The recipes that these snapshots need, each after those that it needs itself. */
export function neededRecipes(recipes: Trace["deferred"], snapshots: Iterable<Snapshot>): Trace["deferred"] {
  const needed = new Map<ValueId, Instruction>();
  const visit = (id: ValueId): void => {
    const recipe = recipes.get(id);
    if (recipe === undefined || needed.has(id)) return;
    for (const argument of recipe.args) visit(argument);
    needed.set(id, recipe);
  };
  for (const snapshot of snapshots) visitSnapshot(snapshot, visit);
  return needed;
}

const known = new WeakMap<Trace, { readonly helpers: Helpers; readonly exits: readonly Exit[] }>();

/** The exits of a trace by number. Numbers that nothing names have none. */
export function exitsOf(trace: Trace, helpers: Helpers): readonly Exit[] {
  // The compiler asks for them, again whenever the tree grows, and the supervisor.
  let found = known.get(trace);
  if (found?.helpers !== helpers) known.set(trace, (found = { helpers, exits: findExits(trace, helpers) }));
  return found.exits;
}

function findExits(trace: Trace, helpers: Helpers): readonly Exit[] {
  const kinds = kindsOf(trace, helpers);
  const shared = new Map<Snapshot, Pick<Exit, "live" | "kinds">>();
  const exits = new Array<Exit>(trace.exits.length);
  visitExits(trace, (number, place, instruction) => {
    const snapshot = snapshotOf(trace, number);
    let values = shared.get(snapshot);
    if (values === undefined) {
      const live = liveValues(snapshot, trace.deferred);
      values = { live, kinds: live.map((id) => kinds[id] as Kind) };
      shared.set(snapshot, values);
    }
    exits[number] = { number, place, instruction, snapshot, live: values.live, kinds: values.kinds };
  });
  return exits;
}

/**
 * Whether chaos testing may take the exit although its condition holds: then the state of its snapshot is that before
 * the instruction. Not so for calls that have run, and for exits that find an exception pending.
 */
export function canForce({ instruction, snapshot, place }: Exit, helpers: Helpers): boolean {
  if (place === "leave" || place === "link" || snapshot.action === "raise" || instruction?.op === "call_code")
    return false;
  return instruction?.op !== "call_leaf" || helperNamed(instruction.immediate, helpers).fails === "retry";
}
