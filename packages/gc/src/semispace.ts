/// The plainest moving collector: each collection copies everything that is reachable to fresh blocks and frees the rest.
/// There is one generation, so no write barrier is needed.

import { LARGE_OBJECT_BYTES } from "@hotpy/memory";
import { FLAG_BARRIER } from "@hotpy/object-model";
import {
  BLOCK_BYTES,
  BLOCK_CONDEMNED,
  BLOCK_LARGE_CONDEMNED,
  BLOCK_LARGE_LIVE,
  BLOCK_SHIFT,
  type Chunk,
  createBlocks,
} from "./blocks.js";
import type { AttachedCollector, Collector, CollectorServices, CollectorStatistics } from "./collector.js";
import { chunkBytes, objectBytesIn, objectRanges, requireCopyReserve, URGENT_CHUNK_BLOCKS } from "./copy-reserve.js";
import { createEvacuation } from "./evacuation.js";
import { createLargeObjects } from "./large-objects.js";
import { createMutatorChunk } from "./mutator-chunk.js";

/** New objects are placed in chunks of at most this size. */
const CHUNK_BYTES = 1024 * 1024;

export const semispace: Collector = {
  name: "semispace",
  description: "one generation, copied as a whole by each collection",
  attach,
};

function attach(services: CollectorServices): AttachedCollector {
  const { memory, options } = services;
  const { i32 } = memory;
  const blocks = createBlocks(memory, options.stress);
  const large = createLargeObjects(blocks);
  const evacuation = createEvacuation(memory, blocks, large, 0);
  const mutator = createMutatorChunk(memory);
  const statistics: CollectorStatistics = { minorCollections: 0, fullCollections: 0, copiedBytes: 0, liveBytes: 0 };
  const chunkBlocks = Math.ceil(Math.min(CHUNK_BYTES, options.nurseryBytes) / BLOCK_BYTES);
  let chunks: Chunk[] = [];
  /** Collections are asked for when this much is in use. */
  let threshold = options.nurseryBytes;

  function openChunk(bytes: number, isUrgent = false): void {
    const count = isUrgent ? URGENT_CHUNK_BLOCKS : chunkBlocks;
    const size = count * BLOCK_BYTES;
    requireCopyReserve(blocks, chunkBytes(chunks) + size, size, isUrgent);
    const chunk = blocks.takeChunk(count, bytes / 4, BLOCK_CONDEMNED);
    chunks.push(chunk);
    mutator.open(chunk);
  }

  function usedBytes(): number {
    mutator.sync();
    return objectBytesIn(chunks) + large.usedBytes();
  }

  function allocateSlow(bytes: number, isUrgent: boolean): number {
    const isLarge = bytes > LARGE_OBJECT_BYTES;
    if (isLarge) requireCopyReserve(blocks, chunkBytes(chunks), bytes, isUrgent);
    else openChunk(bytes, isUrgent);
    const object = isLarge ? large.allocate(bytes) : mutator.bump(bytes);
    if (usedBytes() > threshold) services.requestCollection();
    return object;
  }

  function collect(): "full" {
    mutator.sync();
    const from = chunks;
    chunks = [];
    large.condemnAll();
    evacuation.begin(chunks);
    services.visitRoots(evacuation.visit);
    services.visitImmortals("full", evacuation.scanImmortals);
    evacuation.drain();
    services.keepDying("full", evacuation.forward, evacuation.visit);
    evacuation.drain();
    services.sweepWeak("full", evacuation.forward, () => [...objectRanges(from), ...large.condemned()]);
    for (const chunk of from) blocks.releaseChunk(chunk);
    large.sweep();
    blocks.endQuarantine();
    for (const chunk of chunks) blocks.setChunkKind(chunk, BLOCK_CONDEMNED);
    mutator.open(chunks[chunks.length - 1]);

    const live = objectBytesIn(chunks) + large.usedBytes();
    threshold = live + Math.max(options.nurseryBytes, Math.min(live, Math.max(options.softLimit - live, live >>> 2)));
    statistics.fullCollections++;
    statistics.copiedBytes = evacuation.copiedBytes();
    statistics.liveBytes = live;
    return "full";
  }

  openChunk(0);
  return {
    allocateSlow,
    remember(object) {
      i32[object >>> 2] &= ~FLAG_BARRIER;
    },
    collect,
    usedBytes,
    spaceOf(address) {
      const kind = blocks.kinds[address >>> BLOCK_SHIFT];
      if (kind === BLOCK_LARGE_LIVE || kind === BLOCK_LARGE_CONDEMNED) return "young";
      return kind === BLOCK_CONDEMNED && isBelowTop(address >>> 2) ? "young" : "none";
    },
    isKnownToHoldYoung: () => true,
    statistics,
  };

  function isBelowTop(word: number): boolean {
    mutator.sync();
    return chunks.some((chunk) => word >= chunk.start && word < chunk.top);
  }
}
