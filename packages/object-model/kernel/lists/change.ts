import { LIST_LENGTH } from "../generated/constants";
import { UNDECIDED } from "../integers/forms";
import { copyWords, fillZero, isSmall, moveWords } from "../words";
import { isList, itemsChanged, itemsOf, itemsOfList, lengthOf, lengthOfList, reserve } from "./layout";
import { writeRepeated } from "./make";

/// Changes of a list. Where they are false there is no memory, and nothing is done.

function setLength(list: usize, length: i32): void {
  store<i32>(list, length, LIST_LENGTH);
}

/** Adds an item at the end: 1; 0: no memory. */
export function appendToList(list: usize, item: usize): i32 {
  const length = lengthOfList(list);
  if (!reserve(list, length + 1)) return 0;
  store<usize>(itemsOfList(list) + (length << 2), item);
  setLength(list, length + 1);
  itemsChanged(list);
  return 1;
}

/** Removes the last item of a list; the item, 0 if there is none, or UNDECIDED where the word is no list. */
export function popFromList(list: usize): usize {
  if (isSmall(list) || !isList(list)) return UNDECIDED;
  const last = lengthOfList(list) - 1;
  if (last < 0) return 0;
  const place = itemsOfList(list) + (last << 2);
  const item = load<usize>(place);
  store<usize>(place, 0);
  setLength(list, last);
  return item;
}

/** Replaces `removed` items at an index by `inserted` places, which are to be written before the next safepoint. */
export function resizeList(list: usize, index: i32, removed: i32, inserted: i32): bool {
  const length = lengthOfList(list);
  const newLength = length - removed + inserted;
  if (!reserve(list, newLength)) return false;
  const items = itemsOfList(list);
  const at = items + (index << 2);
  moveWords(at + (inserted << 2), at + (removed << 2), length - index - removed);
  if (newLength < length) fillZero(items + (newLength << 2), length - newLength);
  setLength(list, newLength);
  itemsChanged(list);
  return true;
}

/** Adds an item before the one at an index within the length, or at the end. */
export function insertIntoList(list: usize, index: i32, item: usize): bool {
  if (!resizeList(list, index, 0, 1)) return false;
  store<usize>(itemsOfList(list) + (index << 2), item);
  return true;
}

/** Removes the item at an index within the length; the item. */
export function takeFromList(list: usize, index: i32): usize {
  const item = load<usize>(itemsOfList(list) + (index << 2));
  resizeList(list, index, 1, 0);
  return item;
}

/** Removes `count` items: those at start, start + step, … */
export function deleteSlice(list: usize, start: i32, step: i32, count: i32): void {
  if (count === 0) return;
  if (step < 0) {
    start += (count - 1) * step;
    step = -step;
  }
  if (step === 1) {
    resizeList(list, start, count, 0);
    return;
  }
  const items = itemsOfList(list);
  const length = lengthOfList(list);
  let to = items + (start << 2);
  for (let i = 0; i < count; i++) {
    const from = start + i * step + 1;
    const kept = (i + 1 < count ? from + step - 1 : length) - from;
    copyWords(to, items + (from << 2), kept);
    to += kept << 2;
  }
  fillZero(to, count);
  setLength(list, length - count);
  itemsChanged(list);
}

/**
 * Puts the items of a sequence, another one, in the place of `count` items: those at start, start + step, … There must be as many
 * if step is not 1.
 */
export function assignSlice(list: usize, start: i32, step: i32, count: i32, source: usize): bool {
  const given = lengthOf(source);
  // As many items as there were stay where they are; the step is 1 otherwise.
  if (count !== given && !resizeList(list, start, count, given)) return false;
  const to = itemsOfList(list) + (start << 2);
  const from = itemsOf(source);
  if (step === 1) copyWords(to, from, given);
  else for (let i = 0; i < given; i++) store<usize>(to + ((i * step) << 2), load<usize>(from + (i << 2)));
  itemsChanged(list);
  return true;
}

/** Adds the items of a sequence, perhaps the list itself, at the end. */
export function extendList(list: usize, source: usize): bool {
  const count = lengthOf(source);
  const length = lengthOfList(list);
  if (!resizeList(list, length, 0, count)) return false;
  copyWords(itemsOfList(list) + (length << 2), itemsOf(source), count);
  return true;
}

/** Makes a list that of its items so many times, once at least. */
export function repeatInPlace(list: usize, times: i32): bool {
  const length = lengthOfList(list);
  const total = <i64>length * <i64>times;
  if (total > <i64>i32.MAX_VALUE || !resizeList(list, length, 0, <i32>total - length)) return false;
  const items = itemsOfList(list);
  if (length > 0) writeRepeated(items, items, length, times);
  return true;
}

/** Reverses the order of the items. */
export function reverseList(list: usize): void {
  let low = itemsOfList(list);
  let end = low + (lengthOfList(list) << 2);
  for (; low + 32 <= end; low += 16, end -= 16) {
    const first = v128.load(low);
    const last = v128.load(end - 16);
    store<v128>(low, v128.shuffle<i32>(last, last, 3, 2, 1, 0));
    store<v128>(end - 16, v128.shuffle<i32>(first, first, 3, 2, 1, 0));
  }
  for (; low + 8 <= end; low += 4, end -= 4) {
    const item = load<usize>(low);
    store<usize>(low, load<usize>(end - 4));
    store<usize>(end - 4, item);
  }
  itemsChanged(list);
}
