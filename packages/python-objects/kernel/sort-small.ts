import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { BYTES_DATA, SHAPE_BYTES, TAIL_SIZE } from "./generated/constants";

/// Sorting small integers in place. They are in the order of their words, and equal ones are the same: so no order among them is wrong.

/** Fewer are sorted by insertion. */
const FEW: i32 = 40;
/** Words that count the digits of one place, in base 256, and of all four. */
const DIGITS = 256;
const COUNTS = 4 * DIGITS;

/** The bits of a word in the order that is wanted, as a number without a sign. */
function orderOf(word: i32, flip: i32): u32 {
  return word ^ flip;
}

/** Whether the words are in order already; or in the reverse order: then they are reversed. */
function isInOrder(from: usize, end: usize, flip: i32): bool {
  let at = from + 4;
  while (at < end && orderOf(load<i32>(at - 4), flip) <= orderOf(load<i32>(at), flip)) at += 4;
  if (at >= end) return true;
  if (at > from + 4) return false;
  while (at < end && orderOf(load<i32>(at - 4), flip) >= orderOf(load<i32>(at), flip)) at += 4;
  if (at < end) return false;
  for (let low = from, high = end - 4; low < high; low += 4, high -= 4) {
    const word = load<i32>(low);
    store<i32>(low, load<i32>(high));
    store<i32>(high, word);
  }
  return true;
}

function insertionSort(from: usize, end: usize, flip: i32): void {
  for (let next = from + 4; next < end; next += 4) {
    const word = load<i32>(next);
    const order = orderOf(word, flip);
    let at = next;
    for (; at > from && orderOf(load<i32>(at - 4), flip) > order; at -= 4) store<i32>(at, load<i32>(at - 4));
    store<i32>(at, word);
  }
}

/** By their digits, the last one first; false: no memory. */
function radixSort(from: usize, count: i32, flip: i32): bool {
  const size = (COUNTS + count) << 2;
  const scratch = allocate(BYTES_DATA + size);
  if (scratch === 0) return false;
  store<i32>(scratch, headerOf(SHAPE_BYTES));
  store<i32>(scratch, size, TAIL_SIZE);
  const counts = scratch + BYTES_DATA;
  memory.fill(counts, 0, COUNTS << 2);
  const end = from + (count << 2);
  for (let at = from; at < end; at += 4) {
    const order = orderOf(load<i32>(at), flip);
    for (let place = 0; place < 4; place++) {
      const slot = counts + ((place * DIGITS + ((order >> (place << 3)) & 255)) << 2);
      store<i32>(slot, load<i32>(slot) + 1);
    }
  }
  let source = from;
  let target = counts + (COUNTS << 2);
  for (let place = 0; place < 4; place++) {
    const digits = counts + ((place * DIGITS) << 2);
    const first = (orderOf(load<i32>(from), flip) >> (place << 3)) & 255;
    // All have the same digit here.
    if (load<i32>(digits + (first << 2)) === count) continue;
    let sum = 0;
    for (let digit = 0; digit < DIGITS; digit++) {
      const number = load<i32>(digits + (digit << 2));
      store<i32>(digits + (digit << 2), sum);
      sum += number;
    }
    for (let at = source, last = source + (count << 2); at < last; at += 4) {
      const word = load<i32>(at);
      const slot = digits + (((orderOf(word, flip) >> (place << 3)) & 255) << 2);
      const position = load<i32>(slot);
      store<i32>(slot, position + 1);
      store<i32>(target + (position << 2), word);
    }
    const swapped = source;
    source = target;
    target = swapped;
  }
  if (source !== from) memory.copy(from, source, count << 2);
  return true;
}

/** Sorts `count` words if all of them are small integers: 1; 0: there is no memory; -1: they are not, and nothing is done. */
export function sortSmall(from: usize, count: i32, reverse: bool): i32 {
  const end = from + (count << 2);
  for (let at = from; at < end; at += 4) if ((load<i32>(at) & 1) === 0) return -1;
  const flip = reverse ? i32.MAX_VALUE : i32.MIN_VALUE;
  if (isInOrder(from, end, flip)) return 1;
  if (count < FEW) insertionSort(from, end, flip);
  else return i32(radixSort(from, count, flip));
  return 1;
}
