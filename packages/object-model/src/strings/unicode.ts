import { CHAR_DECIMAL, CHAR_LOWER, CHAR_TITLE, CHAR_UPPER, propertiesOf } from "@hotpy/unicode";

/// What strings ask of code points.

export const isUpper = (code: number): boolean => (propertiesOf(code) & CHAR_UPPER) !== 0;
export const isLower = (code: number): boolean => (propertiesOf(code) & CHAR_LOWER) !== 0;
export const isCased = (code: number): boolean => (propertiesOf(code) & (CHAR_UPPER | CHAR_LOWER | CHAR_TITLE)) !== 0;

/** White space for split, strip and isspace: bidirectional types WS, B, S or category Zs. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Value 0 to 9 of a decimal digit of any script, or -1. Digits of a script are ten in a row. */
export function decimalValue(code: number): number {
  if (code < 0x80) return code >= 48 && code <= 57 ? code - 48 : -1;
  const isDigit = (other: number): boolean => (propertiesOf(other) & CHAR_DECIMAL) !== 0;
  if (!isDigit(code)) return -1;
  // Five alphabets of mathematical digits stand side by side.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let value = 0;
  while (value < 9 && isDigit(code - value - 1)) value++;
  return value;
}
