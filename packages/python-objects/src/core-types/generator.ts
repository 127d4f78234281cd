import type { Word } from "@hotpy/memory";
import {
  GENERATOR_CODE,
  GENERATOR_RUNNING,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  SHAPE_GENERATOR,
} from "@hotpy/object-model";
import type { Context } from "../context.js";
import { NOTE_ORIGIN, noteOf } from "../generators/notes.js";
import { defineType } from "../types/define-type.js";
import { suspendedFrame, suspendedMethods, suspendedNames, suspendedRepr } from "./suspended.js";

/** generator, coroutine, and what `coroutine.__await__()` gives. */
export function defineGenerators(context: Context): void {
  const { memory, objects, generators } = context;
  const { coroutines } = generators;
  const stateOf = (body: Word): number => memory.i32[(body + GENERATOR_STATE) >>> 2];

  const codeOf = (body: Word): Word => memory.i32[(body + GENERATOR_CODE) >>> 2];
  const frameOf = (body: Word): Word => suspendedFrame(context, body);

  const self = (word: Word): Word => word;
  const generator = suspendedMethods(context, self, {});
  defineType(context, {
    name: "generator",
    shapes: [SHAPE_GENERATOR],
    iterate: self,
    methods: [
      generator.next,
      generator.send,
      generator.throw,
      generator.close,
      suspendedRepr(context, "generator", self),
    ],
    getters: [
      ...suspendedNames(context, self),
      { name: "gi_running", get: (word) => objects.bool(stateOf(word) === GENERATOR_RUNNING) },
      { name: "gi_suspended", get: (word) => objects.bool(stateOf(word) === GENERATOR_SUSPENDED) },
      { name: "gi_code", isField: true, get: codeOf },
      { name: "gi_frame", get: frameOf },
      { name: "gi_yieldfrom", get: generators.awaitedBy },
    ],
  });

  const { bodyOf } = coroutines;
  const coroutine = suspendedMethods(context, bodyOf, { isCoroutine: true });
  defineType(context, {
    name: "coroutine",
    shapes: [coroutines.coroutineShape],
    isWeaklyReferable: true,
    methods: [
      coroutine.send,
      coroutine.throw,
      coroutine.close,
      suspendedRepr(context, "coroutine", bodyOf),
      {
        name: "__await__",
        parameters: "(self, /)",
        run: (args) => coroutines.iteratorOf(memory.i32[args >>> 2]),
      },
    ],
    getters: [
      ...suspendedNames(context, bodyOf),
      { name: "cr_running", get: (word) => objects.bool(stateOf(bodyOf(word)) === GENERATOR_RUNNING) },
      { name: "cr_suspended", get: (word) => objects.bool(stateOf(bodyOf(word)) === GENERATOR_SUSPENDED) },
      { name: "cr_code", isField: true, get: (word) => codeOf(bodyOf(word)) },
      { name: "cr_frame", get: (word) => frameOf(bodyOf(word)) },
      { name: "cr_origin", isField: true, get: (word) => noteOf(context, bodyOf(word), NOTE_ORIGIN) },
      { name: "cr_await", get: (word) => generators.awaitedBy(bodyOf(word)) },
    ],
  });
  defineType(context, {
    name: "coroutine_wrapper",
    shapes: [coroutines.iteratorShape],
    iterate: self,
    methods: [coroutine.next, coroutine.send, coroutine.throw, coroutine.close],
  });
}
