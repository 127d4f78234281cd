import { isCapital } from "@hotpy/object-model/kernel/strings/case";
import { characterProperties } from "@hotpy/python-objects/kernel/characters";
import { CHAR_DECIMAL, CHAR_DIGIT, CHAR_LETTER, CHAR_NUMERIC, CHAR_SPACE } from "../generated/constants";
import { lowerOf, upperOf } from "./letters";

const WORD = CHAR_LETTER | CHAR_DECIMAL | CHAR_DIGIT | CHAR_NUMERIC;

export function lowerAscii(code: i32): i32 {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
export function upperAscii(code: i32): i32 {
  return code >= 97 && code <= 122 ? code - 32 : code;
}
export function lowerUnicode(code: i32): i32 {
  if (code < 0x100) return isCapital(code) ? code + 32 : code;
  return lowerOf(code);
}
export function upperUnicode(code: i32): i32 {
  return code < 128 ? upperAscii(code) : upperOf(code);
}

function isAsciiWord(code: i32): bool {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

/** Whether a character belongs to words, in ASCII or (`isUnicode`) of any script. */
export function isWord(code: i32, isUnicode: bool): bool {
  if (code < 128) return isAsciiWord(code);
  return isUnicode && (characterProperties(code) & WORD) !== 0;
}

function isDigit(code: i32, isUnicode: bool): bool {
  if (code < 128) return code >= 48 && code <= 57;
  return isUnicode && (characterProperties(code) & CHAR_DECIMAL) !== 0;
}

function isSpace(code: i32, isUnicode: bool): bool {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || (isUnicode && code >= 28 && code <= 31);
  return isUnicode && (characterProperties(code) & CHAR_SPACE) !== 0;
}

function isLineBreak(code: i32): bool {
  return (
    (code >= 10 && code <= 13) || (code >= 28 && code <= 30) || code === 0x85 || code === 0x2028 || code === 0x2029
  );
}

/** Whether a character is in a category, as the compiler numbers them. */
export function isInCategory(category: u32, code: i32): bool {
  switch (category) {
    case 0:
      return isDigit(code, false);
    case 1:
      return !isDigit(code, false);
    case 2:
      return isSpace(code, false);
    case 3:
      return !isSpace(code, false);
    case 4:
    case 8:
      return isWord(code, false);
    case 5:
    case 9:
      return !isWord(code, false);
    case 6:
      return code === 10;
    case 7:
      return code !== 10;
    case 10:
      return isDigit(code, true);
    case 11:
      return !isDigit(code, true);
    case 12:
      return isSpace(code, true);
    case 13:
      return !isSpace(code, true);
    case 14:
      return isWord(code, true);
    case 15:
      return !isWord(code, true);
    case 16:
      return isLineBreak(code);
    default:
      return !isLineBreak(code);
  }
}
