import { decimalPoint, digitCount, findShortest } from "@hotpy/object-model/kernel/floats/digits";
import { hasSign, isFinite } from "@hotpy/object-model/kernel/floats/parts";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { textOfInteger } from "@hotpy/object-model/kernel/integers/to-text";
import { stringOfBytes } from "@hotpy/object-model/kernel/strings/make";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { DIGITS_BUFFER } from "../generated/constants";
import { floatOf, isFloat } from "../numbers";
import { fractionDigits, writeExponential, writeFirst, writeFraction, writeWhole } from "./decimal";

/// The text of floats as `repr` gives it.

const MINUS: i32 = 45;
const SMALL_E: i32 = 101;
/** "inf" and "nan" as they lie in memory. */
export const INF: i32 = 0x666e69;
export const NAN: i32 = 0x6e616e;

/** Whether the digits found by `findShortest` are written with an exponent. */
export function needsExponent(): bool {
  return decimalPoint <= -4 || decimalPoint > 16;
}

/** Behind the digits, which are 17 at most. */
const TEXT_BUFFER: usize = DIGITS_BUFFER + 64;

/** Writes repr(value), up to 24 bytes; their number. */
export function writeFloat(to: usize, value: f64): i32 {
  let at = to;
  if (!isFinite(value)) {
    if (value < 0) store<u8>(at++, MINUS);
    store<i32>(at, value === value ? INF : NAN);
    return <i32>(at - to) + 3;
  }
  if (hasSign(value)) store<u8>(at++, MINUS);
  findShortest(abs(value));
  if (needsExponent()) at = writeExponential(writeFirst(at), digitCount - 1, false, SMALL_E);
  else at = writeFraction(writeWhole(at), max(fractionDigits(), 1), false);
  return <i32>(at - to);
}

/** repr(value). 0: no memory. */
function textOfFloat(value: f64): usize {
  return stringOfBytes(TEXT_BUFFER, writeFloat(TEXT_BUFFER, value));
}

/** The text of a float or of an integer that is not long, which is both that of `str` and of `repr`; UNDECIDED of anything else. 0: no memory. */
export function textOfNumber(word: usize): usize {
  if (isSmall(word)) return textOfInteger(word);
  if (word === 0) return UNDECIDED;
  return isFloat(word) ? textOfFloat(floatOf(word)) : textOfInteger(word);
}
