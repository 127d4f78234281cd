import {
  exponentialOf,
  hasOrdinaryLogarithm,
  isOrdinaryExponent,
  logarithmOf,
} from "@hotpy/object-model/kernel/floats/exponential";
import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { isFinite } from "@hotpy/object-model/kernel/floats/parts";
import { cosineOf, isOrdinaryAngle, sineOf } from "@hotpy/object-model/kernel/floats/trigonometry";
import { integerFromDouble } from "@hotpy/object-model/kernel/integers/floats";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { gcdIntegers } from "@hotpy/object-model/kernel/integers/number-theory";
import { floatOf, isFloat } from "./numbers";

/// Functions of the module math, of a float or a small integer. UNDECIDED: it takes the function itself. 0: no memory.

/** The double of a float or of a small integer; anything else is not a number. */
function doubleOf(word: usize): f64 {
  return (word & 1) !== 0 ? <f64>(<i32>word >> 1) : isFloat(word) ? floatOf(word) : NaN;
}

export function mathSin(word: usize): usize {
  const x = doubleOf(word);
  return isOrdinaryAngle(x) ? boxFloat(sineOf(x)) : UNDECIDED;
}

export function mathCos(word: usize): usize {
  const x = doubleOf(word);
  return isOrdinaryAngle(x) ? boxFloat(cosineOf(x)) : UNDECIDED;
}

export function mathExp(word: usize): usize {
  const x = doubleOf(word);
  return isOrdinaryExponent(x) ? boxFloat(exponentialOf(x)) : UNDECIDED;
}

export function mathLog(word: usize): usize {
  const x = doubleOf(word);
  return hasOrdinaryLogarithm(x) ? boxFloat(logarithmOf(x)) : UNDECIDED;
}

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

/** gcd of two small integers; `args` is the address of as many arguments as there are. */
export function mathGcd(args: usize, count: i32): usize {
  if (count !== 2) return UNDECIDED;
  const a = load<usize>(args);
  const b = load<usize>(args, 4);
  if ((a & b & 1) === 0) return UNDECIDED;
  let x = abs(<i32>a >> 1);
  let y = abs(<i32>b >> 1);
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x < 1 << 30 ? ((<usize>x) << 1) | 1 : gcdIntegers(a, b);
}
