import { boxFloat, floatFromText } from "@hotpy/object-model/kernel/floats/from-text";
import { isFinite } from "@hotpy/object-model/kernel/floats/parts";
import { integerFromDouble } from "@hotpy/object-model/kernel/integers/floats";
import { isBig, isInteger, UNDECIDED, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { integerFromText } from "@hotpy/object-model/kernel/integers/from-text";
import { isString, lengthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { FALSE, MAKES_BOOL, MAKES_FLOAT, MAKES_INT, MAKES_STR, TRUE } from "./generated/constants";
import { floatOf, isFloat } from "./numbers";
import { callStr } from "./text/repr";
import { boolIfKnown, truthOf } from "./truth";

/// Calls of `bool`, `int`, `float` and `str` with one argument.

/** No limit on digits can be less than this. */
const LEAST_DIGIT_LIMIT = 640;
const SMALL_ZERO: usize = 1;
const SMALL_ONE: usize = 3;

export function isScalar(makes: i32): bool {
  return makes === MAKES_BOOL || makes === MAKES_INT || makes === MAKES_FLOAT || makes === MAKES_STR;
}

/** What a call of a type that makes this, MAKES_INT and such, makes of a value. 0: no memory; UNDECIDED: the type makes no scalar, or cannot make it of this. */
export function scalarOf(makes: i32, value: usize): usize {
  switch (makes) {
    case MAKES_BOOL: {
      const truth = truthOf(value);
      return boolIfKnown(truth);
    }
    case MAKES_INT:
      return integerOf(value);
    case MAKES_FLOAT: {
      if (isFloat(value)) return value;
      if (isInteger(value) && !isBig(value)) return boxFloat(<f64>valueOf(value));
      return isString(value) ? floatFromText(value) : UNDECIDED;
    }
    case MAKES_STR:
      return callStr(value);
    default:
      return UNDECIDED;
  }
}

function integerOf(value: usize): usize {
  if (value === TRUE || value === FALSE) return value === TRUE ? SMALL_ONE : SMALL_ZERO;
  if (isInteger(value)) return value;
  if (isFloat(value)) {
    const double = floatOf(value);
    return isFinite(double) ? integerFromDouble(trunc(double)) : UNDECIDED;
  }
  return isString(value) && lengthOf(value) <= LEAST_DIGIT_LIMIT ? integerFromText(value, 10, 0) : UNDECIDED;
}

/** `int(text, base)`. 0: no memory. */
export function integerOfBase(text: usize, base: usize): usize {
  if (!isSmall(base) || !isString(text) || lengthOf(text) > LEAST_DIGIT_LIMIT) return UNDECIDED;
  const radix = untagSmall(base);
  return radix === 0 || (radix >= 2 && radix <= 36) ? integerFromText(text, radix, 0) : UNDECIDED;
}
