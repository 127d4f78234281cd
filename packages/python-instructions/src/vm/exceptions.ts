import { NONE, NULL, STATE_HANDLED, TRUE, type Word } from "@hotpy/memory";
import { SHAPE_TUPLE, TAIL_SIZE, TUPLE_ITEMS } from "@hotpy/object-model";
import {
  type Context,
  EXCEPTION_CAUSE,
  EXCEPTION_SUPPRESS,
  EXCEPTION_TRACEBACK,
  RESUME,
  TRAIT_EXCEPTION,
} from "@hotpy/python-objects";
import type { AttributeOperations } from "./attributes.js";

/** Raising, matching, and `with`. */
export interface ExceptionOperations {
  readonly assertionError: Word;
  /** `raise`, with 0 to 2 operands below word index `top`. Always NULL or RESUME. */
  raise(top: number, count: number): Word;
  reraise(exception: Word, isBehindWith: number): Word;
  matchException(exception: Word, type: Word): Word;
  /** Those with a flag 1: of `async with`. */
  bindExit(manager: Word, isAsync: number): Word;
  callEnter(manager: Word, isAsync: number): Word;
  /** NULL: raised on, as it is no StopAsyncIteration. */
  endAsyncLoop(exception: Word): Word;
  callExit(exit: Word, exception: Word): Word;
}

/** @param noteMethod remembers, for the loop, the method that an object's class has for a name */
export function createExceptionOperations(
  context: Context,
  noteMethod: AttributeOperations["noteMethod"],
): ExceptionOperations {
  const {
    memory,
    heap,
    shapes,
    types,
    objects,
    exceptions,
    unwinding,
    calls,
    continuations,
    attributes,
    traits,
    reentry,
    name: intern,
  } = context;
  const { i32 } = memory;
  const enterNames = [intern("__enter__"), intern("__aenter__")];
  const exitNames = [intern("__exit__"), intern("__aexit__")];
  const typeName = (word: Word): string => types.shownNameOf(types.typeOf(word));
  const isExceptionType = (word: Word): boolean => types.isType(word) && (traits(word) & TRAIT_EXCEPTION) !== 0;

  function raiseWithCause(exception: Word, cause: Word): Word {
    if (cause !== NULL) {
      heap.storeWord(exception, EXCEPTION_CAUSE, cause === NONE ? NULL : cause);
      i32[(exception + EXCEPTION_SUPPRESS) >>> 2] = TRUE;
    }
    return exceptions.raiseObject(exception);
  }

  /** A class that is raised has been called: its instance is raised, with the cause kept. */
  const raiseMade = continuations.define(2, (instance, state) => {
    if (instance === NULL) return NULL;
    const cause = i32[state];
    if (!exceptions.isException(instance)) {
      return exceptions.raise(
        "TypeError",
        `calling ${types.textOf(i32[state + 1])} should have returned an instance of BaseException, not ${types.textOf(types.typeOf(instance))}`,
      );
    }
    return raiseWithCause(instance, cause);
  });

  function callClass(type: Word, cause: Word): Word {
    // Builtin exceptions have nothing to say about being made without arguments.
    if (!types.record(type).isClass) return raiseWithCause(exceptions.create(type, objects.emptyTuple), cause);
    continuations.push(raiseMade, cause, type);
    const result = calls.invokeWith(type);
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  /** Whether `type` of an `except` clause names exceptions only. */
  function check(type: Word): boolean {
    if (isExceptionType(type)) return true;
    exceptions.raise("TypeError", "catching classes that do not inherit from BaseException is not allowed");
    return false;
  }

  return {
    assertionError: types.named("AssertionError"),
    raise(top, count) {
      if (count === 0) {
        const handled = i32[STATE_HANDLED >>> 2];
        return handled === NULL
          ? exceptions.raise("RuntimeError", "No active exception to reraise")
          : unwinding.reraise(handled);
      }
      let cause = count === 2 ? i32[top - 1] : NULL;
      if (cause !== NULL && isExceptionType(cause)) {
        cause = context.realm.call(cause);
        if (cause === NULL) return NULL;
      } else if (cause !== NULL && cause !== NONE && !exceptions.isException(cause)) {
        return exceptions.raise("TypeError", "exception causes must derive from BaseException");
      }
      const raised = i32[top - count];
      if (isExceptionType(raised)) return callClass(raised, cause);
      if (exceptions.isException(raised)) return raiseWithCause(raised, cause);
      return exceptions.raise("TypeError", "exceptions must derive from BaseException");
    },
    reraise: (exception, isBehindWith) => unwinding.reraise(exception, isBehindWith !== 0),
    matchException(exception, given) {
      const type = shapes.valueOf(given);
      const raised = types.typeOf(exception);
      if ((type & 1) === 0 && i32[type >>> 2] >>> 8 === SHAPE_TUPLE) {
        let isMatch = false;
        for (let i = 0; i < i32[(type + TAIL_SIZE) >>> 2]; i++) {
          const each = i32[((type + TUPLE_ITEMS) >>> 2) + i];
          if (!check(each)) return NULL;
          isMatch ||= types.isSubtype(raised, each);
        }
        return objects.bool(isMatch);
      }
      return check(type) ? objects.bool(types.isSubtype(raised, type)) : NULL;
    },
    bindExit(manager, isAsync) {
      if (isAsync === 0) for (const name of [enterNames[0], exitNames[0]]) noteMethod(manager, name);
      const type = types.typeOf(manager);
      const protocol = `the ${isAsync === 1 ? "asynchronous " : ""}context manager protocol`;
      const fault = `'${typeName(manager)}' object does not support ${protocol}`;
      if (types.lookup(type, enterNames[isAsync]) === NULL) return exceptions.raise("TypeError", fault);
      const exit = types.lookup(type, exitNames[isAsync]);
      if (exit === NULL)
        return exceptions.raise("TypeError", `${fault} (missed ${isAsync === 1 ? "__aexit__" : "__exit__"} method)`);
      return reentry.complete(attributes.descriptors.get, exit, manager, type);
    },
    callEnter: (manager, isAsync) =>
      calls.invokeBound(types.lookup(types.typeOf(manager), enterNames[isAsync]), manager),
    endAsyncLoop: (exception) =>
      types.isSubtype(types.typeOf(exception), types.named("StopAsyncIteration")) ? NONE : unwinding.reraise(exception),
    callExit(exit, exception) {
      return calls.invokeWith(
        exit,
        types.typeOf(exception),
        exception,
        i32[(exception + EXCEPTION_TRACEBACK) >>> 2] || NONE,
      );
    },
  };
}
