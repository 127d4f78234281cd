import { shapeOf } from "@hotpy/object-model/kernel/header";
import { isSequence, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { probe } from "../equality";
import { FALSE, NONE, SHAPE_SET, TRUE, UNDECIDED } from "../generated/constants";
import { boolIfKnown } from "../truth";
import {
  addToUnion,
  differenceOfSets,
  intersectionOfSets,
  isAnySet,
  symmetricDifferenceOfSets,
  unionOfSets,
} from "./algebra";
import { addHashed } from "./keys";
import { MOST_UNSURE, maskOf, usedOf } from "./layout";
import { copySet, createSet, discardSetKeys, isDisjoint, isSubset, setOfItems, swapSets, updateSet } from "./many";
import { clearSet, hashOfKey, removeSlot, sweepSet, UNKNOWN_HASH } from "./table";

/// Methods of sets, with operands of any type. UNDECIDED: one is no set, list or tuple, or code of the language must compare keys; 0: no memory.

function itemAt(sequence: usize, index: i32): usize {
  return load<usize>(itemsOf(sequence) + (index << 2));
}

/** The slot of a word in a set; negative as from `probe`. */
function slotOf(set: usize, key: usize): i32 {
  const hash = hashOfKey(key);
  return hash === UNKNOWN_HASH ? MOST_UNSURE - 1 : probe(set, key, hash);
}

/* ---- of two ---- */

function union(set: usize, other: usize): usize {
  if (isAnySet(other)) return unionOfSets(set, other);
  const result = copySet(set, shapeOf(set));
  if (result === 0) return 0;
  const done = updateSet(result, other);
  return done === NONE ? result : done;
}

function intersection(set: usize, other: usize): usize {
  if (isAnySet(other)) return intersectionOfSets(set, other);
  if (!isSequence(other)) return UNDECIDED;
  const result = createSet(shapeOf(set));
  if (result === 0) return 0;
  for (let i = 0; i < lengthOf(other); i++) {
    const key = itemAt(other, i);
    const found = slotOf(set, key);
    if (found < MOST_UNSURE) return UNDECIDED;
    if (found < 0) continue;
    const done = addHashed(result, key, hashOfKey(key));
    if (done !== NONE) return done;
  }
  return result;
}

/** Removes the items of a list or tuple. */
function discardItems(set: usize, sequence: usize): usize {
  for (let i = 0; i < lengthOf(sequence); i++) {
    const found = slotOf(set, itemAt(sequence, i));
    if (found < MOST_UNSURE) return UNDECIDED;
    if (found >= 0) removeSlot(set, found);
  }
  return sweepSet(set) ? set : 0;
}

function difference(set: usize, other: usize): usize {
  if (isAnySet(other)) return differenceOfSets(set, other);
  if (!isSequence(other)) return UNDECIDED;
  const result = copySet(set, shapeOf(set));
  return result === 0 ? 0 : discardItems(result, other);
}

/* ---- of any number: a set and what follows it at an address; or, as traces have them, in a tuple ---- */

export function setUnion(args: usize, count: i32): usize {
  return count === 2 ? union(load<usize>(args), load<usize>(args, 4)) : UNDECIDED;
}
export function setUnionOfAll(set: usize, others: usize): usize {
  return lengthOf(others) === 1 ? union(set, itemAt(others, 0)) : UNDECIDED;
}
export function setIntersection(args: usize, count: i32): usize {
  return count === 2 ? intersection(load<usize>(args), load<usize>(args, 4)) : UNDECIDED;
}
export function setIntersectionOfAll(set: usize, others: usize): usize {
  return lengthOf(others) === 1 ? intersection(set, itemAt(others, 0)) : UNDECIDED;
}
export function setDifference(args: usize, count: i32): usize {
  return count === 2 ? difference(load<usize>(args), load<usize>(args, 4)) : UNDECIDED;
}
export function setDifferenceOfAll(set: usize, others: usize): usize {
  return lengthOf(others) === 1 ? difference(set, itemAt(others, 0)) : UNDECIDED;
}

/* ---- others ---- */

export function setSymmetricDifference(set: usize, other: usize): usize {
  return isAnySet(other) ? symmetricDifferenceOfSets(set, other) : UNDECIDED;
}

/** A set of the items: the word itself if it is one. */
function asSet(other: usize): usize {
  return isAnySet(other) ? other : setOfItems(other, SHAPE_SET);
}

export function setIsSubset(set: usize, other: usize): usize {
  const all = asSet(other);
  return all === 0 || all === UNDECIDED ? all : boolIfKnown(isSubset(set, all));
}

export function setIsSuperset(set: usize, other: usize): usize {
  const all = asSet(other);
  return all === 0 || all === UNDECIDED ? all : boolIfKnown(isSubset(all, set));
}

export function setIsDisjoint(set: usize, other: usize): usize {
  if (isAnySet(other)) return boolIfKnown(isDisjoint(set, other));
  if (!isSequence(other)) return UNDECIDED;
  for (let i = 0; i < lengthOf(other); i++) {
    const found = slotOf(set, itemAt(other, i));
    if (found < MOST_UNSURE) return UNDECIDED;
    if (found >= 0) return FALSE;
  }
  return TRUE;
}

export function setCopy(set: usize): usize {
  return copySet(set, shapeOf(set));
}

export function setClear(set: usize): usize {
  return clearSet(set) ? NONE : 0;
}

/* ---- in place, of two sets; what is undecided has done what is done again without effect ---- */

export function setUnite(set: usize, other: usize): usize {
  return isAnySet(other) ? addToUnion(set, other) : UNDECIDED;
}

export function setSubtract(set: usize, other: usize): usize {
  // Where the other is much larger, its keys are not gone through.
  if (!isAnySet(other) || set === other || usedOf(other) >> 3 > usedOf(set)) return UNDECIDED;
  if (discardSetKeys(set, other, 0) <= maskOf(other)) return UNDECIDED;
  return sweepSet(set) ? set : 0;
}

export function setIntersect(set: usize, other: usize): usize {
  if (!isAnySet(other) || shapeOf(set) !== SHAPE_SET) return UNDECIDED;
  const result = intersectionOfSets(set, other);
  if (result === 0 || result === UNDECIDED) return result;
  swapSets(result, set);
  return set;
}
