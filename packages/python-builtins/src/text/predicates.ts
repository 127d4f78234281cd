import type { Word } from "@hotpy/memory";
import { type NativeDefinition, PURE } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/** Methods of str that return a bool. */
export function predicateMethods({ realm: { pythonKernel: kernel }, argument }: Library): NativeDefinition[] {
  const method = (name: string, decide: (string: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    effects: PURE,
    kernel: { 1: decide },
    run: (args) => decide(argument(args, 0)),
  });

  return [
    method("isalpha", kernel.isAlpha),
    method("isalnum", kernel.isAlnum),
    method("isdecimal", kernel.isDecimal),
    method("isdigit", kernel.isDigit),
    method("isnumeric", kernel.isNumeric),
    method("isspace", kernel.isSpace),
    method("isprintable", kernel.isPrintable),
    method("isascii", kernel.isAscii),
    method("isupper", kernel.isUpperCase),
    method("islower", kernel.isLowerCase),
    method("istitle", kernel.isTitleCase),
    method("isidentifier", kernel.isIdentifier),
  ];
}
