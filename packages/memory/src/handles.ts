import type { Memory } from "./memory.js";
import { STATE_HANDLES_TOP } from "./state.js";
import type { Word } from "./words.js";

/**
 * Words that TypeScript code keeps across safepoints: a stack of roots. Take `mark()`, `push` words, read them back
 * with `get` after anything that may collect, and `release(mark)` at the end, on every path.
 */
export interface Handles {
  /** Present height, for {@link release}. */
  mark(): number;
  /** Keeps a word; returns its handle. */
  push(word: Word): number;
  get(handle: number): Word;
  set(handle: number, word: Word): void;
  release(mark: number): void;
}

export function createHandles(memory: Memory): Handles {
  const { i32 } = memory;
  const top = STATE_HANDLES_TOP >>> 2;
  return {
    mark: () => i32[top],
    push(word) {
      const handle = i32[top];
      if (handle >= memory.handles.end) throw new RangeError("too many handles: a missing release?");
      i32[handle >>> 2] = word;
      i32[top] = handle + 4;
      return handle;
    },
    get: (handle) => i32[handle >>> 2],
    set(handle, word) {
      i32[handle >>> 2] = word;
    },
    release(mark) {
      i32[top] = mark;
    },
  };
}
