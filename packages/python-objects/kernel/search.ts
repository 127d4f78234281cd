import { shapeOf } from "@hotpy/object-model/kernel/header";
import { itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { equalStrings } from "@hotpy/object-model/kernel/strings/compare";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { isInterruptedAfter } from "@hotpy/object-model/kernel/work";
import { equalsPlain } from "./equality";
import { NOT_PLAIN, SHAPE_TYPE } from "./generated/constants";
import { floatOf, isFloat } from "./numbers";
import { isEqualAlone } from "./types";

/// Searching lists and tuples by `==` as containers do, identity first. A search stops where code of the language must compare
/// an item, and can go on behind it.

const ABSENT: i32 = -1;

/** Where a search stopped at an index because code must compare: so no index and not ABSENT. */
function undecidedAt(index: i32): i32 {
  return ABSENT - 1 - index;
}

/** Skips small integers that are not this one, four at a time. */
function skipSmall(items: usize, value: usize, start: i32, stop: i32): i32 {
  const searched = i32x4.splat(<i32>value);
  const tags = i32x4.splat(1);
  for (; start + 4 <= stop; start += 4) {
    const four = v128.load(items + (start << 2));
    if (v128.any_true(i32x4.eq(four, searched)) || v128.any_true(v128.andnot(tags, four))) break;
  }
  return start;
}

/**
 * Index of the first item of a list or tuple at `start` or later, before `end`, that equals a value; -1: none. Less than -1: code of the
 * language must compare the item at -2 less the result, those before it are different.
 */
export function findPlain(sequence: usize, value: usize, start: i32, end: i32): i32 {
  const items = itemsOf(sequence);
  const stop = min(end, lengthOf(sequence));
  const isText = !isSmall(value) && isFlat(value);
  const isReal = isFloat(value);
  // Objects that are equal to themselves alone, of one class: what a class is equal to, its own class says.
  const alone = !isSmall(value) && shapeOf(value) !== SHAPE_TYPE && isEqualAlone(value) ? shapeOf(value) : -1;
  for (let i = isSmall(value) ? skipSmall(items, value, start, stop) : start; i < stop; i++) {
    const item = load<usize>(items + (i << 2));
    if (item === value) return i;
    if (isSmall(item) && (isSmall(value) || isText)) continue;
    if (alone >= 0 && !isSmall(item) && shapeOf(item) === alone) continue;
    if (isText && isFlat(item)) {
      if (equalStrings(item, value)) return i;
      continue;
    }
    if (isReal && isFloat(item)) {
      if (floatOf(item) === floatOf(value)) return i;
      continue;
    }
    if (isInterruptedAfter(1)) return undecidedAt(i);
    const equal = equalsPlain(item, value);
    if (equal !== 0) return equal === NOT_PLAIN ? undecidedAt(i) : i;
  }
  return ABSENT;
}

/** How many items of a list or tuple equal a value; -1: code of the language must compare some. */
export function countPlain(sequence: usize, value: usize): i32 {
  const length = lengthOf(sequence);
  let count = 0;
  let found = findPlain(sequence, value, 0, length);
  for (; found >= 0; count++) found = findPlain(sequence, value, found + 1, length);
  return found === ABSENT ? count : NOT_PLAIN;
}

/**
 * Index of the first pair of items of two lists or tuples that are not equal; the shorter length where there is none. Negative: code of
 * the language must compare the pair at -1 less the result.
 */
export function firstDifference(a: usize, b: usize): i32 {
  const left = itemsOf(a);
  const right = itemsOf(b);
  const common = min(lengthOf(a), lengthOf(b));
  let i = 0;
  for (; i < common; i++) {
    // Four that are the same objects at once.
    while (i + 4 <= common && !v128.any_true(v128.xor(v128.load(left + (i << 2)), v128.load(right + (i << 2))))) i += 4;
    if (i === common) break;
    const x = load<usize>(left + (i << 2));
    const y = load<usize>(right + (i << 2));
    if (x === y) continue;
    if (isSmall(x & y)) return i;
    if (isFloat(x) && isFloat(y)) {
      if (floatOf(x) !== floatOf(y)) return i;
      continue;
    }
    const equal = equalsPlain(x, y);
    if (equal !== 1) return equal === 0 ? i : -1 - i;
  }
  return common;
}
