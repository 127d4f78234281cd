import type { Word } from "@hotpy/memory";
import { unicode } from "@hotpy/object-model";
import type { Realm } from "@hotpy/python-objects";
import { CodeBuffer } from "./code-buffer.js";

const BACKSLASH = 92;
const SINGLE = 39;
const DOUBLE = 34;
const SHORT_ESCAPES: Readonly<Record<number, string>> = { 9: "\\t", 10: "\\n", 13: "\\r", 92: "\\\\" };

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");

/** The escape of a code point: \x, \u or \U. */
export function escapeCode(code: number): string {
  return code < 0x100 ? `\\x${hex(code, 2)}` : code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

/** `repr` of a str: single quotes unless it has some and no double ones. `asciiOnly` escapes all others, as `ascii` does. */
export function reprOfString(realm: Pick<Realm, "heap" | "strings">, word: Word, asciiOnly = false): Word {
  const { strings } = realm;
  const string = strings.flat(word);
  const length = strings.length(string);
  let plain = true;
  let hasSingle = false;
  let hasDouble = false;
  for (let i = 0; i < length; i++) {
    const code = strings.codeAt(string, i);
    if (code === SINGLE) hasSingle = true;
    else if (code === DOUBLE) hasDouble = true;
    else if (code < 32 || code === BACKSLASH || code >= 127) plain = false;
  }
  const quote = hasSingle && !hasDouble ? DOUBLE : SINGLE;
  if (plain && !(hasSingle && hasDouble)) return strings.pad(string, 1, 1, quote);
  const codes = new CodeBuffer(realm);
  codes.push(quote);
  for (let i = 0; i < length; i++) {
    const code = strings.codeAt(string, i);
    const escape = SHORT_ESCAPES[code];
    if (escape !== undefined) codes.pushText(escape);
    else if (code === quote) codes.pushText(`\\${String.fromCharCode(code)}`);
    else if (code >= 32 && code < 127) codes.push(code);
    else if (code < 128 || asciiOnly || !unicode.isPrintable(code)) codes.pushText(escapeCode(code));
    else codes.push(code);
  }
  codes.push(quote);
  return codes.finish();
}
