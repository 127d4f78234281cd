import { isFlat, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import {
  BYTES_DATA,
  FOR_BYTES,
  PATTERN_CODE,
  PATTERN_GROUPS,
  PATTERN_KIND,
  SRE_NO_MATCH,
  STR_DATA,
  TAIL_SIZE,
} from "../generated/constants";
import { matchPattern } from "./search";

/// A pattern and a plain string in which it looks for matches.

/** Byte address of the root of the object to work with, and the shape of matches. */
let workRoot: usize = 0;
let matchShape: i32 = 0;

/** To be called once, before the other functions: where the root of the object to work with is, and the shape of matches. */
export function prepareMatching(root: usize, shape: i32): void {
  workRoot = root;
  matchShape = shape;
}

export function shapeOfMatches(): i32 {
  return matchShape;
}

/** Bytes of the object to work with beside the marks. */
const LEAST_BYTES = 64;

export function groupsOf(pattern: usize): i32 {
  return load<i32>(pattern, PATTERN_GROUPS);
}

/** Whether the pattern is for a word, which is a plain string, and there is enough to work with. */
export function isSubject(pattern: usize, string: usize): bool {
  if (isSmall(string) || !isFlat(string) || load<i32>(pattern, PATTERN_KIND) === FOR_BYTES) return false;
  const work = load<usize>(workRoot);
  return work !== 0 && load<i32>(work, TAIL_SIZE) >= LEAST_BYTES + 16 * groupsOf(pattern);
}

/** Looks for a match from a place on: 1 if there is one, 0 if there is none, -1 where there is no memory or the user has interrupted. */
export function find(pattern: usize, string: usize, from: i32, searches: bool, isWhole: bool, advances: bool): i32 {
  const work = load<usize>(workRoot);
  const outcome = matchPattern(
    load<usize>(pattern, PATTERN_CODE) + STR_DATA,
    string + STR_DATA,
    1 << widthOf(string),
    from,
    lengthOf(string),
    searches,
    isWhole,
    advances,
    2 * groupsOf(pattern),
    work + BYTES_DATA,
    load<i32>(work, TAIL_SIZE),
  );
  return outcome > SRE_NO_MATCH ? 1 : outcome === SRE_NO_MATCH ? 0 : -1;
}

/** Where the numbers of the last match lie: start, end, last group, start and end of each group. */
export function results(): usize {
  return load<usize>(workRoot) + BYTES_DATA;
}
export function startOfLast(): i32 {
  return load<i32>(results());
}
export function endOfLast(): i32 {
  return load<i32>(results(), 4);
}
/** Where a group of the last match begins; negative: it has none. */
export function startOfGroup(group: i32): i32 {
  return group === 0 ? startOfLast() : load<i32>(results() + (group << 3), 4);
}
export function endOfGroup(group: i32): i32 {
  return group === 0 ? endOfLast() : load<i32>(results() + (group << 3), 8);
}
