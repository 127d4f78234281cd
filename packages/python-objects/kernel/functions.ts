import { copyDict, getOr } from "@hotpy/dict/kernel/dicts";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { divmodIntegers, signOfInteger } from "@hotpy/object-model/kernel/integers/arithmetic";
import { fromInt64, isInteger, UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { freshTuple, isSequence, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { pickList } from "@hotpy/object-model/kernel/lists/make";
import { isString, lengthOf as lengthOfString } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { nextInContainer } from "./advance";
import { isArray, lengthOfArray } from "./arrays";
import { carriedBy } from "./carriers";
import { dequeLength } from "./deques";
import { listOfPlain } from "./drain";
import { bestPlain, hasTruth, sumPlain } from "./fold";
import {
  DICT_COUNT,
  FALSE,
  NATIVE_SHAPES,
  NONE,
  NOT_PLAIN,
  SHAPE_BYTE_STRING,
  SHAPE_DEQUE,
  SHAPE_DICT,
  SHAPE_FUNCTION,
  SHAPE_GENERATOR,
  SHAPE_METHOD,
  SHAPE_NATIVE,
  SHAPE_RANGE,
  SHAPE_TYPE,
  STATE_REMAINDER,
  TRAIT_CALLABLE,
  TRAIT_CARRIES_ITERATION,
  TRAIT_CARRIES_LENGTH,
  TRUE,
  TUPLE_ITEMS,
  TYPE_META,
} from "./generated/constants";
import { generatorIn, iteratePlain } from "./iterate";
import { hashOfPlain, lessPlain } from "./plain";
import { lengthOfRange } from "./ranges";
import { isAnySet } from "./sets/algebra";
import { usedOf } from "./sets/layout";
import { sortPlain } from "./sort";
import { nextOf, stepOfGenerator } from "./steps";
import { areTraitsKnown, isSubtype, traitsOf, typeOfShape } from "./types";

/// Builtin functions as they are called: arguments are anything. 0: no memory. UNDECIDED: it takes the function itself.

const SMALL_ZERO: usize = 1;
/** Sorting more is left to the function, which the user can interrupt. */
const MOST_SORTED: i32 = 1 << 16;

/** `len` of a range, of a string of any width, and of what carries a value; what most have the loop does itself. */
export function callLen(value: usize): usize {
  if (isSmall(value)) return UNDECIDED;
  if (isString(value)) return fromInt64(lengthOfString(value));
  if (shapeOf(value) === SHAPE_RANGE) return lengthOfRange(value);
  if (isArray(value)) return lengthOfArray(value);
  const carried = carriedBy(value, TRAIT_CARRIES_LENGTH);
  return lengthOfValue(carried === 0 ? value : carried);
}

function lengthOfValue(value: usize): usize {
  if (isSequence(value)) return fromInt64(lengthOf(value));
  if (isString(value)) return fromInt64(lengthOfString(value));
  if (isAnySet(value)) return fromInt64(usedOf(value));
  if (shapeOf(value) === SHAPE_DEQUE) return dequeLength(value);
  return shapeOf(value) === SHAPE_DICT ? fromInt64(load<i32>(value, DICT_COUNT)) : UNDECIDED;
}

/** `callable`; of objects of classes, where that is known. */
export function callCallable(value: usize): usize {
  if (isSmall(value) || value === NONE || isString(value) || isSequence(value)) return FALSE;
  const shape = shapeOf(value);
  const isNative = (shape & NATIVE_SHAPES) === SHAPE_NATIVE;
  if (isNative || shape === SHAPE_FUNCTION || shape === SHAPE_METHOD || shape === SHAPE_TYPE) return TRUE;
  const type = typeOfShape(shape);
  if (!areTraitsKnown(type)) return UNDECIDED;
  return (traitsOf(type) & TRAIT_CALLABLE) !== 0 ? TRUE : FALSE;
}

/** Of classes that do not say it themselves. */
export function callIsSubclass(type: usize, base: usize): usize {
  if (isSmall(type) || isSmall(base) || shapeOf(type) !== SHAPE_TYPE || shapeOf(base) !== SHAPE_TYPE) return UNDECIDED;
  if (load<usize>(base, TYPE_META) !== typeOfShape(SHAPE_TYPE)) return UNDECIDED;
  return isSubtype(type, base) ? TRUE : FALSE;
}

export function callHash(value: usize): usize {
  const hash = hashOfPlain(value);
  return hash === -1 ? UNDECIDED : fromInt64(hash);
}

function listOf(items: usize): usize {
  if (!isSequence(items)) return listOfPlain(items, false);
  const count = lengthOf(items);
  return count > MOST_SORTED ? UNDECIDED : pickList(items, 0, 1, count);
}

/** `os.fspath` of a text or of bytes. */
export function callFspath(path: usize): usize {
  return !isSmall(path) && (isString(path) || shapeOf(path) === SHAPE_BYTE_STRING) ? path : UNDECIDED;
}

/** `sorted` of a builtin container of plain values. */
export function callSorted(items: usize): usize {
  return callSortedBy(items, 0, 0);
}

/** The same with keywords: `key` none, `reverse` a bool, either may be 0. */
export function callSortedBy(items: usize, key: usize, reverse: usize): usize {
  if ((key !== 0 && key !== NONE) || (reverse !== 0 && reverse !== TRUE && reverse !== FALSE)) return UNDECIDED;
  const list = listOf(items);
  if (list === 0 || list === UNDECIDED) return list;
  const sorted = sortPlain(list, list, reverse === TRUE);
  return sorted === 1 ? list : sorted === NOT_PLAIN ? UNDECIDED : 0;
}

export function callSum(items: usize): usize {
  return isSequence(items) ? sumPlain(items, SMALL_ZERO) : UNDECIDED;
}
export function callAny(items: usize): usize {
  return isSequence(items) ? hasTruth(items, true) : UNDECIDED;
}
/** Whether no item is false. */
export function callAll(items: usize): usize {
  if (!isSequence(items)) return UNDECIDED;
  const found = hasTruth(items, false);
  return found === UNDECIDED ? found : FALSE + TRUE - found;
}

/** The least (greatest) of the arguments at an address, or of the items of the only one. */
function best(args: usize, count: i32, isLeast: bool): usize {
  let found = load<usize>(args);
  if (count === 1) return isSequence(found) ? bestPlain(found, isLeast) : UNDECIDED;
  for (let i = 1; i < count; i++) {
    const item = load<usize>(args + (i << 2));
    const isBetter = isLeast ? lessPlain(item, found) : lessPlain(found, item);
    if (isBetter < 0) return UNDECIDED;
    if (isBetter === 1) found = item;
  }
  return found;
}
export function callMin(args: usize, count: i32): usize {
  return best(args, count, true);
}
export function callMax(args: usize, count: i32): usize {
  return best(args, count, false);
}

/** The least of the arguments in a tuple. */
export function callMinOf(args: usize): usize {
  return best(args + TUPLE_ITEMS, lengthOf(args), true);
}
export function callMaxOf(args: usize): usize {
  return best(args + TUPLE_ITEMS, lengthOf(args), false);
}

/** `iter(x)` of builtin types; an object around a generator is its own iterator, which only loops look into. */
export function callIter(value: usize): usize {
  const iterator = iteratePlain(value);
  return iterator !== UNDECIDED && iterator !== value && shapeOf(iterator) === SHAPE_GENERATOR ? value : iterator;
}

/** `next(x)` of iterators of builtin containers, and of objects around a generator that has steps, that have a next item. */
export function callNext(iterator: usize): usize {
  if (isSmall(iterator)) return UNDECIDED;
  const generator = generatorIn(iterator);
  return (generator === 0 ? nextInContainer(iterator) : stepOfGenerator(generator)) || UNDECIDED;
}

/** `next(x, default)` of these, and of generators that have steps. */
export function callNextOr(iterator: usize, _default: usize): usize {
  if (isSmall(iterator)) return UNDECIDED;
  return nextOf(generatorIn(iterator) || iterator) || _default;
}

/** `divmod` of small integers. */
export function callDivmod(a: usize, b: usize): usize {
  if (!isInteger(a) || !isInteger(b) || signOfInteger(b) === 0) return UNDECIDED;
  const quotient = divmodIntegers(a, b);
  const rest = load<usize>(STATE_REMAINDER);
  const tuple = quotient === 0 || rest === 0 ? 0 : freshTuple(2);
  if (tuple === 0) return 0;
  store<usize>(tuple, quotient, TUPLE_ITEMS);
  store<usize>(tuple, rest, TUPLE_ITEMS + 4);
  return tuple;
}

/** `dict.copy()` of a dict, or of an object that carries one and whose class iterates over it as dict does. */
export function copyAnyDict(object: usize): usize {
  if (isSmall(object)) return UNDECIDED;
  const dict = shapeOf(object) === SHAPE_DICT ? object : carriedBy(object, TRAIT_CARRIES_ITERATION);
  return dict !== 0 && shapeOf(dict) === SHAPE_DICT ? copyDict(dict) : UNDECIDED;
}
/** The same as the loop calls it. */
export function callCopyDict(args: usize, count: i32): usize {
  return count === 1 ? copyAnyDict(load<usize>(args)) : UNDECIDED;
}

/** `dict.get(key)` of a key that can be looked up without Python code. */
export function dictGet(dict: usize, key: usize): usize {
  return getOr(dict, key, NONE);
}
/** The same with a value for keys that are not there. */
export function dictGetOr(dict: usize, key: usize, otherwise: usize): usize {
  return getOr(dict, key, otherwise);
}
