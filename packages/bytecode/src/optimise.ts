import type { Item, Label } from "./assembler.js";
import type { Instruction, InstructionSet } from "./instruction-set.js";
import { keep } from "./items.js";

/** A longer tail is cheaper to jump to than to repeat. */
const SHORT_EXIT = 2;

/** An unconditional jump without a cache: one with a cache is counted by the virtual machine and must be kept. */
function isPlainJump(item: Item | undefined): boolean {
  const instruction = item?.instruction;
  return instruction?.operand === "jump" && instruction.terminal === true && instruction.caches === 0;
}

/** Lets each jump that leads to a plain jump go straight to where that leads, unless it passes a line of its own. */
export function threadJumps(items: readonly Item[]): void {
  for (const item of items) {
    // The bound stops at an empty endless loop.
    for (let steps = 0; item.target !== null && item.target.index >= 0 && steps < 16; steps++) {
      // Not past the mark where a handler begins, which gives the handler its depth.
      const next = items[item.target.index];
      if (!isPlainJump(next) || next === item || next.target === null || next.target.index < 0) break;
      if (next.position !== null && next.position.line !== item.position?.line) break;
      item.target = next.target;
    }
  }
}

/**
 * Replaces plain jumps to a tail of one or two instructions that ends the code unit (`return None`) by the tail. A `nop` before it
 * keeps the line of the jump.
 */
export function copyShortExits(items: readonly Item[], nop: Instruction | undefined): Item[] {
  const result: Item[] = [];
  const moved = new Int32Array(items.length + 1);
  const labels = new Set<Label>();
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    moved[index] = result.length;
    if (item.target !== null) labels.add(item.target);
    if (item.handler !== null) labels.add(item.handler.label);
    const exit = isPlainJump(item) ? shortExit(items, item.target as Label) : null;
    if (exit === null) {
      result.push(item);
      continue;
    }
    if (nop !== undefined) result.push({ ...item, instruction: nop, target: null });
    for (const part of exit) result.push({ ...part });
  }
  moved[items.length] = result.length;
  for (const label of labels) if (label.index >= 0) label.index = moved[label.index];
  return result;
}

function shortExit(items: readonly Item[], label: Label): readonly Item[] | null {
  if (label.index < 0) return null;
  const start = label.index;
  for (let end = start; end < Math.min(start + SHORT_EXIT, items.length); end++) {
    const { instruction } = items[end];
    if (instruction === null || instruction.operand === "jump") return null;
    if (instruction.terminal) return items.slice(start, end + 1);
  }
  return null;
}

/** Drops what control never reaches (`before` is -1) and the marks where handlers begin; moves the labels. */
export function dropUnreachable(items: readonly Item[], before: Int32Array): Item[] {
  return keep(items, (item, index) => item.instruction !== null && before[index] >= 0);
}

/** Of plain jumps to the instruction that follows anyway only the line is left, in a `nop`, if there is one. */
export function emptyJumpsToNext(items: readonly Item[], nop: Instruction | undefined): Item[] {
  const isEmpty = (item: Item, index: number): boolean => isPlainJump(item) && item.target?.index === index + 1;
  if (nop === undefined) return keep(items, (item, index) => !isEmpty(item, index));
  return items.map((item, index) => (isEmpty(item, index) ? { ...item, instruction: nop, target: null } : item));
}

/** Gives the first instruction of each run that a superinstruction fuses that superinstruction's opcode. */
export function fuse(items: readonly Item[], instructionSet: InstructionSet): void {
  const byFirst = superinstructions(instructionSet);
  if (byFirst.size === 0) return;
  for (let index = 0; index < items.length; index++) {
    const candidates = byFirst.get(items[index].instruction?.name ?? "");
    const fits = candidates?.find(({ fuses = [] }) =>
      fuses.every((name, part) => items[index + part]?.instruction?.name === name),
    );
    if (fits === undefined) continue;
    items[index].instruction = fits;
    index += (fits.fuses?.length ?? 1) - 1;
  }
}

const cachedSuperinstructions = new WeakMap<InstructionSet, ReadonlyMap<string, readonly Instruction[]>>();

/** The superinstructions by the name of their first part, longest first. */
function superinstructions(instructionSet: InstructionSet): ReadonlyMap<string, readonly Instruction[]> {
  let byFirst = cachedSuperinstructions.get(instructionSet);
  if (byFirst === undefined) {
    const lists = new Map<string, Instruction[]>();
    for (const instruction of instructionSet.values()) {
      if (instruction.fuses === undefined) continue;
      const list = lists.get(instruction.fuses[0]) ?? [];
      list.push(instruction);
      list.sort((a, b) => (b.fuses?.length ?? 0) - (a.fuses?.length ?? 0));
      lists.set(instruction.fuses[0], list);
    }
    byFirst = lists;
    cachedSuperinstructions.set(instructionSet, byFirst);
  }
  return byFirst;
}
