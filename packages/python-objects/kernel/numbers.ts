import { shapeOf } from "@hotpy/object-model/kernel/header";
import { compareIntegers } from "@hotpy/object-model/kernel/integers/arithmetic";
import { compareWithDouble } from "@hotpy/object-model/kernel/integers/floats";
import { isInteger } from "@hotpy/object-model/kernel/integers/forms";
import { isSmall } from "@hotpy/object-model/kernel/words";

import { BOX_VALUE, SHAPE_FLOAT } from "./generated/constants";

/// Numbers in order: integers of any size, bools and floats.

/** Negative, 0 or positive as the order of two numbers is; UNORDERED if one is not a number. */
export const UNORDERED: i32 = 2;

export function isNumber(word: usize): bool {
  return isInteger(word) || shapeOf(word) === SHAPE_FLOAT;
}

export function isFloat(word: usize): bool {
  return !isSmall(word) && shapeOf(word) === SHAPE_FLOAT;
}

export function floatOf(word: usize): f64 {
  return load<f64>(word, BOX_VALUE);
}

function orderOfFloats(a: f64, b: f64): i32 {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : UNORDERED;
}

export function orderOfNumbers(a: usize, b: usize): i32 {
  if (isFloat(a)) {
    if (isFloat(b)) return orderOfFloats(floatOf(a), floatOf(b));
    const order = compareWithDouble(b, floatOf(a));
    return order === UNORDERED ? order : -order;
  }
  return isFloat(b) ? compareWithDouble(a, floatOf(b)) : compareIntegers(a, b);
}
