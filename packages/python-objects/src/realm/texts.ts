import { NULL, type Word } from "@hotpy/memory";
import { UNDECIDED } from "@hotpy/object-model";
import type { UpToProtocols } from "../context.js";
import { type Conversions, WHILE_REPR, WHILE_STR } from "../protocols/conversions.js";
import { immediateMethods } from "./immediate.js";

/** Objects as text. May collect. */
export interface Texts extends Pick<Conversions, "afterText" | "afterLength" | "afterHash" | "afterAny"> {
  /** `repr(w)`, `str(w)`: a str word or NULL. */
  repr(word: Word): Word;
  toStr(word: Word): Word;
  /** The same for natives with `frames: true`: a method in Python runs without re-entering the loop. Leaf. */
  tailRepr(word: Word): Word;
  tailStr(word: Word): Word;
  /** `format(w, spec)`; `spec` is a str word or NULL for none. */
  format(word: Word, spec: Word): Word;
}

export function createTexts(parts: UpToProtocols): Texts {
  const { strings, conversions, name: intern } = parts;
  const { complete, completing, enter, leave } = parts.reentry;
  const completeRepr = completing(WHILE_REPR);
  const { textOfNumber, formatPlain } = parts.pythonKernel;
  /** Whether the kernel has made a text; it leaves the others undone. */
  const isText = (result: Word): boolean => result !== UNDECIDED && result !== NULL;
  const immediate = immediateMethods(parts);
  const [reprName, formatName] = ["__repr__", "__format__"].map(intern);
  return {
    afterText: conversions.afterText,
    afterLength: conversions.afterLength,
    afterHash: conversions.afterHash,
    afterAny: conversions.afterAny,
    tailRepr: conversions.repr,
    tailStr: conversions.toStr,
    repr(word) {
      const text = textOfNumber(word);
      if (isText(text)) return text;
      if (!enter(WHILE_REPR)) return NULL;
      const result = immediate(word, reprName) ? conversions.repr(word) : completeRepr(conversions.repr, word, 0, 0);
      leave();
      return result;
    },
    toStr(word) {
      const text = textOfNumber(word);
      if (isText(text)) return text;
      if (!enter(WHILE_STR)) return NULL;
      const result = complete(conversions.toStr, word, 0, 0);
      leave();
      return result;
    },
    format(word, given) {
      const spec = given === NULL ? strings.empty : given;
      const text = formatPlain(word, spec);
      if (isText(text)) return text;
      return immediate(word, formatName) ? conversions.format(word, spec) : complete(conversions.format, word, spec, 0);
    },
  };
}
