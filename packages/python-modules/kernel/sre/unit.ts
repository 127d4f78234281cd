import { isInCategory, lowerAscii, lowerUnicode, upperAscii } from "./characters";
import { isInSet, isInSetOfLocale } from "./charset";
import {
  ANY,
  ANY_ALL,
  CATEGORY,
  IN,
  IN_IGNORE,
  IN_LOC_IGNORE,
  IN_UNI_IGNORE,
  LITERAL,
  LITERAL_IGNORE,
  LITERAL_LOC_IGNORE,
  LITERAL_UNI_IGNORE,
  NOT_LITERAL,
  NOT_LITERAL_IGNORE,
  NOT_LITERAL_LOC_IGNORE,
} from "./opcodes";

/// Patterns of one character.

/** Whether a character is the letter in either case, by ASCII's rules. */
function isEither(letter: i32, code: i32): bool {
  return code === letter || lowerAscii(code) === letter || upperAscii(code) === letter;
}

/** Whether the pattern at an address, which takes one character, takes this one. */
export function takes(pattern: usize, code: i32): bool {
  const letter = load<i32>(pattern + 4);
  switch (load<u32>(pattern)) {
    case ANY:
      return code !== 10;
    case ANY_ALL:
      return true;
    case LITERAL:
      return code === letter;
    case NOT_LITERAL:
      return code !== letter;
    case IN:
      return isInSet(pattern + 8, code);
    case CATEGORY:
      return isInCategory(letter, code);
    case LITERAL_IGNORE:
      return lowerAscii(code) === letter;
    case NOT_LITERAL_IGNORE:
      return lowerAscii(code) !== letter;
    case LITERAL_UNI_IGNORE:
      return lowerUnicode(code) === letter;
    case LITERAL_LOC_IGNORE:
      return isEither(letter, code);
    case NOT_LITERAL_LOC_IGNORE:
      return !isEither(letter, code);
    case IN_IGNORE:
      return isInSet(pattern + 8, lowerAscii(code));
    case IN_UNI_IGNORE:
      return isInSet(pattern + 8, lowerUnicode(code));
    case IN_LOC_IGNORE:
      return isInSetOfLocale(pattern + 8, code);
    default:
      // NOT_LITERAL_UNI_IGNORE
      return lowerUnicode(code) !== letter;
  }
}

/** Character number `index` of a string whose characters have the size of T. */
export function at<T>(data: usize, index: i32): i32 {
  return <i32>load<T>(data + <usize>index * sizeof<T>());
}

/** How many characters from `from` on, at most `most`, a pattern of one character takes. */
export function span<T>(pattern: usize, data: usize, from: i32, end: i32, most: u32): i32 {
  const last = most < <u32>(end - from) ? from + <i32>most : end;
  let index = from;
  const letter = load<i32>(pattern + 4);
  switch (load<u32>(pattern)) {
    case ANY:
      while (index < last && at<T>(data, index) !== 10) index++;
      break;
    case ANY_ALL:
      index = last;
      break;
    case LITERAL:
      while (index < last && at<T>(data, index) === letter) index++;
      break;
    case NOT_LITERAL:
      while (index < last && at<T>(data, index) !== letter) index++;
      break;
    case IN:
      while (index < last && isInSet(pattern + 8, at<T>(data, index))) index++;
      break;
    default:
      while (index < last && takes(pattern, at<T>(data, index))) index++;
  }
  return index - from;
}
