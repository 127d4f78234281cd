import { nextOfDict } from "@hotpy/dict/kernel/iterate";
import { freshTuple, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { shapeOf } from "@hotpy/object-model/kernel/strings/text";
import {
  CODE_FLAGS,
  CODE_POSITIONAL,
  CODE_RESUME_BIT,
  CODE_START,
  CODE_STEP_BIT,
  GENERATOR_CODE,
  GENERATOR_IP,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  RANGE_ITERATOR_NEXT,
  RANGE_ITERATOR_REMAINING,
  RANGE_ITERATOR_STEP,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_GENERATOR,
  SHAPE_LIST_ITERATOR,
  SHAPE_RANGE_ITERATOR,
  SHAPE_TUPLE_ITERATOR,
  SMALL_MAX,
  STEP_COUNTED,
  STEP_TOGETHER,
  TUPLE_ITEMS,
  UNDECIDED,
} from "./generated/constants";

/// The next items of `zip` and `enumerate` over iterators of builtin containers. Both are generators of surrogates, suspended at their
/// only `yield`; a step changes what the iterators and the parameters in its slots are, and leaves it suspended there, as if it had gone on from there.
/// Where an iterator has no next item, or is another one, nothing is done, and the generator goes on by itself.

/** Whether an iterator of a list, a tuple or a range has a next item, which {@link nextOf} takes. */
function isIndexed(iterator: usize): bool {
  const shape = shapeOf(iterator);
  if (shape === SHAPE_RANGE_ITERATOR) return load<i32>(iterator, RANGE_ITERATOR_REMAINING) > 0;
  if (shape !== SHAPE_LIST_ITERATOR && shape !== SHAPE_TUPLE_ITERATOR) return false;
  const sequence = load<usize>(iterator, ITERATOR_SEQUENCE);
  return sequence !== 0 && load<i32>(iterator, ITERATOR_INDEX) < lengthOf(sequence);
}

function nextOf(iterator: usize): usize {
  if (shapeOf(iterator) === SHAPE_RANGE_ITERATOR) {
    const value = load<i32>(iterator, RANGE_ITERATOR_NEXT);
    store<i32>(iterator, load<i32>(iterator, RANGE_ITERATOR_REMAINING) - 1, RANGE_ITERATOR_REMAINING);
    store<i32>(iterator, value + load<i32>(iterator, RANGE_ITERATOR_STEP), RANGE_ITERATOR_NEXT);
    return ((<usize>value) << 1) | 1;
  }
  const index = load<i32>(iterator, ITERATOR_INDEX);
  store<i32>(iterator, index + 1, ITERATOR_INDEX);
  return load<usize>(itemsOf(load<usize>(iterator, ITERATOR_SEQUENCE)) + (index << 2));
}

function isOfDict(iterator: usize): bool {
  const shape = shapeOf(iterator);
  return shape >= SHAPE_DICT_KEY_ITERATOR && shape <= SHAPE_DICT_ITEM_ITERATOR;
}

/** Which steps there are for a generator; 0: none. Notes where it goes on, for those that are made suspended. */
function stepsOf(generator: usize): i32 {
  const code = load<usize>(generator, GENERATOR_CODE);
  const flags = load<u32>(code, CODE_FLAGS);
  const step = (flags >>> CODE_STEP_BIT) & 15;
  if (step === 0 || load<i32>(generator, GENERATOR_STATE) !== GENERATOR_SUSPENDED) return 0;
  if (flags >>> CODE_RESUME_BIT === 0) {
    const words = <u32>((load<usize>(generator, GENERATOR_IP) - load<usize>(code, CODE_START)) >> 2);
    if (words < 1 << (32 - CODE_RESUME_BIT)) store<u32>(code, flags | (words << CODE_RESUME_BIT), CODE_FLAGS);
  }
  return step;
}

function countOf(generator: usize): i32 {
  return load<i32>(load<usize>(generator, GENERATOR_CODE), CODE_POSITIONAL);
}

/** The next item of a generator of a surrogate that has steps (CODE_FLAGS from CODE_STEP_BIT on); UNDECIDED: nothing is done. */
export function stepOfGenerator(generator: usize): usize {
  const step = stepsOf(generator);
  const slots = generator + GENERATOR_SLOTS;
  return step === STEP_COUNTED
    ? counted(slots)
    : step === STEP_TOGETHER
      ? together(slots, countOf(generator))
      : UNDECIDED;
}

/**
 * The same for an item that is unpacked at once: the `count` items of the tuple, which is not made, go to `at`, the first one last. 0: nothing is done.
 */
export function stepApart(generator: usize, count: i32, at: usize): i32 {
  const step = stepsOf(generator);
  const slots = generator + GENERATOR_SLOTS;
  if (step === STEP_TOGETHER) {
    if (countOf(generator) !== count || !haveAllNext(slots, count)) return 0;
    for (let i = 0; i < count; i++) store<usize>(at + ((count - 1 - i) << 2), nextOf(load<usize>(slots + (i << 2))));
    return 1;
  }
  if (step !== STEP_COUNTED || count !== 2) return 0;
  const number = numberAfter(slots);
  const item = number === 0 ? UNDECIDED : nextToTake(load<usize>(slots));
  if (item === UNDECIDED) return 0;
  store<usize>(slots, number, 4);
  store<usize>(at, item);
  store<usize>(at + 4, number);
  return 1;
}

/** The number of the next item; 0: it is for Python's operators. */
function numberAfter(slots: usize): usize {
  const before = load<i32>(slots, 4);
  return (before & 1) === 0 || before >> 1 >= SMALL_MAX ? 0 : <usize>(before + 2);
}

/** The next item of an iterator of a builtin container, or of a generator that has steps; UNDECIDED: it is another one, or has none, and nothing is done. */
export function nextToTake(iterator: usize): usize {
  if (isIndexed(iterator)) return nextOf(iterator);
  const item =
    shapeOf(iterator) === SHAPE_GENERATOR
      ? stepOfGenerator(iterator)
      : isOfDict(iterator)
        ? nextOfDict(iterator)
        : UNDECIDED;
  return item === 0 ? UNDECIDED : item;
}

/** `enumerate`: the iterator, and the number of the item before. */
function counted(slots: usize): usize {
  const number = numberAfter(slots);
  if (number === 0) return UNDECIDED;
  const pair = freshTuple(2);
  if (pair === 0) return UNDECIDED;
  const item = nextToTake(load<usize>(slots));
  if (item === UNDECIDED) return UNDECIDED;
  store<usize>(slots, number, 4);
  store<usize>(pair, number, TUPLE_ITEMS);
  store<usize>(pair, item, TUPLE_ITEMS + 4);
  return pair;
}

/** Whether each of so many different iterators has a next item. */
function haveAllNext(slots: usize, count: i32): bool {
  for (let i = 0; i < count; i++) {
    const iterator = load<usize>(slots + (i << 2));
    if (!isIndexed(iterator)) return false;
    // One that comes twice has to have more than one.
    for (let j = 0; j < i; j++) if (load<usize>(slots + (j << 2)) === iterator) return false;
  }
  return true;
}

/** `zip` of so many iterators, which all must have a next item before one is taken. */
function together(slots: usize, count: i32): usize {
  if (!haveAllNext(slots, count)) return UNDECIDED;
  const items = freshTuple(count);
  if (items === 0) return UNDECIDED;
  for (let i = 0; i < count; i++) store<usize>(items + (i << 2), nextOf(load<usize>(slots + (i << 2))), TUPLE_ITEMS);
  return items;
}
