/// Which instructions have which place in the source. Trace functions are told of lines that do nothing else, such as `pass`, by `nop`
/// instructions; the rules by which these are kept, and by which an instruction without a place gets one, are CPython's.

import type { Item } from "./assembler.js";
import type { Instruction } from "./instruction-set.js";
import { keep } from "./items.js";

/** Drops each `nop` beside an instruction of its line; an instruction without a position that follows one takes over that of the `nop`. */
export function dropNops(items: readonly Item[], nop: Instruction | undefined): Item[] {
  if (nop === undefined) return [...items];
  const targets = targetsOf(items);
  /** Of the instruction before, within a run that control enters at its beginning alone; -1: it has none. */
  let line = -1;
  return keep(items, (item, index) => {
    if (targets.has(index)) line = -1;
    if (item.instruction === nop && isNeedless(item, line, items[index + 1], targets.has(index + 1))) return false;
    line = item.instruction?.terminal ? -1 : (item.position?.line ?? -1);
    return true;
  });
}

function isNeedless(item: Item, lineBefore: number, next: Item | undefined, isNextTarget: boolean): boolean {
  if (item.position === null || item.position.line === lineBefore) return true;
  if (next?.position?.line === item.position.line) return true;
  if (isNextTarget || next === undefined || next.position !== null) return false;
  next.position = item.position;
  return true;
}

/** Gives each instruction without a position that of the only one that leads there. */
export function fillPositions(items: readonly Item[]): void {
  /** The index of the only item that leads to an item; -1: none, -2: several. */
  const before = new Int32Array(items.length).fill(-1);
  const lead = (from: number, to: number): void => {
    before[to] = before[to] === -1 ? from : -2;
  };
  items.forEach(({ target, instruction, handler }, index) => {
    if (target !== null) lead(index, target.index);
    if (handler !== null) before[handler.label.index] = -2;
    if (instruction?.terminal !== true && index + 1 < items.length) lead(index, index + 1);
  });
  // The second round is for what a jump back leads to.
  for (let round = 0; round < 2; round++)
    items.forEach((item, index) => {
      if (item.position === null && before[index] >= 0) item.position = items[before[index]].position;
    });
}

/** The indices of items that control may come to from elsewhere than the item before. */
function targetsOf(items: readonly Item[]): ReadonlySet<number> {
  const targets = new Set<number>();
  for (const { target, handler } of items) {
    if (target !== null) targets.add(target.index);
    if (handler !== null) targets.add(handler.label.index);
  }
  return targets;
}
