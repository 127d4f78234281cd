import { allocate } from "@hotpy/object-model/kernel/heap";
import { isFlat, shapeOf } from "@hotpy/object-model/kernel/strings/text";
import { iterateRange } from "./constructs";
import {
  DICT_COUNT,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_INDEX,
  DICT_ITERATOR_REMAINING,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  SHAPE_DICT,
  SHAPE_DICT_ITEMS_VIEW,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_DICT_KEYS_VIEW,
  SHAPE_FROZENSET,
  SHAPE_RANGE,
  SHAPE_SET,
  SHAPE_STR_ITERATOR,
  UNDECIDED,
  VIEW_DICT,
} from "./generated/constants";
import { iterateSet } from "./sets/iterate";

const SEQUENCE_ITERATOR_BYTES = 16;
const DICT_ITERATOR_BYTES = 24;

function overString(string: usize): usize {
  const iterator = allocate(SEQUENCE_ITERATOR_BYTES);
  if (iterator === 0) return 0;
  store<i32>(iterator, (SHAPE_STR_ITERATOR << 8) | 1);
  store<i32>(iterator, 0, 4);
  store<i32>(iterator, 0, ITERATOR_INDEX);
  store<usize>(iterator, string, ITERATOR_SEQUENCE);
  return iterator;
}

function overDict(shape: i32, dict: usize): usize {
  const iterator = allocate(DICT_ITERATOR_BYTES);
  if (iterator === 0) return 0;
  const count = load<i32>(dict, DICT_COUNT);
  store<i32>(iterator, (shape << 8) | 1);
  store<i32>(iterator, 0, 4);
  store<i32>(iterator, 0, DICT_ITERATOR_INDEX);
  store<i32>(iterator, count, DICT_ITERATOR_COUNT);
  store<usize>(iterator, dict, DICT_ITERATOR_DICT);
  store<i32>(iterator, count, DICT_ITERATOR_REMAINING);
  return iterator;
}

/** An iterator over a string, a dict, a view of one, a set or a range. 0: no memory. UNDECIDED: it is something else. */
export function iteratePlain(object: usize): usize {
  const shape = shapeOf(object);
  if (shape === SHAPE_RANGE) return iterateRange(object);
  if (shape === SHAPE_DICT) return overDict(SHAPE_DICT_KEY_ITERATOR, object);
  if (shape >= SHAPE_DICT_KEYS_VIEW && shape <= SHAPE_DICT_ITEMS_VIEW)
    return overDict(shape - SHAPE_DICT_KEYS_VIEW + SHAPE_DICT_KEY_ITERATOR, load<usize>(object, VIEW_DICT));
  if (shape === SHAPE_SET || shape === SHAPE_FROZENSET) return iterateSet(object);
  return isFlat(object) ? overString(object) : UNDECIDED;
}
