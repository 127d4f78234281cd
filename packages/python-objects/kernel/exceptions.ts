import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { shapeOf } from "@hotpy/object-model/kernel/strings/text";
import { FALSE, SHAPE_TUPLE, SHAPE_TYPE, TRAIT_EXCEPTION, TRUE } from "./generated/constants";
import { itemOf } from "./kinds";
import { isSubtype, traitsOf, typeOf } from "./types";

/// The clauses of `except`.

/** 1 or 0; negative: whether `wanted` is a class of exceptions is not known here. */
function matchesOne(raised: usize, wanted: usize): i32 {
  if ((wanted & 1) !== 0 || shapeOf(wanted) !== SHAPE_TYPE) return -1;
  return (traitsOf(wanted) & TRAIT_EXCEPTION) === 0 ? -1 : i32(isSubtype(raised, wanted));
}

/** Whether `except wanted` catches an exception, a class or a tuple of them: TRUE, FALSE or UNDECIDED. */
export function matchesException(exception: usize, wanted: usize): usize {
  const raised = typeOf(exception);
  if ((wanted & 1) !== 0 || shapeOf(wanted) !== SHAPE_TUPLE) {
    const match = matchesOne(raised, wanted);
    return match < 0 ? UNDECIDED : match === 1 ? TRUE : FALSE;
  }
  const length = lengthOf(wanted);
  let isMatch = false;
  for (let i = 0; i < length; i++) {
    const match = matchesOne(raised, itemOf(wanted, i));
    if (match < 0) return UNDECIDED;
    if (match === 1) isMatch = true;
  }
  return isMatch ? TRUE : FALSE;
}
