import {
  ask,
  BASE,
  BEHIND,
  GALLOP,
  GALLOP_BEGUN,
  GALLOP_NARROWS,
  get,
  HINT,
  itemAt,
  KEY,
  LAST_OFFSET,
  LENGTH,
  MIDDLE,
  MOST_OFFSET,
  OFFSET,
  PHASE,
  RISING,
  set,
  THEN,
} from "./state";

/// Where an item belongs among items that are sorted: the search begins at a hint and goes on in steps that double, then between the last two.

/** Asks whether the item at an index comes before the one that is looked for. */
function askAt(state: usize, index: i32, phase: i32): void {
  const item = itemAt(state, get(state, BASE) + index);
  const key = get(state, KEY);
  if (get(state, BEHIND) !== 0) ask(state, key, item, phase);
  else ask(state, item, key, phase);
}

/** The outcome of such a comparison. */
function isBefore(state: usize, less: bool): bool {
  return get(state, BEHIND) !== 0 ? !less : less;
}

/**
 * Looks for the index at which an item belongs among `length` items at a place: before those that are equal, or behind them. Then the phase is
 * `then`, and the index is OFFSET.
 */
export function gallop(state: usize, key: i32, base: i32, length: i32, hint: i32, behind: bool, then: i32): void {
  set(state, KEY, key);
  set(state, BASE, base);
  set(state, LENGTH, length);
  set(state, HINT, hint);
  set(state, BEHIND, i32(behind));
  set(state, THEN, then);
  set(state, LAST_OFFSET, 0);
  set(state, OFFSET, 1);
  askAt(state, hint, GALLOP_BEGUN);
}

export function beginGallop(state: usize, less: bool): void {
  const rising = isBefore(state, less);
  const hint = get(state, HINT);
  set(state, RISING, i32(rising));
  set(state, MOST_OFFSET, rising ? get(state, LENGTH) - hint : hint + 1);
  leap(state);
}

function leap(state: usize): void {
  const offset = get(state, OFFSET);
  if (offset >= get(state, MOST_OFFSET)) return narrow(state);
  const hint = get(state, HINT);
  askAt(state, get(state, RISING) !== 0 ? hint + offset : hint - offset, GALLOP);
}

export function goOnGalloping(state: usize, less: bool): void {
  if (i32(isBefore(state, less)) !== get(state, RISING)) return narrow(state);
  set(state, LAST_OFFSET, get(state, OFFSET));
  set(state, OFFSET, (get(state, OFFSET) << 1) + 1);
  leap(state);
}

/** From offsets from the hint to indices. */
function narrow(state: usize): void {
  const hint = get(state, HINT);
  const last = get(state, LAST_OFFSET);
  const offset = min(get(state, OFFSET), get(state, MOST_OFFSET));
  const rising = get(state, RISING) !== 0;
  set(state, LAST_OFFSET, (rising ? hint + last : hint - offset) + 1);
  set(state, OFFSET, rising ? hint + offset : hint - last);
  search(state);
}

function search(state: usize): void {
  const first = get(state, LAST_OFFSET);
  const end = get(state, OFFSET);
  if (first >= end) {
    set(state, PHASE, get(state, THEN));
    return;
  }
  const middle = first + ((end - first) >> 1);
  set(state, MIDDLE, middle);
  askAt(state, middle, GALLOP_NARROWS);
}

export function goOnNarrowing(state: usize, less: bool): void {
  const middle = get(state, MIDDLE);
  if (isBefore(state, less)) set(state, LAST_OFFSET, middle + 1);
  else set(state, OFFSET, middle);
  search(state);
}
