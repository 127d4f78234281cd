import type { Handler, Item } from "./assembler.js";
import { jumpEffect, popsOf, pushesOf } from "./instruction-set.js";

/** Depths of the operand stack in words. */
export interface Depths {
  /** Before each item; -1 where control never comes. */
  readonly before: Int32Array;
  readonly maximum: number;
}

/**
 * Follows control from the first item and gives each handler that can be reached its depth.
 * @throws Error if an item is reached with two depths, the stack underflows, or control runs off the end.
 */
export function computeDepths(items: readonly Item[]): Depths {
  const before = new Int32Array(items.length).fill(-1);
  const starts: { index: number; depth: number }[] = [{ index: 0, depth: 0 }];
  const reachedHandlers = new Set<Handler>();
  let maximum = 0;
  for (let start = starts.pop(); start !== undefined; start = starts.pop()) {
    let { index, depth } = start;
    for (;;) {
      if (index >= items.length) throw new Error("control runs off the end of the code");
      if (before[index] >= 0) {
        if (before[index] !== depth)
          throw new Error(`${describe(items[index])} is reached with ${before[index]} and ${depth} words on the stack`);
        break;
      }
      before[index] = depth;
      const { instruction, argument, target, handler } = items[index++];
      if (instruction === null) {
        if (handler !== null) handler.depth = depth - handler.discard;
        continue;
      }
      if (handler !== null && !reachedHandlers.has(handler)) {
        reachedHandlers.add(handler);
        maximum = Math.max(maximum, handler.depth + 1);
        starts.push({ index: handler.label.index, depth: handler.depth + 1 });
      }
      const pops = popsOf(instruction, argument);
      if (depth < pops) throw new Error(`${instruction.name} takes ${pops} words from a stack of ${depth}`);
      if (target !== null) {
        if (target.index < 0) throw new Error(`${instruction.name} jumps to a label that is nowhere`);
        const jumped = depth + jumpEffect(instruction, argument);
        maximum = Math.max(maximum, jumped);
        starts.push({ index: target.index, depth: jumped });
      }
      if (instruction.terminal) break;
      depth += pushesOf(instruction, argument) - pops;
      maximum = Math.max(maximum, depth);
    }
  }
  return { before, maximum };
}

function describe(item: Item): string {
  return item.instruction?.name ?? "a protected range";
}
