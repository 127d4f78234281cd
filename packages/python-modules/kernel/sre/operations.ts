import { appendToList } from "@hotpy/object-model/kernel/lists/change";
import { createList } from "@hotpy/object-model/kernel/lists/layout";
import { lengthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { foundParts, newMatch } from "@hotpy/python-objects/kernel/matches";
import { NONE, UNDECIDED } from "../generated/constants";
import { addPart } from "./parts";
import {
  endOfGroup,
  endOfLast,
  find,
  groupsOf,
  isSubject,
  results,
  shapeOfMatches,
  startOfGroup,
  startOfLast,
} from "./subject";

/// Methods of patterns on whole plain strings. UNDECIDED, or 0: the subject is another, there is no memory, or the user has interrupted; nothing is done.

const FIRST_ITEMS = 8;

function matchOf(pattern: usize, string: usize, searches: bool, isWhole: bool): usize {
  if (!isSubject(pattern, string)) return UNDECIDED;
  const outcome = find(pattern, string, 0, searches, isWhole, false);
  if (outcome <= 0) return outcome === 0 ? NONE : UNDECIDED;
  return newMatch(shapeOfMatches(), pattern, string, results(), 0, lengthOf(string));
}

export function matchAtStart(pattern: usize, string: usize): usize {
  return matchOf(pattern, string, false, false);
}
export function matchWhole(pattern: usize, string: usize): usize {
  return matchOf(pattern, string, false, true);
}
export function searchFor(pattern: usize, string: usize): usize {
  return matchOf(pattern, string, true, false);
}

/** `pattern.findall(string)`. */
export function findAllMatches(pattern: usize, string: usize): usize {
  if (!isSubject(pattern, string)) return UNDECIDED;
  const list = createList(FIRST_ITEMS);
  if (list === 0) return 0;
  const length = lengthOf(string);
  for (let from = 0, advances = false; from <= length; ) {
    const outcome = find(pattern, string, from, true, false, advances);
    if (outcome < 0) return 0;
    if (outcome === 0) break;
    from = endOfLast();
    advances = startOfLast() === from;
    const part = foundParts(string, groupsOf(pattern), results());
    if (part === 0 || part === UNDECIDED || appendToList(list, part) === 0) return UNDECIDED;
  }
  return list;
}

function split(pattern: usize, string: usize, most: i32): usize {
  if (!isSubject(pattern, string)) return UNDECIDED;
  const list = createList(FIRST_ITEMS);
  if (list === 0) return 0;
  const groups = groupsOf(pattern);
  let from = 0;
  let advances = false;
  for (let count = 0; most === 0 || count < most; count++) {
    const outcome = find(pattern, string, from, true, false, advances);
    if (outcome < 0) return 0;
    if (outcome === 0) break;
    const end = endOfLast();
    advances = startOfLast() === end;
    if (!addPart(list, string, from, startOfLast())) return 0;
    for (let group = 1; group <= groups; group++) {
      const start = startOfGroup(group);
      const isLeft = start >= 0 && endOfGroup(group) >= start;
      if (isLeft ? !addPart(list, string, start, endOfGroup(group)) : appendToList(list, NONE) === 0) return 0;
    }
    from = end;
  }
  return addPart(list, string, from, lengthOf(string)) ? list : 0;
}

/** `pattern.split(string)`, and with the most splits. */
export function splitByPattern(pattern: usize, string: usize): usize {
  return split(pattern, string, 0);
}
export function splitByPatternAtMost(pattern: usize, string: usize, most: usize): usize {
  return isSmall(most) ? split(pattern, string, untagSmall(most)) : UNDECIDED;
}
