import { type Memory, reserveMemory, STATE_IMMORTAL_TOP } from "@hotpy/memory";
import type { Allocator } from "../allocator.js";

/** A heap that is never collected. `reset` forgets what has been allocated since its first call. */
export function createTestHeap(): { memory: Memory; allocator: Allocator; reset(): void } {
  const memory = reserveMemory({ size: 1 << 30 });
  let top = memory.heap.start;
  const hosts: unknown[] = [undefined];
  const round = (bytes: number): number => (bytes + 7) & ~7;
  let base = 0;
  return {
    memory,
    reset() {
      base ||= top;
      top = base;
    },
    allocator: {
      allocate(bytes) {
        const address = top;
        top += round(bytes);
        return address | 0;
      },
      allocateImmortal(bytes) {
        const address = memory.i32[STATE_IMMORTAL_TOP >>> 2];
        memory.i32[STATE_IMMORTAL_TOP >>> 2] = address + round(bytes);
        return address;
      },
      canAllocate: (bytes) => bytes <= memory.heap.end - top,
      exhausted() {
        throw new Error("no memory");
      },
      barrier: () => undefined,
      hosts: { add: (value) => hosts.push(value) - 1, get: (index) => hosts[index] },
    },
  };
}
