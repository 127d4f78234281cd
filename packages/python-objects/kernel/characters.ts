import { isCapital, isLower } from "@hotpy/object-model/kernel/strings/case";
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
  CHAR_UPPER,
} from "./generated/constants";
import { propertiesOf } from "./unicode";

/// Properties of characters: those of Latin-1 here, others from the host.

const NAME = CHAR_NAME_START | CHAR_NAME_PART;
const SMALL = CHAR_LETTER | CHAR_LOWER | CHAR_PRINTABLE | NAME;
const CAPITAL = CHAR_LETTER | CHAR_UPPER | CHAR_PRINTABLE | NAME;
const NUMBER = CHAR_NUMERIC | CHAR_PRINTABLE;
const DIGIT = CHAR_DIGIT | NUMBER;

/** Properties of any code point, CHAR_LETTER and so on. */
export function characterProperties(code: i32): i32 {
  if (code < 128) return ofAscii(code);
  if (code >= 0x100) return propertiesOf(code);
  if (isLower(code)) return SMALL;
  return isCapital(code) ? CAPITAL : ofLatin(code);
}

function ofAscii(code: i32): i32 {
  if (code >= 97 && code <= 122) return SMALL;
  if (code >= 65 && code <= 90) return CAPITAL;
  if (code >= 48 && code <= 57) return CHAR_DECIMAL | DIGIT | CHAR_NAME_PART;
  if (code === 32) return CHAR_SPACE | CHAR_PRINTABLE;
  if (code < 32) return (code >= 9 && code <= 13) || code >= 28 ? CHAR_SPACE : 0;
  if (code === 95) return CHAR_PRINTABLE | NAME;
  return code < 127 ? CHAR_PRINTABLE : 0;
}

/** Of Latin-1's characters that are no letters. */
function ofLatin(code: i32): i32 {
  if (code === 0xb2 || code === 0xb3 || code === 0xb9) return DIGIT;
  if (code >= 0xbc && code <= 0xbe) return NUMBER;
  if (code === 0x85 || code === 0xa0) return CHAR_SPACE;
  if (code === 0xb7) return CHAR_PRINTABLE | CHAR_NAME_PART;
  // What is left below are controls; and the soft hyphen is none to see.
  return code > 0xa0 && code !== 0xad ? CHAR_PRINTABLE : 0;
}

/** Whether a character beyond ASCII can be seen. Of the blocks that have no others the host need not be asked. */
export function isVisible(code: i32): bool {
  if (code < 0x100) return (characterProperties(code) & CHAR_PRINTABLE) !== 0;
  if (code < 0x378 || (code >= 0x3a3 && code < 0x530)) return true;
  if ((code >= 0x4e00 && code < 0xa000) || (code >= 0xac00 && code < 0xd7a4)) return true;
  return (propertiesOf(code) & CHAR_PRINTABLE) !== 0;
}
