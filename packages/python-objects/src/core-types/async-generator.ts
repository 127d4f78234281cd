import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import { CODE_FLAGS, GENERATOR_CLOSED, GENERATOR_CODE, GENERATOR_STATE } from "@hotpy/object-model";
import { CODE_CLOSES } from "../code/codes.js";
import type { Context } from "../context.js";
import { NOTE_FINALISER, setNotes } from "../generators/notes.js";
import { thrownBy } from "../generators/thrown.js";
import {
  ASYNC_GENERATOR_BEGUN,
  ASYNC_GENERATOR_ENDED,
  ASYNC_GENERATOR_FLAGS,
  ASYNC_GENERATOR_RUNS,
  ASYNC_STEP_ARGUMENT,
  ASYNC_STEP_CREATED,
  ASYNC_STEP_ENDED,
  ASYNC_STEP_GENERATOR,
  ASYNC_STEP_RUNS,
  ASYNC_STEP_STATE,
} from "../layouts.js";
import { type NativeDefinition, RESUME } from "../natives.js";
import { defineType } from "../types/define-type.js";
import { suspendedFrame, suspendedNames, suspendedRepr } from "./suspended.js";

/**
 * async_generator, and what is awaited for each of its steps. A step resumes the generator; what that yields is the step's result if it is wrapped
 * (`yield`), else it is yielded on (an `await` within). As CPython's genobject.c.
 */
export function defineAsyncGenerator(context: Context): void {
  const { memory, heap, objects, exceptions, handles, reentry, generators, continuations } = context;
  const { i32 } = memory;
  const { coroutines } = generators;
  const { bodyOf, step } = coroutines;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const field = (object: Word, offset: number): number => i32[(object + offset) >>> 2];
  const generatorOf = (self: Word): Word => field(self, ASYNC_STEP_GENERATOR);
  const stateOf = (self: Word): number => field(self, ASYNC_STEP_STATE);
  const setState = (self: Word, state: number): void => void (i32[(self + ASYNC_STEP_STATE) >>> 2] = state);
  const has = (generator: Word, flag: number): boolean => (field(generator, ASYNC_GENERATOR_FLAGS) & flag) !== 0;
  const set = (generator: Word, flag: number): void => void (i32[(generator + ASYNC_GENERATOR_FLAGS) >>> 2] |= flag);
  const stops = (generator: Word): void =>
    void (i32[(generator + ASYNC_GENERATOR_FLAGS) >>> 2] &= ~ASYNC_GENERATOR_RUNS);
  const runtimeError = (text: string): typeof NULL => exceptions.raise("RuntimeError", text);
  const isEnd = (): boolean => exceptions.pendingIs("StopAsyncIteration") || exceptions.pendingIs("GeneratorExit");
  const isClosing = (self: Word): boolean => field(self, ASYNC_STEP_ARGUMENT) === NULL;

  /** The generator has run: a value that it yields ends the step. */
  function delivered(self: Word, result: Word): Word {
    const generator = generatorOf(self);
    if (result === NULL) {
      // Its return: a StopIteration of its own has become a RuntimeError.
      if (exceptions.pendingIs("StopIteration")) {
        exceptions.clearPending();
        exceptions.raise("StopAsyncIteration", "");
      }
      if (isEnd()) set(generator, ASYNC_GENERATOR_ENDED);
    } else {
      const value = coroutines.yieldedValue(result);
      if (value === NULL) return result;
      generators.stopIteration(value);
    }
    stops(generator);
    setState(self, ASYNC_STEP_ENDED);
    return NULL;
  }

  /** The same for `aclose`, which is done when the generator is, and which that must not answer by a value. */
  function closed(self: Word, result: Word): Word {
    if (result !== NULL && coroutines.yieldedValue(result) === NULL) return result;
    stops(generatorOf(self));
    setState(self, ASYNC_STEP_ENDED);
    if (result !== NULL) return runtimeError("async generator ignored GeneratorExit");
    if (isEnd() || exceptions.pendingIs("StopIteration")) {
      exceptions.clearPending();
      exceptions.raise("StopIteration", "");
    }
    return NULL;
  }

  const afterStep = continuations.define(1, (result, state) => {
    const self = i32[state];
    return isClosing(self) ? closed(self, result) : delivered(self, result);
  });

  function run(self: Word, resume: () => Word): Word {
    continuations.push(afterStep, self);
    const result = resume();
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  /** A step of a generator that has had none: the hook for first steps is told. May collect. */
  function begin(resume: (self: Word, sent: Word) => Word, self: Word, sent: Word): Word {
    const generator = generatorOf(self);
    set(generator, ASYNC_GENERATOR_BEGUN);
    const finaliser = i32[coroutines.hooks.finaliser >>> 2];
    if (finaliser !== NONE) {
      const body = bodyOf(generator);
      setNotes(context, body, new Map([[NOTE_FINALISER, finaliser]]));
      if ((field(field(body, GENERATOR_CODE), CODE_FLAGS) & CODE_CLOSES) === 0) heap.finalisers.register(body);
    }
    const hook = i32[coroutines.hooks.firstStep >>> 2];
    if (hook === NONE) return resume(self, sent);
    const mark = handles.mark();
    const kept = [self, sent].map(handles.push);
    const told = context.realm.call(hook, generator);
    const result = told === NULL ? NULL : resume(handles.get(kept[0]), handles.get(kept[1]));
    handles.release(mark);
    return result;
  }

  function sendStep(self: Word, sent: Word): Word {
    if (!reentry.isAllowed()) return reentry.refuse();
    if (!has(generatorOf(self), ASYNC_GENERATOR_BEGUN)) return begin(sendStep, self, sent);
    const generator = generatorOf(self);
    if (stateOf(self) === ASYNC_STEP_ENDED) return runtimeError("cannot reuse already awaited __anext__()/asend()");
    let value = sent;
    if (stateOf(self) === ASYNC_STEP_CREATED) {
      if (has(generator, ASYNC_GENERATOR_RUNS))
        return runtimeError("anext(): asynchronous generator is already running");
      if (value === NONE) value = field(self, ASYNC_STEP_ARGUMENT);
      setState(self, ASYNC_STEP_RUNS);
    }
    set(generator, ASYNC_GENERATOR_RUNS);
    return run(self, () => resumeBody(generator, value));
  }

  /** A generator that is at its end has no more items. */
  function resumeBody(generator: Word, value: Word): Word {
    const body = bodyOf(generator);
    return field(body, GENERATOR_STATE) === GENERATOR_CLOSED
      ? exceptions.raise("StopAsyncIteration", "")
      : generators.resume(body, value, 0);
  }

  /** `athrow` and `aclose`. */
  function throwStep(self: Word, sent: Word): Word {
    if (!reentry.isAllowed()) return reentry.refuse();
    if (!has(generatorOf(self), ASYNC_GENERATOR_BEGUN)) return begin(throwStep, self, sent);
    const generator = generatorOf(self);
    if (stateOf(self) === ASYNC_STEP_ENDED) return runtimeError("cannot reuse already awaited aclose()/athrow()");
    if (field(bodyOf(generator), GENERATOR_STATE) === GENERATOR_CLOSED) {
      setState(self, ASYNC_STEP_ENDED);
      return exceptions.raise("StopIteration", "");
    }
    if (stateOf(self) === ASYNC_STEP_RUNS) return run(self, () => generators.resume(bodyOf(generator), sent, 0));
    if (has(generator, ASYNC_GENERATOR_RUNS)) {
      setState(self, ASYNC_STEP_ENDED);
      return runtimeError(`${isClosing(self) ? "aclose" : "athrow"}(): asynchronous generator is already running`);
    }
    if (has(generator, ASYNC_GENERATOR_ENDED)) {
      setState(self, ASYNC_STEP_ENDED);
      return exceptions.raise("StopAsyncIteration", "");
    }
    if (sent !== NONE) return runtimeError("can't send non-None value to a just-started coroutine");
    setState(self, ASYNC_STEP_RUNS);
    set(generator, ASYNC_GENERATOR_RUNS | (isClosing(self) ? ASYNC_GENERATOR_ENDED : 0));
    const exception = isClosing(self) ? newExit() : field(self, ASYNC_STEP_ARGUMENT);
    return run(self, () => generators.throwInto(bodyOf(generator), exception, false));
  }

  const newExit = (): Word => exceptions.create(context.types.named("GeneratorExit"), context.objects.emptyTuple);

  /** What a step's own `throw` throws goes into the generator. */
  function throwBy(args: Address, reused: string): Word {
    if (!reentry.isAllowed()) return reentry.refuse();
    if (stateOf(arg(args, 0)) === ASYNC_STEP_ENDED) return runtimeError(`cannot reuse already awaited ${reused}`);
    const mark = handles.mark();
    const kept = handles.push(arg(args, 0));
    const exception = thrownBy(context, args);
    const self = handles.get(kept);
    handles.release(mark);
    if (exception === NULL) return NULL;
    return run(self, () => generators.throwInto(bodyOf(generatorOf(self)), exception));
  }

  function stepType(name: string, shape: number, resume: (self: Word, sent: Word) => Word, reused: string): void {
    const self = (word: Word): Word => word;
    defineType(context, {
      name,
      shapes: [shape],
      iterate: self,
      methods: [
        { name: "__await__", parameters: "(self, /)", run: (args) => arg(args, 0) },
        { name: "__next__", parameters: "(self, /)", frames: true, run: (args) => resume(arg(args, 0), NONE) },
        { name: "send", parameters: "(self, arg, /)", frames: true, run: (args) => resume(arg(args, 0), arg(args, 1)) },
        {
          name: "throw",
          parameters: "(self, type, value=None, traceback=None, /)",
          frames: true,
          run: (args) => throwBy(args, reused),
        },
        {
          name: "close",
          parameters: "(self, /)",
          run(args) {
            setState(arg(args, 0), ASYNC_STEP_ENDED);
            return NONE;
          },
        },
      ],
    });
  }
  stepType("async_generator_asend", coroutines.sendShape, sendStep, "__anext__()/asend()");
  stepType("async_generator_athrow", coroutines.throwShape, throwStep, "aclose()/athrow()");

  const methods: readonly NativeDefinition[] = [
    { name: "__aiter__", parameters: "(self, /)", run: (args) => arg(args, 0) },
    { name: "__anext__", parameters: "(self, /)", run: (args) => step(coroutines.sendShape, arg(args, 0), NONE) },
    {
      name: "asend",
      parameters: "(self, value, /)",
      run: (args) => step(coroutines.sendShape, arg(args, 0), arg(args, 1)),
    },
    {
      name: "athrow",
      parameters: "(self, type, value=None, traceback=None, /)",
      run(args) {
        const exception = thrownBy(context, args);
        return exception === NULL ? NULL : step(coroutines.throwShape, arg(args, 0), exception);
      },
    },
    { name: "aclose", parameters: "(self, /)", run: (args) => step(coroutines.throwShape, arg(args, 0), NULL) },
    suspendedRepr(context, "async_generator", bodyOf),
  ];
  defineType(context, {
    name: "async_generator",
    shapes: [coroutines.asyncGeneratorShape],
    isWeaklyReferable: true,
    isGeneric: true,
    methods,
    getters: [
      ...suspendedNames(context, bodyOf),
      { name: "ag_running", isField: true, get: (word) => objects.bool(has(word, ASYNC_GENERATOR_RUNS)) },
      { name: "ag_code", isField: true, get: (word) => field(bodyOf(word), GENERATOR_CODE) },
      { name: "ag_frame", get: (word) => suspendedFrame(context, bodyOf(word)) },
      { name: "ag_await", get: (word) => generators.awaitedBy(bodyOf(word)) },
    ],
  });
}
