import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { codeAt, holderOf, isString, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { characterProperties } from "./characters";
import {
  CHAR_DECIMAL,
  CHAR_DIGIT,
  CHAR_LETTER,
  CHAR_LOWER,
  CHAR_NAME_PART,
  CHAR_NAME_START,
  CHAR_NUMERIC,
  CHAR_PRINTABLE,
  CHAR_SPACE,
  CHAR_TITLE,
  CHAR_UPPER,
  FALSE,
  STR_DATA,
  TRUE,
} from "./generated/constants";
import { boolOf } from "./truth";

/// Predicates of str, `isalpha` and its kin: TRUE or FALSE, the words; UNDECIDED of what is no str of exactly this type.

const CASED = CHAR_UPPER | CHAR_LOWER | CHAR_TITLE;

/** The words of a condition. */
/** Whether each character from an index on has one of the properties. */
function haveAll(string: usize, from: i32, properties: i32): bool {
  const holder = holderOf(string);
  const width = widthOf(string);
  const length = lengthOf(string);
  let i = from;
  if (width === 0) {
    // Letters and digits of ASCII are most; a call takes as long as some characters.
    const letters = (properties & (CHAR_LETTER | CHAR_PRINTABLE | CHAR_NAME_PART)) !== 0;
    const digits = (properties & (CHAR_DECIMAL | CHAR_DIGIT | CHAR_NUMERIC | CHAR_PRINTABLE | CHAR_NAME_PART)) !== 0;
    for (; i < length; i++) {
      const byte = <i32>load<u8>(holder + i, STR_DATA);
      const isLetter = <u32>((byte | 32) - 97) < 26;
      if (isLetter) {
        if (!letters) return false;
      } else if (<u32>(byte - 48) < 10) {
        if (!digits) return false;
      } else if ((characterProperties(byte) & properties) === 0) return false;
    }
    return true;
  }
  for (; i < length; i++) if ((characterProperties(codeAt(holder, width, i)) & properties) === 0) return false;
  return true;
}

/** The same of all characters, of which there are some. */
function all(string: usize, properties: i32): usize {
  return isString(string) ? boolOf(lengthOf(string) > 0 && haveAll(string, 0, properties)) : UNDECIDED;
}

export function isAlpha(string: usize): usize {
  return all(string, CHAR_LETTER);
}
export function isAlnum(string: usize): usize {
  return all(string, CHAR_LETTER | CHAR_DECIMAL | CHAR_DIGIT | CHAR_NUMERIC);
}
export function isDecimal(string: usize): usize {
  return all(string, CHAR_DECIMAL);
}
export function isDigit(string: usize): usize {
  return all(string, CHAR_DIGIT);
}
export function isNumeric(string: usize): usize {
  return all(string, CHAR_NUMERIC);
}
export function isSpace(string: usize): usize {
  return all(string, CHAR_SPACE);
}
export function isPrintable(string: usize): usize {
  return isString(string) ? boolOf(haveAll(string, 0, CHAR_PRINTABLE)) : UNDECIDED;
}

export function isAscii(string: usize): usize {
  if (!isString(string)) return UNDECIDED;
  if (widthOf(string) > 0) return FALSE;
  const holder = holderOf(string);
  const length = lengthOf(string);
  for (let i = 0; i < length; i++) if (codeAt(holder, 0, i) >= 128) return FALSE;
  return TRUE;
}

/** Whether all characters that have case are of one, and there are some. */
function areOfCase(string: usize, wanted: i32): usize {
  if (!isString(string)) return UNDECIDED;
  const holder = holderOf(string);
  const width = widthOf(string);
  const length = lengthOf(string);
  let result: usize = FALSE;
  for (let i = 0; i < length; i++) {
    const properties = characterProperties(codeAt(holder, width, i));
    if ((properties & wanted) !== 0) result = TRUE;
    else if ((properties & CASED) !== 0) return FALSE;
  }
  return result;
}

export function isUpperCase(string: usize): usize {
  return areOfCase(string, CHAR_UPPER);
}
export function isLowerCase(string: usize): usize {
  return areOfCase(string, CHAR_LOWER);
}

/** Whether capitals begin words, and nothing else is one. */
export function isTitleCase(string: usize): usize {
  if (!isString(string)) return UNDECIDED;
  const holder = holderOf(string);
  const width = widthOf(string);
  const length = lengthOf(string);
  let result: usize = FALSE;
  let inWord = false;
  for (let i = 0; i < length; i++) {
    const properties = characterProperties(codeAt(holder, width, i));
    const isCased = (properties & CASED) !== 0;
    if (isCased && ((properties & CHAR_LOWER) === 0) === inWord) return FALSE;
    if (isCased) result = TRUE;
    inWord = isCased;
  }
  return result;
}

/** Whether a string is a name: letters, digits and underscores, and no digit at first. */
export function isIdentifier(string: usize): usize {
  if (!isString(string)) return UNDECIDED;
  if (lengthOf(string) === 0) return FALSE;
  const first = codeAt(holderOf(string), widthOf(string), 0);
  return boolOf((characterProperties(first) & CHAR_NAME_START) !== 0 && haveAll(string, 1, CHAR_NAME_PART));
}
