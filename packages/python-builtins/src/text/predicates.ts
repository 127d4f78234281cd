import { UNDECIDED } from "@hotpy/dict";
import type { Word } from "@hotpy/memory";
import { unicode } from "@hotpy/object-model";
import { type NativeDefinition, PURE } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/** Methods of str that return a bool. */
export function predicateMethods({ realm, argument }: Library): NativeDefinition[] {
  const { strings, pythonKernel } = realm;

  /** `kernel` decides for text of one byte a character, `test` for other. */
  const method = (
    name: string,
    kernel: (string: Word) => Word,
    test: (string: Word, length: number) => boolean,
  ): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    effects: PURE,
    kernel: { 1: kernel },
    run(args) {
      const string = strings.flat(argument(args, 0));
      const decided = kernel(string);
      return decided === UNDECIDED ? realm.bool(test(string, strings.length(string))) : decided;
    },
  });

  /** All characters have a property. (There are some: text of none is of one byte a character.) */
  const all = (name: string, kernel: (string: Word) => Word, property: (code: number) => boolean): NativeDefinition =>
    method(name, kernel, (string, length) => {
      for (let i = 0; i < length; i++) if (!property(strings.codeAt(string, i))) return false;
      return true;
    });

  /** Cased characters are all of one case, and there are some. */
  const cased = (name: string, kernel: (string: Word) => Word, right: (code: number) => boolean): NativeDefinition =>
    method(name, kernel, (string, length) => {
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
    if (!unicode.isIdentifierStart(strings.codeAt(string, 0))) return false;
    for (let i = 1; i < length; i++) if (!unicode.isIdentifierPart(strings.codeAt(string, i))) return false;
    return true;
  }

  return [
    all("isalpha", pythonKernel.isAlpha, unicode.isAlpha),
    all(
      "isalnum",
      pythonKernel.isAlnum,
      (code) => unicode.isAlpha(code) || unicode.isNumeric(code) || unicode.isDigit(code),
    ),
    all("isdecimal", pythonKernel.isDecimal, unicode.isDecimal),
    all("isdigit", pythonKernel.isDigit, unicode.isDigit),
    all("isnumeric", pythonKernel.isNumeric, unicode.isNumeric),
    all("isspace", pythonKernel.isSpace, unicode.isSpace),
    all("isprintable", pythonKernel.isPrintable, unicode.isPrintable),
    all("isascii", pythonKernel.isAscii, (code) => code < 128),
    cased("isupper", pythonKernel.isUpperCase, unicode.isUpper),
    cased("islower", pythonKernel.isLowerCase, unicode.isLower),
    method("istitle", pythonKernel.isTitleCase, isTitle),
    method("isidentifier", pythonKernel.isIdentifier, isIdentifier),
  ];
}
