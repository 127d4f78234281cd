import type { Memory, Word } from "@hotpy/memory";
import type { Allocator } from "../allocator.js";
import type { ObjectKernel } from "../kernel.js";
import { SHAPE_STR1, STR_DATA } from "../layouts.js";
import type { HostStrings } from "./host.js";
import type { Text } from "./text.js";
import { foldCase, isCased, isLower, isUpper, lowerCase, titleCase, upperCase } from "./unicode.js";

/** Changing case by Unicode's full mappings, of a string that may grow by it. */
export interface StringCase {
  upper(string: Word): Word;
  lower(string: Word): Word;
  casefold(string: Word): Word;
  swapcase(string: Word): Word;
  title(string: Word): Word;
  capitalize(string: Word): Word;
}

/** The kernel's result where it has done nothing. */
const UNDECIDED = -2;
/** Bit that ASCII's lower case letters have and its upper case letters lack. */
const CASE_BIT = 0x20;

const isAsciiUpper = (code: number): boolean => code >= 65 && code <= 90;
const isAsciiLower = (code: number): boolean => code >= 97 && code <= 122;

export function createStringCase(
  memory: Memory,
  allocator: Allocator,
  kernel: ObjectKernel,
  text: Text,
  host: HostStrings,
): StringCase {
  const { i32, u8 } = memory;
  const { flat, length, codeAt } = text;

  /** Maps ASCII text byte by byte; `convert` sees the code and whether the character before is a letter. */
  function mapAscii(string: Word, convert: (code: number, inWord: boolean) => number): Word {
    const count = length(string);
    if (count < 2) return count === 0 ? text.empty : text.char(convert(codeAt(string, 0), false));
    const result = text.allocate(0, count);
    const from = (string + STR_DATA) >>> 0;
    const to = (result + STR_DATA) >>> 0;
    let inWord = false;
    for (let i = 0; i < count; i++) {
      const code = u8[from + i];
      u8[to + i] = convert(code, inWord);
      inWord = isAsciiUpper(code) || isAsciiLower(code);
    }
    return result;
  }

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
  function change(string: Word, isUpper: boolean): Word {
    const changed = kernel.changeCase(string, isUpper);
    if (changed === 0) return allocator.exhausted();
    if (changed !== UNDECIDED) return changed;
    const text = host.toJS(string);
    return host.fromJS(isUpper ? text.toUpperCase() : text.toLowerCase());
  }

  const isAscii = (string: Word): boolean => i32[string >>> 2] >>> 8 === SHAPE_STR1 && host.isAscii(string);

  function casefold(word: Word): Word {
    const string = flat(word);
    return isAscii(string) ? change(string, false) : mapCodes(string, foldCase);
  }

  function swapcase(word: Word): Word {
    const string = flat(word);
    if (isAscii(string)) {
      return mapAscii(string, (code) => (isAsciiUpper(code) || isAsciiLower(code) ? code ^ CASE_BIT : code));
    }
    const lowered = lowerInContext(string);
    let index = 0;
    return mapCodes(string, (code) => {
      const low = lowered[index++];
      return isUpper(code) ? low : isLower(code) ? upperCase(code) : String.fromCodePoint(code);
    });
  }

  function title(word: Word): Word {
    const string = flat(word);
    if (isAscii(string)) {
      return mapAscii(string, (code, inWord) =>
        (inWord ? isAsciiUpper(code) : isAsciiLower(code)) ? code ^ CASE_BIT : code,
      );
    }
    const lowered = lowerInContext(string);
    let index = 0;
    return mapCodes(string, (code, inWord) => {
      const low = lowered[index++];
      return inWord ? low : titleCase(code);
    });
  }

  function capitalize(word: Word): Word {
    const string = flat(word);
    let first = true;
    if (isAscii(string)) {
      return mapAscii(string, (code) => {
        const changes = first ? isAsciiLower(code) : isAsciiUpper(code);
        first = false;
        return changes ? code ^ CASE_BIT : code;
      });
    }
    const lowered = lowerInContext(string);
    let index = 0;
    return mapCodes(string, (code) => (index++ === 0 ? titleCase(code) : lowered[index - 1]));
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

  const isCaseIgnorable = (code: number): boolean => /^\p{Case_Ignorable}$/u.test(String.fromCodePoint(code));

  return {
    upper: (string) => change(flat(string), true),
    lower: (string) => change(flat(string), false),
    casefold,
    swapcase,
    title,
    capitalize,
  };
}
