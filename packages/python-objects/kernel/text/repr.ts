import { isString } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { FALSE, TRUE } from "../generated/constants";
import { isNumber } from "../numbers";
import { textOfObject } from "./display";
import { textOfNumber } from "./numbers";
import { quoteString } from "./quote";

/** `repr` of strings, numbers, and containers of these. 0: no memory; UNDECIDED: it is something else. */
export function callRepr(value: usize): usize {
  return isString(value) ? quoteString(value, false) : textOf(value, true);
}

/** The same of `str`. */
export function callStr(value: usize): usize {
  return isString(value) ? value : textOf(value, false);
}

function textOf(value: usize, isRepr: bool): usize {
  if (isSmall(value)) return textOfNumber(value);
  return isNumber(value) && value !== TRUE && value !== FALSE ? textOfNumber(value) : textOfObject(value, isRepr);
}
