import { isString } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { FALSE, TRUE } from "../generated/constants";
import { isNumber } from "../numbers";
import { textOfContainer } from "./display";
import { textOfNumber } from "./numbers";
import { quoteString } from "./quote";

/** `repr` of strings, numbers, and containers of these. 0: no memory; UNDECIDED: it is something else. */
export function callRepr(value: usize): usize {
  if (isSmall(value)) return textOfNumber(value);
  if (isString(value)) return quoteString(value, false);
  return isNumber(value) && value !== TRUE && value !== FALSE ? textOfNumber(value) : textOfContainer(value);
}
