import { shapeOf } from "@hotpy/object-model/kernel/header";
import { isString } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import {
  NONE,
  SHAPE_BYTE_STRING,
  SHAPE_COMPLEX,
  SHAPE_FROZENSET,
  SHAPE_TUPLE,
  TUPLE_ITEMS,
} from "./generated/constants";
import { isNumber } from "./numbers";

/// Kinds of plain values.

/** Deeper tuples are not plain. */
export const MOST_DEPTH = 20;

/** Tuples of no more items are hashed and compared in short loops first, while their items are small integers and strings. */
export const FEW = 8;

/** Not plain is 0. */
export const NUMBER = 1;
export const STRING = 2;
export const TUPLE = 3;
export const BYTES = 4;
/** Those from here on are not sorted: None and complex numbers have no order, and that of sets is none for sorting. */
export const NOTHING = 5;
export const FROZEN_SET = 6;
export const COMPLEX = 7;

/** What kind of plain value a word is. */
export function kindOf(word: usize): i32 {
  if (isSmall(word)) return NUMBER;
  // The kinds of most keys come first.
  const shape = shapeOf(word);
  if (shape === SHAPE_TUPLE) return TUPLE;
  if (isString(word)) return STRING;
  if (isNumber(word)) return NUMBER;
  if (shape === SHAPE_BYTE_STRING) return BYTES;
  if (shape === SHAPE_FROZENSET) return FROZEN_SET;
  if (shape === SHAPE_COMPLEX) return COMPLEX;
  return word === NONE ? NOTHING : 0;
}

/** An item of a tuple. */
export function itemOf(tuple: usize, index: i32): usize {
  return load<usize>(tuple + (index << 2), TUPLE_ITEMS);
}
