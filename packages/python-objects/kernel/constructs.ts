import { copyDict, createDict, insertKey, setKey } from "@hotpy/dict/kernel/dicts";
import { updateByArguments, updateByPairs } from "@hotpy/dict/kernel/methods";
import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { createList, isSequence, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { pickList, pickTuple, tupleFrom } from "@hotpy/object-model/kernel/lists/make";
import { hashString } from "@hotpy/object-model/kernel/strings/hash";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";

import { leftInContainer, nextInContainer, putBack } from "./advance";
import { bytesFrom, dataOf, isBytes, sizeOfBytes } from "./bytes/layout";
import { bytesOfNumbers, zeroBytes } from "./bytes/make";
import { listOfPlain, MOST_ITEMS } from "./drain";
import {
  FALSE,
  FLAG_INTERNED,
  FLAG_WATCHED,
  MAKES_BOOL,
  MAKES_BYTES,
  MAKES_CARRIER,
  MAKES_DICT,
  MAKES_ENUMERATE,
  MAKES_EXCEPTION,
  MAKES_FLOAT,
  MAKES_INT,
  MAKES_LIST,
  MAKES_RANGE,
  MAKES_REVERSED,
  MAKES_SET,
  MAKES_STR,
  MAKES_SUPER,
  MAKES_TUPLE,
  MAKES_TYPE,
  NONE,
  SHAPE_BYTE_STRING,
  SHAPE_DICT,
  SHAPE_LIST,
  SHAPE_RANGE,
  SHAPE_SET,
  SHAPE_TUPLE,
  SHAPE_TYPE,
  STATE_EMPTY_TUPLE,
  TAIL_SIZE,
  TRAIT_CARRIER,
  TRAIT_MADE_OF_VALUE,
  TUPLE_ITEMS,
  TYPE_CALL_OPERATION,
} from "./generated/constants";
import { generatorIn, iteratePlain, reversedList } from "./iterate";
import { rangeOf } from "./ranges";
import { integerOfBase, isScalar, scalarOf } from "./scalars";
import { isAnySet } from "./sets/algebra";
import { createSet, setOfItems } from "./sets/many";
import { pairedBy } from "./steps";
import { implicitSuper } from "./super";
import { carry, traitsOf, typeOf, valueTypeOf } from "./types";
import { wrapperOf } from "./wrappers";

/// Calls of builtin types. What is UNDECIDED has nothing done, or there is no memory: then the type's own function is called, which also
/// raises what there is to raise.

const SMALL_ZERO: usize = 1;

/**
 * What a call of a type with `count` arguments at `args`, the last ones named by the tuple `names` (0: none), makes, or UNDECIDED. The type says in
 * TYPE_CALL_OPERATION what it makes (MAKES_LIST and others).
 */
export function constructPlain(type: usize, count: i32, args: usize, names: usize): usize {
  const makes = load<i32>(type, TYPE_CALL_OPERATION);
  if (makes === MAKES_CARRIER)
    return (traitsOf(type) & TRAIT_MADE_OF_VALUE) !== 0 ? carrierOf(type, count, args, names) : UNDECIDED;
  if (makes === MAKES_EXCEPTION) return UNDECIDED;
  if (names !== 0)
    return makes === MAKES_DICT && count === load<i32>(names, TAIL_SIZE) ? dictOfNamed(names, args) : UNDECIDED;
  if (makes === MAKES_SUPER) return count === 0 ? implicitSuper(type) : UNDECIDED;
  if (makes === MAKES_TYPE) return count === 1 ? typeOf(load<usize>(args)) : UNDECIDED;
  if (makes === MAKES_REVERSED) return count === 1 ? reversedList(load<usize>(args)) : UNDECIDED;
  if (makes >= MAKES_ENUMERATE) return wrapperOf(type, count, args);
  if (makes === MAKES_RANGE) return rangeOf(count, args);
  if (count === 2 && makes === MAKES_INT) return integerOfBase(load<usize>(args), load<usize>(args, 4)) || UNDECIDED;
  if (count > 1) return UNDECIDED;
  const made = count === 0 ? emptyOf(makes) : madeOf(makes, load<usize>(args));
  return made === 0 ? UNDECIDED : made;
}

/** Whether the kernel makes values that classes carry. */
function isValue(makes: i32): bool {
  return makes >= MAKES_INT && makes <= MAKES_DICT;
}

function carrierOf(type: usize, count: i32, args: usize, names: usize): usize {
  const valueType = valueTypeOf(type);
  if (!isValue(load<i32>(valueType, TYPE_CALL_OPERATION))) return UNDECIDED;
  const value = constructPlain(valueType, count, args, names);
  return value === UNDECIDED ? UNDECIDED : carry(type, value) || UNDECIDED;
}

/**
 * What stands in the first field of a fresh instance of a class that carries a value or whose instances are exceptions: the empty list, dict or set, or the tuple
 * of arguments. 0: no memory.
 */
export function firstFieldFor(type: usize, args: usize, count: i32): usize {
  if (load<i32>(type, TYPE_CALL_OPERATION) === MAKES_EXCEPTION)
    return count === 0 ? load<usize>(STATE_EMPTY_TUPLE) : tupleFrom(args, count);
  const empty = emptyOf(load<i32>(valueTypeOf(type), TYPE_CALL_OPERATION));
  return empty === UNDECIDED ? 0 : empty;
}

/** `T.__new__` by the loop, of a builtin type whose call makes this: what it makes of a class and further arguments. */
function newValue(makes: i32, words: usize, count: i32): usize {
  const type = load<usize>(words);
  if (count === 0 || isSmall(type) || shapeOf(type) !== SHAPE_TYPE) return UNDECIDED;
  if ((traitsOf(type) & TRAIT_CARRIER) === 0) return UNDECIDED;
  const valueType = valueTypeOf(type);
  if (load<i32>(valueType, TYPE_CALL_OPERATION) !== makes) return UNDECIDED;
  // What fills lists, dicts and sets is `__init__`.
  const isFilled = makes === MAKES_LIST || makes === MAKES_DICT || makes === MAKES_SET;
  const value = isFilled ? emptyOf(makes) : constructPlain(valueType, count - 1, words + 4, 0);
  if (value === 0 || value === UNDECIDED) return UNDECIDED;
  return carry(type, value) || UNDECIDED;
}
export function newInt(words: usize, count: i32): usize {
  return newValue(MAKES_INT, words, count);
}
export function newFloat(words: usize, count: i32): usize {
  return newValue(MAKES_FLOAT, words, count);
}
export function newStr(words: usize, count: i32): usize {
  return newValue(MAKES_STR, words, count);
}
export function newTuple(words: usize, count: i32): usize {
  return newValue(MAKES_TUPLE, words, count);
}
export function newList(words: usize, count: i32): usize {
  return newValue(MAKES_LIST, words, count);
}
export function newSet(words: usize, count: i32): usize {
  return newValue(MAKES_SET, words, count);
}
export function newDict(words: usize, count: i32): usize {
  return newValue(MAKES_DICT, words, count);
}

/** What a call of a type with one argument makes, as {@link constructPlain}. */
export function constructOf(type: usize, value: usize): usize {
  const makes = load<i32>(type, TYPE_CALL_OPERATION);
  if (makes === MAKES_REVERSED) return reversedList(value);
  if (makes === 0 || makes === MAKES_RANGE || makes >= MAKES_ENUMERATE) return UNDECIDED;
  const made = madeOf(makes, value);
  return made === 0 ? UNDECIDED : made;
}

/** A dict of names and values. */
function dictOfNamed(names: usize, values: usize): usize {
  const count = load<i32>(names, TAIL_SIZE);
  const dict = createDict(count);
  if (dict === 0) return UNDECIDED;
  for (let at = 0; at < count << 2; at += 4) {
    const name = load<usize>(names + at, TUPLE_ITEMS);
    if ((load<i32>(name) & FLAG_INTERNED) === 0) return UNDECIDED;
    if (!insertKey(dict, name, hashString(name), load<usize>(values + at))) return UNDECIDED;
  }
  return dict;
}

function emptyOf(makes: i32): usize {
  switch (makes) {
    case MAKES_BOOL:
      return FALSE;
    case MAKES_INT:
      return SMALL_ZERO;
    case MAKES_FLOAT:
      return boxFloat(0);
    case MAKES_LIST:
      return createList(0);
    case MAKES_TUPLE:
      return load<usize>(STATE_EMPTY_TUPLE);
    case MAKES_SET:
      return createSet(SHAPE_SET);
    case MAKES_DICT:
      return createDict(0);
    case MAKES_BYTES:
      return zeroBytes(0);
    default:
      return UNDECIDED;
  }
}

function madeOf(makes: i32, value: usize): usize {
  if (isScalar(makes)) return scalarOf(makes, value);
  if (makes === MAKES_BYTES) return bytesOf(value);
  return !isSmall(value) ? containerOf(makes, value, shapeOf(value)) : UNDECIDED;
}

function containerOf(makes: i32, value: usize, shape: i32): usize {
  if (makes === MAKES_DICT) return shape === SHAPE_DICT ? copyDict(value) : dictOfPairs(value);
  if (shape !== SHAPE_LIST && shape !== SHAPE_TUPLE) {
    // What a set takes from a dict or set at once lies in another order than what comes one by one.
    if (makes === MAKES_SET && (shape === SHAPE_DICT || isAnySet(value))) return setOfItems(value, SHAPE_SET);
    // A set may refuse an item, and an iterator does not take back what it has given.
    const list = listOfPlain(value, makes !== MAKES_SET);
    return list === UNDECIDED || makes === MAKES_LIST ? list : containerOf(makes, list, SHAPE_LIST);
  }
  if (makes === MAKES_TUPLE && shape === SHAPE_TUPLE) return value;
  const length = lengthOf(value);
  if (length > MOST_ITEMS) return UNDECIDED;
  if (makes === MAKES_LIST) return pickList(value, 0, 1, length);
  if (makes === MAKES_SET) return setOfItems(value, SHAPE_SET);
  return length === 0 ? load<usize>(STATE_EMPTY_TUPLE) : pickTuple(value, 0, 1, length);
}

/** The bytes of a number of zeros, of bytes, or of the numbers of what can be gone through again. */
function bytesOf(value: usize): usize {
  if (isSmall(value)) return <u32>untagSmall(value) <= <u32>MOST_ITEMS ? zeroBytes(untagSmall(value)) : UNDECIDED;
  const shape = shapeOf(value);
  if (shape === SHAPE_BYTE_STRING) return value;
  if (isBytes(value)) return bytesFrom(SHAPE_BYTE_STRING, dataOf(value), sizeOfBytes(value));
  const items = shape === SHAPE_RANGE ? listOfPlain(value, true) : value;
  if (items === 0 || items === UNDECIDED || !isSequence(items) || lengthOf(items) > MOST_ITEMS) return UNDECIDED;
  return bytesOfNumbers(itemsOf(items), lengthOf(items));
}

/** A dict of a list or tuple of pairs, or of a `zip` of two iterators. */
function dictOfPairs(value: usize): usize {
  if (isSequence(value)) {
    const dict = lengthOf(value) > MOST_ITEMS ? UNDECIDED : createDict(0);
    return dict === 0 || dict === UNDECIDED || updateByPairs(dict, value) === NONE ? dict : UNDECIDED;
  }
  const iterator = iteratePlain(value);
  const slots = iterator === UNDECIDED ? 0 : pairedBy(iterator);
  return slots === 0 ? UNDECIDED : dictOfTwo(load<usize>(slots), load<usize>(slots, 4));
}

function dictOfTwo(keys: usize, values: usize): usize {
  const count = min(leftInContainer(keys), leftInContainer(values));
  if (count > MOST_ITEMS) return UNDECIDED;
  const dict = createDict(count);
  if (dict === 0) return 0;
  for (let i = 0; ; i++) {
    const key = nextInContainer(keys);
    const item = key === 0 ? 0 : nextInContainer(values);
    if (item === 0) return dict;
    if (setKey(dict, key, item) === 1) continue;
    putBack(keys, i + 1);
    putBack(values, i + 1);
    return UNDECIDED;
  }
}

/** `dict.update(…)` by the loop. Of a `zip` of two iterators what is left to the type's own function goes on behind the pairs that are done. */
export function updateDictBy(words: usize, count: i32): usize {
  // A change of what is watched is told by the type's own function.
  if ((load<i32>(load<usize>(words)) & FLAG_WATCHED) !== 0) return UNDECIDED;
  const done = updateByArguments(words, count);
  if (done !== UNDECIDED || count !== 2 || isSmall(load<usize>(words, 4))) return done;
  const generator = generatorIn(load<usize>(words, 4));
  const slots = generator === 0 ? 0 : pairedBy(generator);
  return slots === 0 ? UNDECIDED : updateByTwo(load<usize>(words), load<usize>(slots), load<usize>(slots, 4));
}

function updateByTwo(dict: usize, keys: usize, values: usize): usize {
  if (min(leftInContainer(keys), leftInContainer(values)) > MOST_ITEMS) return UNDECIDED;
  for (;;) {
    const key = nextInContainer(keys);
    const item = key === 0 ? 0 : nextInContainer(values);
    if (item === 0) return NONE;
    if (setKey(dict, key, item) === 1) continue;
    putBack(keys, 1);
    putBack(values, 1);
    return UNDECIDED;
  }
}
