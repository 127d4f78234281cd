import { keyAt } from "@hotpy/dict/kernel/tables";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { isBool, isInteger, UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { isList, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { isString } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import {
  ARRAY_ITEMS,
  BOX_VALUE,
  DICT_KEYS,
  DICT_VALUES,
  FALSE,
  KEYS_USED,
  NONE,
  SHAPE_DICT,
  SHAPE_FLOAT,
  SHAPE_TUPLE,
  TRUE,
} from "./generated/constants";
import { callRepr } from "./objects";
import { writeQuoted } from "./quote";
import { beginText, takeText, writeCode, writeString } from "./writer";

/// Objects to JSON.

let itemSeparator: usize = 0;
let keySeparator: usize = 0;
let onlyAscii: bool = true;

/** How writing ended: it is there, there is no memory, or there is an object that code of the language must look at. */
const DONE: i32 = 0;
const NO_MEMORY: i32 = 1;
const OTHER: i32 = 2;

/**
 * The text of an object that consists of plain values alone: not of subclasses, not of NaN and infinities, not of others as keys than
 * strings, integers, True, False and None, and not more than `depth` deep. UNDECIDED: it does not. 0: no memory.
 */
export function encodeJson(value: usize, items: usize, keys: usize, isAscii: bool, depth: i32): usize {
  itemSeparator = items;
  keySeparator = keys;
  onlyAscii = isAscii;
  if (!beginText()) return 0;
  const outcome = write(value, depth);
  return outcome === DONE ? takeText() : outcome === OTHER ? UNDECIDED : 0;
}

function ended(isWritten: bool): i32 {
  return isWritten ? DONE : NO_MEMORY;
}

function letters(a: i32, b: i32, c: i32, d: i32): bool {
  return writeCode(a) && writeCode(b) && writeCode(c) && writeCode(d);
}

function writeConstant(value: usize): i32 {
  if (value === TRUE) return ended(letters(116, 114, 117, 101));
  if (value === FALSE) return ended(letters(102, 97, 108, 115) && writeCode(101));
  return value === NONE ? ended(letters(110, 117, 108, 108)) : OTHER;
}

function writeNumber(value: usize): i32 {
  const text = callRepr(value);
  if (text === UNDECIDED) return OTHER;
  return ended(text !== 0 && writeString(text));
}

function write(value: usize, depth: i32): i32 {
  if (isSmall(value)) return writeNumber(value);
  if (isString(value)) return ended(writeQuoted(value, onlyAscii));
  if (isBool(value) || value === NONE) return writeConstant(value);
  if (isInteger(value)) return writeNumber(value);
  const shape = shapeOf(value);
  if (shape === SHAPE_FLOAT) {
    const number = load<f64>(value, BOX_VALUE);
    return number - number === 0 ? writeNumber(value) : OTHER;
  }
  if (depth === 0) return OTHER;
  if (shape === SHAPE_DICT) return writeDict(value, depth - 1);
  if (isList(value) || shape === SHAPE_TUPLE) return writeSequence(value, depth - 1);
  return OTHER;
}

function writeSequence(sequence: usize, depth: i32): i32 {
  if (!writeCode(91)) return NO_MEMORY;
  const count = lengthOf(sequence);
  const items = itemsOf(sequence);
  for (let i = 0; i < count; i++) {
    if (i > 0 && !writeString(itemSeparator)) return NO_MEMORY;
    const outcome = write(load<usize>(items + (i << 2)), depth);
    if (outcome !== DONE) return outcome;
  }
  return ended(writeCode(93));
}

function writeDict(dict: usize, depth: i32): i32 {
  if (!writeCode(123)) return NO_MEMORY;
  const keys = load<usize>(dict, DICT_KEYS);
  const values = load<usize>(dict, DICT_VALUES) + ARRAY_ITEMS;
  const used = load<i32>(keys, KEYS_USED);
  let isFirst = true;
  for (let entry = 0; entry < used; entry++) {
    const key = keyAt(keys, entry);
    const value = load<usize>(values + (entry << 2));
    if (key === 0 || value === 0) continue;
    if (!isFirst && !writeString(itemSeparator)) return NO_MEMORY;
    isFirst = false;
    const outcome = writeKey(key);
    if (outcome !== DONE) return outcome;
    if (!writeString(keySeparator)) return NO_MEMORY;
    const inner = write(value, depth);
    if (inner !== DONE) return inner;
  }
  return ended(writeCode(125));
}

function writeKey(key: usize): i32 {
  if (isString(key)) return ended(writeQuoted(key, onlyAscii));
  if (!isSmall(key) && !isBool(key) && key !== NONE) return OTHER;
  if (!writeCode(34)) return NO_MEMORY;
  const outcome = isSmall(key) ? writeNumber(key) : writeConstant(key);
  return outcome === DONE ? ended(writeCode(34)) : outcome;
}
