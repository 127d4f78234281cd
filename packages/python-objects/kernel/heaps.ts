import { barrier } from "@hotpy/object-model/kernel/heap";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { appendToList, takeFromList } from "@hotpy/object-model/kernel/lists/change";
import { isList, itemsOfList, lengthOfList } from "@hotpy/object-model/kernel/lists/layout";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { ARRAY_ITEMS, NONE } from "./generated/constants";
import { lessPlain } from "./plain";

/// Heaps of plain values in lists, with the comparisons of CPython. All is compared before anything is moved: where Python code must say
/// what comes first, nothing has been done (UNDECIDED). 0: no memory.

function itemAt(items: usize, at: i32): usize {
  return load<usize>(items + (at << 2));
}

function put(items: usize, at: i32, item: usize): void {
  store<usize>(items + (at << 2), item);
}

/** Whether `a` comes first: 1 or 0; negative: Python code must say it. */
function isBefore(a: usize, b: usize, isMax: bool): i32 {
  return isMax ? lessPlain(b, a) : lessPlain(a, b);
}

/**
 * Puts an item in the place of the one at `start`, above two heaps, and makes one heap of all below `size`: down to a leaf along the
 * first children, and up from there. False: nothing is done.
 */
function settle(list: usize, item: usize, start: i32, size: i32, isMax: bool): bool {
  const items = itemsOfList(list);
  let at = start;
  for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size) {
      const isFirst = isBefore(itemAt(items, child), itemAt(items, child + 1), isMax);
      if (isFirst < 0) return false;
      if (isFirst === 0) child++;
    }
    at = child;
  }
  while (at > start) {
    const isFirst = isBefore(item, itemAt(items, at), isMax);
    if (isFirst < 0) return false;
    if (isFirst === 0) break;
    at = (at - 1) >> 1;
  }
  // What lies on the way there goes up by one place.
  let rising = item;
  for (; ; at = (at - 1) >> 1) {
    const next = itemAt(items, at);
    put(items, at, rising);
    if (at === start) break;
    rising = next;
  }
  barrier(items - ARRAY_ITEMS);
  return true;
}

function isHeap(list: usize): bool {
  return !isSmall(list) && isList(list);
}

export function heapPush(list: usize, item: usize): usize {
  if (!isHeap(list)) return UNDECIDED;
  const size = lengthOfList(list);
  let place = size;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const isFirst = lessPlain(item, itemAt(itemsOfList(list), parent));
    if (isFirst < 0) return UNDECIDED;
    if (isFirst === 0) break;
    place = parent;
  }
  if (!appendToList(list, item)) return 0;
  const items = itemsOfList(list);
  for (let at = size; at > place; at = (at - 1) >> 1) put(items, at, itemAt(items, (at - 1) >> 1));
  put(items, place, item);
  barrier(items - ARRAY_ITEMS);
  return NONE;
}

export function heapPop(list: usize): usize {
  if (!isHeap(list)) return UNDECIDED;
  const size = lengthOfList(list);
  if (size === 0) return UNDECIDED;
  if (size > 1) {
    const items = itemsOfList(list);
    const first = itemAt(items, 0);
    if (!settle(list, itemAt(items, size - 1), 0, size - 1, false)) return UNDECIDED;
    takeFromList(list, size - 1);
    return first;
  }
  return takeFromList(list, 0);
}

export function heapReplace(list: usize, item: usize): usize {
  if (!isHeap(list)) return UNDECIDED;
  const size = lengthOfList(list);
  if (size === 0) return UNDECIDED;
  const first = itemAt(itemsOfList(list), 0);
  return settle(list, item, 0, size, false) ? first : UNDECIDED;
}

export function heapPushPop(list: usize, item: usize): usize {
  if (!isHeap(list)) return UNDECIDED;
  if (lengthOfList(list) === 0) return item;
  const isLess = lessPlain(itemAt(itemsOfList(list), 0), item);
  return isLess === 0 ? item : isLess === 1 ? heapReplace(list, item) : UNDECIDED;
}
