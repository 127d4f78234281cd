import { findKey, getOr, setKey } from "@hotpy/dict/kernel/dicts";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { isList, isSequence, itemsChanged, itemsOfList, lengthOfList } from "@hotpy/object-model/kernel/lists/layout";
import { characterAt } from "@hotpy/object-model/kernel/strings/characters";
import { compareStrings } from "@hotpy/object-model/kernel/strings/compare";
import { isFlat, isString, lengthOf as lengthOfString } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { isArray, setItemOfArray } from "./arrays";
import { carriedBy } from "./carriers";
import {
  ABSENT,
  FALSE,
  FLAG_WATCHED,
  NONE,
  SHAPE_DICT,
  SHAPE_TUPLE,
  TRAIT_CARRIES_ITEMS,
  TRAIT_CARRIES_ITERATION,
  TRAIT_CARRIES_ORDER,
  TRAIT_CARRIES_SEARCH,
  TRAIT_CARRIES_STORES,
  TRAIT_CARRIES_SUMS,
  TRUE,
} from "./generated/constants";
import { sequenceItem } from "./list-methods";
import { isNumber } from "./numbers";
import { ADD, EQUAL } from "./operator-numbers";
import { comparePlain, operatePlain, ordered } from "./operators";
import { positionOf } from "./positions";
import { isAnySet } from "./sets/algebra";
import { setContains } from "./sets/keys";
import { containsPlain, getSlice, setSlice } from "./subscripts";

/// Operations of the loop on objects that carry a value. UNDECIDED: it is another object, or its class has a method of its own; nothing is done.

/** `value[key]` of a list, tuple or string that an object carries. */
export function itemOfValue(value: usize, key: usize): usize {
  if (!isSmall(key)) return getSlice(value, key);
  if (isSequence(value)) return sequenceItem(value, key);
  if (!isString(value)) return UNDECIDED;
  const at = positionOf(key, lengthOfString(value));
  return at >= 0 ? characterAt(value, at) : UNDECIDED;
}

/** `value[key] = item` of a list that an object carries: NONE. */
function setItemOfValue(value: usize, key: usize, item: usize): usize {
  if (!isSmall(key)) return setSlice(value, key, item);
  if (!isList(value)) return UNDECIDED;
  const at = positionOf(key, lengthOfList(value));
  if (at < 0) return UNDECIDED;
  store<usize>(itemsOfList(value) + (at << 2), item);
  itemsChanged(value);
  return NONE;
}

/** `object[key]` where the object carries a list, a tuple, a string or a dict. */
export function itemOfCarried(object: usize, key: usize): usize {
  const value = carriedBy(object, TRAIT_CARRIES_ITEMS);
  if (value === 0) return UNDECIDED;
  // A key that is not there may be for `__missing__`.
  return shapeOf(value) === SHAPE_DICT ? getOr(value, key, UNDECIDED) : itemOfValue(value, key);
}

/** `object[key] = item` where the object carries a list, or a dict that nothing watches: NONE. */
export function setItemOfCarried(object: usize, key: usize, item: usize): usize {
  if (isArray(object)) return setItemOfArray(object, key, item);
  const value = carriedBy(object, TRAIT_CARRIES_STORES);
  if (value === 0) return UNDECIDED;
  if (shapeOf(value) !== SHAPE_DICT) return setItemOfValue(value, key, item);
  return (load<i32>(value) & FLAG_WATCHED) === 0 && setKey(value, key, item) === 1 ? NONE : UNDECIDED;
}

/** `key in object` where the object carries a builtin container: a bool. */
export function isInCarried(object: usize, key: usize): usize {
  const value = carriedBy(object, TRAIT_CARRIES_SEARCH);
  if (value === 0) return UNDECIDED;
  if (shapeOf(value) === SHAPE_DICT) {
    const entry = findKey(value, key);
    return entry >= ABSENT ? (entry >= 0 ? TRUE : FALSE) : UNDECIDED;
  }
  return isAnySet(value) ? setContains(value, key) : containsPlain(value, key);
}

/** The list or tuple whose items an object has, if it is taken apart as that would be; else 0. */
export function sequenceIn(object: usize): usize {
  const value = carriedBy(object, TRAIT_CARRIES_ITERATION);
  return value !== 0 && isSequence(value) ? value : 0;
}

/** `a op b` where an operand carries a number, a string or a tuple. */
export function operateOnCarried(operator: i32, a: usize, b: usize): usize {
  const x = carriedBy(a, TRAIT_CARRIES_SUMS) || a;
  const y = carriedBy(b, TRAIT_CARRIES_SUMS) || b;
  if (x === a && y === b) return UNDECIDED;
  if (isNumber(x) && isNumber(y)) return operatePlain(operator, 0, x, y);
  if (operator !== ADD || isSmall(x | y)) return UNDECIDED;
  const areSums = isString(x) ? isString(y) : shapeOf(x) === SHAPE_TUPLE && shapeOf(y) === SHAPE_TUPLE;
  return areSums ? operatePlain(ADD, 0, x, y) : UNDECIDED;
}

/** A comparison where an operand carries a value. */
export function compareCarried(comparison: i32, a: usize, b: usize): usize {
  const x = carriedBy(a, TRAIT_CARRIES_ORDER) || a;
  const y = carriedBy(b, TRAIT_CARRIES_ORDER) || b;
  if (x === a && y === b) return UNDECIDED;
  if (comparison >= EQUAL || isSmall(x | y) || !isFlat(x) || !isFlat(y)) return comparePlain(comparison, x, y);
  return ordered(comparison, compareStrings(x, y));
}
