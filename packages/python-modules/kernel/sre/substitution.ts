import { createList, emptyTuple, itemsOfList, lengthOfList } from "@hotpy/object-model/kernel/lists/layout";
import { emptyString, joinStrings } from "@hotpy/object-model/kernel/strings/make";
import { lengthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { TUPLE_ITEMS, UNDECIDED } from "../generated/constants";
import { addIfAny } from "./parts";
import { endOfLast, find, isSubject, startOfLast } from "./subject";
import { expand, isTemplate } from "./template";

/// `pattern.sub` and `subn` of a template in a plain string. UNDECIDED, or 0, as in operations.ts.

const FIRST_PARTS = 16;

/** How many matches {@link substitute} has replaced. */
let replaced: i32 = 0;

function substitute(pattern: usize, template: usize, string: usize, most: i32): usize {
  if (!isSubject(pattern, string) || !isTemplate(pattern, template)) return UNDECIDED;
  const list = createList(FIRST_PARTS);
  if (list === 0) return 0;
  let from = 0;
  let advances = false;
  for (replaced = 0; most === 0 || replaced < most; replaced++) {
    const outcome = find(pattern, string, from, true, false, advances);
    if (outcome < 0) return 0;
    if (outcome === 0) break;
    if (!addIfAny(list, string, from, startOfLast()) || !expand(list, template, string)) return 0;
    from = endOfLast();
    advances = startOfLast() === from;
  }
  if (replaced === 0) return string;
  return addIfAny(list, string, from, lengthOf(string))
    ? joinStrings(emptyString(), itemsOfList(list), lengthOfList(list))
    : 0;
}

export function substituteAll(pattern: usize, template: usize, string: usize): usize {
  return substitute(pattern, template, string, 0);
}
export function substituteAtMost(pattern: usize, template: usize, string: usize, most: usize): usize {
  return isSmall(most) ? substitute(pattern, template, string, untagSmall(most)) : UNDECIDED;
}

/** The result with the number of replacements. */
function counted(text: usize): usize {
  if (text === 0 || text === UNDECIDED) return text;
  const tuple = emptyTuple(2);
  if (tuple === 0) return 0;
  store<usize>(tuple, text, TUPLE_ITEMS);
  store<usize>(tuple, tagSmall(replaced), TUPLE_ITEMS + 4);
  return tuple;
}

export function substituteAndCount(pattern: usize, template: usize, string: usize): usize {
  return counted(substituteAll(pattern, template, string));
}
export function substituteAtMostAndCount(pattern: usize, template: usize, string: usize, most: usize): usize {
  return counted(substituteAtMost(pattern, template, string, most));
}
