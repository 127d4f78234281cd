import { CODE_COROUTINE } from "@hotpy/bytecode";
import { FRAME_CODE } from "@hotpy/frame-stack";
import { type Address, NONE, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { GENERATOR_CLOSED, GENERATOR_STATE, SHAPE_GENERATOR } from "@hotpy/object-model";
import { CODE_ITERABLE_COROUTINE, type Context, RESUME } from "@hotpy/python-objects";
import type { AttributeOperations } from "./attributes.js";

/** Iteration and generators. `done` is the word index where a loop goes on when the iterator is exhausted. */
export interface IterationOperations {
  /** Byte address of the continuation under which `__next__` is called. */
  readonly nextContinuation: Address;
  iterate(word: Word): Word;
  /** The iterator of `yield from`: of a coroutine its generator, where the running frame may await. */
  delegate(word: Word): Word;
  /** Next item; NULL without exception: exhausted. */
  next(iterator: Word, done: number): Word;
  sendTo(iterator: Word, value: Word, done: number): Word;
  createGenerator(): Word;
  endGenerator(generator: Word): void;
  stopIteration(value: Word): void;
}

/** @param noteMethod remembers, for the loop, the method that an object's class has for a name */
export function createIterationOperations(
  context: Context,
  noteMethod: AttributeOperations["noteMethod"],
): IterationOperations {
  const { memory, types, iteration, generators, exceptions, calls, continuations, attributes, name: intern } = context;
  const { codes } = context;
  const { i32 } = memory;
  const nextName = intern("__next__");
  const sendName = intern("send");
  const isGenerator = (word: Word): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === SHAPE_GENERATOR;

  const afterSend = continuations.define(1, (result, state) => {
    if (result !== NULL || !exceptions.pendingIs("StopIteration")) return result;
    return iteration.leaveLoop(i32[state] >>> 1, generators.takeStopValue());
  });

  return {
    nextContinuation: continuations.addressOf(iteration.afterNext),
    iterate(word) {
      context.traits(types.typeOf(word));
      return iteration.iterate(word);
    },
    delegate(word) {
      if ((word & 1) !== 0 || i32[word >>> 2] >>> 8 !== generators.coroutines.coroutineShape)
        return iteration.iterate(word);
      const { unit } = codes.record(i32[(i32[STATE_FRAME >>> 2] + FRAME_CODE) >>> 2]);
      return (unit.flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE)) !== 0
        ? generators.coroutines.bodyOf(word)
        : exceptions.raise("TypeError", "cannot 'yield from' a coroutine object in a non-coroutine generator");
    },
    next(iterator, done) {
      if (isGenerator(iterator)) {
        if (i32[(iterator + GENERATOR_STATE) >>> 2] === GENERATOR_CLOSED) return NULL;
        return generators.resume(iterator, NONE, done << 1);
      }
      const type = types.typeOf(iterator);
      const record = types.record(type);
      if (record.next !== undefined && !record.isClass) return record.next(iterator);
      const found = types.lookup(type, nextName);
      if (found === NULL) return iteration.next(iterator);
      noteMethod(iterator, nextName);
      continuations.push(iteration.afterNext, (done << 1) | 1);
      const result = calls.invokeBound(found, iterator);
      return result === RESUME ? RESUME : continuations.finish(result);
    },
    sendTo(iterator, value, done) {
      if (isGenerator(iterator)) {
        const isOver = i32[(iterator + GENERATOR_STATE) >>> 2] === GENERATOR_CLOSED;
        if (isOver && generators.coroutines.kindOf(iterator) === "generator") return iteration.leaveLoop(done, NONE);
        return generators.resume(iterator, value, (done << 1) | 1);
      }
      generators.waitFor(iterator);
      continuations.push(afterSend, (done << 1) | 1);
      let result: Word;
      const type = types.typeOf(iterator);
      const next = types.record(type).next;
      if (value === NONE && next !== undefined && !types.record(type).isClass) {
        result = next(iterator);
        if (result === NULL && exceptions.pending() === NULL) generators.stopIteration(NONE);
      } else if (value === NONE) {
        const found = types.lookup(type, nextName);
        result = found === NULL ? iteration.next(iterator) : calls.invokeBound(found, iterator);
      } else {
        const method = attributes.get(iterator, sendName);
        result = method === NULL || method === RESUME ? method : calls.invokeWith(method, value);
      }
      return result === RESUME ? RESUME : continuations.finish(result);
    },
    createGenerator: generators.create,
    endGenerator: generators.end,
    stopIteration: generators.stopIteration,
  };
}
