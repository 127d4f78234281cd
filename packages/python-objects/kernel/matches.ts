import { getOr } from "@hotpy/dict/kernel/dicts";
import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { emptyTuple, freshTuple, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { substring } from "@hotpy/object-model/kernel/strings/make";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import {
  MATCH_END,
  MATCH_LAST,
  MATCH_MARKS,
  MATCH_PATTERN,
  MATCH_START,
  MATCH_STRING,
  NONE,
  PATTERN_GROUPS,
  PATTERN_NAMES,
  PATTERN_NUMBERS,
  STATE_EMPTY_TUPLE,
  TUPLE_ITEMS,
  UNDECIDED,
} from "./generated/constants";

/// What `re` makes of a match, methods and attributes of `re.Match`. UNDECIDED: a key is no number of a group and no name, the subject is no plain string, or there is no memory.

const MATCH_BYTES = 32;
/// Of what a match has left as numbers: where it begins and ends, its last group, then where each group does, -1: it has none.
const RESULT_LAST = 8;
const RESULT_GROUPS = 12;

/** Whether a match has left a group, or itself, at an address: if it began before where it ended. */
function isLeft(result: usize): bool {
  const start = load<i32>(result);
  return start >= 0 && load<i32>(result, 4) >= start;
}

/** A match of a pattern and a string, which was looked at from `start` to `end`, by what it has left at an address. 0: no memory. */
export function newMatch(shape: i32, pattern: usize, string: usize, results: usize, start: i32, end: i32): usize {
  const groups = load<i32>(pattern, PATTERN_GROUPS);
  const marks = freshTuple(2 + 2 * groups);
  const match = marks === 0 ? 0 : allocate(MATCH_BYTES);
  if (match === 0) return 0;
  store<usize>(marks, tagSmall(load<i32>(results)), TUPLE_ITEMS);
  store<usize>(marks, tagSmall(load<i32>(results, 4)), TUPLE_ITEMS + 4);
  for (let at = 0; at < groups << 3; at += 8) {
    const result = results + RESULT_GROUPS + at;
    const isSet = isLeft(result);
    store<usize>(marks + at, tagSmall(isSet ? load<i32>(result) : -1), TUPLE_ITEMS + 8);
    store<usize>(marks + at, tagSmall(isSet ? load<i32>(result, 4) : -1), TUPLE_ITEMS + 12);
  }
  store<i32>(match, headerOf(shape));
  store<i32>(match, 0, 4);
  store<usize>(match, pattern, MATCH_PATTERN);
  store<usize>(match, string, MATCH_STRING);
  store<usize>(match, marks, MATCH_MARKS);
  store<i32>(match, load<i32>(results, RESULT_LAST), MATCH_LAST);
  store<i32>(match, start, MATCH_START);
  store<i32>(match, end, MATCH_END);
  return match;
}

/** A part of a string that a match has left, nothing where it is not set. */
function leftPart(string: usize, result: usize): usize {
  return isLeft(result) ? substring(string, load<i32>(result), load<i32>(result, 4)) : substring(string, 0, 0);
}

/** What `findall` gives for a match: the match, its group, or all its groups. 0: no memory, UNDECIDED: the subject is no plain string. */
export function foundParts(string: usize, groups: i32, results: usize): usize {
  if (!isFlat(string)) return UNDECIDED;
  if (groups === 0) return leftPart(string, results);
  if (groups === 1) return leftPart(string, results + RESULT_GROUPS);
  const tuple = emptyTuple(groups);
  if (tuple === 0) return 0;
  for (let i = 0; i < groups; i++) {
    const part = leftPart(string, results + RESULT_GROUPS + (i << 3));
    if (part === 0) return 0;
    store<usize>(tuple + (i << 2), part, TUPLE_ITEMS);
  }
  return tuple;
}

/** Number of the group that a key names; negative: it is another key. */
function numberOf(match: usize, key: usize): i32 {
  const pattern = load<usize>(match, MATCH_PATTERN);
  let word = key;
  if (!isSmall(key)) word = isFlat(key) ? getOr(load<usize>(pattern, PATTERN_NAMES), key, 0) : 0;
  if (word === UNDECIDED || !isSmall(word)) return -1;
  const number = untagSmall(word);
  return number <= load<i32>(pattern, PATTERN_GROUPS) ? number : -1;
}

/** Where a group begins, and with an odd index where it ends, a small integer. */
function markOf(match: usize, index: i32): usize {
  return load<usize>(load<usize>(match, MATCH_MARKS) + (index << 2), TUPLE_ITEMS);
}

/** What a group has matched. */
export function partOfMatch(match: usize, number: i32, otherwise: usize): usize {
  if (number < 0) return UNDECIDED;
  const start = untagSmall(markOf(match, number << 1));
  if (start < 0) return otherwise;
  const string = load<usize>(match, MATCH_STRING);
  if (!isFlat(string)) return UNDECIDED;
  return substring(string, start, untagSmall(markOf(match, (number << 1) + 1))) || UNDECIDED;
}

/** `match[key]`. */
export function matchItem(match: usize, key: usize): usize {
  return partOfMatch(match, numberOf(match, key), NONE);
}

/** What `count` keys at an address name, as a tuple. */
function partsAt(match: usize, keys: usize, count: i32): usize {
  if (count === 0) return partOfMatch(match, 0, NONE);
  if (count === 1) return matchItem(match, load<usize>(keys));
  const tuple = emptyTuple(count);
  if (tuple === 0) return UNDECIDED;
  for (let at = 0; at < count << 2; at += 4) {
    const part = matchItem(match, load<usize>(keys + at));
    if (part === UNDECIDED) return UNDECIDED;
    store<usize>(tuple + at, part, TUPLE_ITEMS);
  }
  return tuple;
}

/** `match.group(*keys)`, with the match in front of the keys. */
export function matchGroup(args: usize, count: i32): usize {
  return count === 0 ? UNDECIDED : partsAt(load<usize>(args), args + 4, count - 1);
}

/** The same, with the keys in a tuple. */
export function matchGroupOf(match: usize, keys: usize): usize {
  return partsAt(match, itemsOf(keys), lengthOf(keys));
}

export function matchGroupsOr(match: usize, otherwise: usize): usize {
  const count = load<i32>(load<usize>(match, MATCH_PATTERN), PATTERN_GROUPS);
  if (count === 0) return load<usize>(STATE_EMPTY_TUPLE);
  const tuple = emptyTuple(count);
  if (tuple === 0) return UNDECIDED;
  for (let i = 0; i < count; i++) {
    const part = partOfMatch(match, i + 1, otherwise);
    if (part === UNDECIDED) return UNDECIDED;
    store<usize>(tuple + (i << 2), part, TUPLE_ITEMS);
  }
  return tuple;
}
export function matchGroups(match: usize): usize {
  return matchGroupsOr(match, NONE);
}

/** `start`, `end` and `span` of a group. */
export function matchStartOf(match: usize, key: usize): usize {
  const number = numberOf(match, key);
  return number < 0 ? UNDECIDED : markOf(match, number << 1);
}
export function matchEndOf(match: usize, key: usize): usize {
  const number = numberOf(match, key);
  return number < 0 ? UNDECIDED : markOf(match, (number << 1) + 1);
}
export function matchSpanOf(match: usize, key: usize): usize {
  const number = numberOf(match, key);
  const pair = number < 0 ? 0 : emptyTuple(2);
  if (pair === 0) return UNDECIDED;
  store<usize>(pair, markOf(match, number << 1), TUPLE_ITEMS);
  store<usize>(pair, markOf(match, (number << 1) + 1), TUPLE_ITEMS + 4);
  return pair;
}
export function matchStart(match: usize): usize {
  return matchStartOf(match, tagSmall(0));
}
export function matchEnd(match: usize): usize {
  return matchEndOf(match, tagSmall(0));
}
export function matchSpan(match: usize): usize {
  return matchSpanOf(match, tagSmall(0));
}

/// Attributes.

export function matchLastIndex(match: usize): usize {
  const last = load<i32>(match, MATCH_LAST);
  return last > 0 ? tagSmall(last) : NONE;
}
export function matchLastGroup(match: usize): usize {
  const last = load<i32>(match, MATCH_LAST);
  const numbers = load<usize>(load<usize>(match, MATCH_PATTERN), PATTERN_NUMBERS);
  return last > 0 && last < lengthOf(numbers) ? load<usize>(itemsOf(numbers) + (last << 2)) : NONE;
}
export function matchString(match: usize): usize {
  return load<usize>(match, MATCH_STRING);
}
export function matchPattern(match: usize): usize {
  return load<usize>(match, MATCH_PATTERN);
}
export function matchPos(match: usize): usize {
  return tagSmall(load<i32>(match, MATCH_START));
}
export function matchEndPos(match: usize): usize {
  return tagSmall(load<i32>(match, MATCH_END));
}
