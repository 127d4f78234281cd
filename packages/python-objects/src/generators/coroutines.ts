/// Coroutines and asynchronous generators are objects around a generator that holds their suspended frame. So awaiting is `yield from` that
/// generator, which the loop and traces know, and no program gets hold of it.

import { CODE_ASYNC_GENERATOR, CODE_COROUTINE } from "@hotpy/bytecode";
import { NONE, NULL, type Word } from "@hotpy/memory";
import { CODE_FLAGS, GENERATOR_CODE, layoutOf } from "@hotpy/object-model";
import type { RootSlot, UpToCalling } from "../context.js";
import {
  ASYNC_GENERATOR,
  ASYNC_GENERATOR_BODY,
  ASYNC_STEP,
  ASYNC_STEP_ARGUMENT,
  ASYNC_STEP_GENERATOR,
  COROUTINE,
  COROUTINE_BODY,
  YIELDED,
  YIELDED_VALUE,
} from "../layouts.js";
import { NOTE_OWNER, noteOf, setNotes } from "./notes.js";

/** What a suspended frame belongs to, as messages call it. */
export type GeneratorKind = "generator" | "coroutine" | "async generator";

/** All leaf. */
export interface Coroutines {
  readonly coroutineShape: number;
  /** Of what `coroutine.__await__()` gives. */
  readonly iteratorShape: number;
  readonly asyncGeneratorShape: number;
  /** Of what `asend` and `__anext__` give, and of what `athrow` and `aclose` do. */
  readonly sendShape: number;
  readonly throwShape: number;
  kindOf(generator: Word): GeneratorKind;
  /** The object that programs see for a generator: itself, or what is around it. */
  wrap(generator: Word): Word;
  /** The generator in a coroutine, its iterator or an asynchronous generator. */
  bodyOf(word: Word): Word;
  /** A coroutine around a generator that is not noted there. */
  around(generator: Word): Word;
  iteratorOf(coroutine: Word): Word;
  step(shape: number, generator: Word, argument: Word): Word;
  wrapYielded(value: Word): Word;
  /** The value that was wrapped, NULL: it was not. */
  yieldedValue(word: Word): Word;
  /** Of how many frames it is noted that they have made a coroutine, `cr_origin`. */
  readonly tracking: { depth: number };
  /** What an asynchronous generator is given to before its first step, and what would end one that is dropped: functions or None. */
  readonly hooks: { readonly firstStep: RootSlot; readonly finaliser: RootSlot };
}

export function createCoroutines(parts: UpToCalling): Coroutines {
  const { memory, objects, shapes } = parts;
  const { i32 } = memory;
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];
  const coroutineShape = shapes.define(layoutOf("coroutine", COROUTINE), NULL);
  const iteratorShape = shapes.define(layoutOf("coroutine_wrapper", COROUTINE), NULL);
  const asyncGeneratorShape = shapes.define(layoutOf("async_generator", ASYNC_GENERATOR), NULL);
  const sendShape = shapes.define(layoutOf("async_generator_asend", ASYNC_STEP), NULL);
  const throwShape = shapes.define(layoutOf("async_generator_athrow", ASYNC_STEP), NULL);
  const yieldedShape = shapes.define(layoutOf("async_generator_wrapped_value", YIELDED), NULL);

  const flagsOf = (generator: Word): number => field(field(generator, GENERATOR_CODE), CODE_FLAGS);

  function around(shape: number, body: Word): Word {
    const object = objects.object(shape);
    i32[(object + COROUTINE_BODY) >>> 2] = body;
    return object;
  }

  return {
    coroutineShape,
    iteratorShape,
    asyncGeneratorShape,
    sendShape,
    throwShape,
    tracking: { depth: 0 },
    hooks: { firstStep: objects.root(NONE), finaliser: objects.root(NONE) },
    kindOf(generator) {
      const flags = flagsOf(generator);
      if ((flags & CODE_COROUTINE) !== 0) return "coroutine";
      return (flags & CODE_ASYNC_GENERATOR) !== 0 ? "async generator" : "generator";
    },
    wrap(generator) {
      const flags = flagsOf(generator);
      if ((flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR)) === 0) return generator;
      const before = noteOf(parts, generator, NOTE_OWNER);
      if (before !== NONE) return before;
      const owner = around((flags & CODE_COROUTINE) !== 0 ? coroutineShape : asyncGeneratorShape, generator);
      setNotes(parts, generator, new Map([[NOTE_OWNER, owner]]));
      return owner;
    },
    around: (generator) => around(coroutineShape, generator),
    bodyOf: (word) => field(word, ASYNC_GENERATOR_BODY),
    iteratorOf: (coroutine) => around(iteratorShape, field(coroutine, COROUTINE_BODY)),
    step(shape, generator, argument) {
      const object = objects.object(shape);
      i32[(object + ASYNC_STEP_GENERATOR) >>> 2] = generator;
      i32[(object + ASYNC_STEP_ARGUMENT) >>> 2] = argument;
      return object;
    },
    wrapYielded(value) {
      const object = objects.object(yieldedShape);
      i32[(object + YIELDED_VALUE) >>> 2] = value;
      return object;
    },
    yieldedValue: (word) =>
      (word & 1) === 0 && i32[word >>> 2] >>> 8 === yieldedShape ? field(word, YIELDED_VALUE) : NULL,
  };
}
