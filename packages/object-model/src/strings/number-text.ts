import { decimalValue, isSpace } from "./unicode.js";

/** The text of a number as ASCII, as far as it is one: strips white space, and replaces decimal digits of other scripts by ASCII's. */
export function numberText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  const source = text.slice(start, end);
  if (!/[^\0-\x7f]/.test(source)) return source;
  let result = "";
  for (const character of source) {
    const value = decimalValue(character.codePointAt(0) as number);
    result += value >= 0 ? value : character;
  }
  return result;
}
