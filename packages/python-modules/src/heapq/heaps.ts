import type { Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { NOT_PLAIN } from "@hotpy/python-objects";

/** Heaps of plain values in lists. Leaf; false: Python code must say what comes first, and nothing has been done. */
export interface Heaps {
  push(heap: Word, item: Word): boolean;
  /**
   * Puts an item in the place of the one at `start`, above two heaps, and makes one heap of all below `size`. As CPython does: down to a
   * leaf along the first children, and up from there.
   */
  settle(heap: Word, item: Word, start: number, size: number, isMax: boolean): boolean;
}

export function createHeaps({ realm, lists }: Library): Heaps {
  const { less } = realm.plain;
  /** Positions from `start` down to a leaf. */
  const path = new Int32Array(64);

  return {
    push(heap, item) {
      const size = lists.length(heap);
      let pos = size;
      while (pos > 0) {
        const isLess = less(item, lists.item(heap, (pos - 1) >> 1));
        if (isLess === NOT_PLAIN) return false;
        if (isLess === 0) break;
        pos = (pos - 1) >> 1;
      }
      lists.append(heap, item);
      for (let at = size; at > pos; at = (at - 1) >> 1) lists.setItem(heap, at, lists.item(heap, (at - 1) >> 1));
      if (pos < size) lists.setItem(heap, pos, item);
      return true;
    },
    settle(heap, item, start, size, isMax) {
      let depth = 0;
      path[0] = start;
      for (let child = 2 * start + 1; child < size; child = 2 * child + 1) {
        if (child + 1 < size) {
          const [left, right] = [lists.item(heap, child), lists.item(heap, child + 1)];
          const isFirst = isMax ? less(right, left) : less(left, right);
          if (isFirst === NOT_PLAIN) return false;
          if (isFirst === 0) child++;
        }
        path[++depth] = child;
      }
      for (; depth > 0; depth--) {
        const above = lists.item(heap, path[depth]);
        const isBefore = isMax ? less(above, item) : less(item, above);
        if (isBefore === NOT_PLAIN) return false;
        if (isBefore === 0) break;
      }
      for (let i = 0; i < depth; i++) lists.setItem(heap, path[i], lists.item(heap, path[i + 1]));
      lists.setItem(heap, path[depth], item);
      return true;
    },
  };
}
