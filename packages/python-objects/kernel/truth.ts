import { shapeOf } from "@hotpy/object-model/kernel/header";
import { isInteger, UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { isString, lengthOf as lengthOfString } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { carriedBy } from "./carriers";
import { lengthOfDeque } from "./deques";
import {
  BYTEARRAY_SIZE,
  DICT_COUNT,
  FALSE,
  NONE,
  SHAPE_BYTE_STRING,
  SHAPE_BYTEARRAY,
  SHAPE_DEQUE,
  SHAPE_DICT,
  SHAPE_FROZENSET,
  SHAPE_LIST,
  SHAPE_SET,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TRAIT_CARRIES_LENGTH,
  TRAIT_TRUE,
  TRUE,
} from "./generated/constants";
import { floatOf, isFloat } from "./numbers";
import { usedOf } from "./sets/layout";
import { traitsOf, typeOfShape } from "./types";

/// The truth of values that need no code of the language for it.

const SMALL_ZERO: usize = 1;

/** 1 or 0; negative: its type must be asked. */
export function truthOf(word: usize): i32 {
  if (isSmall(word)) return i32(word !== SMALL_ZERO);
  if (word === FALSE || word === NONE) return 0;
  if (word === TRUE) return 1;
  const shape = shapeOf(word);
  if (shape === SHAPE_LIST || shape === SHAPE_TUPLE) return i32(lengthOf(word) > 0);
  if (shape === SHAPE_DICT) return i32(load<i32>(word, DICT_COUNT) > 0);
  if (isString(word)) return i32(lengthOfString(word) > 0);
  if (isFloat(word)) return i32(floatOf(word) !== 0);
  // Of other integers none is 0.
  if (isInteger(word)) return 1;
  if (shape === SHAPE_SET || shape === SHAPE_FROZENSET) return i32(usedOf(word) > 0);
  if (shape === SHAPE_DEQUE) return i32(lengthOfDeque(word) > 0);
  if (shape === SHAPE_BYTE_STRING) return i32(load<i32>(word, TAIL_SIZE) > 0);
  if (shape === SHAPE_BYTEARRAY) return i32(load<i32>(word, BYTEARRAY_SIZE) > 0);
  if ((traitsOf(typeOfShape(shape)) & TRAIT_TRUE) !== 0) return 1;
  const value = carriedBy(word, TRAIT_CARRIES_LENGTH);
  return value === 0 ? -1 : truthOf(value);
}

/** The same as a word: TRUE, FALSE or UNDECIDED. */
export function truthWord(word: usize): usize {
  return boolIfKnown(truthOf(word));
}

/** The word of a condition. */
export function boolOf(condition: bool): usize {
  return condition ? TRUE : FALSE;
}

/** The word of 1 or 0; UNDECIDED for a negative number. */
export function boolIfKnown(truth: i32): usize {
  return truth < 0 ? UNDECIDED : boolOf(truth === 1);
}
