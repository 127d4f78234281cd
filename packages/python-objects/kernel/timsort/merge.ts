import { gallop } from "./gallop";
import {
  A,
  A_LEFT,
  A_WINS,
  add,
  ask,
  B,
  B_LEFT,
  B_WINS,
  COUNT,
  GALLOP_FROM,
  get,
  HIGH_GALLOPED_LEFT,
  HIGH_GALLOPED_RIGHT,
  itemAt,
  LOW_GALLOPED_LEFT,
  LOW_GALLOPED_RIGHT,
  MERGE_ENDS,
  MERGE_HIGH,
  MERGE_LOW,
  MERGING,
  MIN_GALLOP,
  move,
  NEXT_GALLOP_FROM,
  OFFSET,
  PHASE,
  set,
  setItem,
  TO,
} from "./state";

/// Merging two neighbouring runs, A and B. The shorter one goes to the room beside. Low: that is A, and items are put from the start on. High:
/// it is B, and they are put from the end on. Where many come from one run in a row, how many more will is found by galloping.

/** Merges `countA` items at a place with the `countB` that follow. */
export function beginMerge(state: usize, from: i32, countA: i32, countB: i32): void {
  const next = from + countA;
  const room = get(state, COUNT);
  set(state, A_LEFT, countA);
  set(state, B_LEFT, countB);
  set(state, GALLOP_FROM, get(state, NEXT_GALLOP_FROM));
  if (countA <= countB) {
    move(state, room, from, countA);
    set(state, MERGING, MERGE_LOW);
    set(state, A, room);
    set(state, B, next);
    set(state, TO, from);
    putLowB(state);
    if (countB === 1) set(state, PHASE, MERGE_ENDS);
    else if (countA === 1) endLowWithB(state);
    else compareLow(state);
  } else {
    move(state, room, next, countB);
    set(state, MERGING, MERGE_HIGH);
    set(state, A, next - 1);
    set(state, B, room + countB - 1);
    set(state, TO, next + countB - 1);
    putHighA(state);
    if (countA === 1) set(state, PHASE, MERGE_ENDS);
    else if (countB === 1) endHighWithA(state);
    else compareHigh(state);
  }
}

/** The run that lies in the room beside is put where it belongs, however far the merge has come. */
export function endMerge(state: usize): void {
  const countA = get(state, A_LEFT);
  const countB = get(state, B_LEFT);
  const to = get(state, TO);
  if (get(state, MERGING) === MERGE_LOW) move(state, to, get(state, A), countA);
  else if (get(state, MERGING) === MERGE_HIGH) move(state, to - countB + 1, get(state, COUNT), countB);
  set(state, MERGING, 0);
}

/** Wins are counted anew. */
function compareLow(state: usize): void {
  set(state, A_WINS, 0);
  set(state, B_WINS, 0);
  ask(state, itemAt(state, get(state, B)), itemAt(state, get(state, A)), MERGE_LOW);
}

function compareHigh(state: usize): void {
  set(state, A_WINS, 0);
  set(state, B_WINS, 0);
  ask(state, itemAt(state, get(state, B)), itemAt(state, get(state, A)), MERGE_HIGH);
}

function putLowA(state: usize): void {
  setItem(state, get(state, TO), itemAt(state, get(state, A)));
  add(state, TO, 1);
  add(state, A, 1);
  add(state, A_LEFT, -1);
}
function putLowB(state: usize): void {
  setItem(state, get(state, TO), itemAt(state, get(state, B)));
  add(state, TO, 1);
  add(state, B, 1);
  add(state, B_LEFT, -1);
}
function putHighA(state: usize): void {
  setItem(state, get(state, TO), itemAt(state, get(state, A)));
  add(state, TO, -1);
  add(state, A, -1);
  add(state, A_LEFT, -1);
}
function putHighB(state: usize): void {
  setItem(state, get(state, TO), itemAt(state, get(state, B)));
  add(state, TO, -1);
  add(state, B, -1);
  add(state, B_LEFT, -1);
}

/** The last item of A is the greatest of all. */
function endLowWithB(state: usize): void {
  const countB = get(state, B_LEFT);
  move(state, get(state, TO), get(state, B), countB);
  add(state, TO, countB);
  set(state, PHASE, MERGE_ENDS);
}

/** The first item of B is the least of all. */
function endHighWithA(state: usize): void {
  const countA = get(state, A_LEFT);
  move(state, get(state, TO) - countA + 1, get(state, A) - countA + 1, countA);
  add(state, TO, -countA);
  set(state, PHASE, MERGE_ENDS);
}

/** One more from a run: whether it has won so often that one gallops. */
function wins(state: usize, winner: usize, loser: usize): bool {
  add(state, winner, 1);
  set(state, loser, 0);
  return get(state, winner) >= get(state, GALLOP_FROM);
}

export function mergeLow(state: usize, less: bool): void {
  if (less) {
    putLowB(state);
    if (get(state, B_LEFT) === 0) return set(state, PHASE, MERGE_ENDS);
  } else {
    putLowA(state);
    if (get(state, A_LEFT) === 1) return endLowWithB(state);
  }
  if (less ? wins(state, B_WINS, A_WINS) : wins(state, A_WINS, B_WINS)) {
    add(state, GALLOP_FROM, 1);
    gallopInLowA(state);
  } else ask(state, itemAt(state, get(state, B)), itemAt(state, get(state, A)), MERGE_LOW);
}

/** Galloping gets easier as long as it pays. */
function ease(state: usize): void {
  if (get(state, GALLOP_FROM) > 1) add(state, GALLOP_FROM, -1);
  set(state, NEXT_GALLOP_FROM, get(state, GALLOP_FROM));
}

/** Whether it has paid in the last round; if not it gets harder. */
function hasPaid(state: usize): bool {
  if (get(state, A_WINS) >= MIN_GALLOP || get(state, B_WINS) >= MIN_GALLOP) return true;
  add(state, GALLOP_FROM, 1);
  set(state, NEXT_GALLOP_FROM, get(state, GALLOP_FROM));
  return false;
}

function gallopInLowA(state: usize): void {
  ease(state);
  gallop(state, itemAt(state, get(state, B)), get(state, A), get(state, A_LEFT), 0, true, LOW_GALLOPED_RIGHT);
}

export function lowGallopedInA(state: usize): void {
  const count = get(state, OFFSET);
  set(state, A_WINS, count);
  move(state, get(state, TO), get(state, A), count);
  add(state, TO, count);
  add(state, A, count);
  add(state, A_LEFT, -count);
  if (get(state, A_LEFT) === 1) return endLowWithB(state);
  // An order that is none may be the cause.
  if (get(state, A_LEFT) === 0) return set(state, PHASE, MERGE_ENDS);
  putLowB(state);
  if (get(state, B_LEFT) === 0) return set(state, PHASE, MERGE_ENDS);
  gallop(state, itemAt(state, get(state, A)), get(state, B), get(state, B_LEFT), 0, false, LOW_GALLOPED_LEFT);
}

export function lowGallopedInB(state: usize): void {
  const count = get(state, OFFSET);
  set(state, B_WINS, count);
  move(state, get(state, TO), get(state, B), count);
  add(state, TO, count);
  add(state, B, count);
  add(state, B_LEFT, -count);
  if (get(state, B_LEFT) === 0) return set(state, PHASE, MERGE_ENDS);
  putLowA(state);
  if (get(state, A_LEFT) === 1) return endLowWithB(state);
  if (hasPaid(state)) gallopInLowA(state);
  else compareLow(state);
}

export function mergeHigh(state: usize, less: bool): void {
  if (less) {
    putHighA(state);
    if (get(state, A_LEFT) === 0) return set(state, PHASE, MERGE_ENDS);
  } else {
    putHighB(state);
    if (get(state, B_LEFT) === 1) return endHighWithA(state);
  }
  if (less ? wins(state, A_WINS, B_WINS) : wins(state, B_WINS, A_WINS)) {
    add(state, GALLOP_FROM, 1);
    gallopInHighA(state);
  } else ask(state, itemAt(state, get(state, B)), itemAt(state, get(state, A)), MERGE_HIGH);
}

function gallopInHighA(state: usize): void {
  ease(state);
  const count = get(state, A_LEFT);
  const first = get(state, A) - count + 1;
  gallop(state, itemAt(state, get(state, B)), first, count, count - 1, true, HIGH_GALLOPED_RIGHT);
}

export function highGallopedInA(state: usize): void {
  const count = get(state, A_LEFT) - get(state, OFFSET);
  set(state, A_WINS, count);
  add(state, TO, -count);
  add(state, A, -count);
  move(state, get(state, TO) + 1, get(state, A) + 1, count);
  add(state, A_LEFT, -count);
  if (get(state, A_LEFT) === 0) return set(state, PHASE, MERGE_ENDS);
  putHighB(state);
  if (get(state, B_LEFT) === 1) return endHighWithA(state);
  const left = get(state, B_LEFT);
  gallop(state, itemAt(state, get(state, A)), get(state, COUNT), left, left - 1, false, HIGH_GALLOPED_LEFT);
}

export function highGallopedInB(state: usize): void {
  const count = get(state, B_LEFT) - get(state, OFFSET);
  set(state, B_WINS, count);
  add(state, TO, -count);
  add(state, B, -count);
  move(state, get(state, TO) + 1, get(state, B) + 1, count);
  add(state, B_LEFT, -count);
  if (get(state, B_LEFT) === 1) return endHighWithA(state);
  // An order that is none may be the cause.
  if (get(state, B_LEFT) === 0) return set(state, PHASE, MERGE_ENDS);
  putHighA(state);
  if (get(state, A_LEFT) === 0) return set(state, PHASE, MERGE_ENDS);
  if (hasPaid(state)) gallopInHighA(state);
  else compareHigh(state);
}
