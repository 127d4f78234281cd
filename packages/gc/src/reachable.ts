/// All that a program can reach, without collecting.

import type { Address, Memory } from "@hotpy/memory";
import type { RootVisitor } from "./collector.js";
import type { Immortals } from "./immortals.js";
import { createReferents } from "./referents.js";

/** Calls `visit` once with each object that roots and immortal objects lead to, and with these. Nothing moves. */
export function visitReachable(
  memory: Memory,
  immortals: Immortals,
  visitRoots: (visit: RootVisitor) => void,
  visit: (object: Address) => void,
): void {
  const { i32 } = memory;
  const visitReferents = createReferents(memory);
  const seen = new Set<Address>();
  const queue: Address[] = [];
  const add = (word: number): void => {
    if ((word & 1) !== 0 || word === 0 || seen.has(word)) return;
    seen.add(word);
    queue.push(word);
  };
  visitRoots((start, end) => {
    for (let slot = start; slot < end; slot += 4) add(i32[slot >>> 2]);
  });
  immortals.forEach(add);
  for (let object = queue.pop(); object !== undefined; object = queue.pop()) {
    visit(object);
    visitReferents(object, add);
  }
}
