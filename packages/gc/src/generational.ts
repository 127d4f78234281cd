/// Two generations. New objects lie in the nursery, a chunk that is bumped through. A minor collection copies what is
/// reachable of it to the old space, starting from the roots and the remembered set, and spends nothing on the dead. A
/// full collection copies both generations to fresh blocks; theirs are free afterwards.

import { LARGE_OBJECT_BYTES } from "@hotpy/memory";
import { FLAG_BARRIER } from "@hotpy/object-model";
import {
  BLOCK_BYTES,
  BLOCK_CONDEMNED,
  BLOCK_LARGE_CONDEMNED,
  BLOCK_LARGE_LIVE,
  BLOCK_LIVE,
  BLOCK_SHIFT,
  type Chunk,
  createBlocks,
} from "./blocks.js";
import type {
  AttachedCollector,
  CollectionKind,
  Collector,
  CollectorServices,
  CollectorStatistics,
} from "./collector.js";
import { chunkBytes, objectBytesIn, objectRanges, requireCopyReserve, URGENT_CHUNK_BLOCKS } from "./copy-reserve.js";
import { createEvacuation } from "./evacuation.js";
import { createLargeObjects } from "./large-objects.js";
import { createMutatorChunk } from "./mutator-chunk.js";
import { createRememberedSet } from "./remembered.js";

/** The nursery in stress mode: small, since all of it that was used is poisoned each time. */
const STRESS_NURSERY_BYTES = 256 * 1024;
/** New large objects of this many nurseries are a reason to collect. */
const LARGE_NURSERIES = 4;

export const generational: Collector = {
  name: "generational",
  description: "a nursery, copied to an old space that full collections copy as a whole",
  attach,
};

function attach(services: CollectorServices): AttachedCollector {
  const { memory, options } = services;
  const blocks = createBlocks(memory, options.stress);
  const remembered = createRememberedSet(memory, blocks);
  const large = createLargeObjects(blocks);
  const evacuation = createEvacuation(memory, blocks, large, FLAG_BARRIER);
  const mutator = createMutatorChunk(memory);
  const statistics: CollectorStatistics = { minorCollections: 0, fullCollections: 0, copiedBytes: 0, liveBytes: 0 };
  const nurseryBlocks = Math.ceil((options.stress ? STRESS_NURSERY_BYTES : options.nurseryBytes) / BLOCK_BYTES);
  let nursery: Chunk[] = [];
  let old: Chunk[] = [];
  /** A minor collection that leaves more bytes of old objects than this is followed by a full one. */
  let fullThreshold = options.fullBytes;

  function openNursery(bytes: number, isUrgent = false): void {
    const count = isUrgent ? URGENT_CHUNK_BLOCKS : nurseryBlocks;
    const size = count * BLOCK_BYTES;
    requireCopyReserve(blocks, chunkBytes(nursery) + chunkBytes(old) + size, size, isUrgent);
    const chunk = blocks.takeChunk(count, bytes / 4, BLOCK_CONDEMNED);
    nursery.push(chunk);
    mutator.open(chunk);
  }

  /** Frees the nursery but for its first chunk, whose memory is warm, and allocates from that again. */
  function resetNursery(): void {
    mutator.sync();
    const kept = options.stress ? 0 : 1;
    for (const chunk of nursery.slice(kept)) blocks.releaseChunk(chunk);
    nursery = nursery.slice(0, kept);
    if (kept === 0) return openNursery(0);
    nursery[0].top = nursery[0].start;
    mutator.open(nursery[0]);
  }

  function allocateSlow(bytes: number, isUrgent: boolean): number {
    if (bytes > LARGE_OBJECT_BYTES) {
      requireCopyReserve(blocks, chunkBytes(nursery) + chunkBytes(old), bytes, isUrgent);
      const object = large.allocate(bytes);
      if (large.youngBytes() > LARGE_NURSERIES * options.nurseryBytes) services.requestCollection();
      return object;
    }
    openNursery(bytes, isUrgent);
    services.requestCollection();
    return mutator.bump(bytes);
  }

  /** @param from the old objects that are condemned */
  function trace(kind: CollectionKind, from: readonly Chunk[]): void {
    evacuation.begin(old);
    services.visitRoots(evacuation.visit);
    services.visitImmortals(kind, evacuation.scanImmortals);
    if (kind === "minor") remembered.drain(evacuation.scanObject);
    else remembered.clear();
    evacuation.drain();
    services.keepDying(kind, evacuation.forward, evacuation.visit);
    evacuation.drain();
    services.sweepWeak(kind, evacuation.forward, () => [...objectRanges([...nursery, ...from]), ...large.condemned()]);
    large.sweep();
    statistics.copiedBytes = evacuation.copiedBytes();
  }

  const oldBytes = (): number => objectBytesIn(old) + large.usedBytes();

  function collectMinor(): void {
    trace("minor", []);
    resetNursery();
    statistics.minorCollections++;
  }

  function collectFull(): void {
    const from = old;
    for (const chunk of from) blocks.setChunkKind(chunk, BLOCK_CONDEMNED);
    large.condemnAll();
    old = [];
    trace("full", from);
    for (const chunk of from) blocks.releaseChunk(chunk);
    resetNursery();
    blocks.endQuarantine();

    const live = oldBytes();
    const growth = Math.min(live, Math.max(options.softLimit - live, live >>> 2));
    fullThreshold = Math.max(options.fullBytes, live + growth);
    statistics.liveBytes = live;
    statistics.fullCollections++;
  }

  function isInUse(word: number, chunks: readonly Chunk[]): boolean {
    mutator.sync();
    return chunks.some((chunk) => word >= chunk.start && word < chunk.top);
  }

  openNursery(0);
  return {
    allocateSlow,
    remember: remembered.add,
    collect(kind) {
      mutator.sync();
      // Under stress the minor collection comes first, so that a missing write barrier has its effect.
      if (kind === "minor" || options.stress) collectMinor();
      if (kind === "minor" && oldBytes() <= fullThreshold && !options.stress) return "minor";
      collectFull();
      return "full";
    },
    usedBytes() {
      mutator.sync();
      return objectBytesIn(nursery) + oldBytes();
    },
    spaceOf(address) {
      switch (blocks.kinds[address >>> BLOCK_SHIFT]) {
        case BLOCK_CONDEMNED:
          return isInUse(address >>> 2, nursery) ? "young" : "none";
        case BLOCK_LIVE:
          return isInUse(address >>> 2, old) ? "old" : "none";
        case BLOCK_LARGE_CONDEMNED:
          return "young";
        case BLOCK_LARGE_LIVE:
          return "old";
        default:
          return "none";
      }
    },
    isKnownToHoldYoung: (object) => (memory.i32[object >>> 2] & FLAG_BARRIER) === 0 && remembered.has(object),
    statistics,
  };
}
