import { CHAR_NAME_PART, CHAR_NAME_START, CHAR_PRINTABLE, propertiesOf } from "@hotpy/unicode";

/** What a character may begin, for the tokenizer's main switch. */
export enum CharClass {
  Operator,
  Space,
  Identifier,
  Digit,
  Newline,
  Quote,
  Comment,
  Backslash,
}

/** The class of each ASCII character; all others may begin an identifier. */
export const CHAR_CLASS: Uint8Array = new Uint8Array(128).fill(CharClass.Operator);
/** 1 for each ASCII character that continues an identifier. */
export const IDENTIFIER_PART: Uint8Array = new Uint8Array(128);

for (let c = 0; c < 128; c++) {
  const char = String.fromCharCode(c);
  if (/[A-Za-z_]/.test(char)) CHAR_CLASS[c] = CharClass.Identifier;
  else if (/[0-9]/.test(char)) CHAR_CLASS[c] = CharClass.Digit;
  if (/[A-Za-z_0-9]/.test(char)) IDENTIFIER_PART[c] = 1;
}
for (const space of [" ", "\t", "\f"]) CHAR_CLASS[space.charCodeAt(0)] = CharClass.Space;
for (const quote of ["'", '"']) CHAR_CLASS[quote.charCodeAt(0)] = CharClass.Quote;
CHAR_CLASS["\n".charCodeAt(0)] = CharClass.Newline;
CHAR_CLASS["#".charCodeAt(0)] = CharClass.Comment;
CHAR_CLASS["\\".charCodeAt(0)] = CharClass.Backslash;

/** Whether a UTF-16 unit (or NaN, past the end) may be part of an identifier. */
export function isIdentifierPart(c: number): boolean {
  return c < 128 ? IDENTIFIER_PART[c] === 1 : c >= 128;
}

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** Where a word of non-ASCII characters stops being an identifier (UTF-16 index), or -1. */
export function invalidIdentifierIndex(word: string): number {
  let index = 0;
  for (const char of word) {
    const needed = index === 0 ? CHAR_NAME_START : CHAR_NAME_PART;
    if ((propertiesOf(char.codePointAt(0)!) & needed) === 0) return index;
    index += char.length;
  }
  return -1;
}

/** As `str.isprintable` of one character. */
export function isPrintable(char: string): boolean {
  return (propertiesOf(char.codePointAt(0)!) & CHAR_PRINTABLE) !== 0;
}

/** A code point in the form of Python's messages: `U+00A0`. */
export function codePointName(char: string): string {
  return "U+" + char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
}

/** The number of code points in a range of UTF-16 units. */
export function countCodePoints(text: string, start: number, end: number): number {
  let count = end - start;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0xd800 && c <= 0xdbff && i + 1 < end) {
      const next = text.charCodeAt(i + 1);
      if (next >= 0xdc00 && next <= 0xdfff) count--;
    }
  }
  return count;
}

/** The number of bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let length = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
