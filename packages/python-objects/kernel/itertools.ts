import { shapeOf } from "@hotpy/object-model/kernel/header";
import { barrier } from "@hotpy/object-model/kernel/heap";
import { freshTuple, isList, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { isSmall, tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";

import { isIndexed, leftInContainer, nextInContainer, putBack } from "./advance";
import { nextCombination, nextPermutation, nextProduct } from "./combinatorics";
import {
  CODE_LOCALS,
  CODE_POSITIONAL,
  GENERATOR_CODE,
  GENERATOR_SLOTS,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  NONE,
  SHAPE_LIST_ITERATOR,
  SHAPE_RANGE_ITERATOR,
  SMALL_MAX,
  SMALL_MIN,
  STEP_CHOICES,
  STEP_COUNT,
  STEP_CYCLE,
  STEP_REPEAT,
  TUPLE_ITEMS,
  UNDECIDED,
} from "./generated/constants";
import { addPlain } from "./operator-functions";

/// The next items of the iterators of `itertools` that take from no others but those of builtin containers: steps as those of `zip` (see steps.ts), of generators
/// that are suspended at a `yield`. Locals are taken as the sources in `@hotpy/python-modules` have them: parameters first, then others in the order in which
/// they get their first value. What the loops that go on take from lies behind the locals.

export function slot(slots: usize, index: i32): usize {
  return load<usize>(slots + (index << 2));
}

export function setSlot(slots: usize, index: i32, word: usize): void {
  store<usize>(slots + (index << 2), word);
}

/** `count`: the number before, and the step. */
function count(slots: usize): usize {
  if (!isSmall(slot(slots, 0)) || !isSmall(slot(slots, 1))) return UNDECIDED;
  const number = <i64>untagSmall(slot(slots, 0)) + <i64>untagSmall(slot(slots, 1));
  if (number > <i64>SMALL_MAX || number < <i64>SMALL_MIN) return UNDECIDED;
  setSlot(slots, 0, tagSmall(<i32>number));
  return slot(slots, 0);
}

/** `repeat`: the object; with a second parameter how often it is still to come. */
function repeat(slots: usize, parameters: i32): usize {
  if (parameters === 1) return slot(slots, 0);
  const times = slot(slots, 1);
  if (!isSmall(times)) return UNDECIDED;
  if (untagSmall(times) <= 0) return 0;
  setSlot(slots, 1, times - 2);
  return slot(slots, 0);
}

/** `cycle`, once it goes through what it has saved: the second parameter; behind the locals the iterator over that. */
function cycle(slots: usize, locals: i32): usize {
  const saved = slot(slots, 1);
  const iterator = slot(slots, locals);
  if (shapeOf(iterator) !== SHAPE_LIST_ITERATOR || iterator === slot(slots, 0)) return UNDECIDED;
  if (leftInContainer(iterator) === 0) {
    if (load<usize>(iterator, ITERATOR_SEQUENCE) !== saved || lengthOf(saved) === 0) return UNDECIDED;
    store<i32>(iterator, 0, ITERATOR_INDEX);
  }
  return nextInContainer(iterator);
}

/** `product` of two pools that goes on in its inner loop: the pool of the outer iterator, which has just given the first item. */
function innerProduct(slots: usize, locals: i32): usize {
  const outer = slot(slots, locals);
  const inner = slot(slots, locals + 1);
  if (!isIndexed(shapeOf(outer)) || !isIndexed(shapeOf(inner)) || leftInContainer(inner) === 0) return UNDECIDED;
  const pool = load<usize>(outer, ITERATOR_SEQUENCE);
  const at = load<i32>(outer, ITERATOR_INDEX) - 1;
  if (pool === 0 || at < 0) return UNDECIDED;
  const pair = freshTuple(2);
  if (pair === 0) return UNDECIDED;
  store<usize>(pair, load<usize>(itemsOf(pool) + (at << 2)), TUPLE_ITEMS);
  store<usize>(pair, nextInContainer(inner), TUPLE_ITEMS + 4);
  return pair;
}

/** The next choice, by the number of parameters: of `product`, `combinations` or `permutations`. */
function choices(slots: usize, parameters: i32, locals: i32): usize {
  const pool = slot(slots, 0);
  // It has come to its end.
  if (pool === NONE) return 0;
  const positions = slot(slots, parameters === 2 ? 1 : 2);
  if (parameters === 2 && positions === NONE) return innerProduct(slots, locals);
  if (isSmall(positions) || !isList(positions)) return UNDECIDED;
  let chosen: usize = 0;
  if (parameters === 2) {
    const result = slot(slots, RESULT_OF_PRODUCT);
    if (result === 0 || isSmall(result) || !isList(result)) return UNDECIDED;
    chosen = nextProduct(pool, positions, result);
  } else if (parameters === 3) chosen = nextCombination(pool, positions);
  else chosen = nextPermutation(pool, positions, slot(slots, 3));
  if (chosen !== NONE) return chosen === 0 ? UNDECIDED : chosen;
  setSlot(slots, 0, NONE);
  return 0;
}

/** Where `product_of` has the items of the last tuple: behind the parameters. */
const RESULT_OF_PRODUCT = 2;

/** `accumulate` of sums: iterator and total. An item that cannot be added here is put back. */
function sums(generator: usize, slots: usize): usize {
  const iterator = slot(slots, 0);
  const shape = shapeOf(iterator);
  if (!isIndexed(shape) && shape !== SHAPE_RANGE_ITERATOR) return UNDECIDED;
  const item = nextInContainer(iterator);
  if (item === 0 || item === UNDECIDED) return item;
  const total = addPlain(slot(slots, 1), item);
  if (total === 0 || total === UNDECIDED) {
    putBack(iterator, 1);
    return UNDECIDED;
  }
  setSlot(slots, 1, total);
  barrier(generator);
  return total;
}

/** The next item of a generator that has one of these steps; 0: it is at its end; UNDECIDED: nothing is done. */
export function stepOfItertools(generator: usize, step: i32): usize {
  const slots = generator + GENERATOR_SLOTS;
  const code = load<usize>(generator, GENERATOR_CODE);
  const locals = load<i32>(code, CODE_LOCALS);
  const parameters = load<i32>(code, CODE_POSITIONAL);
  switch (step) {
    case STEP_COUNT:
      return count(slots);
    case STEP_REPEAT:
      return repeat(slots, parameters);
    case STEP_CYCLE:
      return cycle(slots, locals);
    case STEP_CHOICES:
      return choices(slots, parameters, locals);
    default:
      return sums(generator, slots);
  }
}
