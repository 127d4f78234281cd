import { type Address, type Memory, STATE_REMEMBERED_LIMIT, STATE_REMEMBERED_TOP } from "@hotpy/memory";
import { FLAG_BARRIER } from "@hotpy/object-model";
import { BLOCK_BYTES, BLOCK_OTHER, type Blocks } from "./blocks.js";

/**
 * Old objects that references to young ones may have been stored in. The buffer lies in linear memory so that compiled
 * code can append to it; when it is full, its content moves to JavaScript arrays.
 */
export interface RememberedSet {
  /** Adds an object that has FLAG_BARRIER, and clears the flag, so that it is added once. */
  add(object: Address): void;
  /** Calls `visit` for each object and forgets them all. */
  drain(visit: (object: Address) => void): void;
  clear(): void;
  has(object: Address): boolean;
}

export function createRememberedSet(memory: Memory, blocks: Blocks): RememberedSet {
  const { i32 } = memory;
  const start = blocks.take(1, BLOCK_OTHER) * BLOCK_BYTES;
  const end = start + BLOCK_BYTES;
  const top = STATE_REMEMBERED_TOP >>> 2;
  let full: Int32Array[] = [];
  i32[top] = start;
  i32[STATE_REMEMBERED_LIMIT >>> 2] = end;

  function spill(): void {
    full.push(i32.slice(start >>> 2, i32[top] >>> 2));
    i32[top] = start;
  }

  return {
    add(object) {
      i32[object >>> 2] &= ~FLAG_BARRIER;
      if (i32[top] >>> 0 >= end) spill();
      i32[i32[top] >>> 2] = object;
      i32[top] += 4;
    },
    drain(visit) {
      spill();
      for (const objects of full) for (let i = 0; i < objects.length; i++) visit(objects[i]);
      full = [];
    },
    clear() {
      full = [];
      i32[top] = start;
    },
    has: (object) =>
      i32.subarray(start >>> 2, i32[top] >>> 2).includes(object) || full.some((objects) => objects.includes(object)),
  };
}
