import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { negateInteger } from "@hotpy/object-model/kernel/integers/arithmetic";
import { invertInteger } from "@hotpy/object-model/kernel/integers/bits";
import { isInteger, UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { itemOfValue } from "./carrier-operations";
import { isComplex, negateComplex } from "./complexes";
import { FALSE, TRUE } from "./generated/constants";
import { floatOf, isFloat } from "./numbers";
import { ADD, EQUAL, GREATER, LESS, LESS_EQUAL, MULTIPLY, SHIFT_LEFT, SHIFT_RIGHT } from "./operator-numbers";
import { comparePlain, operatePlain } from "./operators";
import { boolOf, truthWord } from "./truth";

/// Operators as functions: those of the module operator. UNDECIDED: it takes the language's tables; 0: no memory.

export function addPlain(a: usize, b: usize): usize {
  return operatePlain(ADD, 0, a, b);
}
export function multiplyPlain(a: usize, b: usize): usize {
  return operatePlain(MULTIPLY, 0, a, b);
}
export function shiftLeftPlain(a: usize, b: usize): usize {
  return operatePlain(SHIFT_LEFT, 0, a, b);
}
export function shiftRightPlain(a: usize, b: usize): usize {
  return operatePlain(SHIFT_RIGHT, 0, a, b);
}

export function lessThanPlain(a: usize, b: usize): usize {
  return comparePlain(LESS, a, b);
}
export function lessEqualPlain(a: usize, b: usize): usize {
  return comparePlain(LESS_EQUAL, a, b);
}
export function greaterThanPlain(a: usize, b: usize): usize {
  return comparePlain(GREATER, a, b);
}
export function greaterEqualPlain(a: usize, b: usize): usize {
  return comparePlain(GREATER + 1, a, b);
}
export function equalPlain(a: usize, b: usize): usize {
  return comparePlain(EQUAL, a, b);
}
export function notEqualPlain(a: usize, b: usize): usize {
  return comparePlain(EQUAL + 1, a, b);
}

export function negatePlain(value: usize): usize {
  if (isFloat(value)) return boxFloat(-floatOf(value));
  if (isComplex(value)) return negateComplex(value);
  return isInteger(value) ? negateInteger(value) : UNDECIDED;
}
export function invertPlain(value: usize): usize {
  return isInteger(value) ? invertInteger(value) : UNDECIDED;
}
export function notPlain(value: usize): usize {
  const truth = truthWord(value);
  return truth === UNDECIDED ? truth : FALSE + TRUE - truth;
}
/** An integer as an index. */
export function indexPlain(value: usize): usize {
  return isInteger(value) && value !== TRUE && value !== FALSE ? value : UNDECIDED;
}
export function isSame(a: usize, b: usize): usize {
  return boolOf(a === b);
}
export function isOther(a: usize, b: usize): usize {
  return a === b ? FALSE : TRUE;
}

/** `container[key]` of a list, tuple or string. */
export function itemOfPlain(container: usize, key: usize): usize {
  return isSmall(container) ? UNDECIDED : itemOfValue(container, key);
}
