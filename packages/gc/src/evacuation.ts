/// Copying collection of condemned blocks: Cheney's breadth-first scan, whose queue is the copied objects themselves, so
/// that no depth of nesting needs a stack. Both collectors are this and a policy. The kernel copies and scans; here is what
/// it copies to.

import { type Address, instantiateKernel, type Memory, shield } from "@hotpy/memory";
import { FLAG_PINNED } from "@hotpy/object-model";
import { BLOCK_BYTES, BLOCK_CONDEMNED, BLOCK_LIVE, BLOCK_SHIFT, type Blocks, type Chunk } from "./blocks.js";
import type { Forwarding, RangeScan, RootVisitor } from "./collector.js";
import { type Kernel, MODULE } from "./generated/kernel.js";
import type { LargeObjects } from "./large-objects.js";
import { layoutTable } from "./layout.js";

/** Blocks that survivors are copied to are taken in chunks of this size. */
const TARGET_CHUNK_BLOCKS = (1024 * 1024) / BLOCK_BYTES;

export interface Evacuation {
  /** Starts to copy: after the last object of `target`'s last chunk, then to chunks that it appends. */
  begin(target: Chunk[]): void;
  /** Brings the objects that a range of words refers to to safety. */
  readonly visit: RootVisitor;
  /** Visits the fields of an object that itself stays where it is, and sets the flags of survivors on it. */
  scanObject(object: Address): void;
  /** The same for immortal objects that follow each other, which get FLAG_PINNED as well. */
  readonly scanImmortals: RangeScan;
  /** Copies everything reachable from what was visited. */
  drain(): void;
  /** Where objects are now; valid until the condemned blocks are reused. */
  readonly forward: Forwarding;
  /** Bytes copied since the start. */
  copiedBytes(): number;
}

/** @param survivorFlags header flags that each surviving object gets. */
export function createEvacuation(
  memory: Memory,
  blocks: Blocks,
  large: LargeObjects,
  survivorFlags: number,
): Evacuation {
  const { i32, waste, faults } = memory;
  const { kinds } = blocks;
  /** Many programs end before the first collection. */
  let made: Kernel | undefined;
  let target: Chunk[] = [];
  /** First copied object whose fields have not been visited: its chunk, and its address. */
  let scanned = 0;
  let scan: Address = 0;
  let copiedBytes = 0;

  const last = (): Chunk => target[target.length - 1];
  const kernel = (): Kernel =>
    (made ??= instantiateKernel<Kernel>(MODULE, memory, {
      collector: { nextChunk: shield(nextChunk, 2, toWaste), reach },
    }));
  const open = (chunk: Chunk): void => kernel().open(chunk.top << 2, chunk.end << 2);

  function nextChunk(filled: Address, bytes: number): void {
    last().top = filled >>> 2;
    const chunk = blocks.takeChunk(TARGET_CHUNK_BLOCKS, bytes / 4, BLOCK_LIVE);
    target.push(chunk);
    open(chunk);
  }

  /** There is no further chunk, which the reserve for copies rules out: the kernel ends its work where that harms nobody. */
  function toWaste(error: unknown): void {
    kernel().open(waste.start, waste.end);
    faults.carry(error);
  }

  function reach(object: Address): void {
    large.reach(object);
  }

  function scanObject(object: Address): void {
    kernel().scanObject(object);
    faults.check();
  }

  function scanCopies(): void {
    for (;;) {
      while (scanned < target.length - 1) {
        kernel().scanObjects(scan, target[scanned].top << 2);
        faults.check();
        scan = target[++scanned].start << 2;
      }
      scan = kernel().scanToTop(scan);
      faults.check();
      if (scanned === target.length - 1) return;
    }
  }

  return {
    begin(chunks) {
      kernel().begin(kinds.byteOffset, layoutTable(memory) << 2, survivorFlags);
      target = chunks;
      if (chunks.length === 0) chunks.push(blocks.takeChunk(TARGET_CHUNK_BLOCKS, 2, BLOCK_LIVE));
      scanned = chunks.length - 1;
      scan = last().top << 2;
      open(last());
    },
    visit(start, end) {
      kernel().visit(start, end);
      faults.check();
    },
    scanObject,
    scanImmortals(start, end) {
      const stopped = kernel().scanImmortals(start, end) >>> 0;
      faults.check();
      return stopped;
    },
    drain() {
      scanCopies();
      for (let object = large.nextReached(); object !== 0; object = large.nextReached()) {
        i32[object >>> 2] |= FLAG_PINNED;
        scanObject(object);
        scanCopies();
      }
      last().top = kernel().top() >>> 2;
      copiedBytes += kernel().takeCopied() >>> 0;
    },
    forward(object) {
      const kind = kinds[object >>> BLOCK_SHIFT];
      if (kind < BLOCK_CONDEMNED) return object;
      const header = i32[object >>> 2];
      return kind === BLOCK_CONDEMNED && (header & 1) === 0 ? header : 0;
    },
    copiedBytes: () => copiedBytes,
  };
}
