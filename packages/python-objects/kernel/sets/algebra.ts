import { shapeOf } from "@hotpy/object-model/kernel/header";
import { isSmall } from "@hotpy/object-model/kernel/words";

import { ABSENT, SHAPE_FROZENSET, SHAPE_SET, UNDECIDED } from "../generated/constants";
import { maskOf, usedOf } from "./layout";
import { addSetKeys, copySet, createSet, discardSetKeys, isSubset, selectKeys, toggleSetKeys } from "./many";
import { sweepSet } from "./table";

/// Operators of two sets, step by step as CPython 3.11 does them: the order of the result's keys shows. The result has the shape of the first.
/// UNDECIDED: code of the language must compare keys; 0: no memory.

export function isAnySet(word: usize): bool {
  if (isSmall(word)) return false;
  const shape = shapeOf(word);
  return shape === SHAPE_SET || shape === SHAPE_FROZENSET;
}

/** What is made of a set, if a step has come to the end of another one. */
function ended(stopped: i32, other: usize, set: usize): usize {
  return stopped === ABSENT ? 0 : stopped > maskOf(other) ? set : UNDECIDED;
}

export function unionOfSets(a: usize, b: usize): usize {
  const result = copySet(a, shapeOf(a));
  // Of one set twice the table does not grow.
  return result === 0 || a === b ? result : ended(addSetKeys(result, b, 0), b, result);
}

/** Adds the keys of another set, and returns the first. What is undecided has added some that are added again without effect. */
export function addToUnion(set: usize, other: usize): usize {
  return ended(addSetKeys(set, other, 0), other, set);
}

export function intersectionOfSets(a: usize, b: usize): usize {
  if (a === b) return copySet(a, shapeOf(a));
  return usedOf(b) > usedOf(a) ? selectKeys(a, b, true, shapeOf(a)) : selectKeys(b, a, true, shapeOf(a));
}

export function differenceOfSets(a: usize, b: usize): usize {
  // A set much larger than the other is copied, and the few common keys are taken out.
  if (usedOf(a) >> 2 <= usedOf(b)) return selectKeys(a, b, false, shapeOf(a));
  const result = copySet(a, shapeOf(a));
  if (result === 0) return 0;
  const left = ended(discardSetKeys(result, b, 0), b, result);
  return left !== UNDECIDED && !sweepSet(result) ? 0 : left;
}

export function symmetricDifferenceOfSets(a: usize, b: usize): usize {
  const result = createSet(shapeOf(a));
  if (result === 0) return 0;
  const filled = ended(addSetKeys(result, b, 0), b, result);
  return filled === 0 || filled === UNDECIDED ? filled : ended(toggleSetKeys(result, a, 0), a, result);
}

/** Whether two sets have the same keys: 1, 0, or UNDECIDED. */
export function equalSets(a: usize, b: usize): i32 {
  return usedOf(a) === usedOf(b) ? isSubset(a, b) : 0;
}
