import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { isCapital, isLower } from "@hotpy/object-model/kernel/strings/case";
import { shapeOf } from "@hotpy/object-model/kernel/strings/text";
import { FALSE, SHAPE_STR1, STR_DATA, TAIL_SIZE, TRUE } from "./generated/constants";

/// Predicates of str, `isalpha` and its kin, over flat strings of one byte a character: TRUE or FALSE, the words; UNDECIDED of anything else.

/* Properties of characters of Latin-1, as bits. */
const LETTER = 1;
const DECIMAL = 2;
/** Superscripts. */
const DIGIT = 4;
/** Fractions. */
const NUMERIC = 8;
const SPACE = 16;
const PRINTABLE = 32;
const ASCII = 64;

function propertiesOf(code: i32): i32 {
  if (code >= 128) {
    if (isCapital(code) || isLower(code)) return LETTER | PRINTABLE;
    if (code === 0xb2 || code === 0xb3 || code === 0xb9) return DIGIT | PRINTABLE;
    if (code >= 0xbc && code <= 0xbe) return NUMERIC | PRINTABLE;
    if (code === 0x85 || code === 0xa0) return SPACE;
    // What is left below are controls; and the soft hyphen is none to see.
    return code > 0xa0 && code !== 0xad ? PRINTABLE : 0;
  }
  if (isCapital(code) || isLower(code)) return LETTER | PRINTABLE | ASCII;
  if (code >= 48 && code <= 57) return DECIMAL | PRINTABLE | ASCII;
  if (code === 32) return SPACE | PRINTABLE | ASCII;
  if (code < 32) return (code >= 9 && code <= 13) || code >= 28 ? SPACE | ASCII : ASCII;
  return code < 127 ? PRINTABLE | ASCII : ASCII;
}

/** Whether each character has one of the properties; `ofNone` if there is none. */
function all(string: usize, properties: i32, ofNone: usize): usize {
  if ((string & 1) !== 0 || shapeOf(string) !== SHAPE_STR1) return UNDECIDED;
  const size = load<i32>(string, TAIL_SIZE);
  for (let i = 0; i < size; i++) if ((propertiesOf(load<u8>(string + i, STR_DATA)) & properties) === 0) return FALSE;
  return size === 0 ? ofNone : TRUE;
}

export function isAlpha(string: usize): usize {
  return all(string, LETTER, FALSE);
}
export function isAlnum(string: usize): usize {
  return all(string, LETTER | DECIMAL | DIGIT | NUMERIC, FALSE);
}
export function isDecimal(string: usize): usize {
  return all(string, DECIMAL, FALSE);
}
export function isDigit(string: usize): usize {
  return all(string, DECIMAL | DIGIT, FALSE);
}
export function isNumeric(string: usize): usize {
  return all(string, DECIMAL | DIGIT | NUMERIC, FALSE);
}
export function isSpace(string: usize): usize {
  return all(string, SPACE, FALSE);
}
export function isPrintable(string: usize): usize {
  return all(string, PRINTABLE, TRUE);
}
export function isAscii(string: usize): usize {
  return all(string, ASCII, TRUE);
}

/** Whether all characters that have case are of one, and there are some. */
function areOfCase(string: usize, capital: bool): usize {
  if ((string & 1) !== 0 || shapeOf(string) !== SHAPE_STR1) return UNDECIDED;
  const size = load<i32>(string, TAIL_SIZE);
  let result: usize = FALSE;
  for (let i = 0; i < size; i++) {
    const code = <i32>load<u8>(string + i, STR_DATA);
    const isUp = isCapital(code);
    if (isUp === capital && (isUp || isLower(code))) result = TRUE;
    else if (isUp || isLower(code)) return FALSE;
  }
  return result;
}

export function isUpperCase(string: usize): usize {
  return areOfCase(string, true);
}
export function isLowerCase(string: usize): usize {
  return areOfCase(string, false);
}

/** Whether capitals begin words, and nothing else is one. */
export function isTitleCase(string: usize): usize {
  if ((string & 1) !== 0 || shapeOf(string) !== SHAPE_STR1) return UNDECIDED;
  const size = load<i32>(string, TAIL_SIZE);
  let result: usize = FALSE;
  let inWord = false;
  for (let i = 0; i < size; i++) {
    const code = <i32>load<u8>(string + i, STR_DATA);
    const isUp = isCapital(code);
    const isCased = isUp || isLower(code);
    if (isCased && isUp === inWord) return FALSE;
    if (isCased) result = TRUE;
    inWord = isCased;
  }
  return result;
}

/** Whether a string is a name: letters, digits and underscores, and no digit at first. */
export function isIdentifier(string: usize): usize {
  if ((string & 1) !== 0 || shapeOf(string) !== SHAPE_STR1) return UNDECIDED;
  const size = load<i32>(string, TAIL_SIZE);
  for (let i = 0; i < size; i++) {
    const code = <i32>load<u8>(string + i, STR_DATA);
    const isPart =
      code === 95 || isCapital(code) || isLower(code) || (i > 0 && (code === 0xb7 || (code >= 48 && code <= 57)));
    if (!isPart) return FALSE;
  }
  return size === 0 ? FALSE : TRUE;
}
