import { shapeOf } from "@hotpy/object-model/kernel/header";
import { barrier } from "@hotpy/object-model/kernel/heap";
import { emptyTuple, freshList, itemsOf, itemsOfList, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { isSmall, tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";

import { hasSureNext, isIndexed, isSure, leftInContainer, nextInContainer, putBack, takeNext } from "./advance";
import {
  ARRAY_ITEMS,
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_POSITIONAL,
  CODE_RESUME_BIT,
  CODE_START,
  CODE_STEP_BIT,
  GENERATOR_CODE,
  GENERATOR_CREATED,
  GENERATOR_IP,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  LIST_ITEMS,
  NONE,
  SHAPE_GENERATOR,
  SHAPE_TYPE,
  SMALL_MAX,
  STEP_ALL,
  STEP_CHAIN,
  STEP_COUNTED,
  STEP_EACH,
  STEP_LONGEST,
  STEP_PAIRS,
  STEP_REPEAT,
  STEP_REST,
  STEP_SLICE,
  STEP_TEE,
  STEP_TOGETHER,
  TUPLE_ITEMS,
  TYPE_CALL_OPERATION,
  UNDECIDED,
} from "./generated/constants";
import { iteratePlain } from "./iterate";
import { setSlot, slot, stepOfItertools } from "./itertools";
import { isScalar, scalarOf } from "./scalars";
import { suspend } from "./surrogate-generators";

/// The next items of `zip`, `enumerate` and `map` over iterators of builtin containers. They are generators of surrogates, suspended at their
/// only `yield`; a step changes what the iterators and the parameters in its slots are, and leaves it suspended there, as if it had gone on from there;
/// at its end too, as it would find its iterators at theirs. Where nothing can be said without code of a program, nothing is done, and the
/// generator goes on by itself.

/** How deep generators may take from each other here: each takes room on the host's stack. */
const MOST_NESTED: i32 = 32;

let depth: i32 = 0;

/** Which steps there are for a generator; 0: none. Notes where it goes on, for those that are made suspended. */
function stepsOf(generator: usize): i32 {
  const code = load<usize>(generator, GENERATOR_CODE);
  const flags = load<u32>(code, CODE_FLAGS);
  const step = (flags >>> CODE_STEP_BIT) & 15;
  if (step === 0) return 0;
  const state = load<i32>(generator, GENERATOR_STATE);
  // All that these have is their parameters, also where they have not begun.
  if (step === STEP_ALL || step === STEP_REPEAT)
    return state === GENERATOR_SUSPENDED || state === GENERATOR_CREATED ? step : 0;
  if (state !== GENERATOR_SUSPENDED) return 0;
  if (flags >>> CODE_RESUME_BIT === 0) {
    const words = <u32>((load<usize>(generator, GENERATOR_IP) - load<usize>(code, CODE_START)) >> 2);
    if (words < 1 << (32 - CODE_RESUME_BIT)) store<u32>(code, flags | (words << CODE_RESUME_BIT), CODE_FLAGS);
  }
  return step;
}

function countOf(generator: usize): i32 {
  return load<i32>(load<usize>(generator, GENERATOR_CODE), CODE_POSITIONAL);
}

/** The next item of a generator of a surrogate that has steps (CODE_FLAGS from CODE_STEP_BIT on); 0: it is at its end; UNDECIDED: nothing is done. */
export function stepOfGenerator(generator: usize): usize {
  const step = stepsOf(generator);
  if (step === 0 || depth === MOST_NESTED) return UNDECIDED;
  const slots = generator + GENERATOR_SLOTS;
  depth++;
  const item =
    step === STEP_COUNTED
      ? counted(slots)
      : step === STEP_TOGETHER
        ? together(slots, countOf(generator))
        : step === STEP_EACH
          ? each(slots)
          : step === STEP_ALL
            ? all(load<usize>(slots))
            : itertools(generator, step);
  depth--;
  return item;
}

/** The next item of an iterator of a builtin container, or of a generator that has steps; 0: it is at its end; UNDECIDED: it is another one, and nothing is done. */
export function nextOf(iterator: usize): usize {
  return shapeOf(iterator) === SHAPE_GENERATOR ? stepOfGenerator(iterator) : nextInContainer(iterator);
}

/**
 * The same for an item that is unpacked at once: the `count` items of the tuple, which is not made, go to `at`, the first one last. 0: nothing is done.
 */
export function stepApart(generator: usize, count: i32, at: usize): i32 {
  const step = stepsOf(generator);
  const slots = generator + GENERATOR_SLOTS;
  if (step === STEP_TOGETHER) {
    if (countOf(generator) !== count || !haveAllNext(slots, count)) return 0;
    for (let i = 0; i < count; i++) store<usize>(at + ((count - 1 - i) << 2), takeNext(load<usize>(slots + (i << 2))));
    return 1;
  }
  if (step !== STEP_COUNTED || count !== 2) return 0;
  const number = numberAfter(slots);
  const item = number === 0 ? UNDECIDED : nextOf(load<usize>(slots));
  if (item === UNDECIDED || item === 0) return 0;
  store<usize>(slots, number, 4);
  store<usize>(at, item);
  store<usize>(at + 4, number);
  return 1;
}

/** Whether each of so many different iterators is sure to have a next item. */
function haveAllNext(slots: usize, count: i32): bool {
  for (let i = 0; i < count; i++) {
    const iterator = load<usize>(slots + (i << 2));
    if (!hasSureNext(iterator)) return false;
    // One that comes twice has to have more than one.
    for (let j = 0; j < i; j++) if (load<usize>(slots + (j << 2)) === iterator) return false;
  }
  return true;
}

/** The number of the next item; 0: it is for Python's operators. */
function numberAfter(slots: usize): usize {
  const before = load<usize>(slots, 4);
  return !isSmall(before) || untagSmall(before) >= SMALL_MAX ? 0 : before + 2;
}

/** `enumerate`: the iterator, and the number of the item before. */
function counted(slots: usize): usize {
  const number = numberAfter(slots);
  if (number === 0) return UNDECIDED;
  const pair = emptyTuple(2);
  if (pair === 0) return UNDECIDED;
  const item = nextOf(load<usize>(slots));
  if (item === UNDECIDED || item === 0) return item;
  store<usize>(slots, number, 4);
  store<usize>(pair, number, TUPLE_ITEMS);
  store<usize>(pair, item, TUPLE_ITEMS + 4);
  return pair;
}

/** `zip` of the iterators in a list. */
function all(iterators: usize): usize {
  return together(itemsOf(iterators), lengthOf(iterators));
}

/** `zip` of so many iterators, which it asks in turn up to the first that is at its end; all but the first one are sure of what they say. */
function together(slots: usize, count: i32): usize {
  for (let i = 1; i < count; i++) if (!isSure(load<usize>(slots + (i << 2)))) return UNDECIDED;
  const items = emptyTuple(count);
  if (items === 0) return UNDECIDED;
  for (let i = 0; i < count; i++) {
    const item = i === 0 ? nextOf(load<usize>(slots)) : nextInContainer(load<usize>(slots + (i << 2)));
    if (item === UNDECIDED || item === 0) return item;
    store<usize>(items + (i << 2), item, TUPLE_ITEMS);
  }
  return items;
}

function isEach(slots: usize): bool {
  const type = load<usize>(slots);
  if (isSmall(type) || shapeOf(type) !== SHAPE_TYPE || !isScalar(load<i32>(type, TYPE_CALL_OPERATION))) return false;
  return isIndexed(shapeOf(load<usize>(slots, 4)));
}

/** `map` of a builtin type like `int` over a list or tuple: a function, and the iterator. What the type does not make of an item stays there. */
function each(slots: usize): usize {
  if (!isEach(slots)) return UNDECIDED;
  const type = load<usize>(slots);
  const iterator = load<usize>(slots, 4);
  if (leftInContainer(iterator) === 0) return nextInContainer(iterator);
  const index = load<i32>(iterator, ITERATOR_INDEX);
  const item = load<usize>(itemsOf(load<usize>(iterator, ITERATOR_SEQUENCE)) + (index << 2));
  const made = scalarOf(load<i32>(type, TYPE_CALL_OPERATION), item);
  if (made === UNDECIDED || made === 0) return UNDECIDED;
  store<i32>(iterator, index + 1, ITERATOR_INDEX);
  return made;
}

/// And those of `itertools`, in the same way; see itertools.ts.

/** After so many items that are left out, or iterables with none, the generator goes on: the user can interrupt that. */
const MOST_TRIED = 1 << 12;

/** `chain`: an iterator of iterables; behind the locals that, and the iterator that is gone through. */
function chain(generator: usize, slots: usize, locals: i32): usize {
  for (let tried = 0; tried < MOST_TRIED; tried++) {
    const item = nextOf(slot(slots, locals + 1));
    if (item !== 0) return item;
    const outer = slot(slots, 0);
    // Only of these the next one can be looked at before it is taken.
    if (!isIndexed(shapeOf(outer))) return UNDECIDED;
    if (leftInContainer(outer) === 0) return nextInContainer(outer);
    const index = load<i32>(outer, ITERATOR_INDEX);
    const inner = iteratePlain(load<usize>(itemsOf(load<usize>(outer, ITERATOR_SEQUENCE)) + (index << 2)));
    if (inner === UNDECIDED) return UNDECIDED;
    store<i32>(outer, index + 1, ITERATOR_INDEX);
    setSlot(slots, locals + 1, inner);
    barrier(generator);
  }
  return UNDECIDED;
}

/** Nothing is wanted any more: start, stop, and what has been taken are 0. */
function endSlice(slots: usize): usize {
  setSlot(slots, 1, tagSmall(0));
  setSlot(slots, 2, tagSmall(0));
  setSlot(slots, 4, tagSmall(0));
  return 0;
}

/** `islice`: iterator, start, stop, step; then how many items have been taken. */
function slice(slots: usize): usize {
  const start = slot(slots, 1);
  const stop = slot(slots, 2);
  const step = slot(slots, 3);
  if (!isSmall(start) || !isSmall(step) || (!isSmall(stop) && stop !== NONE)) return UNDECIDED;
  const wanted = untagSmall(start);
  if (wanted > SMALL_MAX - untagSmall(step)) return UNDECIDED;
  if (stop !== NONE && wanted >= untagSmall(stop)) {
    // What lies before the end of the slice is still to be taken.
    if (untagSmall(slot(slots, 4)) < untagSmall(stop)) return UNDECIDED;
    return endSlice(slots);
  }
  for (let tried = 0; tried < MOST_TRIED; tried++) {
    const index = untagSmall(slot(slots, 4));
    const item = nextOf(slot(slots, 0));
    if (item === UNDECIDED) return UNDECIDED;
    if (item === 0) return endSlice(slots);
    setSlot(slots, 4, tagSmall(index + 1));
    if (index < wanted) continue;
    setSlot(slots, 1, tagSmall(wanted + untagSmall(step)));
    return item;
  }
  return UNDECIDED;
}

/** `pairwise`: iterator, first and second item of the pair before. */
function pairs(generator: usize, slots: usize): usize {
  const first = slot(slots, 2);
  const pair = emptyTuple(2);
  if (pair === 0) return UNDECIDED;
  const second = nextOf(slot(slots, 0));
  if (second === UNDECIDED || second === 0) return second;
  setSlot(slots, 1, first);
  setSlot(slots, 2, second);
  barrier(generator);
  store<usize>(pair, first, TUPLE_ITEMS);
  store<usize>(pair, second, TUPLE_ITEMS + 4);
  return pair;
}

/** `zip_longest`: a list of iterators, None where one is at its end; what fills; how many are not. */
function longest(slots: usize): usize {
  const iterators = slot(slots, 0);
  const places = itemsOf(iterators);
  const total = lengthOf(iterators);
  for (let i = 1; i < total; i++) {
    const iterator = slot(places, i);
    if (iterator !== NONE && !isSure(iterator)) return UNDECIDED;
  }
  const tuple = total === 0 ? 0 : emptyTuple(total);
  if (tuple === 0) return UNDECIDED;
  const fill = slot(slots, 1);
  for (let i = 0; i < total; i++) {
    const iterator = slot(places, i);
    let item = fill;
    if (iterator !== NONE) {
      item = nextOf(iterator);
      if (item === UNDECIDED) return UNDECIDED;
      if (item === 0) {
        const active = slot(slots, 2);
        // The last one ends all: the generator says so.
        if (active === tagSmall(1)) return UNDECIDED;
        setSlot(slots, 2, active - 2);
        setSlot(places, i, NONE);
        item = fill;
      }
    }
    store<usize>(tuple + (i << 2), item, TUPLE_ITEMS);
  }
  return tuple;
}

/** `tee`: a pair, a list, of the next item and the pair behind it, which is None where the iterator, the second parameter, has not been asked. */
function tee(generator: usize, slots: usize): usize {
  const link = slot(slots, 0);
  const array = load<usize>(link, LIST_ITEMS);
  let next = load<usize>(array, ARRAY_ITEMS + 4);
  if (next === NONE) {
    const pair = freshList(2);
    if (pair === 0) return UNDECIDED;
    store<usize>(itemsOfList(pair), NONE);
    store<usize>(itemsOfList(pair), NONE, 4);
    const item = nextOf(slot(slots, 1));
    if (item === 0 || item === UNDECIDED) return item;
    store<usize>(array, item, ARRAY_ITEMS);
    store<usize>(array, pair, ARRAY_ITEMS + 4);
    barrier(array);
    next = pair;
  }
  setSlot(slots, 0, next);
  barrier(generator);
  return load<usize>(array, ARRAY_ITEMS);
}

/** The next item of a generator that has a step of `itertools`. */
function itertools(generator: usize, step: i32): usize {
  const slots = generator + GENERATOR_SLOTS;
  switch (step) {
    case STEP_CHAIN:
      return chain(generator, slots, load<i32>(load<usize>(generator, GENERATOR_CODE), CODE_LOCALS));
    case STEP_SLICE:
      return slice(slots);
    case STEP_PAIRS:
      return pairs(generator, slots);
    case STEP_LONGEST:
      return longest(slots);
    case STEP_REST:
      return slot(slots, 0) === slot(slots, 1) ? nextOf(slot(slots, 1)) : UNDECIDED;
    case STEP_TEE:
      return tee(generator, slots);
    default:
      return stepOfItertools(generator, step);
  }
}

/** How many items an iterator has left, at most, which {@link nextOf} is sure to give; negative: it is another one. */
export function leftOf(iterator: usize): i32 {
  if (shapeOf(iterator) !== SHAPE_GENERATOR) return leftInContainer(iterator);
  const step = stepsOf(iterator);
  const slots = iterator + GENERATOR_SLOTS;
  if (step === STEP_COUNTED) {
    const first = numberAfter(slots);
    const left = nestedLeft(slots);
    return first === 0 || left > SMALL_MAX - untagSmall(first) ? -1 : left;
  }
  if (step === STEP_EACH) return isEach(slots) ? leftInContainer(load<usize>(slots, 4)) : -1;
  if (step === STEP_ALL) return leastLeft(itemsOf(load<usize>(slots)), lengthOf(load<usize>(slots)));
  return step === STEP_TOGETHER ? leastLeft(slots, countOf(iterator)) : -1;
}

/** Whether an iterator takes items of several others, or goes on from one that may. One that `map` has just made, in a trace, begins here. */
export function goesSideBySide(iterator: usize): bool {
  if (shapeOf(iterator) !== SHAPE_GENERATOR) return false;
  const flags = load<u32>(load<usize>(iterator, GENERATOR_CODE), CODE_FLAGS);
  if (((flags >>> CODE_STEP_BIT) & 15) !== STEP_EACH) return true;
  const isNew = load<i32>(iterator, GENERATOR_STATE) === GENERATOR_CREATED;
  if (isNew && isEach(iterator + GENERATOR_SLOTS)) suspend(iterator, 1, 1);
  return false;
}

/** The least that so many iterators have left. */
function leastLeft(slots: usize, count: i32): i32 {
  let least = nestedLeft(slots);
  for (let i = 1; i < count && least >= 0; i++) {
    const other = load<usize>(slots + (i << 2));
    least = isSure(other) ? min(least, leftInContainer(other)) : -1;
  }
  return least;
}

/** The same of the iterator in the first slot. */
function nestedLeft(slots: usize): i32 {
  if (depth === MOST_NESTED) return -1;
  depth++;
  const left = leftOf(load<usize>(slots));
  depth--;
  return left;
}

/** Puts an iterator of which {@link leftOf} has told back by so many items, which it has given since; it has not come to its end. */
export function putBackIn(iterator: usize, count: i32): void {
  if (shapeOf(iterator) !== SHAPE_GENERATOR) return putBack(iterator, count);
  const step = stepsOf(iterator);
  const slots = iterator + GENERATOR_SLOTS;
  if (step === STEP_EACH) return putBack(load<usize>(slots, 4), count);
  if (step === STEP_ALL) return putAllBack(itemsOf(load<usize>(slots)), lengthOf(load<usize>(slots)), count);
  if (step === STEP_TOGETHER) return putAllBack(slots, countOf(iterator), count);
  putBackIn(load<usize>(slots), count);
  store<i32>(slots, load<i32>(slots, 4) - (count << 1), 4);
}

function putAllBack(slots: usize, iterators: i32, count: i32): void {
  putBackIn(load<usize>(slots), count);
  for (let i = 1; i < iterators; i++) putBack(load<usize>(slots + (i << 2)), count);
}

/** The first slot of a `zip` of two iterators, of which both are sure of what they say; 0: it is another iterator. */
export function pairedBy(iterator: usize): usize {
  if (shapeOf(iterator) !== SHAPE_GENERATOR || stepsOf(iterator) !== STEP_TOGETHER || countOf(iterator) !== 2) return 0;
  const slots = iterator + GENERATOR_SLOTS;
  return isSure(load<usize>(slots)) && isSure(load<usize>(slots, 4)) ? slots : 0;
}
