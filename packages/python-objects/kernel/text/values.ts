import { keysOf as keysOfDict, valueAt } from "@hotpy/dict/kernel/dicts";
import { keyAt } from "@hotpy/dict/kernel/tables";
import { writeNumber } from "@hotpy/object-model/kernel/floats/digits";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { countOf, isBig, isInteger, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { FEW_LIMBS, textOfInteger } from "@hotpy/object-model/kernel/integers/to-text";
import { itemsOf, lengthOf as lengthOfSequence } from "@hotpy/object-model/kernel/lists/layout";
import { copyBytes, fillBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { holderOf, isString, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { stopsAfter } from "@hotpy/object-model/kernel/work";
import { nameOfType } from "../fields";
import {
  DIGITS_BUFFER,
  EXCEPTION_ARGS,
  FALSE,
  FIRST_DYNAMIC_SHAPE,
  KEYS_USED,
  NONE,
  SHAPE_DICT,
  SHAPE_LIST,
  SHAPE_SET,
  SHAPE_TUPLE,
  STR_DATA,
  TAIL_SIZE,
  TRAIT_NAME_OF_ARGUMENTS,
  TRAIT_TEXT_OF_ARGUMENTS,
  TRAIT_TEXT_OF_KEY,
  TRUE,
} from "../generated/constants";
import { floatOf, isFloat } from "../numbers";
import { keysOf as keysOfSet, maskOf, usedOf } from "../sets/layout";
import { traitsOf, typeOf } from "../types";
import { writeFloat } from "./numbers";
import { added, DONE, NO_MEMORY, REFUSED } from "./outcomes";
import { countPlain, quotedSize, writeQuoted } from "./quote";
import { addBytes, addText } from "./target";

/// Adding the text of values, as `str` and `repr` give it, to a text of parts.

/** Adds bytes with padding: before them, unless `isLeft`. */
function addPadded(from: usize, size: i32, least: i32, isLeft: bool): i32 {
  const padding = max(least - size, 0);
  if (size + padding === 0) return DONE;
  const to = addText(size + padding);
  if (to === 0) return NO_MEMORY;
  const text = isLeft ? to : fillBytes(to, 32, padding);
  memory.copy(text, from, size);
  if (isLeft) fillBytes(to + size, 32, padding);
  return DONE;
}

function addWord(word: u64, size: i32, least: i32, most: i32, isLeft: bool): i32 {
  store<u64>(DIGITS_BUFFER, word);
  return addPadded(DIGITS_BUFFER, most >= 0 ? min(size, most) : size, least, isLeft);
}

const OPEN: i32 = 40;
const CLOSE: i32 = 41;
const COMMA: i32 = 44;
const OPEN_LIST: i32 = 91;
const CLOSE_LIST: i32 = 93;
const OPEN_DICT: i32 = 123;
const CLOSE_DICT: i32 = 125;
const COMMA_SPACE: i32 = 0x202c;
const COLON_SPACE: i32 = 0x203a;

/** "None", "True" and "False" as they lie in memory. */
const WORD_NONE: u64 = 0x656e6f4e;
const WORD_TRUE: u64 = 0x65757254;
const WORD_FALSE: u64 = 0x65736c6146;

/** Adds str(value), or repr(value), cut to `most` characters (-1: all of them), in a field of at least `least`. */
export function addValue(value: usize, isRepr: bool, least: i32, most: i32, isLeft: bool): i32 {
  if (isString(value)) {
    if (widthOf(value) !== 0) return REFUSED;
    const size = lengthOf(value);
    const from = holderOf(value) + STR_DATA;
    if (isRepr) return most < 0 && least <= 0 ? addQuoted(value) : REFUSED;
    const shown = most >= 0 ? min(most, size) : size;
    return least <= shown ? added(addBytes(from, shown)) : addPadded(from, shown, least, isLeft);
  }
  if (value === NONE) return addWord(WORD_NONE, 4, least, most, isLeft);
  if (value === TRUE) return addWord(WORD_TRUE, 4, least, most, isLeft);
  if (value === FALSE) return addWord(WORD_FALSE, 5, least, most, isLeft);
  if (value === 0) return REFUSED;
  const isNumber = isInteger(value);
  if (!isNumber && !isFloat(value)) {
    const traits = textTraitsOf(value);
    if (traits !== 0) return addException(value, traits, isRepr, least, most, isLeft);
    return least <= 0 && most < 0 ? addContainer(value, 0) : REFUSED;
  }
  if (isNumber && isBig(value)) {
    if (countOf(value) > FEW_LIMBS) return REFUSED;
    const text = textOfInteger(value);
    if (text === 0) return NO_MEMORY;
    const size = load<i32>(text, TAIL_SIZE);
    return addPadded(text + STR_DATA, most >= 0 ? min(most, size) : size, least, isLeft);
  }
  // Numbers of 64 bits have at most 25 characters: they are written behind the room for their digits.
  const at: usize = DIGITS_BUFFER + 64;
  let size: i32;
  if (isNumber) {
    const number = valueOf(value);
    store<u8>(at, 45);
    const sign = i32(number < 0);
    size = sign + writeNumber(at + sign, number < 0 ? <u64>-number : <u64>number);
  } else size = writeFloat(at, floatOf(value));
  return addPadded(at, most >= 0 ? min(most, size) : size, least, isLeft);
}

/** What is known of the texts of an exception; 0: it is none, or its class has its own. */
function textTraitsOf(value: usize): i32 {
  return shapeOf(value) < FIRST_DYNAMIC_SHAPE ? 0 : traitsOf(typeOf(value)) & TEXTS;
}

const TEXTS: i32 = TRAIT_TEXT_OF_ARGUMENTS | TRAIT_TEXT_OF_KEY | TRAIT_NAME_OF_ARGUMENTS;

/** Adds the text of an exception, which is that of its arguments. Exceptions among these are refused: they may be it again. */
function addException(value: usize, traits: i32, isRepr: bool, least: i32, most: i32, isLeft: bool): i32 {
  const args = load<usize>(value, EXCEPTION_ARGS);
  if (args === 0) return REFUSED;
  const count = lengthOfSequence(args);
  if (isRepr) {
    if ((traits & TRAIT_NAME_OF_ARGUMENTS) === 0 || least > 0 || most >= 0) return REFUSED;
    const name = nameOfType(typeOf(value));
    if (widthOf(name) !== 0) return REFUSED;
    if (!addBytes(holderOf(name) + STR_DATA, lengthOf(name))) return NO_MEMORY;
    if (count !== 1) return addContainer(args, 0);
    const opened = addByte(OPEN);
    const outcome = opened === DONE ? addArgument(args, true, -1, -1, false) : opened;
    return outcome === DONE ? addByte(CLOSE) : outcome;
  }
  if ((traits & (TRAIT_TEXT_OF_ARGUMENTS | TRAIT_TEXT_OF_KEY)) === 0) return REFUSED;
  if (count === 0) return addPadded(0, 0, least, isLeft);
  if (count === 1) return addArgument(args, (traits & TRAIT_TEXT_OF_KEY) !== 0, least, most, isLeft);
  return least <= 0 && most < 0 ? addContainer(args, 0) : REFUSED;
}

/** Adds the only argument of an exception. */
function addArgument(args: usize, isRepr: bool, least: i32, most: i32, isLeft: bool): i32 {
  const argument = load<usize>(itemsOf(args));
  return !isSmall(argument) && shapeOf(argument) >= FIRST_DYNAMIC_SHAPE
    ? REFUSED
    : addValue(argument, isRepr, least, most, isLeft);
}

/** Containers that lie deeper in others are refused, and so are those that lie in themselves. */
const MOST_DEPTH: i32 = 20;

/** Adds the text of a list, tuple, dict or set. */
function addContainer(value: usize, depth: i32): i32 {
  if (depth === MOST_DEPTH) return REFUSED;
  const shape = shapeOf(value);
  if (shape === SHAPE_LIST) {
    const outcome = addItems(itemsOf(value), lengthOfSequence(value), OPEN_LIST, depth);
    return outcome === DONE ? addByte(CLOSE_LIST) : outcome;
  }
  if (shape === SHAPE_TUPLE) {
    const count = lengthOfSequence(value);
    const outcome = addItems(itemsOf(value), count, OPEN, depth);
    if (outcome !== DONE) return outcome;
    return count === 1 && addByte(COMMA) !== DONE ? NO_MEMORY : addByte(CLOSE);
  }
  if (shape === SHAPE_DICT) return addDict(value, depth);
  return shape === SHAPE_SET && usedOf(value) > 0 ? addSet(value, depth) : REFUSED;
}

function addByte(byte: i32): i32 {
  const to = addText(1);
  if (to === 0) return NO_MEMORY;
  store<u8>(to, byte);
  return DONE;
}

/** ", " or ": ". */
function addTwo(bytes: i32): i32 {
  const to = addText(2);
  if (to === 0) return NO_MEMORY;
  store<u16>(to, bytes);
  return DONE;
}

/** Adds what lies in a container. */
function addInner(value: usize, depth: i32): i32 {
  if (stopsAfter(4)) return NO_MEMORY;
  if (!isSmall(value)) {
    const shape = shapeOf(value);
    if (shape === SHAPE_LIST || shape === SHAPE_TUPLE || shape === SHAPE_DICT || shape === SHAPE_SET)
      return addContainer(value, depth + 1);
  }
  return addValue(value, true, -1, -1, false);
}

function addItems(words: usize, count: i32, open: i32, depth: i32): i32 {
  let outcome = addByte(open);
  for (let i = 0; i < count && outcome === DONE; i++) {
    if (i > 0) outcome = addTwo(COMMA_SPACE);
    if (outcome === DONE) outcome = addInner(load<usize>(words + (i << 2)), depth);
  }
  return outcome;
}

function addDict(dict: usize, depth: i32): i32 {
  let outcome = addByte(OPEN_DICT);
  const keys = keysOfDict(dict);
  let isFirst = true;
  for (let entry = 0, used = load<i32>(keys, KEYS_USED); entry < used && outcome === DONE; entry++) {
    const key = keyAt(keys, entry);
    if (key === 0) continue;
    if (!isFirst) outcome = addTwo(COMMA_SPACE);
    isFirst = false;
    if (outcome === DONE) outcome = addInner(key, depth);
    if (outcome === DONE) outcome = addTwo(COLON_SPACE);
    if (outcome === DONE) outcome = addInner(valueAt(dict, entry), depth);
  }
  return outcome === DONE ? addByte(CLOSE_DICT) : outcome;
}

function addSet(set: usize, depth: i32): i32 {
  let outcome = addByte(OPEN_DICT);
  let isFirst = true;
  for (let at = 0, mask = maskOf(set); at <= mask && outcome === DONE; at++) {
    const key = load<usize>(keysOfSet(set) + (at << 2));
    if (key === 0) continue;
    if (!isFirst) outcome = addTwo(COMMA_SPACE);
    isFirst = false;
    if (outcome === DONE) outcome = addInner(key, depth);
  }
  return outcome === DONE ? addByte(CLOSE_DICT) : outcome;
}

/** Adds a str of one byte a character in quotes. */
function addQuoted(value: usize): i32 {
  const length = lengthOf(value);
  const text = holderOf(value) + STR_DATA;
  const plain = countPlain(text, length);
  if (plain === length) {
    const to = addText(length + 2);
    if (to === 0) return NO_MEMORY;
    store<u8>(to, 39);
    copyBytes(to + 1, text, length);
    store<u8>(to + 1 + length, 39);
    return DONE;
  }
  const size = quotedSize(value, plain);
  const to = size > <i64>i32.MAX_VALUE ? 0 : addText(<i32>size);
  if (to === 0) return NO_MEMORY;
  writeQuoted(to, value, <i32>size);
  return DONE;
}
