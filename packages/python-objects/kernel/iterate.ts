import { headerOf, shapeOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { itemsOfList, lengthOfList } from "@hotpy/object-model/kernel/lists/layout";
import { isSmall } from "@hotpy/object-model/kernel/words";

import { carriedBy } from "./carriers";
import { iterateDeque } from "./deques";
import {
  DICT_COUNT,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_INDEX,
  DICT_ITERATOR_REMAINING,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  MAKES_ENUMERATE,
  MAKES_WRAPPER,
  MAKES_ZIP,
  SHAPE_BYTE_STRING,
  SHAPE_BYTES_ITERATOR,
  SHAPE_DEQUE,
  SHAPE_DEQUE_ITERATOR,
  SHAPE_DEQUE_REVERSE_ITERATOR,
  SHAPE_DICT,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_DICT_ITEMS_VIEW,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_DICT_KEYS_VIEW,
  SHAPE_FROZENSET,
  SHAPE_GENERATOR,
  SHAPE_LIST,
  SHAPE_LIST_ITERATOR,
  SHAPE_LIST_REVERSE_ITERATOR,
  SHAPE_RANGE,
  SHAPE_RANGE_ITERATOR,
  SHAPE_SET,
  SHAPE_SET_ITERATOR,
  SHAPE_STR_ITERATOR,
  SHAPE_STR1,
  SHAPE_STR4,
  SHAPE_TUPLE,
  SHAPE_TUPLE_ITERATOR,
  TRAIT_CARRIES_ITERATION,
  TYPE_CALL_OPERATION,
  UNDECIDED,
  VIEW_DICT,
  WRAPPER_GENERATOR,
} from "./generated/constants";
import { iterateRange } from "./ranges";
import { iterateSet } from "./sets/iterate";
import { typeOfShape } from "./types";

/// `iter(x)` of builtin types.

function overSequence(sequence: usize, shape: i32): usize {
  const iterator = allocate(16);
  if (iterator === 0) return UNDECIDED;
  store<i32>(iterator, headerOf(shape));
  store<i32>(iterator, 0, 4);
  store<i32>(iterator, 0, ITERATOR_INDEX);
  store<usize>(iterator, sequence, ITERATOR_SEQUENCE);
  return iterator;
}

function overDict(dict: usize, shape: i32): usize {
  const iterator = allocate(24);
  if (iterator === 0) return UNDECIDED;
  const count = load<i32>(dict, DICT_COUNT);
  store<i32>(iterator, headerOf(shape));
  store<i32>(iterator, 0, 4);
  store<i32>(iterator, 0, DICT_ITERATOR_INDEX);
  store<i32>(iterator, count, DICT_ITERATOR_COUNT);
  store<usize>(iterator, dict, DICT_ITERATOR_DICT);
  store<i32>(iterator, count, DICT_ITERATOR_REMAINING);
  return iterator;
}

/** What a call of the type of a shape's objects makes: MAKES_LIST and others, or 0. */
function makesOf(shape: i32): i32 {
  const type = typeOfShape(shape);
  return type === 0 ? 0 : load<i32>(type, TYPE_CALL_OPERATION);
}

/** Whether objects of this shape are iterators around a generator, which loops take directly. */
function isWrapper(shape: i32): bool {
  const makes = makesOf(shape);
  return (makes >= MAKES_ENUMERATE && makes <= MAKES_ZIP) || makes >= MAKES_WRAPPER;
}

/** The generator in an iterator that is an object around one; 0: it is another one. */
export function generatorIn(iterator: usize): usize {
  return isWrapper(shapeOf(iterator)) ? load<usize>(iterator, WRAPPER_GENERATOR) : 0;
}

/**
 * What a loop takes the items of `value` from, a fresh iterator, the value itself or the generator in it: no code of a program runs for it.
 * UNDECIDED: it is of another type, or there is no memory, and nothing is done.
 */
export function iteratePlain(value: usize): usize {
  if (isSmall(value)) return UNDECIDED;
  const shape = shapeOf(value);
  switch (shape) {
    case SHAPE_LIST:
      return overSequence(value, SHAPE_LIST_ITERATOR);
    case SHAPE_TUPLE:
      return overSequence(value, SHAPE_TUPLE_ITERATOR);
    case SHAPE_RANGE:
      return iterateRange(value);
    case SHAPE_DICT:
      return overDict(value, SHAPE_DICT_KEY_ITERATOR);
    case SHAPE_SET:
    case SHAPE_FROZENSET: {
      const iterator = iterateSet(value);
      return iterator === 0 ? UNDECIDED : iterator;
    }
    case SHAPE_DEQUE: {
      const iterator = iterateDeque(value);
      return iterator === 0 ? UNDECIDED : iterator;
    }
    case SHAPE_BYTE_STRING:
      return overSequence(value, SHAPE_BYTES_ITERATOR);
    case SHAPE_GENERATOR:
    case SHAPE_RANGE_ITERATOR:
    case SHAPE_SET_ITERATOR:
    case SHAPE_BYTES_ITERATOR:
    case SHAPE_LIST_REVERSE_ITERATOR:
    case SHAPE_DEQUE_ITERATOR:
    case SHAPE_DEQUE_REVERSE_ITERATOR:
      return value;
  }
  if (shape >= SHAPE_STR1 && shape <= SHAPE_STR4) return overSequence(value, SHAPE_STR_ITERATOR);
  if (shape >= SHAPE_DICT_KEYS_VIEW && shape <= SHAPE_DICT_ITEMS_VIEW)
    return overDict(load<usize>(value, VIEW_DICT), shape - SHAPE_DICT_KEYS_VIEW + SHAPE_DICT_KEY_ITERATOR);
  if (shape >= SHAPE_LIST_ITERATOR && shape <= SHAPE_DICT_ITEM_ITERATOR) return value;
  if (isWrapper(shape)) return load<usize>(value, WRAPPER_GENERATOR);
  const carried = carriedBy(value, TRAIT_CARRIES_ITERATION);
  return carried === 0 ? UNDECIDED : iteratePlain(carried);
}

/** An iterator over a list from its end; UNDECIDED of anything else, or there is no memory. */
export function reversedList(list: usize): usize {
  if (isSmall(list) || shapeOf(list) !== SHAPE_LIST) return UNDECIDED;
  const iterator = overSequence(list, SHAPE_LIST_REVERSE_ITERATOR);
  if (iterator !== UNDECIDED) store<i32>(iterator, lengthOfList(list) - 1, ITERATOR_INDEX);
  return iterator;
}

/** Whether an iterator over a list from its end has another item: 1 or 0. */
export function hasNextOfReversed(iterator: usize): i32 {
  const list = load<usize>(iterator, ITERATOR_SEQUENCE);
  const index = load<i32>(iterator, ITERATOR_INDEX);
  return i32(list !== 0 && index >= 0 && index < lengthOfList(list));
}

/** Its next item; 0: there is none, and never will be. */
export function nextOfReversed(iterator: usize): usize {
  if (hasNextOfReversed(iterator) === 0) {
    store<usize>(iterator, 0, ITERATOR_SEQUENCE);
    return 0;
  }
  const index = load<i32>(iterator, ITERATOR_INDEX);
  store<i32>(iterator, index - 1, ITERATOR_INDEX);
  return load<usize>(itemsOfList(load<usize>(iterator, ITERATOR_SEQUENCE)) + (index << 2));
}
