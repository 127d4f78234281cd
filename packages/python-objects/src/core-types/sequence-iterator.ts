import { NULL, type Word } from "@hotpy/memory";
import { ITERATOR_INDEX, ITERATOR_SEQUENCE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { defineType } from "../types/define-type.js";

/** Iterators over objects that have `__getitem__` alone. */
export function defineSequenceIterator(context: Context): void {
  const { memory, heap, handles, objects, exceptions, reentry, iteration, subscripts } = context;
  const { i32 } = memory;

  /** The item at the index, until IndexError or StopIteration. May collect: it needs the result to advance. */
  function nextOfSequence(iterator: Word): Word {
    const sequence = i32[(iterator + ITERATOR_SEQUENCE) >>> 2];
    if (sequence === NULL) return NULL;
    const mark = handles.mark();
    const kept = handles.push(iterator);
    const index = i32[(iterator + ITERATOR_INDEX) >>> 2]++;
    const item = reentry.complete(subscripts.get, sequence, objects.int(index), 0);
    if (item === NULL && (exceptions.pendingIs("IndexError") || exceptions.pendingIs("StopIteration"))) {
      exceptions.clearPending();
      heap.storeWord(handles.get(kept), ITERATOR_SEQUENCE, NULL);
    }
    handles.release(mark);
    return item;
  }

  defineType(context, {
    name: "iterator",
    shapes: [iteration.sequenceIteratorShape],
    next: nextOfSequence,
    iterate: (self) => self,
  });
}
