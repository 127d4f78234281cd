import { shapeOf } from "@hotpy/object-model/kernel/header";
import { itemsChanged, itemsOfList, lengthOfList } from "@hotpy/object-model/kernel/lists/layout";
import { codeAt, holderOf, isString, lengthOf, sizeOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import {
  BOX_VALUE,
  FALSE,
  NOT_PLAIN,
  SHAPE_INT64,
  SHAPE_TUPLE,
  STR_DATA,
  TAIL_SIZE,
  TRUE,
  TUPLE_ITEMS,
} from "./generated/constants";
import { floatOf, isFloat } from "./numbers";
import { FLAG_EXACT, newRecords, RECORD_BYTES, RECORD_ITEM, RECORD_KEY, sortRecords, startOf } from "./records";
import { sortSmall } from "./sort-small";

/// Sorting lists by plain keys. Each key gets a number of 64 bits in whose order the keys are where the numbers differ: integers and
/// floats themselves, the first characters of strings, those of the first item of tuples. So most comparisons are of two numbers.

/* Kinds of what numbers are made of; those of several keys are put together by |. */
const INTEGER = 1;
const REAL = 2;
/** Text of one byte a character, and other text. */
const NARROW = 4;
const WIDE = 8;
/** Anything else that may be plain. */
const OTHER = 16;
const NOT_A_NUMBER = 32;

/** Integers that doubles hold. */
const MOST_EXACT: i64 = 1 << 53;
const SIGN: u64 = 1 << 63;

function isTuple(word: usize): bool {
  return !isSmall(word) && shapeOf(word) === SHAPE_TUPLE;
}

function kindOf(word: usize): i32 {
  if (isSmall(word)) return INTEGER;
  if (isFloat(word)) return floatOf(word) === floatOf(word) ? REAL : NOT_A_NUMBER;
  if (isString(word)) return widthOf(word) === 0 ? NARROW : WIDE;
  return word === TRUE || word === FALSE || shapeOf(word) === SHAPE_INT64 ? INTEGER : OTHER;
}

function integerOf(word: usize): i64 {
  if (isSmall(word)) return <i64>untagSmall(word);
  return word === TRUE ? 1 : word === FALSE ? 0 : load<i64>(word, BOX_VALUE);
}

/** The order of doubles as that of numbers without a sign. */
function orderOfDouble(value: f64): u64 {
  // Minus 0 equals 0.
  const bits = reinterpret<u64>(value + 0);
  return (bits & SIGN) !== 0 ? ~bits : bits | SIGN;
}

/** The first eight characters of text of one byte a character. */
function orderOfNarrow(string: usize): u64 {
  const size = sizeOf(string);
  const text = bswap<u64>(load<u64>(holderOf(string), STR_DATA));
  return size >= 8 ? text : size === 0 ? 0 : text & ((<u64>-1) << ((8 - size) << 3));
}

/** The first three characters of any text. */
function orderOfText(string: usize): u64 {
  const length = lengthOf(string);
  let order: u64 = 0;
  for (let i = 0; i < 3; i++)
    order = (order << 21) | <u64>(i < length ? codeAt(holderOf(string), widthOf(string), i) : 0);
  return order;
}

/** The number of a key, where all keys together are of these kinds. */
function orderOf(word: usize, kinds: i32): u64 {
  if (kinds === INTEGER) return <u64>integerOf(word) ^ SIGN;
  if (kinds === REAL) return orderOfDouble(floatOf(word));
  if (kinds === (INTEGER | REAL)) return orderOfDouble(isFloat(word) ? floatOf(word) : <f64>integerOf(word));
  if (kinds === NARROW) return orderOfNarrow(word);
  return kinds === WIDE || kinds === (NARROW | WIDE) ? orderOfText(word) : 0;
}

/**
 * Sorts a list, stably, by the keys in a list as long, or by itself, in their order or in the reverse one: 1; 0: there is no memory; -1: code
 * of the language must compare keys. In both of these nothing is done.
 */
export function sortPlain(keys: usize, items: usize, reverse: bool): i32 {
  const count = lengthOfList(items);
  if (count < 2) return 1;
  const from = itemsOfList(keys);
  if (keys === items) {
    const sorted = sortSmall(from, count, reverse);
    if (sorted >= 0) return sorted;
  }
  const areTuples = isTuple(load<usize>(from));
  let kinds = 0;
  let isExact = true;
  for (let i = 0; i < count; i++) {
    let key = load<usize>(from + (i << 2));
    if (isTuple(key) !== areTuples) return NOT_PLAIN;
    if (areTuples) {
      if (load<i32>(key, TAIL_SIZE) === 0) {
        kinds |= OTHER;
        continue;
      }
      key = load<usize>(key, TUPLE_ITEMS);
    }
    const kind = kindOf(key);
    kinds |= kind;
    if (kind === INTEGER) {
      const value = integerOf(key);
      isExact = isExact && value <= MOST_EXACT && value >= -MOST_EXACT;
    }
  }
  // An order that is none depends on which items meet.
  if ((kinds & NOT_A_NUMBER) !== 0 || (!areTuples && (kinds & OTHER) !== 0)) return NOT_PLAIN;
  if (kinds === (INTEGER | REAL) && !isExact) return NOT_PLAIN;
  const isNumeric = (kinds & ~(INTEGER | REAL)) === 0;
  if (!areTuples && !isNumeric && (kinds & (INTEGER | REAL)) !== 0) return NOT_PLAIN;
  const records = newRecords(count, !areTuples && isNumeric ? FLAG_EXACT : 0);
  if (records === 0) return 0;
  const to = startOf(records);
  const values = itemsOfList(items);
  for (let i = 0; i < count; i++) {
    // Reversed before and after, equal keys keep their order.
    const at = (reverse ? count - 1 - i : i) << 2;
    const key = load<usize>(from + at);
    const record = to + i * RECORD_BYTES;
    const part = !areTuples ? key : load<i32>(key, TAIL_SIZE) === 0 ? 0 : load<usize>(key, TUPLE_ITEMS);
    store<u64>(record, part === 0 ? 0 : orderOf(part, kinds));
    store<usize>(record, key, RECORD_KEY);
    store<usize>(record, load<usize>(values + at), RECORD_ITEM);
  }
  if (!sortRecords(records, count)) return NOT_PLAIN;
  for (let i = 0; i < count; i++)
    store<usize>(values + ((reverse ? count - 1 - i : i) << 2), load<usize>(to + i * RECORD_BYTES, RECORD_ITEM));
  itemsChanged(items);
  return 1;
}
