/// Sinking: pure operations whose result only exits need become recipes, and so do constants in snapshots, which then
/// take no register and no room in the exit buffer.

import { core } from "@hotpy/bytecode";
import {
  firstFreeId,
  type Instruction,
  instructionsOf,
  mapSnapshot,
  type Snapshot,
  type Trace,
  type ValueId,
  visitSnapshot,
} from "@hotpy/trace";

/** The trace with everything sunk that can be. Calls and links need real values in their snapshots. */
export function sink(trace: Trace): Trace {
  const used = executedUses(trace);
  const deferred = new Map(trace.deferred);
  const copies = new Map<ValueId, ValueId>();
  const definitions = new Map([...instructionsOf(trace)].map((instruction) => [instruction.id, instruction]));
  const isSunk = ({ id, op, args }: Instruction): boolean => isPure(op) && args.length > 0 && !used.has(id);
  for (const instruction of instructionsOf(trace)) if (isSunk(instruction)) deferred.set(instruction.id, instruction);
  let nextId = firstFreeId(trace);
  for (const instruction of instructionsOf(trace)) {
    if (!instruction.op.startsWith("const_")) continue;
    const copy = { ...instruction, id: nextId++ };
    copies.set(instruction.id, copy.id);
    deferred.set(copy.id, copy);
  }
  for (const {
    op,
    args: [condition],
  } of [...deferred.values()]) {
    const comparison = op === "box_bool" ? definitions.get(condition) : undefined;
    if (comparison === undefined || !isRepeatable(comparison, copies)) continue;
    const copy = { ...comparison, id: nextId++ };
    copies.set(comparison.id, copy.id);
    deferred.set(copy.id, copy);
  }
  for (const [id, recipe] of deferred) {
    deferred.set(id, { ...recipe, args: recipe.args.map((argument) => copies.get(argument) ?? argument) });
  }

  const mapped = new Map<Snapshot, Snapshot>();
  const snapshotOf = (snapshot: Snapshot): Snapshot => {
    let other = mapped.get(snapshot);
    if (other === undefined) mapped.set(snapshot, (other = mapSnapshot(snapshot, (id) => copies.get(id) ?? id)));
    return other;
  };
  const rest = (instructions: readonly Instruction[]): readonly Instruction[] =>
    instructions
      .filter((instruction) => !isSunk(instruction))
      .map((instruction) =>
        instruction.snapshot === undefined || instruction.op === "call_code"
          ? instruction
          : { ...instruction, snapshot: snapshotOf(instruction.snapshot) },
      );
  return {
    ...trace,
    prologue: rest(trace.prologue),
    ...(trace.loop === undefined
      ? {}
      : { loop: { ...trace.loop, body: rest(trace.loop.body), head: snapshotOf(trace.loop.head) } }),
    end: trace.end.kind === "leave" ? { ...trace.end, snapshot: snapshotOf(trace.end.snapshot) } : trace.end,
    deferred,
  };
}

/**
 * Whether an exit should compare again instead of being handed the condition: with a constant, so that it is handed the
 * value compared, which a bridge knows more about.
 */
function isRepeatable({ op, args }: Instruction, constants: ReadonlyMap<ValueId, ValueId>): boolean {
  return isPure(op) && args.length === 2 && args.filter((argument) => !constants.has(argument)).length === 1;
}

/** Values that something executed needs: instructions that stay, the back-edge, calls and links through their snapshots. */
function executedUses(trace: Trace): ReadonlySet<ValueId> {
  const definitions = new Map([...instructionsOf(trace)].map((instruction) => [instruction.id, instruction]));
  const used = new Set<ValueId>();
  const use = (id: ValueId): void => {
    if (used.has(id)) return;
    used.add(id);
    const instruction = definitions.get(id);
    if (instruction !== undefined && isPure(instruction.op)) instruction.args.forEach(use);
  };
  for (const instruction of instructionsOf(trace)) {
    if (isPure(instruction.op)) continue;
    instruction.args.forEach(use);
    if (instruction.op === "call_code" && instruction.snapshot !== undefined) visitSnapshot(instruction.snapshot, use);
  }
  for (const { entry, back } of trace.loop?.params ?? []) {
    use(entry);
    use(back);
  }
  if (trace.end.kind === "return") use(trace.end.value);
  if (trace.end.kind === "link") visitSnapshot(trace.end.snapshot, use);
  return used;
}

function isPure(op: Instruction["op"]): boolean {
  const { exit, reads, writes, calls, allocates } = core(op).effects;
  return !exit && !reads && !writes && !calls && !allocates;
}
