import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import {
  SET_ITERATOR_EXPECTED,
  SET_ITERATOR_NEXT,
  SET_ITERATOR_SET,
  SHAPE_SET_ITERATOR,
  UNDECIDED,
} from "../generated/constants";
import { nextInSet } from "./keys";
import { keysOf, usedOf } from "./layout";

const ITERATOR_BYTES = 24;

/** An iterator over a set. 0: no memory. */
export function iterateSet(set: usize): usize {
  const iterator = allocate(ITERATOR_BYTES);
  if (iterator === 0) return 0;
  store<i32>(iterator, headerOf(SHAPE_SET_ITERATOR));
  store<i32>(iterator, 0, 4);
  store<i32>(iterator, 0, SET_ITERATOR_NEXT);
  store<i32>(iterator, usedOf(set), SET_ITERATOR_EXPECTED);
  store<usize>(iterator, set, SET_ITERATOR_SET);
  store<i32>(iterator, 0, 20);
  return iterator;
}

/** Whether the set has changed its size. */
function isChanged(iterator: usize, set: usize): bool {
  return usedOf(set) !== load<i32>(iterator, SET_ITERATOR_EXPECTED);
}

/** The next key, 0: there is no more; UNDECIDED: the set has changed its size. */
export function nextOfSet(iterator: usize): usize {
  const set = load<usize>(iterator, SET_ITERATOR_SET);
  if (set === 0) return 0;
  if (isChanged(iterator, set)) return UNDECIDED;
  const at = nextInSet(set, load<i32>(iterator, SET_ITERATOR_NEXT));
  if (at < 0) {
    store<usize>(iterator, 0, SET_ITERATOR_SET);
    return 0;
  }
  store<i32>(iterator, at + 1, SET_ITERATOR_NEXT);
  return load<usize>(keysOf(set) + (at << 2));
}

/** Whether there is another key, or something to complain about: 1 or 0. */
export function hasNextOfSet(iterator: usize): i32 {
  const set = load<usize>(iterator, SET_ITERATOR_SET);
  return i32(set !== 0 && (isChanged(iterator, set) || nextInSet(set, load<i32>(iterator, SET_ITERATOR_NEXT)) >= 0));
}
