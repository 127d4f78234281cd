import { shapeOf } from "@hotpy/object-model/kernel/header";
import { barrier } from "@hotpy/object-model/kernel/heap";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { tupleFrom } from "@hotpy/object-model/kernel/lists/make";
import { isSmall } from "@hotpy/object-model/kernel/words";
import {
  EXCEPTION_ARGS,
  EXCEPTION_CAUSE,
  EXCEPTION_CONTEXT,
  EXCEPTION_TRACEBACK,
  MAKES_EXCEPTION,
  NONE,
  SHAPE_TUPLE,
  SHAPE_TYPE,
  STATE_EMPTY_TUPLE,
  TRAIT_EXCEPTION,
  TYPE_CALL_OPERATION,
} from "./generated/constants";
import { itemOf } from "./kinds";
import { boolIfKnown, boolOf } from "./truth";
import { isSubtype, traitsOf, typeOf } from "./types";

/// Initialising exceptions, and the clauses of `except`.

/** `BaseException.__init__` of `count` words, the exception first: it keeps the rest. None, or UNDECIDED: that is no exception, or there is no memory. */
export function initException(words: usize, count: i32): usize {
  const self = load<usize>(words);
  if (isSmall(self) || load<i32>(typeOf(self), TYPE_CALL_OPERATION) !== MAKES_EXCEPTION) return UNDECIDED;
  const given = count === 1 ? load<usize>(STATE_EMPTY_TUPLE) : tupleFrom(words + 4, count - 1);
  if (given === 0) return UNDECIDED;
  store<usize>(self, given, EXCEPTION_ARGS);
  barrier(self);
  return NONE;
}

/* Attributes of exceptions. */

export function exceptionArguments(exception: usize): usize {
  return load<usize>(exception, EXCEPTION_ARGS);
}
export function exceptionTraceback(exception: usize): usize {
  return load<usize>(exception, EXCEPTION_TRACEBACK) || NONE;
}
export function exceptionCause(exception: usize): usize {
  return load<usize>(exception, EXCEPTION_CAUSE) || NONE;
}
export function exceptionContext(exception: usize): usize {
  return load<usize>(exception, EXCEPTION_CONTEXT) || NONE;
}

/** 1 or 0; negative: whether `wanted` is a class of exceptions is not known here. */
function matchesOne(raised: usize, wanted: usize): i32 {
  if (isSmall(wanted) || shapeOf(wanted) !== SHAPE_TYPE) return -1;
  return (traitsOf(wanted) & TRAIT_EXCEPTION) === 0 ? -1 : i32(isSubtype(raised, wanted));
}

/** Whether `except wanted` catches an exception, a class or a tuple of them: TRUE, FALSE or UNDECIDED. */
export function matchesException(exception: usize, wanted: usize): usize {
  const raised = typeOf(exception);
  if (isSmall(wanted) || shapeOf(wanted) !== SHAPE_TUPLE) {
    const match = matchesOne(raised, wanted);
    return boolIfKnown(match);
  }
  const length = lengthOf(wanted);
  let isMatch = false;
  for (let i = 0; i < length; i++) {
    const match = matchesOne(raised, itemOf(wanted, i));
    if (match < 0) return UNDECIDED;
    if (match === 1) isMatch = true;
  }
  return boolOf(isMatch);
}
