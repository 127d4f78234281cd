/// Copying collection of condemned blocks: Cheney's breadth-first scan, whose queue is the copied objects themselves, so
/// that no depth of nesting needs a stack. Both collectors are this and a policy.

import type { Address, Memory } from "@hotpy/memory";
import { FLAG_PINNED, TAIL_WORDS } from "@hotpy/object-model";
import { BLOCK_BYTES, BLOCK_CONDEMNED, BLOCK_LIVE, BLOCK_SHIFT, type Blocks, type Chunk } from "./blocks.js";
import type { Forwarding, RootVisitor } from "./collector.js";
import type { LargeObjects } from "./large-objects.js";
import { layoutTable, SHAPE_RECORD_SHIFT, sizeInWords } from "./layout.js";

/** Blocks that survivors are copied to are taken in chunks of this size. */
const TARGET_CHUNK_BLOCKS = (1024 * 1024) / BLOCK_BYTES;
/** Words up to which a loop copies faster than a call of `copyWithin`. */
const SMALL_COPY_WORDS = 48;

export interface Evacuation {
  /** Starts to copy: after the last object of `target`'s last chunk, then to chunks that it appends. */
  begin(target: Chunk[]): void;
  /** Brings the objects that a range of words refers to to safety. */
  readonly visit: RootVisitor;
  /** Visits the fields of an object that itself stays where it is, and sets the flags of survivors on it. */
  scanObject(object: Address): void;
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
  const { i32 } = memory;
  const { kinds } = blocks;
  const layouts = layoutTable(memory);
  let target: Chunk[] = [];
  /** Where the next object is copied to, and the end of that chunk: word indices. */
  let top = 0;
  let limit = 0;
  /** First copied object whose fields have not been visited: chunk and word index. */
  let scanChunk = 0;
  let scan = 0;
  let copiedWords = 0;

  function nextChunk(words: number): void {
    if (target.length > 0) target[target.length - 1].top = top;
    const chunk = blocks.takeChunk(TARGET_CHUNK_BLOCKS, words, BLOCK_LIVE);
    target.push(chunk);
    top = chunk.start;
    limit = chunk.end;
  }

  /** Copies the condemned object at a word index unless that was done; returns its new address. */
  function copy(from: number): Address {
    const header = i32[from];
    if ((header & 1) === 0) return header;
    const words = sizeInWords(i32[layouts + ((header >>> 8) << SHAPE_RECORD_SHIFT)], i32[from + 1]);
    if (top + words > limit) nextChunk(words);
    const to = top;
    top += words;
    copiedWords += words;
    i32[to] = header | survivorFlags;
    if (words <= SMALL_COPY_WORDS) for (let i = 1; i < words; i++) i32[to + i] = i32[from + i];
    else i32.copyWithin(to + 1, from + 1, from + words);
    return (i32[from] = to << 2);
  }

  function scanWords(start: number, end: number): void {
    for (let i = start; i < end; i++) {
      const word = i32[i];
      if ((word & 1) !== 0) continue;
      const kind = kinds[word >>> BLOCK_SHIFT];
      if (kind === BLOCK_CONDEMNED) i32[i] = copy(word >>> 2);
      else if (kind > BLOCK_CONDEMNED) large.reach(word);
    }
  }

  /** Visits the fields of the object at a word index; returns its size in words. */
  function scanFields(object: number): number {
    const packed = i32[layouts + ((i32[object] >>> 8) << SHAPE_RECORD_SHIFT)];
    const refStart = (packed >>> 8) & 0xff;
    const refEnd = (packed >>> 16) & 0xff;
    if (refStart !== refEnd) scanWords(object + refStart, object + refEnd);
    const tailSize = i32[object + 1];
    if (packed >>> 24 === TAIL_WORDS) {
      const tail = object + (packed & 0xff);
      scanWords(tail, tail + tailSize);
    }
    return sizeInWords(packed, tailSize);
  }

  function scanCopies(): void {
    for (;;) {
      while (scanChunk < target.length - 1) {
        const end = target[scanChunk].top;
        while (scan < end) scan += scanFields(scan);
        scan = target[++scanChunk].start;
      }
      // `top` moves while we scan the last chunk, and a new last chunk may begin.
      while (scan < top && scanChunk === target.length - 1) scan += scanFields(scan);
      if (scanChunk === target.length - 1) return;
    }
  }

  function scanObject(object: Address): void {
    i32[object >>> 2] |= survivorFlags;
    scanFields(object >>> 2);
  }

  return {
    begin(chunks) {
      target = chunks;
      if (chunks.length === 0) {
        const chunk = blocks.takeChunk(TARGET_CHUNK_BLOCKS, 2, BLOCK_LIVE);
        chunks.push(chunk);
      }
      scanChunk = chunks.length - 1;
      scan = top = chunks[scanChunk].top;
      limit = chunks[scanChunk].end;
    },
    visit: (start, end) => scanWords(start >>> 2, end >>> 2),
    scanObject,
    drain() {
      scanCopies();
      for (let object = large.nextReached(); object !== 0; object = large.nextReached()) {
        i32[object >>> 2] |= FLAG_PINNED;
        scanObject(object);
        scanCopies();
      }
      target[target.length - 1].top = top;
    },
    forward(object) {
      const kind = kinds[object >>> BLOCK_SHIFT];
      if (kind < BLOCK_CONDEMNED) return object;
      const header = i32[object >>> 2];
      return kind === BLOCK_CONDEMNED && (header & 1) === 0 ? header : 0;
    },
    copiedBytes: () => copiedWords * 4,
  };
}
