import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { isFinite } from "@hotpy/object-model/kernel/floats/parts";
import { absoluteInteger, bitLengthOf, signOfInteger } from "@hotpy/object-model/kernel/integers/arithmetic";
import { bitCountOfInteger } from "@hotpy/object-model/kernel/integers/bits";
import { fromInt64, isBig, isInteger, UNDECIDED, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { powerModuloIntegers } from "@hotpy/object-model/kernel/integers/power-modulo";
import { absoluteComplex, imaginaryOf, isComplex, realOf } from "./complexes";
import { FALSE, TRUE } from "./generated/constants";
import { operateOnNumbers } from "./number-operators";
import { floatOf, isFloat, isNumber } from "./numbers";
import { POWER } from "./operator-numbers";
import { boolOf } from "./truth";

/// Methods of numbers, and functions of them. UNDECIDED: it takes the function itself. 0: no memory.

export function intBitLength(word: usize): usize {
  return isInteger(word) ? fromInt64(bitLengthOf(word)) : UNDECIDED;
}

export function intBitCount(word: usize): usize {
  return isInteger(word) ? fromInt64(bitCountOfInteger(word)) : UNDECIDED;
}

/* Attributes of numbers; what bools have are integers. */

export function realPart(word: usize): usize {
  if (isComplex(word)) return boxFloat(realOf(word));
  return isFloat(word) || (isInteger(word) && word !== TRUE && word !== FALSE) ? word : UNDECIDED;
}
export function imaginaryPart(word: usize): usize {
  if (isComplex(word)) return boxFloat(imaginaryOf(word));
  if (isFloat(word)) return boxFloat(0);
  return isInteger(word) ? fromInt64(0) : UNDECIDED;
}
export function denominatorOf(word: usize): usize {
  return isInteger(word) ? fromInt64(1) : UNDECIDED;
}

export function floatIsInteger(word: usize): usize {
  if (!isFloat(word)) return UNDECIDED;
  const value = floatOf(word);
  return boolOf(isFinite(value) && trunc(value) === value);
}

export function callAbs(word: usize): usize {
  if (isFloat(word)) return boxFloat(abs(floatOf(word)));
  if (isComplex(word)) return absoluteComplex(word);
  return isInteger(word) ? absoluteInteger(word) : UNDECIDED;
}

export function callPow(a: usize, b: usize): usize {
  return isNumber(a) && isNumber(b) ? operateOnNumbers(POWER, a, b) : UNDECIDED;
}

export function callPowModulo(a: usize, b: usize, m: usize): usize {
  if (!isInteger(a) || !isInteger(b) || !isInteger(m) || signOfInteger(b) < 0) return UNDECIDED;
  if (signOfInteger(m) === 0) return UNDECIDED;
  if (isBig(a) || isBig(b) || isBig(m) || !isSmallModulus(valueOf(m))) return powerModuloIntegers(a, b, m);
  const modulus = valueOf(m);
  let base = valueOf(a) % modulus;
  let result: i64 = 1 % modulus;
  for (let left = valueOf(b); left !== 0; left >>= 1) {
    if ((left & 1) !== 0) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  // It has the sign of the modulus.
  return fromInt64(result !== 0 && result < 0 !== modulus < 0 ? result + modulus : result);
}

/** Whether products of remainders fit in 64 bits. */
function isSmallModulus(modulus: i64): bool {
  return modulus > -0x7fffffff && modulus < 0x7fffffff;
}

/* ---- of the module math, of floats ---- */

export function mathFabs(word: usize): usize {
  return isFloat(word) ? boxFloat(abs(floatOf(word))) : UNDECIDED;
}
export function mathIsNan(word: usize): usize {
  if (!isFloat(word)) return UNDECIDED;
  const value = floatOf(word);
  return boolOf(value !== value);
}
export function mathIsFinite(word: usize): usize {
  return isFloat(word) ? boolOf(isFinite(floatOf(word))) : UNDECIDED;
}
export function mathIsInfinite(word: usize): usize {
  return isFloat(word) ? boolOf(abs(floatOf(word)) === Infinity) : UNDECIDED;
}

/** Past the greatest float it is infinite. */
function scaled(word: usize, factor: f64): usize {
  return isFloat(word) ? boxFloat(floatOf(word) * factor) : UNDECIDED;
}
export function mathDegrees(word: usize): usize {
  return scaled(word, 180 / Math.PI);
}
export function mathRadians(word: usize): usize {
  return scaled(word, Math.PI / 180);
}
