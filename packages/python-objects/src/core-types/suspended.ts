/// What generators, coroutines and their iterators have in common: the methods that resume a suspended frame.

import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import {
  FUNCTION_GLOBALS,
  GENERATOR_CLOSED,
  GENERATOR_CODE,
  GENERATOR_FUNCTION,
  GENERATOR_IP,
  GENERATOR_NAME,
  GENERATOR_RUNNING,
  GENERATOR_STATE,
} from "@hotpy/object-model";
import type { Context } from "../context.js";
import { thrownBy } from "../generators/thrown.js";
import type { GetterDefinition, NativeDefinition, ResumedGenerator } from "../natives.js";
import { addressText } from "./object.js";

/** The methods of a type whose objects have, or are, the generator that `bodyOf` gives. */
export interface SuspendedMethods {
  readonly next: NativeDefinition;
  readonly send: NativeDefinition;
  readonly throw: NativeDefinition;
  readonly close: NativeDefinition;
}

export function suspendedMethods(
  context: Context,
  bodyOf: (self: Word) => Word,
  resumed: ResumedGenerator,
): SuspendedMethods {
  const { memory, generators, handles } = context;
  const arg = (args: Address, index: number): Word => memory.i32[(args >>> 2) + index];
  const body = (args: Address): Word => bodyOf(arg(args, 0));
  return {
    next: {
      name: "__next__",
      parameters: "(self, /)",
      frames: true,
      resumes: resumed,
      run: (args) => generators.resume(body(args), NONE, 0),
    },
    send: {
      name: "send",
      parameters: "(self, arg, /)",
      frames: true,
      resumes: { ...resumed, sends: true },
      run: (args) => generators.resume(body(args), arg(args, 1), 0),
    },
    throw: {
      name: "throw",
      parameters: "(self, type, value=None, traceback=None, /)",
      frames: true,
      run(args) {
        const mark = handles.mark();
        const generator = handles.push(body(args));
        const exception = thrownBy(context, args);
        const kept = handles.get(generator);
        handles.release(mark);
        return exception === NULL ? NULL : generators.throwInto(kept, exception);
      },
    },
    close: { name: "close", parameters: "(self, /)", frames: true, run: (args) => generators.close(body(args)) },
  };
}

/** `__repr__`, which says what `what` it is. */
export function suspendedRepr(
  { memory, strings, heap }: Context,
  what: string,
  bodyOf: (self: Word) => Word,
): NativeDefinition {
  return {
    name: "__repr__",
    parameters: "(self, /)",
    run(args) {
      const self = memory.i32[args >>> 2];
      const name = strings.toJS(memory.i32[(bodyOf(self) + GENERATOR_NAME) >>> 2]);
      return strings.fromJS(`<${what} object ${name} at ${addressText(heap.identity(self))}>`);
    },
  };
}

/** `__name__` and `__qualname__`. */
export function suspendedNames(
  { memory, strings }: Context,
  bodyOf: (self: Word) => Word,
): readonly GetterDefinition[] {
  const qualname = (self: Word): Word => memory.i32[(bodyOf(self) + GENERATOR_NAME) >>> 2];
  return [
    { name: "__name__", get: (self) => strings.fromJS(strings.toJS(qualname(self)).split(".").pop() ?? "") },
    { name: "__qualname__", get: qualname },
  ];
}

/** The frame object of a generator; None once it has ended. */
export function suspendedFrame({ memory: { i32 }, codes, frameObjects }: Context, body: Word): Word {
  const field = (offset: number): Word => i32[(body + offset) >>> 2];
  if (field(GENERATOR_STATE) === GENERATOR_CLOSED) return NONE;
  const code = field(GENERATOR_CODE);
  const fn = field(GENERATOR_FUNCTION);
  const globals = fn === NULL ? NULL : i32[(fn + FUNCTION_GLOBALS) >>> 2];
  // While it runs, the field of the ip has another meaning.
  const ip = field(GENERATOR_STATE) === GENERATOR_RUNNING ? codes.startOf(code) : field(GENERATOR_IP);
  return frameObjects.of(code, globals, ip);
}
