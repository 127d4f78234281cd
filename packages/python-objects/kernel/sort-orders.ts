import { shapeOf } from "@hotpy/object-model/kernel/header";
import { codeAt, holderOf, isString, lengthOf, sizeOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { BOX_VALUE, FALSE, SHAPE_INT64, SHAPE_TUPLE, STR_DATA, TRUE } from "./generated/constants";
import { floatOf, isFloat } from "./numbers";

/// What sorting knows of a plain key: its kind, and a number of 64 bits in whose order keys of such kinds are where the numbers differ. Those are
/// integers and floats themselves, and the first characters of strings.

/* Kinds of what numbers are made of; those of several keys are put together by |. */
export const INTEGER = 1;
export const REAL = 2;
/** Text of one byte a character, and other text. */
export const NARROW = 4;
export const WIDE = 8;
/** Anything else that may be plain. */
export const OTHER = 16;
export const NOT_A_NUMBER = 32;

const SIGN: u64 = 1 << 63;

export function isTuple(word: usize): bool {
  return !isSmall(word) && shapeOf(word) === SHAPE_TUPLE;
}

export function kindOf(word: usize): i32 {
  if (isSmall(word)) return INTEGER;
  if (isFloat(word)) return floatOf(word) === floatOf(word) ? REAL : NOT_A_NUMBER;
  if (isString(word)) return widthOf(word) === 0 ? NARROW : WIDE;
  return word === TRUE || word === FALSE || shapeOf(word) === SHAPE_INT64 ? INTEGER : OTHER;
}

export function integerOf(word: usize): i64 {
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
export function orderOf(word: usize, kinds: i32): u64 {
  if (kinds === INTEGER) return <u64>integerOf(word) ^ SIGN;
  if (kinds === REAL) return orderOfDouble(floatOf(word));
  if (kinds === (INTEGER | REAL)) return orderOfDouble(isFloat(word) ? floatOf(word) : <f64>integerOf(word));
  if (kinds === NARROW) return orderOfNarrow(word);
  return kinds === WIDE || kinds === (NARROW | WIDE) ? orderOfText(word) : 0;
}
