import { FRAME_IP, FRAME_SP } from "@hotpy/frame-stack";
import { NONE, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { ITERATOR, ITERATOR_SEQUENCE, layoutOf, SHAPE_GENERATOR } from "@hotpy/object-model";
import { ENDS_NEXT } from "../calls/endings.js";
import type { Protocols, UpToCalling } from "../context.js";
import { RESUME } from "../natives.js";

/** Iteration, as protocol operations. */
export interface Iteration {
  /** `iter(w)`. */
  iterate(word: Word): Word;
  /**
   * The next item; NULL with nothing pending: exhausted. RESUME: a frame delivers the item, or StopIteration comes up
   * out of it as an exception.
   */
  next(iterator: Word): Word;
  isIterator(word: Word): boolean;
  /** Shape of iterators over what has only `__getitem__`: its layout is that of the other iterators. */
  readonly sequenceIteratorShape: number;
  /** Drops the iterator on top of the operands, or puts `value` (unless NULL) there, and goes on at the word index `done`. */
  leaveLoop(done: number, value: Word): Word;
  /** Continuations, for expansions: of `__iter__` written in Python, and of `__next__` in a loop, which keeps where to go at its end (a small integer). */
  readonly afterIter: number;
  readonly afterNext: number;
}

export function createIteration(context: UpToCalling & Pick<Protocols, "generators">): Iteration {
  const { memory, types, exceptions, calls, continuations, generators, objects, shapes, name: intern } = context;
  const { i32 } = memory;
  const iterName = intern("__iter__");
  const nextName = intern("__next__");
  const getItemName = intern("__getitem__");

  const typeName = (word: Word): string => types.shownNameOf(types.typeOf(word));
  const isIterator = (word: Word): boolean =>
    types.recordOf(word).next !== undefined || types.lookup(types.typeOf(word), nextName) !== NULL;

  function leaveLoop(done: number, value: Word): Word {
    const frame = i32[STATE_FRAME >>> 2];
    i32[(frame + FRAME_IP) >>> 2] = done << 2;
    const top = i32[(frame + FRAME_SP) >>> 2];
    if (value === NULL) i32[(frame + FRAME_SP) >>> 2] = top - 4;
    else i32[(top >>> 2) - 1] = value;
    return RESUME;
  }

  const afterNext = continuations.define(
    1,
    (result, state) => {
      if (result !== NULL || !exceptions.pendingIs("StopIteration")) return result;
      exceptions.clearPending();
      return leaveLoop(i32[state] >>> 1, NULL);
    },
    ENDS_NEXT,
  );

  const afterIter = continuations.define(0, (result) => {
    if (result === NULL || isIterator(result)) return result;
    return exceptions.raise("TypeError", `iter() returned non-iterator of type '${typeName(result)}'`);
  });

  const sequenceIteratorShape = shapes.define(layoutOf("iterator", ITERATOR), NULL);
  function sequenceIterator(sequence: Word): Word {
    const iterator = objects.object(sequenceIteratorShape);
    i32[(iterator + ITERATOR_SEQUENCE) >>> 2] = sequence;
    return iterator;
  }

  return {
    sequenceIteratorShape,
    iterate(word) {
      const type = types.typeOf(word);
      const record = types.record(type);
      if (record.iterate !== undefined && !record.isClass) return record.iterate(word);
      const found = types.lookup(type, iterName);
      if (found === NONE || found === NULL) {
        // Builtin types that have items for keys alone are mappings to CPython, and no sequences.
        if (found === NULL && record.isClass && types.lookup(type, getItemName) !== NULL) return sequenceIterator(word);
        return exceptions.raise("TypeError", `'${typeName(word)}' object is not iterable`);
      }
      continuations.push(afterIter);
      const result = calls.invokeBound(found, word);
      return result === RESUME ? RESUME : continuations.finish(result);
    },
    next(iterator) {
      if (i32[iterator >>> 2] >>> 8 === SHAPE_GENERATOR) return generators.resume(iterator, NONE, 0);
      const type = types.typeOf(iterator);
      const record = types.record(type);
      if (record.next !== undefined && !record.isClass) return record.next(iterator);
      const found = types.lookup(type, nextName);
      if (found === NULL) return exceptions.raise("TypeError", `'${typeName(iterator)}' object is not an iterator`);
      const result = calls.invokeBound(found, iterator);
      if (result === NULL && exceptions.pendingIs("StopIteration")) exceptions.clearPending();
      return result;
    },
    isIterator,
    leaveLoop,
    afterIter,
    afterNext,
  };
}
