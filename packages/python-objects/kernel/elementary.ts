import {
  commonLogarithmOf,
  exponentialOf,
  hasExponentials,
  logarithmOf,
} from "@hotpy/object-model/kernel/floats/exponential";
import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { isFinite } from "@hotpy/object-model/kernel/floats/parts";
import { isOrdinaryPower, powerOf } from "@hotpy/object-model/kernel/floats/powers";
import {
  arcCosineOf,
  arcSineOf,
  arcTangentOf,
  arcTangentOfTwo,
  cosineOf,
  hasTrigonometry,
  isOrdinaryAngle,
  sineOf,
  tangentOf,
} from "@hotpy/object-model/kernel/floats/trigonometry";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { floatOf, isFloat } from "./numbers";

/// Elementary functions of the module math, of floats and small integers. UNDECIDED: it takes the function itself, as where the result is no finite
/// number, or the tables are not there yet. 0: no memory.

/** The double of a float or of a small integer; anything else is not a number. */
export function doubleOf(word: usize): f64 {
  return isSmall(word) ? <f64>untagSmall(word) : isFloat(word) ? floatOf(word) : NaN;
}

/** Whether {@link doubleOf} knows the number: a float, also one that is none, or a small integer. */
export function isReal(word: usize): bool {
  return isSmall(word) || isFloat(word);
}

/** A result as a float, where there is nothing to say about it. */
export function boxFinite(result: f64): usize {
  return isFinite(result) ? boxFloat(result) : UNDECIDED;
}

export function mathSqrt(word: usize): usize {
  const x = doubleOf(word);
  return x >= 0 && isFinite(x) ? boxFloat(sqrt(x)) : UNDECIDED;
}

export function mathSin(word: usize): usize {
  const x = doubleOf(word);
  return hasTrigonometry() && isOrdinaryAngle(x) ? boxFloat(sineOf(x)) : UNDECIDED;
}

export function mathCos(word: usize): usize {
  const x = doubleOf(word);
  return hasTrigonometry() && isOrdinaryAngle(x) ? boxFloat(cosineOf(x)) : UNDECIDED;
}

export function mathTan(word: usize): usize {
  const x = doubleOf(word);
  return hasTrigonometry() && isOrdinaryAngle(x) ? boxFinite(tangentOf(x)) : UNDECIDED;
}

export function mathAsin(word: usize): usize {
  return hasTrigonometry() ? boxFinite(arcSineOf(doubleOf(word))) : UNDECIDED;
}

export function mathAcos(word: usize): usize {
  return hasTrigonometry() ? boxFinite(arcCosineOf(doubleOf(word))) : UNDECIDED;
}

export function mathAtan(word: usize): usize {
  return hasTrigonometry() ? boxFinite(arcTangentOf(doubleOf(word))) : UNDECIDED;
}

export function mathAtan2(y: usize, x: usize): usize {
  return hasTrigonometry() ? boxFinite(arcTangentOfTwo(doubleOf(y), doubleOf(x))) : UNDECIDED;
}

export function mathExp(word: usize): usize {
  return hasExponentials() ? boxFinite(exponentialOf(doubleOf(word))) : UNDECIDED;
}

export function mathLog(word: usize): usize {
  return hasExponentials() ? boxFinite(logarithmOf(doubleOf(word))) : UNDECIDED;
}

export function mathLog10(word: usize): usize {
  const x = doubleOf(word);
  return hasExponentials() && x > 0 && isFinite(x) ? boxFloat(commonLogarithmOf(x)) : UNDECIDED;
}

/** `x ** y` of ordinary numbers, as a float. */
export function powerOfDoubles(x: f64, y: f64): usize {
  return hasExponentials() && isOrdinaryPower(x, y) ? boxFinite(powerOf(x, y)) : UNDECIDED;
}

export function mathPow(a: usize, b: usize): usize {
  return powerOfDoubles(doubleOf(a), doubleOf(b));
}
