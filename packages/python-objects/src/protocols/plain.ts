/// Equality, order and hash of *plain* values without any call: numbers, strings, None, and tuples of plain values. They are
/// most keys of dicts and sets, and most of what is sorted.

import { isSmall, type Memory, NONE, NULL, TRUE, type Word } from "@hotpy/memory";
import {
  BOX_VALUE,
  type Integers,
  int64Halves,
  SHAPE_BOOL,
  SHAPE_FLOAT,
  SHAPE_INT64,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR4,
  SHAPE_TUPLE,
  type Strings,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import { addItemHash, finishTupleHash, TUPLE_HASH_START } from "./tuple-hash.js";

/** An operand is not plain. */
export const NOT_PLAIN = -1;

/** All leaf. */
export interface Plain {
  /** `a == b` as in containers, identity first: 1, 0, or NOT_PLAIN. */
  equals(a: Word, b: Word): number;
  /** `a < b`: 1, 0, or NOT_PLAIN. */
  less(a: Word, b: Word): number;
  /** CPython's 64-bit hash in the accumulator `int64Halves.int64`; false: not plain. */
  hash(word: Word): boolean;
}

const [OTHER, NUMBER, STRING, TUPLE, NOTHING] = [0, 1, 2, 3, 4];
/** Deeper tuples are not plain. */
const MOST_DEPTH = 20;
const MINUS_ONE = -1;

export function createPlain(memory: Memory, strings: Strings, integers: Integers): Plain {
  const { i32, f64 } = memory;
  const { int64 } = int64Halves;

  function kindOf(word: Word): number {
    if (isSmall(word)) return NUMBER;
    const shape = i32[word >>> 2] >>> 8;
    if (shape >= SHAPE_STR1 && shape <= SHAPE_STR4) return STRING;
    switch (shape) {
      case SHAPE_FLOAT:
      case SHAPE_INT64:
      case SHAPE_BOOL:
        return NUMBER;
      case SHAPE_TUPLE:
        return TUPLE;
      case SHAPE_STR_VIEW:
        return STRING;
      default:
        return word === NONE ? NOTHING : OTHER;
    }
  }

  /** The double that a number is, or NaN for an integer that is none exactly. */
  function exact(word: Word): number {
    if (isSmall(word)) return word >> 1;
    return i32[word >>> 2] >>> 8 === SHAPE_FLOAT ? f64[(word + BOX_VALUE) >>> 3] : integers.toExactNumber(word);
  }

  const isFloat = (word: Word): boolean => !isSmall(word) && i32[word >>> 2] >>> 8 === SHAPE_FLOAT;

  /** Negative, 0, positive; NaN if one is. */
  function numberOrder(a: Word, b: Word): number {
    const x = exact(a);
    const y = exact(b);
    if (x === x && y === y) return x < y ? -1 : x > y ? 1 : 0;
    if (isFloat(a)) return isFloat(b) ? Number.NaN : -integers.compareFloat(b, f64[(a + BOX_VALUE) >>> 3]);
    return isFloat(b) ? integers.compareFloat(a, f64[(b + BOX_VALUE) >>> 3]) : integers.compare(a, b);
  }

  const lengthOf = (tuple: Word): number => i32[(tuple + TAIL_SIZE) >>> 2];
  const itemOf = (tuple: Word, index: number): Word => i32[((tuple + TUPLE_ITEMS) >>> 2) + index];

  function equalsAt(a: Word, b: Word, depth: number): number {
    if (a === b) return 1;
    if (isSmall(a) && isSmall(b)) return 0;
    const kind = kindOf(a);
    const other = kindOf(b);
    if (kind === OTHER || other === OTHER) return NOT_PLAIN;
    if (kind !== other) return 0;
    if (kind === STRING) return strings.equals(a, b) ? 1 : 0;
    if (kind === NUMBER) return numberOrder(a, b) === 0 ? 1 : 0;
    if (kind !== TUPLE || depth === MOST_DEPTH) return kind === TUPLE ? NOT_PLAIN : 1;
    const length = lengthOf(a);
    if (length !== lengthOf(b)) return 0;
    for (let i = 0; i < length; i++) {
      const equal = equalsAt(itemOf(a, i), itemOf(b, i), depth + 1);
      if (equal !== 1) return equal;
    }
    return 1;
  }

  function lessAt(a: Word, b: Word, depth: number): number {
    if (isSmall(a) && isSmall(b)) return a < b ? 1 : 0;
    const kind = kindOf(a);
    if (kind === OTHER || kind === NOTHING || kind !== kindOf(b)) return NOT_PLAIN;
    if (kind === STRING) return strings.compare(a, b) < 0 ? 1 : 0;
    if (kind === NUMBER) return numberOrder(a, b) < 0 ? 1 : 0;
    if (depth === MOST_DEPTH) return NOT_PLAIN;
    const lengthA = lengthOf(a);
    const lengthB = lengthOf(b);
    for (let i = 0; i < lengthA && i < lengthB; i++) {
      const equal = equalsAt(itemOf(a, i), itemOf(b, i), depth + 1);
      if (equal === 0) return lessAt(itemOf(a, i), itemOf(b, i), depth + 1);
      if (equal < 0) return NOT_PLAIN;
    }
    return lengthA < lengthB ? 1 : 0;
  }

  function setHash(lo: number, hi: number): true {
    int64.lo = lo;
    int64.hi = hi;
    return true;
  }

  function hashAt(word: Word, depth: number): boolean {
    if (isSmall(word)) return setHash(word === MINUS_ONE ? -2 : word >> 1, word >> 31);
    const kind = kindOf(word);
    if (kind === STRING) {
      const hash = strings.hash(word);
      return setHash(hash, hash >> 31);
    }
    if (kind === NUMBER) {
      if (word === TRUE) return setHash(1, 0);
      const value = exact(word);
      // Others take the long way: a hash of 61 bits.
      if (value !== (value | 0)) return false;
      return setHash(value === -1 ? -2 : value, value >> 31);
    }
    if (kind !== TUPLE || depth === MOST_DEPTH) return false;
    const length = lengthOf(word);
    let lo: number = TUPLE_HASH_START[0];
    let hi: number = TUPLE_HASH_START[1];
    for (let i = 0; i < length; i++) {
      if (!hashAt(itemOf(word, i), depth + 1)) return false;
      addItemHash(lo, hi, int64.lo, int64.hi);
      lo = int64.lo;
      hi = int64.hi;
    }
    finishTupleHash(lo, hi, length);
    return true;
  }

  return {
    equals: (a, b) => equalsAt(a, b, 0),
    less: (a, b) => lessAt(a, b, 0),
    hash: (word) => word !== NULL && hashAt(word, 0),
  };
}
