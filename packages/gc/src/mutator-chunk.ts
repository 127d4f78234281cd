import { type Address, type Memory, STATE_ALLOC_LIMIT, STATE_ALLOC_TOP } from "@hotpy/memory";
import type { Chunk } from "./blocks.js";

/** The chunk that is allocated from by bumping STATE_ALLOC_TOP. */
export interface MutatorChunk {
  /** Publishes the free part of a chunk, which may be the open one with another top. The chunk before is closed first. */
  open(chunk: Chunk): void;
  /** Allocates from the open chunk, which has room. */
  bump(bytes: number): Address;
  /** Writes the present top into the open chunk. */
  sync(): void;
}

export function createMutatorChunk(memory: Memory): MutatorChunk {
  const { i32 } = memory;
  const top = STATE_ALLOC_TOP >>> 2;
  let current: Chunk | undefined;

  function sync(): void {
    if (current !== undefined) current.top = i32[top] >>> 2;
  }

  return {
    sync,
    bump(bytes) {
      const object = i32[top];
      i32[top] = object + bytes;
      return object;
    },
    open(chunk) {
      if (chunk !== current) sync();
      current = chunk;
      i32[top] = chunk.top << 2;
      i32[STATE_ALLOC_LIMIT >>> 2] = chunk.end << 2;
    },
  };
}
