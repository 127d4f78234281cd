import { shapeOf } from "@hotpy/object-model/kernel/header";
import { equalFlat, equalStrings } from "@hotpy/object-model/kernel/strings/compare";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { isInterruptedAfter } from "@hotpy/object-model/kernel/work";
import { comparedBy } from "./carriers";
import { equalComplexes } from "./complexes";
import { FLAG_INTERNED, NOT_PLAIN, SHAPE_DICT, SHAPE_LIST, SHAPE_TUPLE, TAIL_SIZE } from "./generated/constants";
import { BYTES, COMPLEX, FEW, FROZEN_SET, itemOf, kindOf, MOST_DEPTH, NOTHING, NUMBER, STRING } from "./kinds";
import { orderOfNumbers } from "./numbers";
import { hashOfFrozenSet } from "./sets/hash";
import {
  hashesOf,
  isFirst,
  keysOf,
  lastOfRun,
  MOST_UNSURE,
  maskOf,
  nextPerturb,
  nextStart,
  REMOVED,
  UNSURE,
  usedOf,
} from "./sets/layout";
import { isEqualAlone } from "./types";

/// Equality of plain values, and the search for a key in a set. Each needs the other: frozensets are equal if the keys of one are found in
/// the other.

/** `a == b` of items of tuples that lie so deep in others. */
export function equalsAt(a: usize, b: usize, depth: i32): i32 {
  if (a === b) return 1;
  if (isSmall(a & b)) return 0;
  const few = equalFew(a, b);
  if (few >= 0) return few;
  const kind = kindOf(a);
  const other = kindOf(b);
  if (kind === 0 || other === 0) {
    const x = comparedBy(a);
    const y = comparedBy(b);
    if (x === a && y === b) return areApart(a, kind, b, other) ? 0 : NOT_PLAIN;
    // Two objects may carry one number that is none, which is equal to nothing.
    return x === y && kindOf(x) === NUMBER ? i32(orderOfNumbers(x, y) === 0) : equalsAt(x, y, depth);
  }
  if (kind === COMPLEX || other === COMPLEX) return equalComplexes(a, b);
  if (kind !== other || kind === NOTHING) return 0;
  if (kind === STRING) return i32(equalStrings(a, b));
  if (kind === NUMBER) return i32(orderOfNumbers(a, b) === 0);
  if (kind === BYTES) return i32(equalFlat(a, b));
  if (kind === FROZEN_SET) return equalFrozenSets(a, b);
  if (depth === MOST_DEPTH) return NOT_PLAIN;
  const length = load<i32>(a, TAIL_SIZE);
  if (length !== load<i32>(b, TAIL_SIZE)) return 0;
  if (isInterruptedAfter(length + 1)) return NOT_PLAIN;
  for (let i = 0; i < length; i++) {
    const x = itemOf(a, i);
    const y = itemOf(b, i);
    if (x === y) continue;
    if (isSmall(x & y)) return 0;
    const equal = equalsAt(x, y, depth + 1);
    if (equal !== 1) return equal;
  }
  return 1;
}

/** Whether two tuples of few small integers and strings are equal: 1, 0, or -1: these are something else. */
function equalFew(a: usize, b: usize): i32 {
  if (isSmall(a | b) || shapeOf(a) !== SHAPE_TUPLE || shapeOf(b) !== SHAPE_TUPLE) return -1;
  const length = load<i32>(a, TAIL_SIZE);
  if (length !== load<i32>(b, TAIL_SIZE)) return 0;
  if (length > FEW) return -1;
  for (let i = 0; i < length; i++) {
    const x = itemOf(a, i);
    const y = itemOf(b, i);
    if (x === y) continue;
    if (isSmall(x & y)) return 0;
    if (isSmall(x | y) || !isFlat(x) || !isFlat(y)) return -1;
    if (!equalStrings(x, y)) return 0;
  }
  return 1;
}

/** Whether two different objects, of which one at least is not plain, are not equal for sure: neither has code of its own for that. */
function areApart(a: usize, kind: i32, b: usize, other: i32): bool {
  const isSimpleA = kind !== 0 || isEqualAlone(a);
  const isSimpleB = other !== 0 || isEqualAlone(b);
  if (isSimpleA) return isSimpleB || isOnlyLikeItself(b);
  return isSimpleB && isOnlyLikeItself(a);
}

/** Lists and dicts are equal to nothing else. */
function isOnlyLikeItself(object: usize): bool {
  const shape = shapeOf(object);
  return shape === SHAPE_LIST || shape === SHAPE_DICT;
}

/** `a == b` as in containers, identity first: 1, 0, or NOT_PLAIN. */
export function equalsPlain(a: usize, b: usize): i32 {
  return equalsAt(a, b, 0);
}

/** Deeper sets of sets are left to code of the language, which counts its depth. */
const MOST_NESTED = 8;
/** How many comparisons of sets go on, each within the one before. */
let nested = 0;

/** Whether two frozensets are equal: 1, 0, or NOT_PLAIN. */
function equalFrozenSets(a: usize, b: usize): i32 {
  if (usedOf(a) !== usedOf(b) || hashOfFrozenSet(a) !== hashOfFrozenSet(b)) return 0;
  if (nested === MOST_NESTED) return NOT_PLAIN;
  nested++;
  const outcome = haveSameKeys(a, b);
  nested--;
  return outcome;
}

/** Whether all keys of a set are in another. */
function haveSameKeys(a: usize, b: usize): i32 {
  const keys = keysOf(a);
  const hashes = hashesOf(a);
  for (let at = 0, mask = maskOf(a); at <= mask; at++) {
    const key = load<usize>(keys + (at << 2));
    if (key === 0) continue;
    const hash = load<i64>(hashes + (at << 3));
    if (isFirst(b, key, hash)) continue;
    const found = probe(b, key, hash);
    if (found < 0) return found < MOST_UNSURE ? NOT_PLAIN : 0;
  }
  return 1;
}

/** Whether two different words with the same hash are equal keys: 1, 0, or negative: code of the language must compare. */
function compareKeys(stored: usize, key: usize): i32 {
  if (!isSmall(stored | key) && isFlat(stored) && isFlat(key))
    return i32((load<i32>(stored) & load<i32>(key) & FLAG_INTERNED) === 0 && equalFlat(stored, key));
  return equalsPlain(stored, key);
}

/**
 * Slot of a key. Negative, from MOST_UNSURE up: the key is absent, and its place is the slot -1 less the result. Below MOST_UNSURE: code of the
 * language must compare the key with that at step `result - UNSURE`; the search then goes on from the step behind. Identity does
 * not come before the hash, unlike in dicts: a key whose hash has changed is not found.
 */
export function probe(set: usize, key: usize, hash: i64, fromStep: i32 = 0): i32 {
  const mask = maskOf(set);
  const keys = keysOf(set);
  const hashes = hashesOf(set);
  let perturb = <u64>hash;
  let start = <i32>hash & mask;
  let reusable = -1;
  let step = 0;
  while (true) {
    const last = lastOfRun(start, mask);
    for (let at = start; at <= last; at++) {
      const stored = load<i64>(hashes + (at << 3));
      if (stored === hash) {
        const other = load<usize>(keys + (at << 2));
        if (other === key) return at;
        if (other === 0) return -1 - (reusable >= 0 ? reusable : at);
        if (step >= fromStep) {
          const same = compareKeys(other, key);
          if (same > 0) return at;
          if (same < 0) return UNSURE + step;
        }
      } else if (stored === 0) {
        if (load<usize>(keys + (at << 2)) === 0) return -1 - (reusable >= 0 ? reusable : at);
      } else if (stored === REMOVED) reusable = at;
      step++;
    }
    perturb = nextPerturb(perturb);
    start = nextStart(start, perturb, mask);
  }
}
