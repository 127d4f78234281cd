import {
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  SHAPE_STR1,
  STATE_LATIN1,
  STR_DATA,
  TAIL_SIZE,
} from "../generated/constants";
import { shapeOf } from "../header";
import { UNDECIDED } from "../integers/forms";
import { isSmall, tagSmall, untagSmall } from "../words";
import { appendStrings, LEAST_VIEW_LENGTH } from "./append";
import { charAt, charOf, concatNarrow } from "./make";
import { codeAt, holderOf, isString, lengthOf, widthOf } from "./text";

/// Operations on strings as traces call them, whose operands may be anything unless it says otherwise.

const LAST_CODE: i32 = 0x10ffff;

/** Whether an object is a flat string of one byte a code point. */
function isNarrow(object: usize): bool {
  return shapeOf(object) === SHAPE_STR1;
}

/** The character at an index within the length of such a string. */
function narrowAt(string: usize, index: i32): usize {
  return load<usize>(load<usize>(STATE_LATIN1) + ((<usize>load<u8>(string + index, STR_DATA)) << 2));
}

/** Sum of two strings, which may be a view; 0: no memory; UNDECIDED of anything else. */
export function addStrings(left: usize, right: usize): usize {
  if (!isSmall(left | right) && isNarrow(left) && isNarrow(right) && load<i32>(left, TAIL_SIZE) < LEAST_VIEW_LENGTH)
    return concatNarrow(left, right);
  return isString(left) && isString(right) ? appendStrings(left, right) : UNDECIDED;
}

/** The code point of a string of one, as a small integer; UNDECIDED of anything else. */
export function codeOfCharacter(string: usize): usize {
  if (!isSmall(string) && isNarrow(string))
    return load<i32>(string, TAIL_SIZE) === 1 ? tagSmall(load<u8>(string, STR_DATA)) : UNDECIDED;
  if (!isString(string) || lengthOf(string) !== 1) return UNDECIDED;
  return tagSmall(codeAt(holderOf(string), widthOf(string), 0));
}

/** The string of the code point that is a small integer; 0: no memory; UNDECIDED of anything else. */
export function characterOfCode(number: usize): usize {
  const code = untagSmall(number);
  return isSmall(number) && code >= 0 && code <= LAST_CODE ? charOf(code) : UNDECIDED;
}

/** The character at an index within the length of a string; UNDECIDED: no memory. */
export function characterAt(string: usize, index: i32): usize {
  return isNarrow(string) ? narrowAt(string, index) : charAt(string, index) || UNDECIDED;
}

/* ---- iterators over strings ---- */

/** Whether an iterator over a string has another character. */
export function hasNextCharacter(iterator: usize): bool {
  const string = load<usize>(iterator, ITERATOR_SEQUENCE);
  return string !== 0 && load<i32>(iterator, ITERATOR_INDEX) < lengthOf(string);
}

/** The next character of an iterator over a string; 0: there is none, and never will be; UNDECIDED: no memory. */
export function nextCharacter(iterator: usize): usize {
  const string = load<usize>(iterator, ITERATOR_SEQUENCE);
  if (string === 0) return 0;
  const index = load<i32>(iterator, ITERATOR_INDEX);
  if (isNarrow(string) && index < load<i32>(string, TAIL_SIZE)) {
    store<i32>(iterator, index + 1, ITERATOR_INDEX);
    return narrowAt(string, index);
  }
  if (index >= lengthOf(string)) {
    store<usize>(iterator, 0, ITERATOR_SEQUENCE);
    return 0;
  }
  const character = charAt(string, index);
  if (character === 0) return UNDECIDED;
  store<i32>(iterator, index + 1, ITERATOR_INDEX);
  return character;
}
