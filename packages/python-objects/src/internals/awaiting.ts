import { type Address, NULL, type Word } from "@hotpy/memory";
import {
  GENERATOR,
  GENERATOR_CLOSED,
  GENERATOR_CODE,
  GENERATOR_CREATED,
  GENERATOR_STATE,
  SHAPE_GENERATOR,
} from "@hotpy/object-model";
import type { Parts } from "../context.js";
import { COROUTINE } from "../layouts.js";
import { type NativeDefinition, RESUME } from "../natives.js";

/** `co_flags` of a generator function whose generators can be awaited. */
export const CODE_ITERABLE_COROUTINE = 0x100;

/** The functions that `await`, `async for` and asynchronous generators are made of. */
export function awaitingInternals(parts: Parts): readonly NativeDefinition[] {
  const { memory, types, exceptions, calls, continuations, iteration, generators, name: intern } = parts;
  const { i32 } = memory;
  const { coroutines } = generators;
  const argument = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const typeName = (word: Word): string => types.shownNameOf(types.typeOf(word));
  const [awaitName, iterName, nextName] = ["__await__", "__aiter__", "__anext__"].map(intern);
  const isCoroutine = (word: Word): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === coroutines.coroutineShape;
  const fault = (text: string): typeof NULL => exceptions.raise("TypeError", text);

  /** In the order of the compiler's sources of values that are awaited. */
  const notAwaitable: readonly ((name: string) => string)[] = [
    (name) => `object ${name} can't be used in 'await' expression`,
    (name) => `'async with' received an object from __aenter__ that does not implement __await__: ${name}`,
    (name) => `'async with' received an object from __aexit__ that does not implement __await__: ${name}`,
  ];

  const afterAwait = continuations.define(0, (result) => {
    if (result === NULL) return NULL;
    if (isCoroutine(result)) return fault("__await__() returned a coroutine");
    return iteration.isIterator(result)
      ? result
      : fault(`__await__() returned non-iterator of type '${typeName(result)}'`);
  });

  /** A generator of a function that `types.coroutine` has marked. */
  const isIterableCoroutine = (word: Word): boolean =>
    (word & 1) === 0 &&
    i32[word >>> 2] >>> 8 === SHAPE_GENERATOR &&
    (parts.codes.record(i32[(word + GENERATOR_CODE) >>> 2]).unit.flags & CODE_ITERABLE_COROUTINE) !== 0;

  /** The iterator by which a value is awaited: of a coroutine, the generator in it. */
  function awaitable(word: Word, message: (name: string) => string): Word {
    if (isCoroutine(word)) {
      const body = coroutines.bodyOf(word);
      if (i32[(body + GENERATOR_STATE) >>> 2] === GENERATOR_CLOSED)
        return exceptions.raise("RuntimeError", "cannot reuse already awaited coroutine");
      return generators.isDelegating(body)
        ? exceptions.raise("RuntimeError", "coroutine is being awaited already")
        : body;
    }
    if (isIterableCoroutine(word)) return word;
    const found = types.lookup(types.typeOf(word), awaitName);
    if (found === NULL) return fault(message(typeName(word)));
    continuations.push(afterAwait);
    const result = calls.invokeBound(found, word);
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  const afterAsyncIter = continuations.define(0, (result) => {
    if (result === NULL || types.lookup(types.typeOf(result), nextName) !== NULL) return result;
    return fault(
      `'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(result)}`,
    );
  });

  function asyncIterator(word: Word): Word {
    const found = types.lookup(types.typeOf(word), iterName);
    if (found === NULL) return fault(`'async for' requires an object with __aiter__ method, got ${typeName(word)}`);
    continuations.push(afterAsyncIter);
    const result = calls.invokeBound(found, word);
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  /** What `__anext__` has given, which is kept, cannot be awaited. */
  const checkNext = continuations.define(1, (result, state) => {
    if (result !== NULL) return result;
    const message = `'async for' received an invalid object from __anext__: ${typeName(i32[state])}`;
    return exceptions.raiseFromPending("TypeError", message);
  });

  const afterAsyncNext = continuations.define(0, (result) => {
    if (result === NULL) return NULL;
    continuations.push(checkNext, result);
    const iterator = awaitable(result, notAwaitable[0]);
    return iterator === RESUME ? RESUME : continuations.finish(iterator);
  });

  function asyncNext(word: Word): Word {
    const found = types.lookup(types.typeOf(word), nextName);
    if (found === NULL) return fault(`'async for' requires an iterator with __anext__ method, got ${typeName(word)}`);
    continuations.push(afterAsyncNext);
    const result = calls.invokeBound(found, word);
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  return [
    {
      name: "awaitable",
      parameters: "(value, source, /)",
      frames: true,
      expand(m, [value]) {
        if (value === undefined || m.shapeOf(value) !== coroutines.coroutineShape) return undefined;
        const body = m.op("load_word", [value], COROUTINE.body);
        return m.numberOf(m.op("load_i32", [body], GENERATOR.state)) === GENERATOR_CREATED ? body : undefined;
      },
      run: (args) => awaitable(argument(args, 0), notAwaitable[argument(args, 1) >> 1]),
    },
    {
      name: "async_iterator",
      parameters: "(iterable, /)",
      frames: true,
      run: (args) => asyncIterator(argument(args, 0)),
    },
    { name: "async_next", parameters: "(iterator, /)", frames: true, run: (args) => asyncNext(argument(args, 0)) },
    { name: "wrap_yielded", parameters: "(value, /)", run: (args) => coroutines.wrapYielded(argument(args, 0)) },
  ];
}
