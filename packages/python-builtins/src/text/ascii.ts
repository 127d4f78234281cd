import type { Word } from "@hotpy/memory";
import type { Strings } from "@hotpy/object-model";
import { escapeCode } from "./repr.js";

/** The text with everything outside ASCII escaped, as `ascii` shows it. */
export function asciiText(strings: Strings, word: Word): Word {
  if (strings.isAscii(word)) return word;
  const string = strings.flat(word);
  let result = "";
  for (let i = 0; i < strings.length(string); i++) {
    const code = strings.codeAt(string, i);
    result += code < 128 ? String.fromCharCode(code) : escapeCode(code);
  }
  return strings.fromJS(result);
}
