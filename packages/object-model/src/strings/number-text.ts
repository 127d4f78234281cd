import { decimalValue, isSpace } from "./unicode.js";

/** The text of a number as ASCII, as far as it is one: strips white space, and replaces decimal digits of other scripts by ASCII's. */
export function numberText(text: string): string {
  let start = 0;
  let end = text.length;
  // Of ASCII, as in CPython, what C calls white space.
  const isBlank = (code: number): boolean => (code < 127 ? (code >= 9 && code <= 13) || code === 32 : isSpace(code));
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  const source = text.slice(start, end);
  if (!/[^\0-\x7f]/.test(source)) return source;
  let result = "";
  for (const character of source) {
    const value = decimalValue(character.codePointAt(0) as number);
    result += value >= 0 ? value : character;
  }
  return result;
}
