import {
  FRAME_CODE,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
} from "@hotpy/frame-stack";
import { type Address, NULL, STATE_FRAME, STATE_HANDLED, STATE_PENDING, type Word } from "@hotpy/memory";
import { CODE_FLAGS, CODE_LOCALS, FUNCTION_GLOBALS, layoutOf } from "@hotpy/object-model";
import { CODE_HIDDEN } from "../code/codes.js";
import type { Context } from "../context.js";
import { RESUME } from "../natives.js";
import {
  EXCEPTION_ARGS,
  EXCEPTION_CONTEXT,
  EXCEPTION_MEMBERS,
  EXCEPTION_TRACEBACK,
  TRACEBACK,
  TRACEBACK_CODE,
  TRACEBACK_GLOBALS,
  TRACEBACK_IP,
  TRACEBACK_NEXT,
} from "./layout.js";

/** Raising and unwinding. All leaf. */
export interface Exceptions {
  readonly tracebackShape: number;
  /** A fresh exception of a type, with these arguments. */
  create(type: Address, args: readonly Word[]): Word;
  /** Whether `__new__` keeps the arguments: OSError's leaves them to the `__init__` of a class that has one. */
  keepsArguments(type: Address): boolean;
  raise(type: string, message: string): typeof NULL;
  raiseWith(type: string, ...args: readonly Word[]): typeof NULL;
  /** As `raise`, with attributes beside the arguments (`NameError.name`). */
  raiseWithAttributes(type: string, message: string, attributes: Readonly<Record<string, Word>>): typeof NULL;
  /** An attribute that a builtin exception has beside its arguments, NULL if it has not been set. `name` is interned. */
  member(exception: Word, name: Word): Word;
  setMember(exception: Word, name: Word, value: Word): void;
  /** Raises an exception object; its context becomes the exception being handled. */
  raiseObject(exception: Word): typeof NULL;
  /** Raises again: no context is set, and the running frame adds no second traceback entry. */
  reraise(exception: Word): typeof NULL;
  isException(word: Word): boolean;
  pending(): Word;
  clearPending(): void;
  pendingIs(type: string): boolean;
  /**
   * Goes from the running frame (saved ip past the instruction that raised) outwards to the frame that goes on. 0: the
   * frame under which TypeScript entered the loop is reached; the exception stays pending. The loop reloads from STATE_FRAME.
   */
  unwind(): number;
}

export function createExceptions(context: Context): Exceptions {
  const { memory, heap, objects, types, shapes } = context;
  const { i32 } = memory;
  const tracebackShape = shapes.define(layoutOf("traceback", TRACEBACK), NULL);
  const [initName, newName] = [context.name("__init__"), context.name("__new__")];
  let skipEntry = false;

  const field = (object: Address, offset: number): Word => i32[(object + offset) >>> 2];

  function isException(word: Word): boolean {
    return (word & 1) === 0 && types.recordOf(word).kind === "exception";
  }

  function create(type: Address, args: readonly Word[]): Word {
    const exception = types.instantiate(type);
    i32[(exception + EXCEPTION_ARGS) >>> 2] = objects.tuple(args);
    return exception;
  }

  function keepsArguments(type: Address): boolean {
    const osError = types.named("OSError");
    if (!types.record(type).isClass || !types.isSubtype(type, osError)) return true;
    const isInherited = (name: Word): boolean => types.lookup(type, name) === types.lookup(osError, name);
    return isInherited(initName) || !isInherited(newName);
  }

  function member(exception: Word, name: Word): Word {
    const members = field(exception, EXCEPTION_MEMBERS);
    return members === NULL ? NULL : context.dicts.getInterned(members, name);
  }

  function setMember(exception: Word, name: Word, value: Word): void {
    if (field(exception, EXCEPTION_MEMBERS) === NULL)
      heap.storeWord(exception, EXCEPTION_MEMBERS, context.dicts.create());
    context.dicts.set(field(exception, EXCEPTION_MEMBERS), name, value);
  }

  /** Sets the context, and cuts a cycle that this would make. */
  function setContext(exception: Word): void {
    const handled = i32[STATE_HANDLED >>> 2];
    if (handled === NULL || handled === exception) return;
    for (let each = handled; each !== NULL; each = field(each, EXCEPTION_CONTEXT)) {
      if (field(each, EXCEPTION_CONTEXT) === exception) {
        i32[(each + EXCEPTION_CONTEXT) >>> 2] = NULL;
        break;
      }
    }
    heap.storeWord(exception, EXCEPTION_CONTEXT, handled);
  }

  function raiseObject(exception: Word): typeof NULL {
    setContext(exception);
    i32[STATE_PENDING >>> 2] = exception;
    return NULL;
  }

  function addTraceback(exception: Word, frame: Address, code: Address, ip: Address): void {
    const entry = objects.object(tracebackShape, 6);
    i32[(entry + TRACEBACK_NEXT) >>> 2] = field(exception, EXCEPTION_TRACEBACK);
    i32[(entry + TRACEBACK_CODE) >>> 2] = code;
    i32[(entry + TRACEBACK_GLOBALS) >>> 2] = field(field(frame, FRAME_FUNCTION), FUNCTION_GLOBALS);
    i32[(entry + TRACEBACK_IP) >>> 2] = ip;
    heap.storeWord(exception, EXCEPTION_TRACEBACK, entry);
  }

  /** The frame with a handler goes on there: true. */
  function handle(frame: Address, exception: Word): boolean {
    const code = field(frame, FRAME_CODE);
    const ip = field(frame, FRAME_IP);
    if (!skipEntry && (field(code, CODE_FLAGS) & CODE_HIDDEN) === 0) addTraceback(exception, frame, code, ip);
    skipEntry = false;
    const range = context.codes.handlerAt(code, ip);
    if (range === undefined) return false;
    const top = frame + FRAME_SLOTS + (field(code, CODE_LOCALS) + range.depth) * 4;
    i32[top >>> 2] = exception;
    i32[(frame + FRAME_SP) >>> 2] = top + 4;
    i32[(frame + FRAME_IP) >>> 2] = context.codes.startOf(code) + range.target * 4;
    i32[STATE_PENDING >>> 2] = NULL;
    return true;
  }

  function unwind(): number {
    const { continuations, generators } = context;
    for (;;) {
      const frame = i32[STATE_FRAME >>> 2];
      const ip = field(frame, FRAME_IP);
      if (ip === continuations.leaveLoop) return 0;
      if (continuations.isContinuation(ip)) {
        const result = continuations.finish(NULL);
        if (result === RESUME) return 1;
        if (result === NULL) continue;
        const top = field(frame, FRAME_SP);
        i32[top >>> 2] = result;
        i32[(frame + FRAME_SP) >>> 2] = top + 4;
        return 1;
      }
      if (handle(frame, i32[STATE_PENDING >>> 2])) return 1;
      const generator = field(frame, FRAME_GENERATOR);
      if (generator !== NULL) generators.raised(generator);
      i32[STATE_FRAME >>> 2] = field(frame, FRAME_PREVIOUS);
    }
  }

  return {
    tracebackShape,
    create,
    keepsArguments,
    raise: (type, message) =>
      raiseObject(create(types.named(type), message === "" ? [] : [context.strings.fromJS(message)])),
    raiseWith: (type, ...args) => raiseObject(create(types.named(type), args)),
    raiseWithAttributes(type, message, attributes) {
      const exception = create(types.named(type), [context.strings.fromJS(message)]);
      for (const [name, value] of Object.entries(attributes)) setMember(exception, context.name(name), value);
      return raiseObject(exception);
    },
    member,
    setMember,
    raiseObject,
    reraise(exception) {
      skipEntry = true;
      i32[STATE_PENDING >>> 2] = exception;
      return NULL;
    },
    isException,
    pending: () => i32[STATE_PENDING >>> 2],
    clearPending() {
      i32[STATE_PENDING >>> 2] = NULL;
    },
    pendingIs: (type) => {
      const exception = i32[STATE_PENDING >>> 2];
      return exception !== NULL && types.isSubtype(types.typeOf(exception), types.named(type));
    },
    unwind,
  };
}
