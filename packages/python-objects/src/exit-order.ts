/// In which order CPython finalises what is alive at the end of a program: as its collector finds the objects, going from the
/// namespace of `__main__` outwards, one level of references after the other.

import { createReferents } from "@hotpy/gc";
import { type Address, NULL, type Word } from "@hotpy/memory";
import { LIST_ITEMS, SHAPE_ARRAY, SHAPE_DICT, SHAPE_LIST, SHAPE_TUPLE } from "@hotpy/object-model";
import type { Storage } from "./context.js";

/** So many objects are looked at; who is not found then comes last. A large heap would delay the end. */
const MOST_VISITED = 1_000_000;

/** The result orders these objects: those found from `root` on first, then the others as given. Leaf. */
export type ExitOrder = (root: Word, objects: readonly Address[]) => readonly Address[];

export function createExitOrder({ memory, dicts }: Storage): ExitOrder {
  const { i32 } = memory;
  const visitReferents = createReferents(memory);
  const shapeOf = (object: Address): number => i32[object >>> 2] >>> 8;

  function collectReferents(object: Address): Word[] {
    const words: Word[] = [];
    const add = (word: Word): void => {
      if ((word & 1) !== 0 || word === NULL) return;
      // Arrays belong to the object that holds them.
      if (shapeOf(word) === SHAPE_ARRAY) visitReferents(word, add);
      else words.push(word);
    };
    switch (shapeOf(object)) {
      case SHAPE_DICT:
        for (let entry = dicts.nextEntry(object, 0); entry >= 0; entry = dicts.nextEntry(object, entry + 1)) {
          add(dicts.keyAt(object, entry));
          add(dicts.valueAt(object, entry));
        }
        return words;
      case SHAPE_LIST:
        add(i32[(object + LIST_ITEMS) >>> 2]);
        return words.reverse();
      case SHAPE_TUPLE:
        visitReferents(object, add);
        return words.reverse();
      default:
        visitReferents(object, add);
        return words;
    }
  }

  return (root, objects) => {
    if (objects.length < 2) return objects;
    const missing = new Set(objects);
    const found: Address[] = [];
    const seen = new Set<Address>([root]);
    const queue: Address[] = [root];
    for (let i = 0; i < queue.length && missing.size > 0 && queue.length < MOST_VISITED; i++) {
      for (const word of collectReferents(queue[i])) {
        if (seen.has(word)) continue;
        seen.add(word);
        queue.push(word);
        if (missing.delete(word)) found.push(word);
      }
    }
    return [...found, ...missing];
  };
}
