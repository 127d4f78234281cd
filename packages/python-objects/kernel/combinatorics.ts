import { barrier } from "@hotpy/object-model/kernel/heap";
import { freshTuple, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { ARRAY_ITEMS, NONE, STATE_EMPTY_TUPLE, TUPLE_ITEMS } from "./generated/constants";

/// Steps of the iterators of itertools over choices, which lists of positions stand for: they are brought to the next choice, and the
/// items there are the result, a tuple. None: there is no other one. 0: no memory. Positions are small integers; `pool` is a tuple.

function positionAt(list: usize, index: i32): i32 {
  return untagSmall(load<usize>(itemsOf(list) + (index << 2)));
}

function setPosition(list: usize, index: i32, position: i32): void {
  store<usize>(itemsOf(list) + (index << 2), tagSmall(position));
}

/** The items of a pool at the first `count` positions. */
function pickItems(pool: usize, positions: usize, count: i32): usize {
  if (count === 0) return load<usize>(STATE_EMPTY_TUPLE);
  const tuple = freshTuple(count);
  if (tuple === 0) return 0;
  const items = itemsOf(pool);
  for (let i = 0; i < count; i++)
    store<usize>(tuple + (i << 2), load<usize>(items + (positionAt(positions, i) << 2)), TUPLE_ITEMS);
  return tuple;
}

/** The first choice: `count` is a small integer. */
export function firstChoice(pool: usize, positions: usize, count: usize): usize {
  return pickItems(pool, positions, untagSmall(count));
}

export function nextCombination(pool: usize, positions: usize): usize {
  const n = lengthOf(pool);
  const r = lengthOf(positions);
  let i = r - 1;
  while (i >= 0 && positionAt(positions, i) === i + n - r) i--;
  if (i < 0) return NONE;
  let position = positionAt(positions, i) + 1;
  for (; i < r; i++) setPosition(positions, i, position++);
  return pickItems(pool, positions, r);
}

export function nextCombinationAgain(pool: usize, positions: usize): usize {
  const n = lengthOf(pool);
  const r = lengthOf(positions);
  let i = r - 1;
  while (i >= 0 && positionAt(positions, i) === n - 1) i--;
  if (i < 0) return NONE;
  const position = positionAt(positions, i) + 1;
  for (; i < r; i++) setPosition(positions, i, position);
  return pickItems(pool, positions, r);
}

/** `cycles` counts for each place how many items are still to come there. */
export function nextPermutation(pool: usize, positions: usize, cycles: usize): usize {
  const n = lengthOf(pool);
  const r = lengthOf(cycles);
  for (let i = r - 1; i >= 0; i--) {
    const left = positionAt(cycles, i) - 1;
    const position = positionAt(positions, i);
    if (left > 0) {
      setPosition(cycles, i, left);
      setPosition(positions, i, positionAt(positions, n - left));
      setPosition(positions, n - left, position);
      return pickItems(pool, positions, r);
    }
    setPosition(cycles, i, n - i);
    for (let j = i + 1; j < n; j++) setPosition(positions, j - 1, positionAt(positions, j));
    setPosition(positions, n - 1, position);
  }
  return NONE;
}

/** One item of each pool; the last position changes first. `result` is the last tuple's items, a list. */
export function nextProduct(pools: usize, positions: usize, result: usize): usize {
  const count = lengthOf(pools);
  const items = itemsOf(result);
  let i = count - 1;
  for (; i >= 0; i--) {
    const pool = load<usize>(itemsOf(pools) + (i << 2));
    const next = positionAt(positions, i) + 1;
    const isNext = next < lengthOf(pool);
    setPosition(positions, i, isNext ? next : 0);
    store<usize>(items + (i << 2), load<usize>(itemsOf(pool) + (isNext ? next << 2 : 0)));
    if (isNext) break;
  }
  if (i < 0) return NONE;
  barrier(items - ARRAY_ITEMS);
  const tuple = freshTuple(count);
  if (tuple === 0) return 0;
  for (let j = 0; j < count; j++) store<usize>(tuple + (j << 2), load<usize>(items + (j << 2)), TUPLE_ITEMS);
  return tuple;
}
