import { copyWords, fillWords } from "../words";
import { freshList, freshTuple, itemsOf, lengthOf } from "./layout";

/// New lists and tuples out of others. 0 is the result where there is no memory. A tuple of no items is for the caller, as there is one.

function write(target: usize, from: usize, count: i32): usize {
  if (target !== 0) copyWords(itemsOf(target), from, count);
  return target;
}

/** A list of the words at an address. */
export function listFrom(address: usize, count: i32): usize {
  return write(freshList(count), address, count);
}

/** A tuple of the words at an address. */
export function tupleFrom(address: usize, count: i32): usize {
  return write(freshTuple(count), address, count);
}

function pick(target: usize, sequence: usize, start: i32, step: i32, count: i32): usize {
  const from = itemsOf(sequence) + (start << 2);
  if (step === 1) return write(target, from, count);
  if (target === 0) return 0;
  const to = itemsOf(target);
  const stride = step << 2;
  for (let i = 0; i < count; i++) store<usize>(to + (i << 2), load<usize>(from + i * stride));
  return target;
}

/** A list of `count` items of a sequence: those at start, start + step, … */
export function pickList(sequence: usize, start: i32, step: i32, count: i32): usize {
  return pick(freshList(count), sequence, start, step, count);
}

/** A tuple of `count` items of a sequence, not none: those at start, start + step, … */
export function pickTuple(sequence: usize, start: i32, step: i32, count: i32): usize {
  return pick(freshTuple(count), sequence, start, step, count);
}

function concat(target: usize, a: usize, b: usize): usize {
  if (target === 0) return 0;
  const to = itemsOf(target);
  const left = lengthOf(a);
  copyWords(to, itemsOf(a), left);
  copyWords(to + (left << 2), itemsOf(b), lengthOf(b));
  return target;
}

/** A list of the items of two sequences. */
export function concatLists(a: usize, b: usize): usize {
  return concat(freshList(lengthOf(a) + lengthOf(b)), a, b);
}

/** A tuple of the items of two sequences, not both empty. */
export function concatTuples(a: usize, b: usize): usize {
  return concat(freshTuple(lengthOf(a) + lengthOf(b)), a, b);
}

/** Writes `count` words at `from` to an address, so many times. They may begin there themselves. */
export function writeRepeated(to: usize, from: usize, count: i32, times: i32): void {
  if (count === 1) {
    fillWords(to, load<usize>(from), times);
    return;
  }
  const total = count * times;
  copyWords(to, from, count);
  // Each round copies all that is there.
  for (let done = count; done < total; done <<= 1) copyWords(to + (done << 2), to, min(done, total - done));
}

/** So many times the items of a sequence, or -1: too many to be counted. */
function lengthRepeated(sequence: usize, times: i32): i32 {
  const total = <i64>lengthOf(sequence) * <i64>times;
  return total > <i64>i32.MAX_VALUE ? -1 : <i32>total;
}

function repeat(target: usize, sequence: usize, times: i32): usize {
  if (target !== 0 && lengthOf(target) > 0)
    writeRepeated(itemsOf(target), itemsOf(sequence), lengthOf(sequence), times);
  return target;
}

/** A list of the items of a sequence, so many times. */
export function repeatList(sequence: usize, times: i32): usize {
  return repeat(freshList(lengthRepeated(sequence, times)), sequence, times);
}

/** A tuple of the items of a sequence, so many times; there is one at least. */
export function repeatTuple(sequence: usize, times: i32): usize {
  return repeat(freshTuple(lengthRepeated(sequence, times)), sequence, times);
}
