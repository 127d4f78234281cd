import { fromInt64, UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { appendToList } from "@hotpy/object-model/kernel/lists/change";
import { createList } from "@hotpy/object-model/kernel/lists/layout";
import { substring } from "@hotpy/object-model/kernel/strings/make";
import {
  FALSE,
  JSON_COLON,
  JSON_COMMA,
  JSON_CONSTANT,
  JSON_DEEP,
  JSON_MEMORY,
  JSON_NAME,
  JSON_NUMBER,
  JSON_VALUE,
  NONE,
  TRUE,
} from "./generated/constants";
import { createDict, floatFromText, integerFromText, setKey } from "./objects";
import { forgetNames, nameOf, readString, stringEnd, stringFault } from "./string";
import { at, isDigit, open, skipSpace } from "./text";

/// Values of JSON. The result is 0 where there is a fault: see src/faults.ts.

const QUOTE: i32 = 34;
/** So many digits fit 63 bits. */
const SHORT: i32 = 18;

/** Behind the value that has been read, or where the fault is. */
let end: i32 = 0;
let fault: i32 = 0;
let isStrict: bool = true;
/** The string that is read. */
let source: usize = 0;

/** Index behind what was read last, or of the fault. */
export function scanEnd(): i32 {
  return end;
}

/** What was wrong. */
export function scanFault(): i32 {
  return fault;
}

/** The value that begins at an index. `depth`: how many containers may lie in each other. 0: there is a fault. */
export function scanJson(string: usize, index: i32, strict: bool, depth: i32): usize {
  begin(string, strict);
  forgetNames();
  return readValue(index, depth);
}

/** The string whose first character is at an index. */
export function scanString(string: usize, index: i32, strict: bool): usize {
  begin(string, strict);
  return stringAt(index);
}

function begin(string: usize, strict: bool): void {
  open(string);
  source = string;
  isStrict = strict;
  fault = 0;
}

function failed(kind: i32, index: i32): usize {
  fault = kind;
  end = index;
  return 0;
}

function stringAt(index: i32): usize {
  const string = readString(source, index, isStrict);
  return string === 0 ? failed(stringFault, stringEnd) : done(string, stringEnd);
}

function done(value: usize, index: i32): usize {
  end = index;
  return value === 0 ? failed(JSON_MEMORY, index) : value;
}

/** Whether these characters are at an index. */
function isWord(index: i32, second: i32, third: i32, fourth: i32): bool {
  return at(index + 1) === second && at(index + 2) === third && at(index + 3) === fourth;
}

function readValue(index: i32, depth: i32): usize {
  const code = at(index);
  switch (code) {
    case QUOTE:
      return stringAt(index + 1);
    case 123:
      return depth > 0 ? readObject(index + 1, depth - 1) : failed(JSON_DEEP, index);
    case 91:
      return depth > 0 ? readArray(index + 1, depth - 1) : failed(JSON_DEEP, index);
    case 110:
      if (isWord(index, 117, 108, 108)) return done(NONE, index + 4);
      break;
    case 116:
      if (isWord(index, 114, 117, 101)) return done(TRUE, index + 4);
      break;
    case 102:
      if (isWord(index, 97, 108, 115) && at(index + 4) === 101) return done(FALSE, index + 5);
      break;
    case 78:
    case 73:
      // NaN and Infinity: what they stand for is for the program to say.
      return failed(JSON_CONSTANT, index);
    case 45:
      if (at(index + 1) === 73) return failed(JSON_CONSTANT, index);
      break;
  }
  return code === 45 || isDigit(code) ? readNumber(index) : failed(JSON_VALUE, index);
}

function readArray(index: i32, depth: i32): usize {
  const list = createList(0);
  if (list === 0) return failed(JSON_MEMORY, index);
  let place = skipSpace(index);
  if (at(place) === 93) return done(list, place + 1);
  while (true) {
    const value = readValue(place, depth);
    if (value === 0) return 0;
    if (appendToList(list, value) === 0) return failed(JSON_MEMORY, place);
    place = skipSpace(end);
    const code = at(place);
    if (code === 93) return done(list, place + 1);
    if (code !== 44) return failed(JSON_COMMA, place);
    place = skipSpace(place + 1);
  }
}

function readObject(index: i32, depth: i32): usize {
  const dict = createDict(8);
  if (dict === 0) return failed(JSON_MEMORY, index);
  let place = skipSpace(index);
  if (at(place) === 125) return done(dict, place + 1);
  while (true) {
    if (at(place) !== QUOTE) return failed(JSON_NAME, place);
    const key = nameOf(source, place + 1, isStrict);
    if (key === 0) return failed(stringFault, stringEnd);
    place = skipSpace(stringEnd);
    if (at(place) !== 58) return failed(JSON_COLON, place);
    const value = readValue(skipSpace(place + 1), depth);
    if (value === 0) return 0;
    if (setKey(dict, key, value) !== 1) return failed(JSON_MEMORY, place);
    place = skipSpace(end);
    const code = at(place);
    if (code === 125) return done(dict, place + 1);
    if (code !== 44) return failed(JSON_COMMA, place);
    place = skipSpace(place + 1);
  }
}

function skipDigits(index: i32): i32 {
  while (isDigit(at(index))) index++;
  return index;
}

function readNumber(index: i32): usize {
  const isNegative = at(index) === 45;
  const first = index + i32(isNegative);
  if (!isDigit(at(first))) return failed(JSON_VALUE, index);
  let place = at(first) === 48 ? first + 1 : skipDigits(first);
  const digits = place - first;
  let isFloat = false;
  if (at(place) === 46 && isDigit(at(place + 1))) {
    isFloat = true;
    place = skipDigits(place + 1);
  }
  if ((at(place) | 32) === 101) {
    const sign = at(place + 1);
    const exponent = place + 1 + i32(sign === 43 || sign === 45);
    // Letters that no digits follow are no part of the number.
    if (isDigit(at(exponent))) {
      isFloat = true;
      place = skipDigits(exponent);
    }
  }
  if (!isFloat && digits <= SHORT) {
    let value: i64 = 0;
    for (let i = first; i < place; i++) value = value * 10 + at(i) - 48;
    return done(fromInt64(isNegative ? -value : value), place);
  }
  const text = substring(source, index, place);
  if (text === 0) return failed(JSON_MEMORY, index);
  const number = isFloat ? floatFromText(text) : integerFromText(text, 10, 0x7fffffff);
  if (number === UNDECIDED || (!isFloat && digits > 4000)) return failed(JSON_NUMBER, index);
  return done(number, place);
}
