import { nextOfDict } from "@hotpy/dict/kernel/iterate";
import { freshTuple, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { shapeOf } from "@hotpy/object-model/kernel/strings/text";
import {
  CODE_FLAGS,
  CODE_POSITIONAL,
  CODE_STEP_BIT,
  GENERATOR_CODE,
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

/** The next item of a generator of a surrogate that has steps (CODE_FLAGS from CODE_STEP_BIT on); UNDECIDED: nothing is done. */
export function stepOfGenerator(generator: usize): usize {
  if (load<i32>(generator, GENERATOR_STATE) !== GENERATOR_SUSPENDED) return UNDECIDED;
  const code = load<usize>(generator, GENERATOR_CODE);
  const slots = generator + GENERATOR_SLOTS;
  const step = load<i32>(code, CODE_FLAGS) >>> CODE_STEP_BIT;
  return step === STEP_COUNTED
    ? counted(slots)
    : step === STEP_TOGETHER
      ? together(slots, load<i32>(code, CODE_POSITIONAL))
      : UNDECIDED;
}

/** `enumerate`: the iterator, and the number of the item before. */
function counted(slots: usize): usize {
  const iterator = load<usize>(slots);
  const before = load<i32>(slots, 4);
  if ((before & 1) === 0 || before >> 1 >= SMALL_MAX) return UNDECIDED;
  const isGenerator = shapeOf(iterator) === SHAPE_GENERATOR;
  if (!isGenerator && !isIndexed(iterator) && !isOfDict(iterator)) return UNDECIDED;
  const pair = freshTuple(2);
  if (pair === 0) return UNDECIDED;
  const item = isGenerator ? stepOfGenerator(iterator) : isOfDict(iterator) ? nextOfDict(iterator) : nextOf(iterator);
  if (item === 0 || item === UNDECIDED) return UNDECIDED;
  store<i32>(slots, before + 2, 4);
  store<i32>(pair, before + 2, TUPLE_ITEMS);
  store<usize>(pair, item, TUPLE_ITEMS + 4);
  return pair;
}

/** `zip` of so many iterators, which all must have a next item before one is taken. */
function together(slots: usize, count: i32): usize {
  for (let i = 0; i < count; i++) {
    const iterator = load<usize>(slots + (i << 2));
    if (!isIndexed(iterator)) return UNDECIDED;
    // One that comes twice has to have more than one.
    for (let j = 0; j < i; j++) if (load<usize>(slots + (j << 2)) === iterator) return UNDECIDED;
  }
  const items = freshTuple(count);
  if (items === 0) return UNDECIDED;
  for (let i = 0; i < count; i++) store<usize>(items + (i << 2), nextOf(load<usize>(slots + (i << 2))), TUPLE_ITEMS);
  return items;
}
