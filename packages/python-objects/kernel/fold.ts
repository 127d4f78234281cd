import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { fromInt64, isBig, isInteger, UNDECIDED, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { isString, lengthOf as lengthOfString, shapeOf } from "@hotpy/object-model/kernel/strings/text";
import { FALSE, NONE, SHAPE_LIST, SHAPE_TUPLE, TRUE } from "./generated/constants";
import { floatOf, isFloat } from "./numbers";
import { lessPlain } from "./plain";

/// What `sum`, `min`, `max`, `any` and `all` make of lists and tuples of plain values.

const SMALL_ZERO: usize = 1;

/**
 * The sum of a list or tuple of integers of 64 bits and floats from such a start on. UNDECIDED: there is something else, or the sum has
 * more bits. 0: no memory.
 */
export function sumPlain(sequence: usize, start: usize): usize {
  let at = itemsOf(sequence);
  const end = at + (lengthOf(sequence) << 2);
  if (at === end) return start;
  if (isFloat(start)) return sumFloats(at, end, floatOf(start));
  if (!isInteger(start) || isBig(start)) return UNDECIDED;
  let sum = valueOf(start);
  for (; at < end; at += 4) {
    const item = load<usize>(at);
    if (isFloat(item)) return sumFloats(at, end, <f64>sum);
    if (!isInteger(item) || isBig(item)) return UNDECIDED;
    const value = valueOf(item);
    const next = sum + value;
    if (((sum ^ next) & (value ^ next)) < 0) return UNDECIDED;
    sum = next;
  }
  return fromInt64(sum);
}

function sumFloats(at: usize, end: usize, sum: f64): usize {
  for (; at < end; at += 4) {
    const item = load<usize>(at);
    if (isFloat(item)) sum += floatOf(item);
    else if (isInteger(item) && !isBig(item)) sum += <f64>valueOf(item);
    else return UNDECIDED;
  }
  return boxFloat(sum);
}

/** The first of the least (greatest) items of a list or tuple of plain values; UNDECIDED: there are others, or none at all. */
export function bestPlain(sequence: usize, isLeast: bool): usize {
  const items = itemsOf(sequence);
  const count = lengthOf(sequence);
  if (count === 0) return UNDECIDED;
  let best = load<usize>(items);
  for (let i = 1; i < count; i++) {
    const item = load<usize>(items + (i << 2));
    const isBetter = isLeast ? lessPlain(item, best) : lessPlain(best, item);
    if (isBetter < 0) return UNDECIDED;
    if (isBetter === 1) best = item;
  }
  return best;
}

/** Truth of a number, a string, a list, a tuple, None or a bool: 1 or 0; negative: it is something else. */
export function truthOf(word: usize): i32 {
  if ((word & 1) !== 0) return i32(word !== SMALL_ZERO);
  if (word === FALSE || word === NONE) return 0;
  if (word === TRUE) return 1;
  if (isString(word)) return i32(lengthOfString(word) > 0);
  if (isFloat(word)) return i32(floatOf(word) !== 0);
  // Of other integers none is 0.
  if (isInteger(word)) return 1;
  const shape = shapeOf(word);
  return shape === SHAPE_LIST || shape === SHAPE_TUPLE ? i32(lengthOf(word) > 0) : -1;
}

/** Whether a list or tuple has an item whose truth is `wanted`, as a word; UNDECIDED: before it there is one that code of the language must ask. */
export function hasTruth(sequence: usize, wanted: bool): usize {
  const end = itemsOf(sequence) + (lengthOf(sequence) << 2);
  for (let at = itemsOf(sequence); at < end; at += 4) {
    const truth = truthOf(load<usize>(at));
    if (truth < 0) return UNDECIDED;
    if (truth === i32(wanted)) return TRUE;
  }
  return FALSE;
}
