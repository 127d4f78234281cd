import { isString, shapeOf } from "@hotpy/object-model/kernel/strings/text";
import { NONE, SHAPE_FROZENSET, SHAPE_TUPLE, TUPLE_ITEMS } from "./generated/constants";
import { isNumber } from "./numbers";

/// Kinds of plain values.

/** Deeper tuples are not plain. */
export const MOST_DEPTH = 20;

/** Not plain is 0. */
export const NUMBER = 1;
export const STRING = 2;
export const TUPLE = 3;
export const NOTHING = 4;
/** These have an order, but not one for sorting. */
export const FROZEN_SET = 5;

/** What kind of plain value a word is. */
export function kindOf(word: usize): i32 {
  if ((word & 1) !== 0) return NUMBER;
  if (isString(word)) return STRING;
  if (isNumber(word)) return NUMBER;
  const shape = shapeOf(word);
  if (shape === SHAPE_TUPLE) return TUPLE;
  if (shape === SHAPE_FROZENSET) return FROZEN_SET;
  return word === NONE ? NOTHING : 0;
}

/** An item of a tuple. */
export function itemOf(tuple: usize, index: i32): usize {
  return load<usize>(tuple + (index << 2), TUPLE_ITEMS);
}
