import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { hasSign, isFinite } from "@hotpy/object-model/kernel/floats/parts";
import { integerFromDouble } from "@hotpy/object-model/kernel/integers/floats";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { doubleOf, isReal } from "./elementary";
import { floatOf, isFloat } from "./numbers";
import { boolOf } from "./truth";

/// Functions of the module math that take floats apart and compare them. UNDECIDED: it takes the function itself. 0: no memory.

/* Rounding of floats; integers have methods for that, which classes may have too. */

export function mathFloor(word: usize): usize {
  const x = isFloat(word) ? floatOf(word) : NaN;
  return isFinite(x) ? integerFromDouble(floor(x)) : UNDECIDED;
}

export function mathCeil(word: usize): usize {
  const x = isFloat(word) ? floatOf(word) : NaN;
  return isFinite(x) ? integerFromDouble(ceil(x)) : UNDECIDED;
}

export function mathTrunc(word: usize): usize {
  const x = isFloat(word) ? floatOf(word) : NaN;
  return isFinite(x) ? integerFromDouble(trunc(x)) : UNDECIDED;
}

/** `copysign` of numbers. */
export function mathCopySign(a: usize, b: usize): usize {
  if (!isReal(a) || !isReal(b)) return UNDECIDED;
  const x = doubleOf(a);
  return boxFloat(hasSign(doubleOf(b)) ? -abs(x) : abs(x));
}

/** `fmod` of numbers, as the C library has it: with the sign of the first. What has no result is left. */
export function mathFmod(a: usize, b: usize): usize {
  if (!isReal(a) || !isReal(b)) return UNDECIDED;
  const x = doubleOf(a);
  const y = doubleOf(b);
  if (x !== x) return boxFloat(x);
  const rest = x % y;
  return rest !== rest && y === y ? UNDECIDED : boxFloat(rest);
}

/** Whether two numbers are close to each other. */
export function isClose(x: f64, y: f64, relative: f64, absolute: f64): bool {
  if (x === y) return true;
  if (abs(x) === Infinity || abs(y) === Infinity) return false;
  const difference = abs(x - y);
  return difference <= abs(relative * x) || difference <= abs(relative * y) || difference <= absolute;
}

/** `isclose` of numbers without tolerances. */
export function mathIsClose(a: usize, b: usize): usize {
  return isReal(a) && isReal(b) ? boolOf(isClose(doubleOf(a), doubleOf(b), 1e-9, 0)) : UNDECIDED;
}
