/// The VM's table of constants: words that traces name by position. A root, so the collector keeps and updates them.

import { type Memory, NULL, STATE_CONSTANTS_TOP, type Word } from "@hotpy/memory";

export interface ConstantTable {
  /** The constants of one recording: equal words get one position. */
  open(): ConstantScope;
  /** Frees positions that no trace names any more. */
  release(positions: Iterable<number>): void;
}

export interface ConstantScope {
  /** Position of the word. @throws RangeError if the table is full. */
  position(word: Word): number;
  readonly positions: readonly number[];
}

export function createConstantTable(memory: Memory): ConstantTable {
  const {
    i32,
    constants: { start, end },
  } = memory;
  const first = start >>> 2;
  const free: number[] = [];

  function allocate(word: Word): number {
    let position = free.pop();
    if (position === undefined) {
      const top = i32[STATE_CONSTANTS_TOP >>> 2];
      if (top >= end) throw new RangeError("the table of constants is full");
      i32[STATE_CONSTANTS_TOP >>> 2] = top + 4;
      position = (top - start) >>> 2;
    }
    i32[first + position] = word;
    return position;
  }

  return {
    open() {
      const positions: number[] = [];
      return {
        positions,
        position(word) {
          // The objects may have moved since they were put here, so words are compared with the table's own.
          let position = positions.find((candidate) => i32[first + candidate] === (word | 0));
          if (position === undefined) positions.push((position = allocate(word)));
          return position;
        },
      };
    },
    release(positions) {
      for (const position of positions) {
        // Freed twice it would be given away twice.
        if (i32[first + position] === NULL) throw new Error(`constant ${position} has been released before`);
        i32[first + position] = NULL;
        free.push(position);
      }
    },
  };
}
