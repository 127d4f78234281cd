import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { fromInt64, UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import {
  RANGE_ITERATOR_NEXT,
  RANGE_ITERATOR_REMAINING,
  RANGE_ITERATOR_STEP,
  RANGE_START,
  RANGE_STEP,
  RANGE_STOP,
  SHAPE_RANGE,
  SHAPE_RANGE_ITERATOR,
  SMALL_MAX,
  SMALL_MIN,
} from "./generated/constants";

const RANGE_BYTES = 24;
const RANGE_ITERATOR_BYTES = 24;
const SMALL_ZERO: usize = 1;
const SMALL_ONE: usize = 3;

/** What a call of `range` with small integers makes; UNDECIDED. */
export function rangeOf(count: i32, args: usize): usize {
  if (count < 1 || count > 3) return UNDECIDED;
  const start = count === 1 ? SMALL_ZERO : load<usize>(args);
  const stop = count === 1 ? load<usize>(args) : load<usize>(args, 4);
  const step = count === 3 ? load<usize>(args, 8) : SMALL_ONE;
  if (!isSmall(start & stop & step) || step === SMALL_ZERO) return UNDECIDED;
  const range = allocate(RANGE_BYTES);
  if (range === 0) return UNDECIDED;
  store<i32>(range, headerOf(SHAPE_RANGE));
  store<i32>(range, 0, 4);
  store<usize>(range, start, RANGE_START);
  store<usize>(range, stop, RANGE_STOP);
  store<usize>(range, step, RANGE_STEP);
  store<i32>(range, 0, RANGE_BYTES - 4);
  return range;
}

/** The length of a range of small integers, as a word; UNDECIDED. */
export function lengthOfRange(range: usize): usize {
  const start = load<usize>(range, RANGE_START);
  const stop = load<usize>(range, RANGE_STOP);
  const step = load<usize>(range, RANGE_STEP);
  if (!isSmall(start & stop & step)) return UNDECIDED;
  const by = <i64>untagSmall(step);
  const distance = by > 0 ? <i64>untagSmall(stop) - untagSmall(start) : <i64>untagSmall(start) - untagSmall(stop);
  return distance <= 0 ? SMALL_ZERO : fromInt64((distance - 1) / (by > 0 ? by : -by) + 1);
}

/** An iterator over a range of small integers; UNDECIDED. */
export function iterateRange(range: usize): usize {
  const first = load<usize>(range, RANGE_START);
  const end = load<usize>(range, RANGE_STOP);
  const by = load<usize>(range, RANGE_STEP);
  if (!isSmall(first & end & by)) return UNDECIDED;
  const start = <i64>untagSmall(first);
  const stop = <i64>untagSmall(end);
  const step = <i64>untagSmall(by);
  const span = step > 0 ? stop - start : start - stop;
  const size = step > 0 ? step : -step;
  const count = span > 0 ? (span + size - 1) / size : 0;
  // The iterator computes one number too many.
  const last = start + count * step;
  if (last > SMALL_MAX || last < SMALL_MIN) return UNDECIDED;
  const iterator = allocate(RANGE_ITERATOR_BYTES);
  if (iterator === 0) return UNDECIDED;
  store<i32>(iterator, headerOf(SHAPE_RANGE_ITERATOR));
  store<i32>(iterator, 0, 4);
  store<i32>(iterator, <i32>start, RANGE_ITERATOR_NEXT);
  store<i32>(iterator, <i32>count, RANGE_ITERATOR_REMAINING);
  store<i32>(iterator, <i32>step, RANGE_ITERATOR_STEP);
  store<i32>(iterator, 0, RANGE_ITERATOR_BYTES - 4);
  return iterator;
}
