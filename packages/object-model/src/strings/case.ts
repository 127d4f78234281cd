import type { Word } from "@hotpy/memory";
import { CHAR_CASE_IGNORABLE, foldCase, lowerCase, propertiesOf, titleCase, upperCase } from "@hotpy/unicode";
import { type Allocator, madeBy } from "../allocator.js";
import { UNDECIDED } from "../integers/integers.js";
import type { ObjectKernel } from "../kernel.js";
import type { HostStrings } from "./host.js";
import type { Text } from "./text.js";
import { isCased, isLower, isUpper } from "./unicode.js";

/** Changing case by Unicode's full mappings, of a string that may grow by it. */
export interface StringCase {
  upper(string: Word): Word;
  lower(string: Word): Word;
  casefold(string: Word): Word;
  swapcase(string: Word): Word;
  title(string: Word): Word;
  capitalize(string: Word): Word;
}

/* How the kernel changes case; see kernel/strings/case.ts. */
export const CASE_LOWER = 0;
export const CASE_UPPER = 1;
/** As `CASE_LOWER`, but of letters that are compared without regard to case. */
export const CASE_FOLD = 2;
export const CASE_SWAP = 3;
/** The first letter of each word is a capital, all others are small; or of the first word only, if that begins the text. */
export const CASE_TITLE = 4;
export const CASE_CAPITALIZE = 5;

/**
 * Text of alphabets, punctuation and ideographs to which newer versions of Unicode than ours have added no case: the host changes it faster.
 */
const SETTLED = /^[\0-\u017f\u0370-\u052f\u1e00-\u1fff\u2000-\u206f\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]*$/;

export function createStringCase(
  allocator: Allocator,
  kernel: ObjectKernel,
  text: Text,
  host: HostStrings,
): StringCase {
  const { flat, length, codeAt } = text;
  const made = madeBy(allocator);

  function mapCodes(string: Word, convert: (code: number, inWord: boolean) => string): Word {
    const count = length(string);
    let result = "";
    let inWord = false;
    for (let i = 0; i < count; i++) {
      const code = codeAt(string, i);
      result += convert(code, inWord);
      inWord = isCased(code);
    }
    return host.fromJS(result);
  }

  /** The kernel does what stays within one byte a character. */
  function change(word: Word, how: number, otherwise: (string: Word) => Word): Word {
    const string = flat(word);
    const changed = made(kernel.changeCase(string, how));
    return changed === UNDECIDED ? otherwise(string) : changed;
  }

  function upper(string: Word): Word {
    const content = host.toJS(string);
    return SETTLED.test(content) ? host.fromJS(content.toUpperCase()) : mapCodes(string, upperCase);
  }

  function lower(string: Word): Word {
    const content = host.toJS(string);
    return host.fromJS(SETTLED.test(content) ? content.toLowerCase() : lowerInContext(string).join(""));
  }

  const casefold = (string: Word): Word => mapCodes(string, foldCase);

  /** `convert` sees the code, whether the character before is a letter, and what lower case makes of this one. */
  function mapInContext(string: Word, convert: (code: number, inWord: boolean, lowered: string) => string): Word {
    const lowered = lowerInContext(string);
    let index = 0;
    return mapCodes(string, (code, inWord) => convert(code, inWord, lowered[index++]));
  }

  const swapcase = (string: Word): Word =>
    mapInContext(string, (code, _, lowered) =>
      isUpper(code) ? lowered : isLower(code) ? upperCase(code) : String.fromCodePoint(code),
    );

  const title = (string: Word): Word =>
    mapInContext(string, (code, inWord, lowered) => (inWord ? lowered : titleCase(code)));

  function capitalize(string: Word): Word {
    let isFirst = true;
    return mapInContext(string, (code, _, lowered) => {
      const result = isFirst ? titleCase(code) : lowered;
      isFirst = false;
      return result;
    });
  }

  const CAPITAL_SIGMA = 0x3a3;

  /** Lower case of each character, with the one that depends on its neighbours: a sigma at the end of a word. */
  function lowerInContext(string: Word): string[] {
    const result: string[] = [];
    const count = length(string);
    for (let i = 0; i < count; i++) {
      const code = codeAt(string, i);
      result.push(code === CAPITAL_SIGMA && isFinal(string, i, count) ? "\u03c2" : lowerCase(code));
    }
    return result;
  }

  /** A cased letter comes before (perhaps behind marks), and none after. */
  function isFinal(string: Word, index: number, count: number): boolean {
    let before = index - 1;
    while (before >= 0 && isCaseIgnorable(codeAt(string, before))) before--;
    if (before < 0 || !isCased(codeAt(string, before))) return false;
    let after = index + 1;
    while (after < count && isCaseIgnorable(codeAt(string, after))) after++;
    return after === count || !isCased(codeAt(string, after));
  }

  const isCaseIgnorable = (code: number): boolean => (propertiesOf(code) & CHAR_CASE_IGNORABLE) !== 0;

  return {
    lower: (string) => change(string, CASE_LOWER, lower),
    upper: (string) => change(string, CASE_UPPER, upper),
    casefold: (string) => change(string, CASE_FOLD, casefold),
    swapcase: (string) => change(string, CASE_SWAP, swapcase),
    title: (string) => change(string, CASE_TITLE, title),
    capitalize: (string) => change(string, CASE_CAPITALIZE, capitalize),
  };
}
