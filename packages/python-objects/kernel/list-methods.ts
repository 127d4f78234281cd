import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { insertIntoList, reverseList, takeFromList } from "@hotpy/object-model/kernel/lists/change";
import {
  clearList,
  freshList,
  isSequence,
  itemsOf,
  itemsOfList,
  lengthOf,
  lengthOfList,
} from "@hotpy/object-model/kernel/lists/layout";
import { pickList, pickTuple } from "@hotpy/object-model/kernel/lists/make";
import { isSmall, tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { FALSE, NONE, NOT_PLAIN, STATE_EMPTY_TUPLE, TRUE } from "./generated/constants";
import { positionOf } from "./positions";
import { countPlain, findPlain } from "./search";
import { sortPlain } from "./sort";

/// Methods of list and tuple as they are called: `self` is of exactly the type, other arguments are anything. 0: no memory. UNDECIDED: it takes the
/// method itself, which also raises what there is to raise; nothing is done.

function noneIf(done: bool): usize {
  return done ? NONE : 0;
}

export function listInsert(list: usize, index: usize, item: usize): usize {
  if (!isSmall(index)) return UNDECIDED;
  const length = lengthOfList(list);
  const at = untagSmall(index);
  return noneIf(insertIntoList(list, at < 0 ? max(at + length, 0) : min(at, length), item));
}

export function listPop(list: usize, index: usize): usize {
  if (!isSmall(index)) return UNDECIDED;
  const at = positionOf(index, lengthOfList(list));
  return at >= 0 ? takeFromList(list, at) : UNDECIDED;
}

export function listRemove(list: usize, value: usize): usize {
  const found = findPlain(list, value, 0, lengthOfList(list));
  if (found < 0) return UNDECIDED;
  takeFromList(list, found);
  return NONE;
}

export function listReverse(list: usize): usize {
  reverseList(list);
  return NONE;
}

export function listCopy(list: usize): usize {
  return pickList(list, 0, 1, lengthOfList(list));
}

/** A tuple of a list's items. */
export function listToTuple(list: usize): usize {
  const length = lengthOfList(list);
  return length === 0 ? load<usize>(STATE_EMPTY_TUPLE) : pickTuple(list, 0, 1, length);
}

export function listClear(list: usize): usize {
  return noneIf(clearList(list));
}

export function listSort(list: usize): usize {
  return listSortBy(list, 0, 0);
}

/** The same with keywords: `key` none, `reverse` a bool, either may be 0. */
export function listSortBy(list: usize, key: usize, reverse: usize): usize {
  if ((key !== 0 && key !== NONE) || (reverse !== 0 && reverse !== TRUE && reverse !== FALSE)) return UNDECIDED;
  const sorted = sortPlain(list, list, reverse === TRUE);
  return sorted === NOT_PLAIN ? UNDECIDED : noneIf(sorted === 1);
}

/** Sorts a list by the keys in another, in the reverse order if that is TRUE: TRUE, or FALSE where code of the language must compare them. */
export function sortByKeys(keys: usize, items: usize, reverse: usize): usize {
  const sorted = sortPlain(keys, items, reverse === TRUE);
  return sorted === NOT_PLAIN ? FALSE : sorted === 1 ? TRUE : 0;
}

/** Of a list or tuple, by an integer. */
export function sequenceItem(sequence: usize, index: usize): usize {
  if (!isSmall(index)) return UNDECIDED;
  const at = positionOf(index, lengthOf(sequence));
  return at >= 0 ? load<usize>(itemsOf(sequence) + (at << 2)) : UNDECIDED;
}

/** A list of the items at an index of lists and tuples, which the items of a list are. */
export function itemsAt(list: usize, index: usize): usize {
  const count = lengthOfList(list);
  const result = freshList(count);
  if (result === 0) return 0;
  for (let i = 0; i < count; i++) {
    const each = load<usize>(itemsOfList(list) + (i << 2));
    const item = isSequence(each) ? sequenceItem(each, index) : UNDECIDED;
    if (item === UNDECIDED) return UNDECIDED;
    store<usize>(itemsOfList(result) + (i << 2), item);
  }
  return result;
}

/** Of a list or tuple. */
export function sequenceIndex(sequence: usize, value: usize): usize {
  const found = findPlain(sequence, value, 0, lengthOf(sequence));
  return found < 0 ? UNDECIDED : tagSmall(found);
}

/** Of a list or tuple. */
export function sequenceCount(sequence: usize, value: usize): usize {
  const found = countPlain(sequence, value);
  return found < 0 ? UNDECIDED : tagSmall(found);
}
