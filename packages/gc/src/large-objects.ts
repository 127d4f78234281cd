import { type Address, HeapExhausted } from "@hotpy/memory";
import {
  BLOCK_BYTES,
  BLOCK_LARGE_CONDEMNED,
  BLOCK_LARGE_LIVE,
  BLOCK_OTHER,
  BLOCK_SHIFT,
  type Blocks,
} from "./blocks.js";
import type { ObjectRange } from "./circular-garbage.js";

/** Objects that have blocks of their own and never move. New ones are condemned until a collection reaches them. */
export interface LargeObjects {
  /** @throws HeapExhausted */
  allocate(bytes: number): Address;
  /** Called when a collection finds a reference to a condemned large object. */
  reach(object: Address): void;
  /** An object reached whose fields are to be visited; 0 if none is left. */
  nextReached(): Address;
  /** Condemns all, as a full collection begins. */
  condemnAll(): void;
  /** Where the condemned lie, those that were reached among them. */
  condemned(): readonly ObjectRange[];
  /** Frees the condemned that were not reached. */
  sweep(): void;
  /** Bytes of the blocks of all large objects, and of those allocated since the last collection. */
  usedBytes(): number;
  youngBytes(): number;
}

export function createLargeObjects(blocks: Blocks): LargeObjects {
  const { kinds } = blocks;
  /** Number of blocks of each large object, by its first block; the condemned apart. */
  let live = new Map<number, number>();
  let condemned = new Map<number, number>();
  const reached: Address[] = [];
  let used = 0;
  let young = 0;

  return {
    allocate(bytes) {
      const count = Math.ceil(bytes / BLOCK_BYTES);
      const first = blocks.take(count, BLOCK_OTHER);
      if (first < 0) throw new HeapExhausted(bytes);
      kinds[first] = BLOCK_LARGE_CONDEMNED;
      condemned.set(first, count);
      used += count;
      young += count;
      return first << BLOCK_SHIFT;
    },
    reach(object) {
      kinds[object >>> BLOCK_SHIFT] = BLOCK_LARGE_LIVE;
      reached.push(object);
    },
    nextReached: () => reached.pop() ?? 0,
    condemnAll() {
      for (const [first, count] of live) {
        kinds[first] = BLOCK_LARGE_CONDEMNED;
        condemned.set(first, count);
      }
      live = new Map();
    },
    condemned: () =>
      [...condemned].map(([first, count]) => ({ start: first * BLOCK_BYTES, end: (first + count) * BLOCK_BYTES })),
    sweep() {
      for (const [first, count] of condemned) {
        if (kinds[first] === BLOCK_LARGE_LIVE) {
          live.set(first, count);
        } else {
          used -= count;
          blocks.release(first, count);
        }
      }
      condemned = new Map();
      young = 0;
    },
    usedBytes: () => used * BLOCK_BYTES,
    youngBytes: () => young * BLOCK_BYTES,
  };
}
