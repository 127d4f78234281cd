/// Sinking: pure operations whose result only exits need become recipes, and so do constants in snapshots, which then
/// take no register and no room in the exit buffer.

import { core } from "@hotpy/bytecode";
import {
  copyOf,
  type FrameState,
  type Instruction,
  mapIds,
  mapSnapshot,
  type Snapshot,
  snapshotOf,
  type Trace,
  type ValueId,
  visitExits,
  visitSnapshot,
  withArgs,
} from "@hotpy/trace";

/** The trace with everything sunk that can be. Calls and links need real values in their snapshots. */
export function sink(trace: Trace): Trace {
  const instructions = trace.loop === undefined ? trace.prologue : [...trace.prologue, ...trace.loop.body];
  const definitions = new Array<Instruction | undefined>(trace.idLimit).fill(undefined);
  for (const instruction of instructions) definitions[instruction.id] = instruction;
  const isUsed = executedUses(trace, instructions, definitions);
  const isSunk = ({ id, op, args }: Instruction): boolean => args.length > 0 && isUsed[id] === 0 && core(op).isPure;
  const deferred = new Map(trace.deferred);
  const copies = new Map<ValueId, ValueId>();
  let nextId = trace.idLimit;
  const copy = (instruction: Instruction): void => {
    const copied = copyOf(instruction, nextId++);
    copies.set(instruction.id, copied.id);
    deferred.set(copied.id, copied);
  };
  for (const instruction of instructions) if (isSunk(instruction)) deferred.set(instruction.id, instruction);
  for (const instruction of instructions) if (instruction.op.startsWith("const_")) copy(instruction);
  for (const {
    op,
    args: [condition],
  } of [...deferred.values()]) {
    const comparison = op === "box_bool" ? definitions[condition as ValueId] : undefined;
    if (comparison !== undefined && isRepeatable(comparison, copies)) copy(comparison);
  }
  const copied = (id: ValueId): ValueId => copies.get(id) ?? id;
  for (const [id, recipe] of deferred) deferred.set(id, withArgs(recipe, mapIds(recipe.args, copied)));

  const mapped = new Map<Snapshot, Snapshot>();
  const frames = new Map<FrameState, FrameState>();
  const exits = trace.exits.slice();
  visitExits(trace, (exit, place, at) => {
    if (at?.op === "call_code" || place === "link") return;
    const snapshot = snapshotOf(trace, exit);
    let other = mapped.get(snapshot);
    if (other === undefined) mapped.set(snapshot, (other = mapSnapshot(snapshot, copied, frames)));
    exits[exit] = other;
  });
  const stays = (instruction: Instruction): boolean => !isSunk(instruction);
  return {
    ...trace,
    prologue: trace.prologue.filter(stays),
    ...(trace.loop === undefined ? {} : { loop: { ...trace.loop, body: trace.loop.body.filter(stays) } }),
    exits,
    idLimit: nextId,
    deferred,
  };
}

/**
 * Whether an exit should compare again instead of being handed the condition: with a constant, so that it is handed the
 * value compared, which a bridge knows more about.
 */
function isRepeatable({ op, args }: Instruction, constants: ReadonlyMap<ValueId, ValueId>): boolean {
  if (args.length !== 2 || !core(op).isPure) return false;
  const [a, b] = args;
  return constants.has(a) !== constants.has(b);
}

/** Marks values that something executed needs: instructions that stay, the back-edge, calls and links through their snapshots. */
function executedUses(
  trace: Trace,
  instructions: readonly Instruction[],
  definitions: readonly (Instruction | undefined)[],
): Uint8Array {
  const isUsed = new Uint8Array(trace.idLimit);
  const use = (id: ValueId): void => {
    if (isUsed[id] !== 0) return;
    isUsed[id] = 1;
    const instruction = definitions[id];
    if (instruction !== undefined && core(instruction.op).isPure)
      for (const argument of instruction.args) use(argument);
  };
  for (const { op, args, exit } of instructions) {
    if (core(op).isPure) continue;
    for (const argument of args) use(argument);
    if (op === "call_code") visitSnapshot(snapshotOf(trace, exit), use);
  }
  for (const { entry, back } of trace.loop?.params ?? []) {
    use(entry);
    use(back);
  }
  if (trace.end.kind === "return") use(trace.end.value);
  if (trace.end.kind === "link") visitSnapshot(snapshotOf(trace, trace.end.exit), use);
  return isUsed;
}
