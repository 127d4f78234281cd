import type { Word } from "@hotpy/memory";
import { STR_DATA, unicode } from "@hotpy/object-model";
import { type NativeDefinition, PURE } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/** Methods of str that return a bool. */
export function predicateMethods({ realm, argument }: Library): NativeDefinition[] {
  const {
    strings,
    memory: { u8 },
  } = realm;

  const method = (name: string, test: (string: Word, length: number) => boolean): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    effects: PURE,
    run(args) {
      const string = strings.flat(argument(args, 0));
      return realm.bool(test(string, strings.length(string)));
    },
  });

  /** All characters have a property, and there are some. */
  function all(name: string, property: (code: number) => boolean, ofEmpty = false): NativeDefinition {
    /** What is known of characters of one byte, by code: 0 nothing yet, 1 yes, 2 no. */
    const known = new Uint8Array(256);
    const look = (code: number): number => (known[code] = property(code) ? 1 : 2);
    return method(name, (string, length) => {
      if (strings.widthOf(string) === 0) {
        const base = (string + STR_DATA) >>> 0;
        for (let i = 0; i < length; i++) if ((known[u8[base + i]] || look(u8[base + i])) === 2) return false;
      } else {
        for (let i = 0; i < length; i++) if (!property(strings.codeAt(string, i))) return false;
      }
      return length > 0 || ofEmpty;
    });
  }

  /** Cased characters are all of one case, and there are some. */
  const cased = (name: string, right: (code: number) => boolean): NativeDefinition =>
    method(name, (string, length) => {
      let found = false;
      for (let i = 0; i < length; i++) {
        const code = strings.codeAt(string, i);
        if (right(code)) found = true;
        else if (unicode.isCased(code)) return false;
      }
      return found;
    });

  function isTitle(string: Word, length: number): boolean {
    let found = false;
    let inWord = false;
    for (let i = 0; i < length; i++) {
      const code = strings.codeAt(string, i);
      if (unicode.isUpper(code) || unicode.isTitle(code)) {
        if (inWord) return false;
        inWord = found = true;
      } else if (unicode.isLower(code)) {
        if (!inWord) return false;
        found = true;
      } else inWord = false;
    }
    return found;
  }

  function isIdentifier(string: Word, length: number): boolean {
    if (length === 0 || !unicode.isIdentifierStart(strings.codeAt(string, 0))) return false;
    for (let i = 1; i < length; i++) if (!unicode.isIdentifierPart(strings.codeAt(string, i))) return false;
    return true;
  }

  return [
    all("isalpha", unicode.isAlpha),
    all("isalnum", (code) => unicode.isAlpha(code) || unicode.isNumeric(code) || unicode.isDigit(code)),
    all("isdecimal", unicode.isDecimal),
    all("isdigit", unicode.isDigit),
    all("isnumeric", unicode.isNumeric),
    all("isspace", unicode.isSpace),
    all("isprintable", unicode.isPrintable, true),
    all("isascii", (code) => code < 128, true),
    cased("isupper", unicode.isUpper),
    cased("islower", unicode.isLower),
    method("istitle", isTitle),
    method("isidentifier", isIdentifier),
  ];
}
