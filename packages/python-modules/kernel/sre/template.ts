import { appendToList } from "@hotpy/object-model/kernel/lists/change";
import { charOf } from "@hotpy/object-model/kernel/strings/make";
import { codeAt, isFlat, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { addIfAny } from "./parts";
import { endOfGroup, groupsOf, startOfGroup } from "./subject";

/// Templates of `sub`: text with `\1` … `\9`, `\g<number>` and `\\` in it. All else with a backslash, and what is at fault, is the library's.

const BACKSLASH = 0x5c;
const ZERO = 0x30;
const LETTER_G = 0x67;
const LESS = 0x3c;
const GREATER = 0x3e;
/** Not a group, but a backslash. */
const LITERAL = -1;
const UNKNOWN = -2;

/** Behind the escape that {@link groupAt} has read. */
let behind: i32 = 0;

function isDigit(code: i32): bool {
  return <u32>(code - ZERO) <= 9;
}

/** The group that the escape at a place stands for, LITERAL or UNKNOWN. */
function groupAt(template: usize, width: i32, length: i32, at: i32): i32 {
  const next = at + 1 < length ? codeAt(template, width, at + 1) : 0;
  behind = at + 2;
  if (next === BACKSLASH) return LITERAL;
  if (isDigit(next)) {
    const isLong = next === ZERO || (behind < length && isDigit(codeAt(template, width, behind)));
    return isLong ? UNKNOWN : next - ZERO;
  }
  if (next !== LETTER_G || behind >= length || codeAt(template, width, behind) !== LESS) return UNKNOWN;
  const first = ++behind;
  let group = 0;
  for (; behind < length && isDigit(codeAt(template, width, behind)); behind++)
    group = group * 10 + codeAt(template, width, behind) - ZERO;
  // Two digits are enough for what programs write, and cannot become too large.
  if (behind === first || behind > first + 2 || behind >= length) return UNKNOWN;
  return codeAt(template, width, behind++) === GREATER ? group : UNKNOWN;
}

/** Whether a word is a plain string that {@link expand} can take as the template for a pattern. */
export function isTemplate(pattern: usize, template: usize): bool {
  if (isSmall(template) || !isFlat(template)) return false;
  const width = widthOf(template);
  const length = lengthOf(template);
  for (let at = 0; at < length; ) {
    if (codeAt(template, width, at) !== BACKSLASH) {
      at++;
      continue;
    }
    const group = groupAt(template, width, length, at);
    if (group === UNKNOWN || group > groupsOf(pattern)) return false;
    at = behind;
  }
  return true;
}

/** Appends what a template makes of the last match in a string to a list of strings; false: no memory. */
export function expand(list: usize, template: usize, string: usize): bool {
  const width = widthOf(template);
  const length = lengthOf(template);
  let from = 0;
  for (let at = 0; at < length; ) {
    if (codeAt(template, width, at) !== BACKSLASH) {
      at++;
      continue;
    }
    if (!addIfAny(list, template, from, at)) return false;
    const group = groupAt(template, width, length, at);
    if (group === LITERAL) {
      if (appendToList(list, charOf(BACKSLASH)) === 0) return false;
    } else if (startOfGroup(group) >= 0 && !addIfAny(list, string, startOfGroup(group), endOfGroup(group)))
      return false;
    at = from = behind;
  }
  return addIfAny(list, template, from, length);
}
