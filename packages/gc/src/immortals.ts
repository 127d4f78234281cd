import { type Address, HeapExhausted, type Memory, STATE_IMMORTAL_TOP } from "@hotpy/memory";
import type { CollectionKind, RangeScan } from "./collector.js";
import { objectBytes } from "./layout.js";

/** The region of objects that neither move nor die, filled upwards and walked by size. */
export interface Immortals {
  /** @throws HeapExhausted */
  allocate(bytes: number): Address;
  /** First free byte. */
  top(): Address;
  /** Has the objects allocated since the last visit scanned, or all. */
  visit(kind: CollectionKind, scan: RangeScan): void;
  /** True for an object allocated since the last visit. */
  isNew(object: Address): boolean;
  /** Calls `visit` for each object. */
  forEach(visit: (object: Address) => void): void;
}

export function createImmortals(memory: Memory): Immortals {
  const { i32 } = memory;
  const { start, end } = memory.immortal;
  // Kernels allocate here, too.
  const top = (): Address => i32[STATE_IMMORTAL_TOP >>> 2];
  /** Objects below have been visited. */
  let visited = start;

  function next(object: Address): Address {
    const bytes = objectBytes(memory, object);
    if (bytes === 0) throw missing(object);
    return object + bytes;
  }

  return {
    allocate(bytes) {
      const object = top();
      const next = object + ((bytes + 7) & ~7);
      if (next > end) throw new HeapExhausted(bytes);
      i32[STATE_IMMORTAL_TOP >>> 2] = next;
      return object;
    },
    top,
    visit(kind, scan) {
      const stopped = scan(kind === "full" ? start : visited, top());
      if (stopped !== top()) throw missing(stopped);
      visited = top();
    },
    isNew: (object) => object >= visited && object < top(),
    forEach(visit) {
      for (let object = start; object < top(); object = next(object)) visit(object);
    },
  };
}

const missing = (object: Address): Error =>
  new Error(`no object has been written at the immortal address 0x${object.toString(16)}`);
