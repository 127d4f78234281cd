import { HeapExhausted } from "@hotpy/memory";
import { BLOCK_BYTES, type Blocks, type Chunk } from "./blocks.js";
import type { ObjectRange } from "./circular-garbage.js";

/** Blocks beyond the size of the copied objects that a collection may need, as objects do not fill chunks exactly. */
const SLACK_BLOCKS = 64;

/** Blocks that are left to those who could not say that there is no memory; see {@link Heap.allocateUrgent}. */
const URGENT_BLOCKS = 64;
/** Of those, what is taken at once. */
export const URGENT_CHUNK_BLOCKS = 8;

/** Bytes of the memory that chunks take. */
export function chunkBytes(chunks: readonly Chunk[]): number {
  let words = 0;
  for (const chunk of chunks) words += chunk.end - chunk.start;
  return words * 4;
}

/** Bytes of the objects in chunks; the mutator's chunk must be in sync. */
export function objectBytesIn(chunks: readonly Chunk[]): number {
  let words = 0;
  for (const chunk of chunks) words += chunk.top - chunk.start;
  return words * 4;
}

/** Where the objects of chunks lie; the mutator's chunk must be in sync. */
export function objectRanges(chunks: readonly Chunk[]): readonly ObjectRange[] {
  return chunks.map(({ start, top }) => ({ start: start * 4, end: top * 4 }));
}

/**
 * Makes sure, before `bytes` more are taken, that all movable objects could still be copied: running out of memory must
 * hit an allocation, where it can be reported, never the middle of a collection.
 * @param movable bytes of the chunks that would be copied.
 * @param isUrgent what else is kept back may be taken, too.
 * @throws HeapExhausted
 */
export function requireCopyReserve(blocks: Blocks, movable: number, bytes: number, isUrgent: boolean): void {
  const reserve = (movable + (movable >>> 4)) / BLOCK_BYTES + SLACK_BLOCKS + (isUrgent ? 0 : URGENT_BLOCKS);
  if (blocks.free() - bytes / BLOCK_BYTES < reserve) throw new HeapExhausted(bytes);
}
