/// The heap region in blocks of 32 KiB. One byte per block of the whole memory says what the block is for, so that
/// `kinds[word >>> BLOCK_SHIFT]` classifies any reference with one load, wherever it points.

import { HeapExhausted, type Memory } from "@hotpy/memory";
import { POISON } from "./collector.js";

export const BLOCK_SHIFT = 15;
export const BLOCK_BYTES = 1 << BLOCK_SHIFT;

/** Not for objects of the heap: other regions, tables of the collector, the inside of large objects, quarantine. */
export const BLOCK_OTHER = 0;
const BLOCK_FREE = 1;
/** Movable objects that the present or next minor collection leaves alone. */
export const BLOCK_LIVE = 2;
/** The first block of a large object that is known to live. */
export const BLOCK_LARGE_LIVE = 3;
/** Kinds from here on: objects die unless the collection reaches them. New objects always lie in such blocks. */
export const BLOCK_CONDEMNED = 4;
export const BLOCK_LARGE_CONDEMNED = 5;

/** A run of blocks filled from the bottom with objects that follow each other; word indices (byte address / 4). */
export interface Chunk {
  readonly start: number;
  /** First word that holds no object. */
  top: number;
  readonly end: number;
}

const BLOCK_WORDS = BLOCK_BYTES / 4;

export interface Blocks {
  /** Kind of each block of memory, by block number (byte address >>> BLOCK_SHIFT). */
  readonly kinds: Uint8Array;
  /** Blocks that are free now. */
  free(): number;
  /** Number of the first of `count` adjacent blocks, the lowest there are; -1 if there are none. */
  take(count: number, kind: number): number;
  /** As `take`, wrapped in a chunk; settles for fewer blocks, but for `leastWords`. @throws HeapExhausted */
  takeChunk(count: number, leastWords: number, kind: number): Chunk;
  /** Gives blocks back. */
  release(first: number, count: number): void;
  releaseChunk(chunk: Chunk): void;
  setChunkKind(chunk: Chunk, kind: number): void;
  /** End of a collection: in stress mode, what the collection before this one released can be used again. */
  endQuarantine(): void;
}

/**
 * @param quarantine fill released blocks with POISON and keep them unused for one more collection, so that stale
 * addresses cannot reach a new object by accident.
 */
export function createBlocks(memory: Memory, quarantine: boolean): Blocks {
  const { i32 } = memory;
  // In the first blocks of the region, where compiled code can read them.
  const table = Math.ceil(memory.heap.start / BLOCK_BYTES);
  const count = Math.ceil(memory.size / BLOCK_BYTES);
  const kinds = memory.u8.subarray(table * BLOCK_BYTES, table * BLOCK_BYTES + count);
  const first = table + Math.ceil(count / BLOCK_BYTES);
  const end = Math.floor(memory.heap.end / BLOCK_BYTES);
  kinds.fill(BLOCK_FREE, first, end);
  let free = end - first;
  /** No block below is free. */
  let lowest = first;
  let released: [first: number, count: number][] = [];
  let quarantined: [first: number, count: number][] = [];

  function take(count: number, kind: number): number {
    let start = kinds.indexOf(BLOCK_FREE, lowest);
    lowest = start < 0 ? end : start;
    while (start >= 0 && start + count <= end) {
      let next = start + 1;
      while (next < start + count && kinds[next] === BLOCK_FREE) next++;
      if (next === start + count) {
        kinds.fill(kind, start, next);
        free -= count;
        return start;
      }
      start = kinds.indexOf(BLOCK_FREE, next);
    }
    return -1;
  }

  function makeFree(start: number, count: number): void {
    kinds.fill(BLOCK_FREE, start, start + count);
    free += count;
    if (start < lowest) lowest = start;
  }

  function release(start: number, count: number): void {
    if (!quarantine) return makeFree(start, count);
    kinds.fill(BLOCK_OTHER, start, start + count);
    released.push([start, count]);
  }

  const chunkBlocks = (chunk: Chunk): number => (chunk.end - chunk.start) / BLOCK_WORDS;

  return {
    kinds,
    free: () => free,
    take,
    takeChunk(count, leastWords, kind) {
      const least = Math.ceil(leastWords / BLOCK_WORDS);
      for (let size = Math.max(count, least); ; size = Math.max(least, size >>> 1)) {
        const start = take(size, kind);
        if (start >= 0)
          return { start: start * BLOCK_WORDS, top: start * BLOCK_WORDS, end: (start + size) * BLOCK_WORDS };
        if (size === least) throw new HeapExhausted(leastWords * 4);
      }
    },
    release(start, count) {
      if (quarantine) i32.fill(POISON, start * BLOCK_WORDS, (start + count) * BLOCK_WORDS);
      release(start, count);
    },
    releaseChunk(chunk) {
      if (quarantine) i32.fill(POISON, chunk.start, chunk.top);
      release(chunk.start / BLOCK_WORDS, chunkBlocks(chunk));
    },
    setChunkKind(chunk, kind) {
      kinds.fill(kind, chunk.start / BLOCK_WORDS, chunk.end / BLOCK_WORDS);
    },
    endQuarantine() {
      for (const [start, count] of quarantined) makeFree(start, count);
      quarantined = released;
      released = [];
    },
  };
}
