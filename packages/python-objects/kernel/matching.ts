import { getOr } from "@hotpy/dict/kernel/dicts";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { emptyTuple, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { equalStrings } from "@hotpy/object-model/kernel/strings/compare";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { callGetattr, callGetattrOr } from "./attributes";
import {
  FALSE,
  FIRST_DYNAMIC_SHAPE,
  NONE,
  SHAPE_BYTE_STRING,
  SHAPE_BYTEARRAY,
  SHAPE_DICT,
  SHAPE_FLOAT,
  SHAPE_FROZENSET,
  SHAPE_INT64,
  SHAPE_LIST,
  SHAPE_SET,
  SHAPE_STR1,
  SHAPE_TUPLE,
  SHAPE_TYPE,
  TRAIT_CLASS,
  TRUE,
  TYPE_META,
} from "./generated/constants";
import { itemOf } from "./kinds";
import { isNumber } from "./numbers";
import { isSubtype, traitsOf, typeOf, typeOfShape } from "./types";

/// What the patterns of `match` ask, where it runs no code. The rest is UNDECIDED: the functions of the same names in TypeScript do that, and raise.

/** Stands for a value that is not there. No word is this. */
const MISSING: usize = 2;

/** The name `__match_args__`. */
let matchArgs: usize = 0;

export function matchArgsAre(name: usize): void {
  matchArgs = name;
}

/** Whether an object of a builtin type is a sequence to a pattern. */
export function isSequencePattern(subject: usize): usize {
  if (isSmall(subject)) return FALSE;
  const shape = shapeOf(subject);
  if (shape === SHAPE_LIST || shape === SHAPE_TUPLE) return TRUE;
  return isPlainItem(subject) || shape === SHAPE_DICT ? FALSE : UNDECIDED;
}

/** Whether an object of a builtin type is a mapping to a pattern. */
export function isMappingPattern(subject: usize): usize {
  if (isSmall(subject)) return FALSE;
  const shape = shapeOf(subject);
  if (shape === SHAPE_DICT) return TRUE;
  return isPlainItem(subject) || shape === SHAPE_LIST || shape === SHAPE_TUPLE ? FALSE : UNDECIDED;
}

/** Whether an object is a number, a string or None. */
function isPlainItem(word: usize): bool {
  return word === NONE || isFlat(word) || isNumber(word);
}

/** Whether an object is an instance of a class: 1 or 0; -1: it is not known without running code. */
function isInstance(subject: usize, cls: usize): i32 {
  if (isSmall(cls) || shapeOf(cls) !== SHAPE_TYPE) return -1;
  const type = typeOf(subject);
  if (type === cls) return 1;
  if (load<usize>(cls, TYPE_META) !== typeOfShape(SHAPE_TYPE)) return -1;
  if (isSubtype(type, cls)) return 1;
  // Instances may say of themselves that they have another class.
  const isBuiltin = isSmall(subject) || shapeOf(subject) < FIRST_DYNAMIC_SHAPE;
  return isBuiltin || (traitsOf(type) & TRAIT_CLASS) !== 0 ? 0 : -1;
}

/** Whether the one positional sub-pattern of a class is for the object itself. */
function isItself(cls: usize): bool {
  return (
    cls === typeOfShape(SHAPE_STR1) ||
    cls === typeOfShape(SHAPE_INT64) ||
    cls === typeOfShape(SHAPE_FLOAT) ||
    cls === typeOfShape(SHAPE_LIST) ||
    cls === typeOfShape(SHAPE_TUPLE) ||
    cls === typeOfShape(SHAPE_DICT) ||
    cls === typeOfShape(SHAPE_SET) ||
    cls === typeOfShape(SHAPE_FROZENSET) ||
    cls === typeOfShape(SHAPE_BYTE_STRING) ||
    cls === typeOfShape(SHAPE_BYTEARRAY)
  );
}

/** Whether a name is a string that the sub-patterns before it do not have. */
function isNew(name: usize, positional: usize, names: usize, before: i32, count: i32): bool {
  if (isSmall(name) || !isFlat(name)) return false;
  for (let i = 0; i < before; i++) if (equalStrings(nameAt(positional, names, i, count), name)) return false;
  return true;
}

function nameAt(positional: usize, names: usize, index: i32, count: i32): usize {
  return index < count ? itemOf(positional, index) : itemOf(names, index - count);
}

/**
 * `cls(pattern, …, name=pattern, …)` with so many positional sub-patterns and these names: the attributes that the sub-patterns are for, or None where the
 * subject is not of the class or lacks one.
 */
export function attributesOf(subject: usize, cls: usize, names: usize, positionals: usize): usize {
  const is = isInstance(subject, cls);
  if (is <= 0) return is === 0 ? NONE : UNDECIDED;
  const count = untagSmall(positionals);
  const all = count + lengthOf(names);
  // That of no names is the empty tuple, of which there is one.
  if (all === 0) return names;
  let positional = names;
  if (count > 0) {
    if (all === 1 && isItself(cls)) {
      const alone = emptyTuple(1);
      if (alone !== 0) store<usize>(itemsOf(alone), subject);
      return alone;
    }
    positional = callGetattr(cls, matchArgs);
    if (positional === UNDECIDED || positional === 0) return positional;
    if (isSmall(positional) || shapeOf(positional) !== SHAPE_TUPLE || lengthOf(positional) < count) return UNDECIDED;
  }
  const values = emptyTuple(all);
  if (values === 0) return 0;
  for (let i = 0; i < all; i++) {
    const name = nameAt(positional, names, i, count);
    if (i < count && !isNew(name, positional, names, i, count)) return UNDECIDED;
    if (i >= count && count > 0 && !isNew(name, positional, names, count, count)) return UNDECIDED;
    const value = callGetattrOr(subject, name, MISSING);
    if (value === MISSING) return NONE;
    if (value === UNDECIDED || value === 0) return value;
    store<usize>(itemsOf(values) + (i << 2), value);
  }
  return values;
}

/** The values that a dict has for the keys of a pattern, strings that differ, or None where it lacks one. */
export function valuesOf(subject: usize, keys: usize): usize {
  if (isSmall(subject) || shapeOf(subject) !== SHAPE_DICT) return UNDECIDED;
  const count = lengthOf(keys);
  if (count === 0) return keys;
  const values = emptyTuple(count);
  if (values === 0) return 0;
  for (let i = 0; i < count; i++) {
    const key = itemOf(keys, i);
    if (!isNew(key, keys, keys, i, count)) return UNDECIDED;
    const value = getOr(subject, key, MISSING);
    if (value === UNDECIDED) return UNDECIDED;
    if (value === MISSING) return NONE;
    store<usize>(itemsOf(values) + (i << 2), value);
  }
  return values;
}
