import { shapeOf } from "@hotpy/object-model/kernel/header";
import { compareStrings } from "@hotpy/object-model/kernel/strings/compare";
import { foldHash, wholeHashOfString } from "@hotpy/object-model/kernel/strings/hash";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { isInterruptedAfter } from "@hotpy/object-model/kernel/work";
import { hashOfByteString } from "./bytes/hash";
import { orderOfByteStrings } from "./bytes/search";
import { comparedBy } from "./carriers";
import { hashOfComplex } from "./complexes";
import { equalsAt } from "./equality";
import { NOT_PLAIN, SHAPE_TUPLE, STATE_HASH, TAIL_SIZE } from "./generated/constants";
import { BYTES, COMPLEX, FEW, FROZEN_SET, itemOf, kindOf, MOST_DEPTH, NOTHING, NUMBER, STRING, TUPLE } from "./kinds";
import { hashOfNumber } from "./number-hash";
import { orderOfNumbers } from "./numbers";
import { hashOfFrozenSet } from "./sets/hash";
import { addItemHash, finishTupleHash, TUPLE_HASH_START } from "./tuple-hash";
import { identityOf, isByIdentity } from "./types";

/// Equality, order and hash of *plain* values without any call: numbers, strings, bytes, None, and tuples of plain
/// values, all of exactly these types; and equality and hash of frozensets of them. They are most keys of dicts and sets, and most of what
/// is sorted.

function lessAt(a: usize, b: usize, depth: i32): i32 {
  if (isSmall(a & b)) return i32(<i32>a < <i32>b);
  const kind = kindOf(a);
  if (kind === 0 || kindOf(b) === 0) {
    const x = comparedBy(a);
    const y = comparedBy(b);
    return x === a && y === b ? NOT_PLAIN : lessAt(x, y, depth);
  }
  if (kind >= NOTHING || kind !== kindOf(b)) return NOT_PLAIN;
  if (kind === STRING) return i32(compareStrings(a, b) < 0);
  if (kind === NUMBER) return i32(orderOfNumbers(a, b) < 0);
  if (kind === BYTES) return i32(orderOfByteStrings(a, b) < 0);
  if (depth === MOST_DEPTH) return NOT_PLAIN;
  const lengthA = load<i32>(a, TAIL_SIZE);
  const lengthB = load<i32>(b, TAIL_SIZE);
  for (let i = 0; i < lengthA && i < lengthB; i++) {
    const x = itemOf(a, i);
    const y = itemOf(b, i);
    if (x === y) continue;
    if (isSmall(x & y)) return i32(<i32>x < <i32>y);
    if (!isSmall(x | y) && isFlat(x) && isFlat(y)) {
      const order = compareStrings(x, y);
      if (order !== 0) return i32(order < 0);
      continue;
    }
    const equal = equalsAt(x, y, depth + 1);
    if (equal === 0) return lessAt(x, y, depth + 1);
    if (equal < 0) return NOT_PLAIN;
  }
  return i32(lengthA < lengthB);
}

/** Items of a long tuple between two looks at interrupts, less 1: ones in binary. */
const LOOK: i32 = 0xfffff;

/** CPython's 64-bit hash of a plain value or a frozenset, whose keys have been hashed; -1: it is neither. */
export function hashOfPlain(word: usize): i64 {
  const hash = hashOfFew(word);
  return hash !== -1 ? hash : hashAt(word, 0);
}

/** The hash of a tuple of few small integers and strings, as most are; -1: it is something else. */
function hashOfFew(word: usize): i64 {
  if (isSmall(word) || shapeOf(word) !== SHAPE_TUPLE) return -1;
  const length = load<i32>(word, TAIL_SIZE);
  if (length > FEW) return -1;
  let hash = TUPLE_HASH_START;
  for (let i = 0; i < length; i++) {
    const item = itemOf(word, i);
    if (isSmall(item)) {
      // Only that of -1 is not itself.
      const value = untagSmall(item);
      hash = addItemHash(hash, value === -1 ? -2 : value);
    } else {
      if (!isFlat(item)) return -1;
      hash = addItemHash(hash, wholeHashOfString(item));
    }
  }
  return finishTupleHash(hash, length);
}

function hashAt(word: usize, depth: i32): i64 {
  const kind = kindOf(word);
  if (kind === NUMBER) return hashOfNumber(word);
  if (kind === STRING) return wholeHashOfString(word);
  if (kind === BYTES) return hashOfByteString(word);
  if (kind === FROZEN_SET) return hashOfFrozenSet(word);
  if (kind === COMPLEX) return hashOfComplex(word);
  if (kind === 0 || kind === NOTHING) {
    const value = comparedBy(word);
    if (value !== word) return hashAt(value, depth);
    const identity = isByIdentity(word) ? identityOf(word) : 0;
    return identity !== 0 ? <i64>identity : -1;
  }
  if (kind !== TUPLE || depth === MOST_DEPTH) return -1;
  const length = load<i32>(word, TAIL_SIZE);
  if (isInterruptedAfter((length & LOOK) + 1)) return -1;
  let hash = TUPLE_HASH_START;
  for (let i = 0; i < length; i++) {
    const each = itemOf(word, i);
    // Small integers are most; only -1 has not itself for its hash.
    const item = isSmall(each) && each !== -1 ? <i64>untagSmall(each) : hashAt(each, depth + 1);
    if (item === -1) return -1;
    hash = addItemHash(hash, item);
    if ((i & LOOK) === LOOK && isInterruptedAfter(LOOK)) return -1;
  }
  return finishTupleHash(hash, length);
}

/* ---- what TypeScript calls ---- */

/** `a < b`: 1, 0, or NOT_PLAIN. */
export function lessPlain(a: usize, b: usize): i32 {
  return lessAt(a, b, 0);
}

/** Writes the 64-bit hash of a value to STATE_HASH. False: it is not plain. */
export function hashPlain(word: usize): bool {
  const hash = hashOfPlain(word);
  store<i64>(STATE_HASH, hash);
  return hash !== -1;
}

/**
 * The hash of a plain value as dicts use it, an int32; -1: it is not plain. Equal keys have equal 64-bit hashes: those that fit
 * stand for themselves, the others are folded.
 */
export function dictHash(word: usize): i32 {
  return foldHash(hashOfPlain(word));
}
