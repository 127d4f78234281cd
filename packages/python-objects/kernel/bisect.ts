import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { insertIntoList } from "@hotpy/object-model/kernel/lists/change";
import { isList, isSequence, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { isSmall, tagSmall } from "@hotpy/object-model/kernel/words";

import { NONE } from "./generated/constants";
import { lessPlain } from "./plain";

/// Functions of the module bisect over whole lists and tuples of plain values. UNDECIDED: nothing is done. 0: no memory.

/** The place for a value in a list or tuple, before or behind equal items; -1: Python code must say it. */
function placeFor(sequence: usize, value: usize, isLeft: bool): i32 {
  if (!isSequence(sequence)) return -1;
  const items = itemsOf(sequence);
  let low = 0;
  let high = lengthOf(sequence);
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = load<usize>(items + (middle << 2));
    const isLess = isLeft ? lessPlain(item, value) : lessPlain(value, item);
    if (isLess < 0) return -1;
    if ((isLess === 1) === isLeft) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bisect(sequence: usize, value: usize, isLeft: bool): usize {
  const place = placeFor(sequence, value, isLeft);
  return place < 0 ? UNDECIDED : tagSmall(place);
}

function insort(list: usize, value: usize, isLeft: bool): usize {
  if (isSmall(list) || !isList(list)) return UNDECIDED;
  const place = placeFor(list, value, isLeft);
  if (place < 0) return UNDECIDED;
  return insertIntoList(list, place, value) ? NONE : 0;
}

export function bisectLeft(sequence: usize, value: usize): usize {
  return bisect(sequence, value, true);
}
export function bisectRight(sequence: usize, value: usize): usize {
  return bisect(sequence, value, false);
}
export function insortLeft(list: usize, value: usize): usize {
  return insort(list, value, true);
}
export function insortRight(list: usize, value: usize): usize {
  return insort(list, value, false);
}
