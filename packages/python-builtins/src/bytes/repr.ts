import type { Address, Word } from "@hotpy/memory";
import type { Machine } from "@hotpy/python-objects";

const [SINGLE, DOUBLE, BACKSLASH] = [39, 34, 92];
const DIGITS = "0123456789abcdef";
const SHORT_ESCAPES: Readonly<Record<number, string>> = { 9: "t", 10: "n", 13: "r", [BACKSLASH]: "\\" };

/** The text of bytes as a literal, with text before and behind it: single quotes unless they have some and no double ones. Leaf. */
export function reprOfBytes(
  { memory, heap, strings }: Machine,
  data: Address,
  size: number,
  before = "",
  behind = "",
): Word {
  const bytes = memory.u8.subarray(data >>> 0, (data >>> 0) + size);
  const quote = bytes.includes(SINGLE) && !bytes.includes(DOUBLE) ? DOUBLE : SINGLE;
  heap.require(size * 4);
  const codes = new Uint8Array(before.length + behind.length + size * 4 + 3);
  let at = 0;
  const push = (text: string): void => {
    for (let i = 0; i < text.length; i++) codes[at++] = text.charCodeAt(i);
  };
  push(`${before}b`);
  codes[at++] = quote;
  for (let i = 0; i < size; i++) {
    const byte = bytes[i];
    const escape = SHORT_ESCAPES[byte];
    // In CPython's text of bytearrays single quotes are always escaped.
    if (escape !== undefined || byte === quote || (byte === SINGLE && before !== "")) {
      codes[at++] = BACKSLASH;
      if (escape === undefined) codes[at++] = byte;
      else push(escape);
    } else if (byte >= 32 && byte < 127) codes[at++] = byte;
    else push(`\\x${DIGITS[byte >> 4]}${DIGITS[byte & 15]}`);
  }
  codes[at++] = quote;
  push(behind);
  return strings.fromCodes(codes.subarray(0, at));
}
