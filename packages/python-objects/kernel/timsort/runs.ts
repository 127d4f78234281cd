import { gallop } from "./gallop";
import {
  ALL_FOUND,
  add,
  ask,
  COLLAPSE,
  COUNT,
  END_FOUND,
  get,
  HIGH,
  INSERT,
  INSERT_END,
  itemAt,
  LOW,
  lengthOfRun,
  MERGED,
  MIDDLE,
  MINIMUM,
  move,
  NEXT_RUN,
  OFFSET,
  PENDING,
  PHASE,
  PIVOT,
  POWER,
  powerOfRun,
  RUN_BEGUN,
  RUN_FALLS,
  RUN_LENGTH,
  RUN_RISES,
  RUN_START,
  SORTED,
  START_FOUND,
  set,
  setItem,
  setPower,
  setRun,
  startOfRun,
} from "./state";

/// Natural runs, short ones extended by binary insertion; and which of them are merged when.

export function nextRun(state: usize): void {
  const start = get(state, RUN_START);
  set(state, RUN_LENGTH, 1);
  if (start + 1 === get(state, COUNT)) endRun(state);
  else ask(state, itemAt(state, start + 1), itemAt(state, start), RUN_BEGUN);
}

export function beginRun(state: usize, less: bool): void {
  goOnWithRun(state, less ? RUN_FALLS : RUN_RISES);
}

/** The item behind the last that was compared belongs to the run. */
function goOnWithRun(state: usize, phase: i32): void {
  add(state, RUN_LENGTH, 1);
  const next = get(state, RUN_START) + get(state, RUN_LENGTH);
  if (next < get(state, COUNT)) ask(state, itemAt(state, next), itemAt(state, next - 1), phase);
  else finishRun(state, phase);
}

export function extendRun(state: usize, less: bool, phase: i32): void {
  if (less === (phase === RUN_FALLS)) goOnWithRun(state, phase);
  else finishRun(state, phase);
}

function finishRun(state: usize, phase: i32): void {
  if (phase === RUN_FALLS) {
    const start = get(state, RUN_START);
    for (let low = start, high = start + get(state, RUN_LENGTH) - 1; low < high; low++, high--) {
      const item = itemAt(state, low);
      setItem(state, low, itemAt(state, high));
      setItem(state, high, item);
    }
  }
  endRun(state);
}

/** Makes a short run longer, by insertion. */
function endRun(state: usize): void {
  const start = get(state, RUN_START);
  const length = get(state, RUN_LENGTH);
  const forced = min(get(state, MINIMUM), get(state, COUNT) - start);
  if (length >= forced) return foundRun(state);
  set(state, PIVOT, start + length);
  set(state, RUN_LENGTH, forced);
  set(state, INSERT_END, start + forced);
  nextInsertion(state);
}

function nextInsertion(state: usize): void {
  const pivot = get(state, PIVOT);
  if (pivot === get(state, INSERT_END)) return foundRun(state);
  set(state, LOW, get(state, RUN_START));
  set(state, HIGH, pivot);
  probe(state);
}

function probe(state: usize): void {
  const low = get(state, LOW);
  const middle = low + ((get(state, HIGH) - low) >> 1);
  set(state, MIDDLE, middle);
  ask(state, itemAt(state, get(state, PIVOT)), itemAt(state, middle), INSERT);
}

export function goOnInserting(state: usize, less: bool): void {
  const middle = get(state, MIDDLE);
  if (less) set(state, HIGH, middle);
  else set(state, LOW, middle + 1);
  const low = get(state, LOW);
  if (low < get(state, HIGH)) return probe(state);
  const pivot = get(state, PIVOT);
  const item = itemAt(state, pivot);
  move(state, low + 1, low, pivot - low);
  setItem(state, low, item);
  add(state, PIVOT, 1);
  nextInsertion(state);
}

/**
 * The depth at which the boundary of two neighbouring runs lies in the tree that halves the whole, so that the order of merges is nearly the
 * best one ("powersort", Munro and Wild). The first run begins at `start`.
 */
function powerOf(start: i32, length: i32, next: i32, count: i32): i32 {
  let power = 1;
  // Twice the middles of both runs.
  let a = ((<i64>start) << 1) + length;
  let b = a + length + next;
  // They are compared with the middle, then with that of the half in which both lie, and so on.
  for (; a >= count || b < count; power++) {
    if (a >= count) {
      a -= count;
      b -= count;
    }
    a <<= 1;
    b <<= 1;
  }
  return power;
}

function foundRun(state: usize): void {
  const last = get(state, PENDING) - 1;
  if (last >= 0) {
    const next = get(state, RUN_LENGTH);
    set(state, POWER, powerOf(startOfRun(state, last), lengthOfRun(state, last), next, get(state, COUNT)));
  }
  set(state, PHASE, COLLAPSE);
}

/** Merges what is to be merged before the run that was found is put on the stack, or at the end. */
export function collapse(state: usize): void {
  const pending = get(state, PENDING);
  if (get(state, ALL_FOUND) !== 0) {
    if (pending === 1) set(state, PHASE, SORTED);
    else if (pending > 2 && lengthOfRun(state, pending - 3) < lengthOfRun(state, pending - 1))
      merge(state, pending - 3);
    else merge(state, pending - 2);
    return;
  }
  if (pending > 1 && powerOfRun(state, pending - 2) > get(state, POWER)) return merge(state, pending - 2);
  if (pending > 0) setPower(state, pending - 1, get(state, POWER));
  setRun(state, pending, get(state, RUN_START), get(state, RUN_LENGTH));
  set(state, PENDING, pending + 1);
  add(state, RUN_START, get(state, RUN_LENGTH));
  const isLast = get(state, RUN_START) === get(state, COUNT);
  if (isLast) set(state, ALL_FOUND, 1);
  set(state, PHASE, isLast ? COLLAPSE : NEXT_RUN);
}

/** Merges a run with the next one: first it is found what of both is in its place already. */
function merge(state: usize, run: i32): void {
  const start = startOfRun(state, run);
  const next = startOfRun(state, run + 1);
  set(state, MERGED, run);
  gallop(state, itemAt(state, next), start, next - start, 0, true, START_FOUND);
}

/** Where the second run begins in the first is known. */
export function findEnd(state: usize): void {
  const run = get(state, MERGED);
  const next = startOfRun(state, run + 1);
  const from = startOfRun(state, run) + get(state, OFFSET);
  const length = lengthOfRun(state, run + 1);
  set(state, LOW, from);
  set(state, HIGH, next);
  unite(state, run);
  if (from === next) set(state, PHASE, COLLAPSE);
  else gallop(state, itemAt(state, next - 1), next, length, length - 1, false, END_FOUND);
}

/** Two runs on the stack become one. */
function unite(state: usize, run: i32): void {
  const pending = get(state, PENDING);
  setRun(state, run, startOfRun(state, run), lengthOfRun(state, run) + lengthOfRun(state, run + 1));
  if (run === pending - 3) {
    setRun(state, run + 1, startOfRun(state, run + 2), lengthOfRun(state, run + 2));
    setPower(state, run + 1, powerOfRun(state, run + 2));
  }
  set(state, PENDING, pending - 1);
}
