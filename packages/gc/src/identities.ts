import type { Address, Memory } from "@hotpy/memory";
import { FLAG_IDENTITY, TAIL_SIZE } from "@hotpy/object-model";
import type { WeakTable } from "./collector.js";
import { layoutTable, SHAPE_RECORD_SHIFT } from "./layout.js";

/** Gives objects their numbers: in header word 1, or for layouts with a tail in a side table. */
export interface Identities extends WeakTable {
  of(object: Address): number;
}

export function createIdentities(memory: Memory): Identities {
  const { i32 } = memory;
  const layouts = layoutTable(memory);
  let next = 1;
  let table = new Map<Address, number>();
  /** Keys that were added since the last collection. */
  let young: Address[] = [];

  function ofTail(object: Address): number {
    if ((i32[object >>> 2] & FLAG_IDENTITY) !== 0) return table.get(object | 0)!;
    i32[object >>> 2] |= FLAG_IDENTITY;
    table.set(object | 0, next);
    young.push(object | 0);
    return next++;
  }

  return {
    of(object) {
      const packed = i32[layouts + ((i32[object >>> 2] >>> 8) << SHAPE_RECORD_SHIFT)];
      if (packed >>> 24 !== 0) return ofTail(object);
      const word = (object + TAIL_SIZE) >>> 2;
      return i32[word] !== 0 ? i32[word] : (i32[word] = next++);
    },
    sweep(kind, forward) {
      const before = table;
      if (kind === "full") table = new Map();
      for (const object of kind === "full" ? before.keys() : young) {
        const id = before.get(object)!;
        const now = forward(object);
        if (table === before && now !== object) table.delete(object);
        if (now !== 0) table.set(now, id);
      }
      young = [];
    },
  };
}
