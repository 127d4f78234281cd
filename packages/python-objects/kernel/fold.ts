import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { fromInt64, isBig, isInteger, UNDECIDED, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { FALSE, TRUE } from "./generated/constants";
import { floatOf, isFloat } from "./numbers";
import { lessPlain } from "./plain";
import { truthOf } from "./truth";

/// What `sum`, `min`, `max`, `any` and `all` make of lists and tuples of plain values.

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
