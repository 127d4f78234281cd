import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { BYTES_DATA, NOT_PLAIN, SHAPE_BYTES, TAIL_SIZE } from "./generated/constants";
import { lessPlain } from "./plain";
import { minimumRun } from "./timsort/state";

/// A stable merge sort: natural runs, short ones extended by binary insertion, merged while their lengths stay in proportion, each merge
/// only of what is out of order. Sorted are records:
///
///     | order, 64 bits | key | item |     keys whose orders are equal are compared, unless orders say all
///
/// They lie in an object of raw bytes, which is garbage afterwards: flags, the runs, the records, and room for half of them.

export const RECORD_BYTES: usize = 16;
export const RECORD_KEY: usize = 8;
export const RECORD_ITEM: usize = 12;

/** Keys with the same order are equal. */
export const FLAG_EXACT = 1;
/** Code of the language must compare two keys. */
const FLAG_FAILED = 2;

const FLAGS: usize = BYTES_DATA;
/** Address and number of records of each run. */
const RUNS: usize = BYTES_DATA + 8;
/** Runs get longer by half with each place on the stack. */
const MOST_RUNS: usize = 64;
const RECORDS: usize = RUNS + MOST_RUNS * 8;
/** More records would be more bytes than an i32 counts. */
const MOST_RECORDS: i32 = 0x4000000;
/** Runs are at least this long, or half of it. */
const MIN_MERGE: i32 = 32;

/** Room for so many records; 0: no memory. */
export function newRecords(count: i32, flags: i32): usize {
  if (count > MOST_RECORDS) return 0;
  const size = RECORDS + (<usize>count + (<usize>count >> 1)) * RECORD_BYTES;
  const records = allocate(size);
  if (records === 0) return 0;
  store<i32>(records, headerOf(SHAPE_BYTES));
  store<i32>(records, <i32>(size - BYTES_DATA), TAIL_SIZE);
  store<i32>(records, flags, FLAGS);
  return records;
}

/** Address of the first record. */
export function startOf(records: usize): usize {
  return records + RECORDS;
}

function isLess(records: usize, a: usize, b: usize): bool {
  const x = load<u64>(a);
  const y = load<u64>(b);
  return x !== y ? x < y : isLessKey(records, a, b);
}

/** The same for records of the same order. */
function isLessKey(records: usize, a: usize, b: usize): bool {
  const flags = load<i32>(records, FLAGS);
  if (flags !== 0) return false;
  const less = lessPlain(load<usize>(a, RECORD_KEY), load<usize>(b, RECORD_KEY));
  if (less === NOT_PLAIN) store<i32>(records, FLAG_FAILED, FLAGS);
  return less === 1;
}

function copyRecord(to: usize, from: usize): void {
  v128.store(to, v128.load(from));
}

function copyRecords(to: usize, from: usize, count: i32): void {
  memory.copy(to, from, count << 4);
}

/** Sorts the records; false: code of the language must compare keys. */
export function sortRecords(records: usize, count: i32): bool {
  const minimum = minimumRun(count, MIN_MERGE);
  const end = startOf(records) + (count << 4);
  let depth = 0;
  for (let start = startOf(records); start < end; ) {
    let length = countRun(records, start, end);
    if (length < minimum) {
      const forced = min(minimum, <i32>((end - start) >> 4));
      insert(records, start, start + (forced << 4), start + (length << 4));
      length = forced;
    }
    if ((load<i32>(records, FLAGS) & FLAG_FAILED) !== 0) return false;
    const run = records + RUNS + (depth++ << 3);
    store<usize>(run, start);
    store<i32>(run, length, 4);
    start += length << 4;
    depth = collapse(records, depth, count, start === end);
  }
  return (load<i32>(records, FLAGS) & FLAG_FAILED) === 0;
}

/** Length of the run that begins at `start`, made ascending: not descending, or strictly descending and then reversed. */
function countRun(records: usize, start: usize, end: usize): i32 {
  let at = start + 16;
  if (at === end) return 1;
  if (isLess(records, at, start)) {
    do at += 16;
    while (at < end && isLess(records, at, at - 16));
    for (let low = start, high = at - 16; low < high; low += 16, high -= 16) {
      const record = v128.load(low);
      copyRecord(low, high);
      v128.store(high, record);
    }
  } else {
    do at += 16;
    while (at < end && !isLess(records, at, at - 16));
  }
  return <i32>((at - start) >> 4);
}

/** Sorts what lies between `start` and `end`, of which that before `sorted` is. */
function insert(records: usize, start: usize, end: usize, sorted: usize): void {
  for (let next = sorted; next < end; next += 16) {
    const pivot = v128.load(next);
    const place = placeAfter(records, next, start, next);
    for (let at = next; at > place; at -= 16) copyRecord(at, at - 16);
    v128.store(place, pivot);
  }
}

/** Where a record goes in a run, behind those that are equal. */
function placeAfter(records: usize, record: usize, low: usize, high: usize): usize {
  while (low < high) {
    const middle = low + (((high - low) >> 5) << 4);
    if (isLess(records, record, middle)) high = middle;
    else low = middle + 16;
  }
  return low;
}

/** The same before those that are equal. */
function placeBefore(records: usize, record: usize, low: usize, high: usize): usize {
  while (low < high) {
    const middle = low + (((high - low) >> 5) << 4);
    if (isLess(records, middle, record)) low = middle + 16;
    else high = middle;
  }
  return low;
}

function lengthOfRun(records: usize, run: i32): i32 {
  return load<i32>(records + RUNS + (run << 3), 4);
}

/** Merges neighbours until each run is longer than the two after it together (`all`: until one is left); how many runs there are then. */
function collapse(records: usize, depth: i32, count: i32, all: bool): i32 {
  while (depth > 1) {
    let at = depth - 2;
    const length = lengthOfRun(records, at);
    const isShort = at > 0 && lengthOfRun(records, at - 1) <= length + lengthOfRun(records, at + 1);
    const isShortBefore = at > 1 && lengthOfRun(records, at - 2) <= lengthOfRun(records, at - 1) + length;
    if (isShort || isShortBefore || all) {
      if (at > 0 && lengthOfRun(records, at - 1) < lengthOfRun(records, at + 1)) at--;
    } else if (length > lengthOfRun(records, at + 1)) break;
    const first = records + RUNS + (at << 3);
    const start = load<usize>(first);
    const middle = start + (load<i32>(first, 4) << 4);
    merge(records, start, middle, middle + (load<i32>(first, 12) << 4), startOf(records) + (count << 4));
    store<i32>(first, load<i32>(first, 4) + load<i32>(first, 12), 4);
    depth--;
    if (at + 1 < depth) store<u64>(first, load<u64>(first, 16), 8);
  }
  return depth;
}

/** Merges two neighbours; the shorter one goes through `scratch`. */
function merge(records: usize, start: usize, middle: usize, end: usize, scratch: usize): void {
  // What is less than all of the other run, and what is not less than any, stays where it is.
  start = placeAfter(records, middle, start, middle);
  if (start === middle) return;
  end = placeBefore(records, middle - 16, middle, end);
  if (middle - start <= end - middle) {
    copyRecords(scratch, start, <i32>((middle - start) >> 4));
    let left = scratch;
    const leftEnd = scratch + (middle - start);
    let right = middle;
    let at = start;
    while (left < leftEnd && right < end) {
      const isRight = isLess(records, right, left);
      copyRecord(at, isRight ? right : left);
      at += 16;
      right += (<usize>isRight) << 4;
      left += (<usize>!isRight) << 4;
    }
    copyRecords(at, left, <i32>((leftEnd - left) >> 4));
  } else {
    copyRecords(scratch, middle, <i32>((end - middle) >> 4));
    let left = middle - 16;
    let right = scratch + (end - middle) - 16;
    let at = end - 16;
    while (right >= scratch && left >= start) {
      const isLeft = isLess(records, right, left);
      copyRecord(at, isLeft ? left : right);
      at -= 16;
      left -= (<usize>isLeft) << 4;
      right -= (<usize>!isLeft) << 4;
    }
    if (right >= scratch) copyRecords(at - (right - scratch), scratch, <i32>((right + 16 - scratch) >> 4));
  }
}
