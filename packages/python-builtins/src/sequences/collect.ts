import { NULL, type Word } from "@hotpy/memory";
import type { Limits, Machine, Raising } from "@hotpy/python-objects";
import type { Iterators } from "../iterators.js";
import type { Lists } from "./lists.js";

/** Taking all items out of iterables that run no Python code. Leaf. */
export interface Collect {
  /** A new list of the items, or NULL (raised); undefined if iterating would run Python code. */
  list(iterable: Word): Word | undefined;
  /** Appends the items to a list; false: raised, undefined: iterating would run Python code. */
  extend(list: Word, iterable: Word): boolean | undefined;
}

const WORD_BYTES = 4;

export function createCollect(realm: Limits & Machine & Raising, lists: Lists, iterators: Iterators): Collect {
  function extend(list: Word, iterable: Word): boolean | undefined {
    if (lists.isList(iterable) || lists.isTuple(iterable)) {
      lists.extend(list, iterable);
      return true;
    }
    const iterator = iterators.over(iterable);
    if (iterator === NULL) return undefined;
    const drained = realm.pythonKernel.drainInto(list, iterator);
    if (drained === 0) return realm.heap.exhausted();
    if (drained > 0) return true;
    const next = iterators.nextOf(iterator);
    if (next === undefined) return undefined;
    for (;;) {
      const item = next(iterator);
      if (item === NULL) return realm.pending() === NULL;
      if (realm.isInterrupted()) return false;
      lists.append(list, item);
    }
  }

  return {
    extend,
    list(iterable) {
      const isSequence = lists.isList(iterable) || lists.isTuple(iterable);
      const source = isSequence ? iterable : iterators.over(iterable);
      if (source === NULL) return undefined;
      const count = Math.max(0, isSequence ? lists.length(source) : iterators.remaining(source));
      if (!realm.heap.canAllocate(count * WORD_BYTES)) return realm.raise("MemoryError", "");
      // Room for an even number, as in CPython, which `__sizeof__` tells.
      const list = lists.create((count + 1) & ~1);
      const done = extend(list, source);
      return done === undefined ? undefined : done ? list : NULL;
    },
  };
}
