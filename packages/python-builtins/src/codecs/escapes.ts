import { codeNamed } from "@hotpy/unicode";
import { escapeCode } from "../text/repr.js";
import type { Codec, Input, Push } from "./codec.js";

/// Text with the escapes of Python's literals: all of them, or `\u` and `\U` alone.

const BACKSLASH = 92;
const SIMPLE: ReadonlyMap<number, number> = new Map(
  Object.entries({ "\\": 92, "'": 39, '"': 34, b: 8, f: 12, t: 9, n: 10, r: 13, v: 11, a: 7 }).map(([letter, code]) => [
    letter.charCodeAt(0),
    code,
  ]),
);
/** By the letter, how many digits follow. */
const HEXADECIMAL: ReadonlyMap<number, number> = new Map([
  [0x78, 2],
  [0x75, 4],
  [0x55, 8],
]);
const formOf = (letter: number, digits: number): string => `\\${String.fromCharCode(letter)}${"X".repeat(digits)}`;

function pushText(text: string, push: Push): void {
  for (let i = 0; i < text.length; i++) push(text.charCodeAt(i));
}

/** An escape that has been read: its character and the index behind it, or what is wrong before that index. */
type Escape = { readonly code: number; readonly end: number } | { readonly reason: string; readonly end: number };

function hexadecimal(bytes: Uint8Array, at: number, digits: number, tooLarge: string): Escape {
  let code = 0;
  for (let i = at; i < at + digits; i++) {
    const value = parseInt(String.fromCharCode(bytes[i] ?? 0), 16);
    if (Number.isNaN(value)) return { reason: `truncated ${formOf(bytes[at - 1], digits)} escape`, end: i };
    code = code * 16 + value;
  }
  return code > 0x10ffff ? { reason: tooLarge, end: at + digits } : { code, end: at + digits };
}

/** `\N{…}`, from behind the N. */
function named(bytes: Uint8Array, at: number): Escape {
  if (bytes[at] !== 0x7b) return { reason: "malformed \\N character escape", end: at };
  const close = bytes.indexOf(0x7d, at + 1);
  if (close < 0) return { reason: "malformed \\N character escape", end: bytes.length };
  if (close === at + 1) return { reason: "malformed \\N character escape", end: close };
  const code = codeNamed(String.fromCharCode(...bytes.subarray(at + 1, close)));
  return code === undefined ? { reason: "unknown Unicode character name", end: close + 1 } : { code, end: close + 1 };
}

function octal(bytes: Uint8Array, at: number): Escape {
  let code = 0;
  let end = at;
  while (end < at + 3 && bytes[end] >= 48 && bytes[end] <= 55) code = code * 8 + bytes[end++] - 48;
  return { code, end };
}

/** The escape whose letter stands at an index; undefined: it is none. */
function fullEscape(bytes: Uint8Array, at: number): Escape | undefined {
  const letter = bytes[at];
  const simple = SIMPLE.get(letter);
  if (simple !== undefined) return { code: simple, end: at + 1 };
  const digits = HEXADECIMAL.get(letter);
  if (digits !== undefined) return hexadecimal(bytes, at + 1, digits, "illegal Unicode character");
  if (letter === 0x4e) return named(bytes, at + 1);
  return letter >= 48 && letter <= 55 ? octal(bytes, at) : undefined;
}

function rawEscape(bytes: Uint8Array, at: number): Escape | undefined {
  const digits = bytes[at] === 0x78 ? undefined : HEXADECIMAL.get(bytes[at]);
  return digits === undefined ? undefined : hexadecimal(bytes, at + 1, digits, "\\Uxxxxxxxx out of range");
}

function decoder(escapeAt: (bytes: Uint8Array, at: number) => Escape | undefined, isRaw: boolean): Codec["decode"] {
  return (input: Input, from, push, onFault, isFinal) => {
    let at = from;
    while (at >= 0 && at < input.bytes.length) {
      const { bytes } = input;
      const isLast = at + 1 === bytes.length;
      if (bytes[at] !== BACKSLASH || (isRaw && isLast && isFinal)) {
        push(bytes[at++]);
        continue;
      }
      if (isLast) {
        if (!isFinal) return at;
        at = onFault({ start: at, end: at + 1, reason: "\\ at end of string" });
        continue;
      }
      if (!isRaw && bytes[at + 1] === 10) {
        at += 2;
        continue;
      }
      const found = escapeAt(bytes, at + 1);
      if (found === undefined) {
        push(BACKSLASH);
        push(bytes[at + 1]);
        at += 2;
      } else if ("code" in found) {
        push(found.code);
        at = found.end;
      } else if (!isFinal && found.end >= bytes.length && /^(truncated|malformed)/.test(found.reason)) return at;
      else at = onFault({ start: at, end: found.end, reason: found.reason });
    }
    return at;
  };
}

const LETTERS: ReadonlyMap<number, string> = new Map([
  [9, "\\t"],
  [10, "\\n"],
  [13, "\\r"],
  [BACKSLASH, "\\\\"],
]);

export const unicodeEscape: Codec = {
  name: "unicodeescape",
  reason: "",
  joinsFaults: false,
  encodeCode(code, push) {
    if (code >= 32 && code < 127 && code !== BACKSLASH) push(code);
    else pushText(LETTERS.get(code) ?? escapeCode(code), push);
    return true;
  },
  decode: decoder(fullEscape, false),
};

export const rawUnicodeEscape: Codec = {
  name: "rawunicodeescape",
  reason: "",
  joinsFaults: false,
  encodeCode(code, push) {
    if (code < 0x100) push(code);
    else pushText(escapeCode(code), push);
    return true;
  },
  decode: decoder(rawEscape, true),
};

/** The character behind the first backslash that begins no escape, as programs are warned of; undefined: there is none. */
export function invalidEscape(bytes: Uint8Array): string | undefined {
  for (let at = bytes.indexOf(BACKSLASH); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(BACKSLASH, at + 2)) {
    if (bytes[at + 1] !== 10 && fullEscape(bytes, at + 1) === undefined) return String.fromCharCode(bytes[at + 1]);
  }
  return undefined;
}
