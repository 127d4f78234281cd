/// What generators, coroutines and their iterators have in common: the methods that resume a suspended frame.

import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import {
  CODE_NAME,
  FUNCTION_NAME,
  GENERATOR_CLOSED,
  GENERATOR_CODE,
  GENERATOR_FUNCTION,
  GENERATOR_STATE,
} from "@hotpy/object-model";
import type { Context } from "../context.js";
import { NOTE_NAME, NOTE_QUALNAME, noteOf, setNotes } from "../generators/notes.js";
import { thrownBy } from "../generators/thrown.js";
import type { GetterDefinition, NativeDefinition, ResumedGenerator } from "../natives.js";
import { addressText } from "./object.js";
import { ADVANCE_GENERATOR, SEND_TO_COROUTINE, SEND_TO_GENERATOR } from "./suspended-in-loop.js";

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
      ...(resumed.isCoroutine ? {} : { loop: ADVANCE_GENERATOR }),
      run: (args) => generators.resume(body(args), NONE, 0),
    },
    send: {
      name: "send",
      parameters: "(self, arg, /)",
      frames: true,
      resumes: { ...resumed, sends: true },
      loop: resumed.isCoroutine ? SEND_TO_COROUTINE : SEND_TO_GENERATOR,
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
export function suspendedRepr(context: Context, what: string, bodyOf: (self: Word) => Word): NativeDefinition {
  const { memory, strings, heap } = context;
  return {
    name: "__repr__",
    parameters: "(self, /)",
    run(args) {
      const self = memory.i32[args >>> 2];
      const name = strings.toJS(noteOf(context, bodyOf(self), NOTE_QUALNAME));
      return strings.fromJS(`<${what} object ${name} at ${addressText(heap.identity(self))}>`);
    },
  };
}

const setNote = (context: Context, body: Word, index: number, value: Word): void =>
  setNotes(context, body, new Map([[index, value]]));

/** `__name__` and `__qualname__`. */
export function suspendedNames(context: Context, bodyOf: (self: Word) => Word): readonly GetterDefinition[] {
  const { strings, exceptions } = context;
  const { i32 } = context.memory;
  /** Until it is set: that of the function, or of the code of an expression. */
  const nameOf = (body: Word): Word => {
    const own = noteOf(context, body, NOTE_NAME);
    if (own !== NONE) return own;
    const fn = i32[(body + GENERATOR_FUNCTION) >>> 2];
    return fn === NULL ? i32[(i32[(body + GENERATOR_CODE) >>> 2] + CODE_NAME) >>> 2] : i32[(fn + FUNCTION_NAME) >>> 2];
  };
  const setter = (name: string, index: number) => (self: Word, value: Word) => {
    if (value === NULL || !strings.isString(value)) {
      exceptions.raise("TypeError", `${name} must be set to a string object`);
      return false;
    }
    setNote(context, bodyOf(self), index, value);
    return true;
  };
  return [
    {
      name: "__name__",
      get: (self) => nameOf(bodyOf(self)),
      set: setter("__name__", NOTE_NAME),
    },
    {
      name: "__qualname__",
      get: (self) => noteOf(context, bodyOf(self), NOTE_QUALNAME),
      set: setter("__qualname__", NOTE_QUALNAME),
    },
  ];
}

/** The frame object of a generator, always the same one; None once it has ended. */
export function suspendedFrame(context: Context, body: Word): Word {
  const { memory, frameObjects } = context;
  if (memory.i32[(body + GENERATOR_STATE) >>> 2] === GENERATOR_CLOSED) return NONE;
  return frameObjects.ofGenerator(body);
}
