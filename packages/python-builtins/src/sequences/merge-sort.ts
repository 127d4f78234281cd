/// The stable sort of CPython: natural runs, short ones extended by binary insertion, merged while their lengths stay in
/// proportion. (It does not gallop: with a consistent order the result is the same.)

import { copyWords } from "@hotpy/memory";

/** Whether one item is less than another; numbers stand for them. May throw. */
export type IsLess = (a: number, b: number) => boolean;

/** Runs are at least this long, or half of it. */
const MIN_MERGE = 64;

/** Sorts numbers that stand for items by an order that may throw. */
export function mergeSort(order: Int32Array, isLess: IsLess): void {
  const count = order.length;
  if (count < 2) return;
  const minimum = minimumRun(count);
  const starts: number[] = [];
  const lengths: number[] = [];
  const scratch = new Int32Array(count >> 1);
  for (let start = 0; start < count; ) {
    let length = countRun(order, start, count, isLess);
    if (length < minimum) {
      const forced = Math.min(minimum, count - start);
      insertionSort(order, start, start + forced, start + length, isLess);
      length = forced;
    }
    starts.push(start);
    lengths.push(length);
    start += length;
    collapse(order, starts, lengths, scratch, isLess, false);
  }
  collapse(order, starts, lengths, scratch, isLess, true);
}

function minimumRun(count: number): number {
  let odd = 0;
  let left = count;
  while (left >= MIN_MERGE) {
    odd |= left & 1;
    left >>= 1;
  }
  return left + odd;
}

/** Length of the run that begins at `start`, made ascending: not descending, or strictly descending and then reversed. */
function countRun(order: Int32Array, start: number, end: number, isLess: IsLess): number {
  if (start + 1 === end) return 1;
  let at = start + 2;
  if (isLess(order[start + 1], order[start])) {
    while (at < end && isLess(order[at], order[at - 1])) at++;
    order.subarray(start, at).reverse();
  } else {
    while (at < end && !isLess(order[at], order[at - 1])) at++;
  }
  return at - start;
}

/** Sorts [start, end), of which [start, sorted) is. */
function insertionSort(order: Int32Array, start: number, end: number, sorted: number, isLess: IsLess): void {
  for (let next = sorted; next < end; next++) {
    const pivot = order[next];
    let low = start;
    let high = next;
    while (low < high) {
      const middle = low + ((high - low) >> 1);
      if (isLess(pivot, order[middle])) high = middle;
      else low = middle + 1;
    }
    copyWords(order, low + 1, low, next - low);
    order[low] = pivot;
  }
}

/** Merges neighbours until each run is longer than the two after it together (`all`: until one is left). */
function collapse(
  order: Int32Array,
  starts: number[],
  lengths: number[],
  scratch: Int32Array,
  isLess: IsLess,
  all: boolean,
): void {
  while (lengths.length > 1) {
    let at = lengths.length - 2;
    const isShort = at > 0 && lengths[at - 1] <= lengths[at] + lengths[at + 1];
    const isShortBefore = at > 1 && lengths[at - 2] <= lengths[at - 1] + lengths[at];
    if (isShort || isShortBefore || all) {
      if (at > 0 && lengths[at - 1] < lengths[at + 1]) at--;
    } else if (lengths[at] > lengths[at + 1]) {
      return;
    }
    merge(order, starts[at], starts[at + 1], starts[at + 1] + lengths[at + 1], scratch, isLess);
    lengths[at] += lengths[at + 1];
    starts.splice(at + 1, 1);
    lengths.splice(at + 1, 1);
  }
}

/** Merges [start, middle) and [middle, end); the shorter run goes through `scratch`. */
function merge(
  order: Int32Array,
  start: number,
  middle: number,
  end: number,
  scratch: Int32Array,
  isLess: IsLess,
): void {
  if (middle - start <= end - middle) {
    const count = middle - start;
    scratch.set(order.subarray(start, middle));
    let left = 0;
    let right = middle;
    let at = start;
    while (left < count && right < end) {
      order[at++] = isLess(order[right], scratch[left]) ? order[right++] : scratch[left++];
    }
    while (left < count) order[at++] = scratch[left++];
  } else {
    const count = end - middle;
    scratch.set(order.subarray(middle, end));
    let left = middle - 1;
    let right = count - 1;
    let at = end - 1;
    while (right >= 0 && left >= start) {
      order[at--] = isLess(scratch[right], order[left]) ? order[left--] : scratch[right--];
    }
    while (right >= 0) order[at--] = scratch[right--];
  }
}
