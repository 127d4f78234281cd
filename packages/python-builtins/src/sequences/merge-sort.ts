/// The stable sort of CPython: natural runs, short ones extended by binary insertion, merged while their lengths stay in
/// proportion. (It does not gallop: with a consistent order the result is the same.)

type Less = (a: number, b: number) => boolean;

/** Runs are at least this long, or half of it. */
const MIN_MERGE = 64;

/** Sorts numbers that stand for items by an order that may throw. */
export function mergeSort(order: Int32Array, less: Less): void {
  const count = order.length;
  if (count < 2) return;
  const minimum = minimumRun(count);
  const starts: number[] = [];
  const lengths: number[] = [];
  const scratch = new Int32Array(count >> 1);
  for (let start = 0; start < count; ) {
    let length = countRun(order, start, count, less);
    if (length < minimum) {
      const forced = Math.min(minimum, count - start);
      insertionSort(order, start, start + forced, start + length, less);
      length = forced;
    }
    starts.push(start);
    lengths.push(length);
    start += length;
    collapse(order, starts, lengths, scratch, less, false);
  }
  collapse(order, starts, lengths, scratch, less, true);
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
function countRun(order: Int32Array, start: number, end: number, less: Less): number {
  if (start + 1 === end) return 1;
  let at = start + 2;
  if (less(order[start + 1], order[start])) {
    while (at < end && less(order[at], order[at - 1])) at++;
    order.subarray(start, at).reverse();
  } else {
    while (at < end && !less(order[at], order[at - 1])) at++;
  }
  return at - start;
}

/** Sorts [start, end), of which [start, sorted) is. */
function insertionSort(order: Int32Array, start: number, end: number, sorted: number, less: Less): void {
  for (let next = sorted; next < end; next++) {
    const pivot = order[next];
    let low = start;
    let high = next;
    while (low < high) {
      const middle = low + ((high - low) >> 1);
      if (less(pivot, order[middle])) high = middle;
      else low = middle + 1;
    }
    order.copyWithin(low + 1, low, next);
    order[low] = pivot;
  }
}

/** Merges neighbours until each run is longer than the two after it together (`all`: until one is left). */
function collapse(order: Int32Array, starts: number[], lengths: number[], scratch: Int32Array, less: Less, all: boolean): void {
  while (lengths.length > 1) {
    let at = lengths.length - 2;
    const isShort = at > 0 && lengths[at - 1] <= lengths[at] + lengths[at + 1];
    const isShortBefore = at > 1 && lengths[at - 2] <= lengths[at - 1] + lengths[at];
    if (isShort || isShortBefore || all) {
      if (at > 0 && lengths[at - 1] < lengths[at + 1]) at--;
    } else if (lengths[at] > lengths[at + 1]) {
      return;
    }
    merge(order, starts[at], starts[at + 1], starts[at + 1] + lengths[at + 1], scratch, less);
    lengths[at] += lengths[at + 1];
    starts.splice(at + 1, 1);
    lengths.splice(at + 1, 1);
  }
}

/** Merges [start, middle) and [middle, end); the shorter run goes through `scratch`. */
function merge(order: Int32Array, start: number, middle: number, end: number, scratch: Int32Array, less: Less): void {
  if (middle - start <= end - middle) {
    const count = middle - start;
    scratch.set(order.subarray(start, middle));
    let left = 0;
    let right = middle;
    let at = start;
    while (left < count && right < end) {
      order[at++] = less(order[right], scratch[left]) ? order[right++] : scratch[left++];
    }
    while (left < count) order[at++] = scratch[left++];
  } else {
    const count = end - middle;
    scratch.set(order.subarray(middle, end));
    let left = middle - 1;
    let right = count - 1;
    let at = end - 1;
    while (right >= 0 && left >= start) {
      order[at--] = less(scratch[right], order[left]) ? order[left--] : scratch[right--];
    }
    while (right >= 0) order[at--] = scratch[right--];
  }
}
