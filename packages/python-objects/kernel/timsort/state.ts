import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { BYTES_DATA, SHAPE_BYTES, TAIL_SIZE } from "../generated/constants";

/// The sort of CPython 3.11, step by step: it stops at each comparison that code of the language must make, and goes on with the outcome. So
/// the pairs that are compared, and their order, are CPython's, which programs can see.
///
/// What is sorted are numbers of items, as int32s, in an object of raw bytes: the fields of this file, the runs, the numbers in their
/// order, and as much room beside them. A *place* is an index in the numbers or, from their count on, in the room.

/** What is done next. The first wait for the outcome of a comparison, `LEFT < RIGHT`. */
export const RUN_BEGUN = 0;
export const RUN_FALLS = 1;
export const RUN_RISES = 2;
export const INSERT = 3;
export const GALLOP_BEGUN = 4;
export const GALLOP = 5;
export const GALLOP_NARROWS = 6;
export const MERGE_LOW = 7;
export const MERGE_HIGH = 8;
/** From here on nothing is waited for. */
export const NEXT_RUN = 9;
export const COLLAPSE = 10;
export const MERGE_ENDS = 11;
export const LOW_GALLOPED_LEFT = 12;
export const LOW_GALLOPED_RIGHT = 13;
export const HIGH_GALLOPED_LEFT = 14;
export const HIGH_GALLOPED_RIGHT = 15;
export const START_FOUND = 16;
export const END_FOUND = 17;
export const SORTED = 18;

const field = BYTES_DATA;
/** One of the above. */
export const PHASE: usize = field;
/** The two items that are compared. */
export const LEFT: usize = field + 4;
export const RIGHT: usize = field + 8;
export const COUNT: usize = field + 12;
/** Runs that are shorter are made longer. */
export const MINIMUM: usize = field + 16;
/** Where the run that is looked for begins, and its length. */
export const RUN_START: usize = field + 20;
export const RUN_LENGTH: usize = field + 24;
/** Insertion: the place of the item, where the sorted part ends up, and the bounds of the search. */
export const PIVOT: usize = field + 28;
export const INSERT_END: usize = field + 32;
export const LOW: usize = field + 36;
export const HIGH: usize = field + 40;
export const MIDDLE: usize = field + 44;
/** Runs that wait to be merged; which one is being merged with its successor; the power of the newest run's start. */
export const PENDING: usize = field + 48;
export const MERGED: usize = field + 52;
export const POWER: usize = field + 56;
/** All runs have been found. */
export const ALL_FOUND: usize = field + 60;
/** Galloping: the item that is looked for, in so many items at a place, first at a hint; whether behind equal ones; rising or falling. */
export const KEY: usize = field + 64;
export const BASE: usize = field + 68;
export const LENGTH: usize = field + 72;
export const HINT: usize = field + 76;
export const BEHIND: usize = field + 80;
export const RISING: usize = field + 84;
export const LAST_OFFSET: usize = field + 88;
export const OFFSET: usize = field + 92;
export const MOST_OFFSET: usize = field + 96;
/** What is done when OFFSET has been found. */
export const THEN: usize = field + 100;
/** Merging: places of the next items of both runs and how many are left, where the next one goes, and how many came from one run in a row. */
export const A: usize = field + 104;
export const A_LEFT: usize = field + 108;
export const B: usize = field + 112;
export const B_LEFT: usize = field + 116;
export const TO: usize = field + 120;
export const A_WINS: usize = field + 124;
export const B_WINS: usize = field + 128;
/** Wins in a row from which on one gallops: of this merge, and of those to come. */
export const GALLOP_FROM: usize = field + 132;
export const NEXT_GALLOP_FROM: usize = field + 136;
/** Which run lies in the room beside: MERGE_LOW, the first; MERGE_HIGH, the second; 0, none. */
export const MERGING: usize = field + 140;
/** Start, length and power of each run that waits. Powers rise, and there are no more than bits in a count. */
const RUNS: usize = field + 144;
const RUN_BYTES: usize = 12;
const MOST_RUNS: usize = 34;
const NUMBERS: usize = RUNS + RUN_BYTES * MOST_RUNS;
/** More would be more bytes than an i32 counts. */
const MOST_ITEMS: i32 = 0xffffff0;

/** Wins in a row that make a merge gallop, at first, and that keep it galloping. */
export const MIN_GALLOP: i32 = 7;

export function get(state: usize, at: usize): i32 {
  return load<i32>(state + at);
}
export function set(state: usize, at: usize, value: i32): void {
  store<i32>(state + at, value);
}
export function add(state: usize, at: usize, value: i32): void {
  store<i32>(state + at, load<i32>(state + at) + value);
}

/** The item at a place. */
export function itemAt(state: usize, place: i32): i32 {
  return load<i32>(state + NUMBERS + (place << 2));
}
export function setItem(state: usize, place: i32, item: i32): void {
  store<i32>(state + NUMBERS + (place << 2), item);
}
/** Address of a place. */
export function addressOf(state: usize, place: i32): usize {
  return state + NUMBERS + (place << 2);
}
/** Copies items between places, which may overlap. */
export function move(state: usize, to: i32, from: i32, count: i32): void {
  memory.copy(addressOf(state, to), addressOf(state, from), count << 2);
}

function addressOfRun(state: usize, run: i32): usize {
  return state + RUNS + <usize>run * RUN_BYTES;
}
export function startOfRun(state: usize, run: i32): i32 {
  return load<i32>(addressOfRun(state, run));
}
export function lengthOfRun(state: usize, run: i32): i32 {
  return load<i32>(addressOfRun(state, run), 4);
}
export function powerOfRun(state: usize, run: i32): i32 {
  return load<i32>(addressOfRun(state, run), 8);
}
export function setRun(state: usize, run: i32, start: i32, length: i32): void {
  store<i32>(addressOfRun(state, run), start);
  store<i32>(addressOfRun(state, run), length, 4);
}
export function setPower(state: usize, run: i32, power: i32): void {
  store<i32>(addressOfRun(state, run), power, 8);
}

/** Waits for the outcome of a comparison of two items. */
export function ask(state: usize, left: i32, right: i32, phase: i32): void {
  set(state, LEFT, left);
  set(state, RIGHT, right);
  set(state, PHASE, phase);
}

/** Runs are less than `most` long and at least half of it; and all are so long that their number is a power of 2 or hardly less. */
export function minimumRun(count: i32, most: i32): i32 {
  let odd = 0;
  for (; count >= most; count >>= 1) odd |= count & 1;
  return count + odd;
}

/** The state of a sort of so many items, at least 2, which are in their order or in the reverse one. 0: no memory. */
export function newState(count: i32, reverse: bool): usize {
  if (count > MOST_ITEMS) return 0;
  const size = NUMBERS + ((<usize>count) << 3);
  const state = allocate(size);
  if (state === 0) return 0;
  store<i32>(state, headerOf(SHAPE_BYTES));
  store<i32>(state, <i32>(size - BYTES_DATA), TAIL_SIZE);
  set(state, PHASE, NEXT_RUN);
  set(state, COUNT, count);
  set(state, MINIMUM, minimumRun(count, 64));
  set(state, RUN_START, 0);
  set(state, PENDING, 0);
  set(state, ALL_FOUND, 0);
  set(state, NEXT_GALLOP_FROM, MIN_GALLOP);
  set(state, MERGING, 0);
  for (let i = 0; i < count; i++) setItem(state, i, reverse ? count - 1 - i : i);
  return state;
}
