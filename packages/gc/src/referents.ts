import type { Address, Memory } from "@hotpy/memory";
import { TAIL_WORDS } from "@hotpy/object-model";
import { layoutTable, SHAPE_RECORD_SHIFT } from "./layout.js";

/** Calls `visit` with each tagged word of an object, small integers and NULL among them, in the order in which they lie. */
export type VisitReferents = (object: Address, visit: (word: number) => void) => void;

/** Reads the shape table of a memory. The object must be whole: not moved, not freed. */
export function createReferents(memory: Memory): VisitReferents {
  const { i32 } = memory;
  const layouts = layoutTable(memory);
  return (object, visit) => {
    const start = object >>> 2;
    const packed = i32[layouts + ((i32[start] >>> 8) << SHAPE_RECORD_SHIFT)];
    for (let i = (packed >>> 8) & 0xff; i < ((packed >>> 16) & 0xff); i++) visit(i32[start + i]);
    if (packed >>> 24 !== TAIL_WORDS) return;
    const tail = start + (packed & 0xff);
    for (let i = 0; i < i32[start + 1]; i++) visit(i32[tail + i]);
  };
}
