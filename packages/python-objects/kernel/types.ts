import { headerOf, shapeOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { isSmall } from "@hotpy/object-model/kernel/words";

import {
  DICT_COUNT,
  DICT_SHAPE,
  FIRST_DYNAMIC_SHAPE,
  INSTANCE_OVERFLOW,
  INSTANCE_VALUE,
  SHAPE_INT64,
  SHAPE_LANGUAGE_FIELD,
  SHAPE_LAYOUT_FIELD,
  SHAPE_RECORD_BYTES,
  SHAPE_TYPE,
  SHAPE_TYPE_FIELD,
  SHAPE_VALUE_FIELD,
  STATE_SIZE,
  TAIL_SIZE,
  TRAIT_EQUAL_ALONE,
  TRAIT_FRESH,
  TRAIT_IDENTITY,
  TYPE_META,
  TYPE_MRO,
  TYPE_ROOT_SHAPE,
  TYPE_TRAITS,
  TYPE_TRAITS_VERSION,
  TYPE_VERSION,
  UNDECIDED,
} from "./generated/constants";
import { itemOf } from "./kinds";

/// Types of objects.

/** The type of all objects of a shape; of types it is the shape's, not their metaclass. 0: the shape has none. */
export function typeOfShape(shape: i32): usize {
  return load<usize>(STATE_SIZE + <usize>shape * SHAPE_RECORD_BYTES, SHAPE_TYPE_FIELD);
}

export function typeOf(word: usize): usize {
  if (isSmall(word)) return typeOfShape(SHAPE_INT64);
  const shape = shapeOf(word);
  return shape === SHAPE_TYPE ? load<usize>(word, TYPE_META) : typeOfShape(shape);
}

/** Whether it is known which traits instances of a type have. */
export function areTraitsKnown(type: usize): bool {
  return type !== 0 && load<i32>(type, TYPE_TRAITS_VERSION) === load<i32>(type, TYPE_VERSION);
}

/** What is known of instances of a type (TRAIT_TRUE and others); 0: nothing yet, or not any more. */
export function traitsOf(type: usize): i32 {
  return areTraitsKnown(type) ? load<i32>(type, TYPE_TRAITS) : 0;
}

/** Whether an object is hashed by its identity, and equal to itself alone where it is asked. */
export function isByIdentity(object: usize): bool {
  return (traitsOf(typeOf(object)) & TRAIT_IDENTITY) !== 0;
}

/** Whether an object is equal to itself alone where it is asked. */
export function isEqualAlone(object: usize): bool {
  return (traitsOf(typeOf(object)) & TRAIT_EQUAL_ALONE) !== 0;
}

/** The packed layout of objects of a shape. */
function layoutOfShape(shape: i32): u32 {
  return load<u32>(STATE_SIZE + <usize>shape * SHAPE_RECORD_BYTES, SHAPE_LAYOUT_FIELD);
}

/** `object.__new__` by the loop: of the arguments, a class alone. */
export function newBySpread(words: usize, count: i32): usize {
  return count === 1 ? newObject(load<usize>(words)) : UNDECIDED;
}

/** The same by traces, with the arguments behind the class as a tuple and a dict. */
export function newByPacked(type: usize, positional: usize, named: usize): usize {
  return lengthOf(positional) === 0 && load<i32>(named, DICT_COUNT) === 0 ? newObject(type) : UNDECIDED;
}

function newObject(type: usize): usize {
  if (isSmall(type) || shapeOf(type) !== SHAPE_TYPE || (traitsOf(type) & TRAIT_FRESH) === 0) return UNDECIDED;
  return newInstance(type);
}

function newInstance(type: usize): usize {
  const shape = load<i32>(type, TYPE_ROOT_SHAPE);
  const words = layoutOfShape(shape) & 0xff;
  const size = ((words + 1) & ~1) << 2;
  const object = allocate(size);
  if (object === 0) return 0;
  for (let offset: usize = 0; offset < size; offset += 8) store<u64>(object + offset, 0);
  store<u32>(object, headerOf(shape));
  return object;
}

/** `__dict__` of an instance that has been asked for it before. UNDECIDED: it has not, or is no such instance. */
export function instanceDict(object: usize): usize {
  if (isSmall(object)) return UNDECIDED;
  const shape = shapeOf(object);
  if (shape < FIRST_DYNAMIC_SHAPE) return UNDECIDED;
  const record = STATE_SIZE + <usize>shape * SHAPE_RECORD_BYTES;
  // Of a class that carries a dict, that one may be its `__dict__`.
  if (load<i32>(record, SHAPE_LANGUAGE_FIELD) !== DICT_SHAPE || load<i32>(record, SHAPE_VALUE_FIELD) !== 0)
    return UNDECIDED;
  return load<usize>(object, INSTANCE_OVERFLOW) || UNDECIDED;
}

/** The builtin type whose values instances of a class carry. */
export function valueTypeOf(type: usize): usize {
  const layout = load<u32>(
    STATE_SIZE + <usize>load<i32>(type, TYPE_ROOT_SHAPE) * SHAPE_RECORD_BYTES,
    SHAPE_VALUE_FIELD,
  );
  return typeOfShape(layout >>> 1);
}

/** An instance of a class with TRAIT_CARRIER around a value; 0: no memory. */
export function carry(type: usize, value: usize): usize {
  const instance = newInstance(type);
  if (instance !== 0) store<usize>(instance, value, INSTANCE_VALUE);
  return instance;
}

/** The number that says which object this is; 0: it has none yet, or it lies elsewhere, as the layout has a tail. */
export function identityOf(object: usize): i32 {
  return layoutOfShape(shapeOf(object)) >>> 24 !== 0 ? 0 : load<i32>(object, TAIL_SIZE);
}

/** Whether `base` is the type itself or among those that it refines. */
export function isSubtype(type: usize, base: usize): bool {
  const order = load<usize>(type, TYPE_MRO);
  const length = lengthOf(order);
  for (let i = 0; i < length; i++) if (itemOf(order, i) === base) return true;
  return false;
}
