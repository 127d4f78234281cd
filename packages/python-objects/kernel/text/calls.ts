import { boxFloat, floatFromText, roundToPlaces } from "@hotpy/object-model/kernel/floats/from-text";
import { isFinite } from "@hotpy/object-model/kernel/floats/parts";
import { integerFromDouble } from "@hotpy/object-model/kernel/integers/floats";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { isString } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { floatOf, isFloat } from "../numbers";

/// Calls of builtins as compiled code makes them: with all arguments, the class of a type that is called among them.

/** float(text), called as `type`. UNDECIDED: no str of Latin-1 characters, or its syntax is wrong. 0: no memory. */
export function floatOfText(type: usize, text: usize): usize {
  return type !== 0 && isString(text) ? floatFromText(text) : UNDECIDED;
}

/** round(value) of a finite float. UNDECIDED of anything else. 0: no memory. */
export function roundToWhole(value: usize): usize {
  if (isSmall(value) || value === 0 || !isFloat(value)) return UNDECIDED;
  const double = floatOf(value);
  return isFinite(double) ? integerFromDouble(nearest(double)) : UNDECIDED;
}

/** round(value, places) of a finite float, if the result is finite. UNDECIDED of anything else. 0: no memory. */
export function roundFloat(value: usize, places: usize): usize {
  if (isSmall(value) || !isSmall(places) || value === 0 || !isFloat(value)) return UNDECIDED;
  const double = floatOf(value);
  if (!isFinite(double)) return UNDECIDED;
  const rounded = roundToPlaces(double, untagSmall(places));
  return isFinite(rounded) ? boxFloat(rounded) : UNDECIDED;
}
