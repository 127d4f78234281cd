import { codeAt } from "@hotpy/object-model/kernel/strings/text";

/// Format specifications: [[fill]align][sign][z][#][0][width][grouping][.precision][type]. What has been parsed lies in globals until the next.

/** Code point. */
export let fill: i32 = 0;
/** One of "<", ">", "=", "^"; 0: none is given. */
export let align: i32 = 0;
/** "+", "-", " " or 0. */
export let sign: i32 = 0;
/** "z": no negative zeros. */
export let noNegativeZero: bool = false;
/** "#". */
export let isAlternate: bool = false;
/** -1: none. */
export let width: i32 = 0;
/** ",", "_" or 0. */
export let grouping: i32 = 0;
/** -1: none. */
export let precision: i32 = 0;
/** 0: none. */
export let type: i32 = 0;

/** Numbers with a digit more than this are left to those who say why not. */
const MOST: i32 = 1 << 24;

function isAlign(code: i32): bool {
  return code === 60 || code === 62 || code === 61 || code === 94;
}

/** Where a specification is: code points of a flat string of a width. */
let specHolder: usize = 0;
let specWide: i32 = 0;
let specStart: i32 = 0;
let specEnd: i32 = 0;

export function setSpec(holder: usize, wide: i32, start: i32, end: i32): void {
  specHolder = holder;
  specWide = wide;
  specStart = start;
  specEnd = end;
}

/** Sets the specification without parsing. */
export function setLayout(fillCode: i32, alignment: i32, signCode: i32, alternate: bool, least: i32, kind: i32): void {
  type = kind;
  fill = fillCode;
  align = alignment;
  sign = signCode;
  isAlternate = alternate;
  width = least;
  noNegativeZero = false;
  grouping = 0;
}

/** Parses the specification for an object whose default alignment is this. False: it is wrong, or has numbers that are too large. */
export function parseSpec(defaultAlign: i32): bool {
  const holder = specHolder;
  const wide = specWide;
  const length = specEnd;
  let at = specStart;
  fill = 32;
  align = defaultAlign;
  sign = 0;
  noNegativeZero = false;
  isAlternate = false;
  grouping = 0;
  precision = -1;
  type = 0;
  let hasFill = false;
  let hasAlign = false;
  if (length > at + 1 && isAlign(codeAt(holder, wide, at + 1))) {
    fill = codeAt(holder, wide, at);
    align = codeAt(holder, wide, at + 1);
    hasFill = true;
    hasAlign = true;
    at += 2;
  } else if (length > at && isAlign(codeAt(holder, wide, at))) {
    align = codeAt(holder, wide, at);
    hasAlign = true;
    at++;
  }
  let code = at < length ? codeAt(holder, wide, at) : 0;
  if (code === 43 || code === 45 || code === 32) {
    sign = code;
    code = ++at < length ? codeAt(holder, wide, at) : 0;
  }
  if (code === 122) {
    noNegativeZero = true;
    code = ++at < length ? codeAt(holder, wide, at) : 0;
  }
  if (code === 35) {
    isAlternate = true;
    code = ++at < length ? codeAt(holder, wide, at) : 0;
  }
  if (code === 48 && !hasFill) {
    fill = 48;
    if (!hasAlign && defaultAlign === 62) align = 61;
    code = ++at < length ? codeAt(holder, wide, at) : 0;
  }
  width = -1;
  for (; <u32>code - 48 <= 9; code = ++at < length ? codeAt(holder, wide, at) : 0) {
    if (width > MOST) return false;
    width = max(width, 0) * 10 + code - 48;
  }
  if (code === 44 || code === 95) {
    grouping = code;
    code = ++at < length ? codeAt(holder, wide, at) : 0;
    if (code === 44 || code === 95) return false;
  }
  if (code === 46) {
    code = ++at < length ? codeAt(holder, wide, at) : 0;
    for (; <u32>code - 48 <= 9; code = ++at < length ? codeAt(holder, wide, at) : 0) {
      if (precision > MOST) return false;
      precision = max(precision, 0) * 10 + code - 48;
    }
    if (precision < 0) return false;
  }
  if (at < length) {
    type = code;
    at++;
  }
  return at === length;
}
