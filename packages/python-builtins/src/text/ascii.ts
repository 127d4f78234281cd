import type { Word } from "@hotpy/memory";
import type { Realm } from "@hotpy/python-objects";
import { CodeBuffer } from "./code-buffer.js";
import { escapeCode } from "./repr.js";

/** The text with everything outside ASCII escaped, as `ascii` shows it. */
export function asciiText(realm: Pick<Realm, "heap" | "strings">, word: Word): Word {
  const { strings } = realm;
  if (strings.isAscii(word)) return word;
  const string = strings.flat(word);
  const codes = new CodeBuffer(realm);
  for (let i = 0; i < strings.length(string); i++) {
    const code = strings.codeAt(string, i);
    if (code < 128) codes.push(code);
    else codes.pushText(escapeCode(code));
  }
  return codes.finish();
}
