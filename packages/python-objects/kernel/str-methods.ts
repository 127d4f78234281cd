import { shapeOf } from "@hotpy/object-model/kernel/header";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { freshTuple, isSequence, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { changeCase } from "@hotpy/object-model/kernel/strings/case";
import { countString } from "@hotpy/object-model/kernel/strings/find-all";
import { emptyString, joinStrings, padString, substring } from "@hotpy/object-model/kernel/strings/make";
import { expandTabs, zeroFill } from "@hotpy/object-model/kernel/strings/pad";
import { replaceString } from "@hotpy/object-model/kernel/strings/replace";
import { findLastString, findString, matchesAt } from "@hotpy/object-model/kernel/strings/search";
import {
  splitLines,
  splitSpace,
  splitSpaceFromEnd,
  splitString,
  splitStringFromEnd,
  stripCodes,
  stripSpace,
} from "@hotpy/object-model/kernel/strings/split";
import {
  codeAt,
  holderOf,
  isString,
  lengthOf as lengthOfString,
  widthOf,
} from "@hotpy/object-model/kernel/strings/text";
import { isSmall, tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import {
  CASE_CAPITALIZE,
  CASE_FOLD,
  CASE_LOWER,
  CASE_SWAP,
  CASE_TITLE,
  CASE_UPPER,
  FALSE,
  NONE,
  SHAPE_TUPLE,
  TRUE,
  TUPLE_ITEMS,
} from "./generated/constants";
import { translateString } from "./translate";
import { boolOf } from "./truth";

/// Methods of str as they are called: `self` is a str, other arguments are anything. 0: no memory. UNDECIDED: it takes the method itself, which
/// also raises what there is to raise.

/** No limit: more than a string has parts. */
const NO_LIMIT: i32 = 0x7fffffff;
/** A longer result is left to the method, which asks for memory in time. */
const MOST_WIDTH: i32 = 1 << 20;

const SPACE: i32 = 32;

function isFull(word: usize): bool {
  return isString(word) && lengthOfString(word) > 0;
}

/** A count argument, negative for no limit. */
function limitOf(word: usize): i32 {
  const limit = untagSmall(word);
  return limit < 0 ? NO_LIMIT : limit;
}

/* ---- searches; bounds are small integers or None ---- */

let low: i32 = 0;
let high: i32 = 0;

/** Bounds within a string. False: they are of other kinds. */
function setBounds(string: usize, start: usize, end: usize): bool {
  if ((!isSmall(start) && start !== NONE) || (!isSmall(end) && end !== NONE)) return false;
  const length = lengthOfString(string);
  low = start === NONE ? 0 : untagSmall(start);
  high = end === NONE ? length : untagSmall(end);
  if (low < 0) low = max(low + length, 0);
  if (high < 0) high = max(high + length, 0);
  else high = min(high, length);
  return true;
}

export function strFindWithin(string: usize, part: usize, start: usize, end: usize): usize {
  if (!isString(part) || !setBounds(string, start, end)) return UNDECIDED;
  return tagSmall(low > high ? -1 : findString(string, part, low, high));
}
export function strFindFrom(string: usize, part: usize, start: usize): usize {
  return strFindWithin(string, part, start, NONE);
}
export function strFind(string: usize, part: usize): usize {
  return isString(part) ? tagSmall(findString(string, part, 0, lengthOfString(string))) : UNDECIDED;
}
export function strFindLast(string: usize, part: usize): usize {
  return isString(part) ? tagSmall(findLastString(string, part, 0, lengthOfString(string))) : UNDECIDED;
}
/** UNDECIDED where there is none. */
export function strIndex(string: usize, part: usize): usize {
  const found = isString(part) ? findString(string, part, 0, lengthOfString(string)) : -1;
  return found < 0 ? UNDECIDED : tagSmall(found);
}
export function strIndexFrom(string: usize, part: usize, start: usize): usize {
  const found = strFindFrom(string, part, start);
  return found === tagSmall(-1) ? UNDECIDED : found;
}
export function strCount(string: usize, part: usize): usize {
  return isString(part) ? tagSmall(countString(string, part, 0, lengthOfString(string))) : UNDECIDED;
}

/** Whether a part stands at the start, or at the end, between the bounds. */
function hasAffix(string: usize, part: usize, isSuffix: bool): bool {
  const length = lengthOfString(part);
  return high - low >= length && matchesAt(string, part, isSuffix ? high - length : low);
}

/** A str, or a tuple of such. */
function affix(string: usize, wanted: usize, isSuffix: bool): usize {
  if (isString(wanted)) return boolOf(hasAffix(string, wanted, isSuffix));
  if (isSmall(wanted) || shapeOf(wanted) !== SHAPE_TUPLE) return UNDECIDED;
  const count = lengthOf(wanted);
  for (let i = 0; i < count; i++) {
    const part = load<usize>(wanted + (i << 2), TUPLE_ITEMS);
    if (!isString(part)) return UNDECIDED;
    if (hasAffix(string, part, isSuffix)) return TRUE;
  }
  return FALSE;
}

export function strStartsWith(string: usize, wanted: usize): usize {
  setBounds(string, NONE, NONE);
  return affix(string, wanted, false);
}
export function strStartsWithFrom(string: usize, wanted: usize, start: usize): usize {
  return setBounds(string, start, NONE) ? affix(string, wanted, false) : UNDECIDED;
}
export function strEndsWith(string: usize, wanted: usize): usize {
  setBounds(string, NONE, NONE);
  return affix(string, wanted, true);
}

export function strReplace(string: usize, part: usize, by: usize): usize {
  return isString(part) && isString(by) ? replaceString(string, part, by, NO_LIMIT) : UNDECIDED;
}
export function strReplaceSome(string: usize, part: usize, by: usize, limit: usize): usize {
  return isString(part) && isString(by) && isSmall(limit) ? replaceString(string, part, by, limitOf(limit)) : UNDECIDED;
}

export function strRemovePrefix(string: usize, part: usize): usize {
  if (!isString(part)) return UNDECIDED;
  const length = lengthOfString(part);
  return length > 0 && matchesAt(string, part, 0) ? substring(string, length, lengthOfString(string)) : string;
}
export function strRemoveSuffix(string: usize, part: usize): usize {
  if (!isString(part)) return UNDECIDED;
  const length = lengthOfString(part);
  const kept = lengthOfString(string) - length;
  return length > 0 && matchesAt(string, part, kept) ? substring(string, 0, kept) : string;
}

/* ---- taking apart, and joining ---- */

export function strSplit(string: usize): usize {
  return splitSpace(string, NO_LIMIT);
}
export function strSplitBy(string: usize, separator: usize): usize {
  if (separator === NONE) return splitSpace(string, NO_LIMIT);
  return isFull(separator) ? splitString(string, separator, NO_LIMIT) : UNDECIDED;
}
export function strSplitSome(string: usize, separator: usize, limit: usize): usize {
  if (!isSmall(limit)) return UNDECIDED;
  if (separator === NONE) return splitSpace(string, limitOf(limit));
  return isFull(separator) ? splitString(string, separator, limitOf(limit)) : UNDECIDED;
}
export function strSplitFromEnd(string: usize, separator: usize, limit: usize): usize {
  if (!isSmall(limit)) return UNDECIDED;
  if (separator === NONE) return splitSpaceFromEnd(string, limitOf(limit));
  return isFull(separator) ? splitStringFromEnd(string, separator, limitOf(limit)) : UNDECIDED;
}
export function strSplitLines(string: usize): usize {
  return splitLines(string, false);
}

/** A tuple of three parts, of which the first and the last may be 0: no memory. */
function parts(before: usize, separator: usize, behind: usize): usize {
  if (before === 0 || behind === 0) return 0;
  const tuple = freshTuple(3);
  if (tuple === 0) return 0;
  store<usize>(tuple, before, TUPLE_ITEMS);
  store<usize>(tuple, separator, TUPLE_ITEMS + 4);
  store<usize>(tuple, behind, TUPLE_ITEMS + 8);
  return tuple;
}

function parted(string: usize, separator: usize, found: i32): usize {
  const length = lengthOfString(string);
  return parts(substring(string, 0, found), separator, substring(string, found + lengthOfString(separator), length));
}

export function strPartition(string: usize, separator: usize): usize {
  if (!isFull(separator)) return UNDECIDED;
  const found = findString(string, separator, 0, lengthOfString(string));
  return found < 0 ? parts(string, emptyString(), emptyString()) : parted(string, separator, found);
}
export function strPartitionLast(string: usize, separator: usize): usize {
  if (!isFull(separator)) return UNDECIDED;
  const found = findLastString(string, separator, 0, lengthOfString(string));
  return found < 0 ? parts(emptyString(), emptyString(), string) : parted(string, separator, found);
}

/** Joins a list or tuple of str. */
export function strJoin(separator: usize, items: usize): usize {
  if (!isSequence(items)) return UNDECIDED;
  const joined = joinStrings(separator, itemsOf(items), lengthOf(items));
  return isSmall(joined) ? UNDECIDED : joined;
}

/* ---- stripping, padding, case ---- */

function strip(string: usize, codes: usize, atStart: bool, atEnd: bool): usize {
  if (codes === NONE) return stripSpace(string, atStart, atEnd);
  return isString(codes) ? stripCodes(string, codes, atStart, atEnd) : UNDECIDED;
}

export function strStrip(string: usize): usize {
  return stripSpace(string, true, true);
}
export function strStripOf(string: usize, codes: usize): usize {
  return strip(string, codes, true, true);
}
export function strStripStart(string: usize): usize {
  return stripSpace(string, true, false);
}
export function strStripStartOf(string: usize, codes: usize): usize {
  return strip(string, codes, true, false);
}
export function strStripEnd(string: usize): usize {
  return stripSpace(string, false, true);
}
export function strStripEndOf(string: usize, codes: usize): usize {
  return strip(string, codes, false, true);
}

/** How many characters are to be added for a width; negative: it is no small integer, or too large. */
function paddingFor(string: usize, width: usize): i32 {
  const wanted = untagSmall(width);
  return isSmall(width) && wanted < MOST_WIDTH ? max(wanted - lengthOfString(string), 0) : -1;
}

/** The string padded, `left` of the characters before it; they are those of a str of one, or spaces where it is NONE. */
function padded(string: usize, left: i32, padding: i32, filler: usize): usize {
  if (padding < 0) return UNDECIDED;
  if (filler !== NONE && (!isString(filler) || lengthOfString(filler) !== 1)) return UNDECIDED;
  if (padding === 0) return string;
  const code = filler === NONE ? SPACE : codeAt(holderOf(filler), widthOf(filler), 0);
  return padString(string, left, padding - left, code);
}

export function strLeft(string: usize, width: usize): usize {
  return padded(string, 0, paddingFor(string, width), NONE);
}
export function strLeftBy(string: usize, width: usize, filler: usize): usize {
  return filler === NONE ? UNDECIDED : padded(string, 0, paddingFor(string, width), filler);
}
export function strRight(string: usize, width: usize): usize {
  const padding = paddingFor(string, width);
  return padded(string, padding, padding, NONE);
}
export function strRightBy(string: usize, width: usize, filler: usize): usize {
  const padding = paddingFor(string, width);
  return filler === NONE ? UNDECIDED : padded(string, padding, padding, filler);
}
export function strZeroFill(string: usize, width: usize): usize {
  return paddingFor(string, width) < 0 ? UNDECIDED : zeroFill(string, untagSmall(width));
}
export function strExpandTabs(string: usize): usize {
  return expandTabs(string, 8);
}
export function strTranslate(string: usize, table: usize): usize {
  return translateString(string, table);
}

export function strLower(string: usize): usize {
  return changeCase(string, CASE_LOWER);
}
export function strUpper(string: usize): usize {
  return changeCase(string, CASE_UPPER);
}
export function strFold(string: usize): usize {
  return changeCase(string, CASE_FOLD);
}
export function strSwapCase(string: usize): usize {
  return changeCase(string, CASE_SWAP);
}
export function strTitle(string: usize): usize {
  return changeCase(string, CASE_TITLE);
}
export function strCapitalize(string: usize): usize {
  return changeCase(string, CASE_CAPITALIZE);
}
