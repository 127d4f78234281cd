import { defineFields, fixed, mutable } from "@hotpy/object-model";

/// What `re` makes, for its kernel functions; see kernel/matches.ts.

/**
 * A compiled pattern: its source, its code (bytes), names of groups to numbers and back, the last template that matches were replaced by and what that
 * has become, or NULL; raw: flags, number of groups, what it is for.
 */
export const PATTERN_SOURCE = 8;
export const PATTERN_CODE = 12;
export const PATTERN_NAMES = 16;
export const PATTERN_NUMBERS = 20;
export const PATTERN_TEMPLATE = 24;
export const PATTERN_EXPANSION = 28;
export const PATTERN_FLAGS = 32;
export const PATTERN_GROUPS = 36;
export const PATTERN_KIND = 40;
/** Values of PATTERN_KIND: for any string (it has no source), for str, for bytes. */
export const FOR_ANY = 0;
export const FOR_TEXT = 1;
export const FOR_BYTES = 2;
export const PATTERN = defineFields("re_pattern", {
  source: fixed("word", PATTERN_SOURCE),
  code: fixed("word", PATTERN_CODE),
  names: fixed("word", PATTERN_NAMES),
  numbers: fixed("word", PATTERN_NUMBERS),
  template: mutable("word", PATTERN_TEMPLATE),
  expansion: mutable("word", PATTERN_EXPANSION),
  flags: fixed("i32", PATTERN_FLAGS),
  groups: fixed("i32", PATTERN_GROUPS),
  kind: fixed("i32", PATTERN_KIND),
});

/** A match: its pattern, the string, and a tuple of start and end of each group, -1 where it has none; raw: the last group, where it was looked for. */
export const MATCH_PATTERN = 8;
export const MATCH_STRING = 12;
export const MATCH_MARKS = 16;
export const MATCH_LAST = 20;
export const MATCH_START = 24;
export const MATCH_END = 28;
export const MATCH = defineFields("re_match", {
  pattern: fixed("word", MATCH_PATTERN),
  string: fixed("word", MATCH_STRING),
  marks: fixed("word", MATCH_MARKS),
  last: fixed("i32", MATCH_LAST),
  start: fixed("i32", MATCH_START),
  end: fixed("i32", MATCH_END),
});
