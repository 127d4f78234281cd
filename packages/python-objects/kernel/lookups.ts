import { getOr } from "@hotpy/dict/kernel/dicts";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { barrier } from "@hotpy/object-model/kernel/heap";
import { equalFlat } from "@hotpy/object-model/kernel/strings/compare";
import { hashString } from "@hotpy/object-model/kernel/strings/hash";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import {
  INSTANCE_OVERFLOW,
  LOOKUP_BYTES,
  LOOKUP_ENTRIES,
  LOOKUP_IN_DICT,
  LOOKUP_IS_ASSIGNABLE,
  LOOKUP_METHOD,
  LOOKUP_NAME,
  LOOKUP_SHAPE,
  LOOKUP_SLOT,
  LOOKUP_VERSION,
  LOOKUP_VERSION_AT,
  NONE,
  SHAPE_INT64,
  SHAPE_TYPE,
  TYPE_META,
  UNDECIDED,
} from "./generated/constants";
import { typeOfShape } from "./types";

/// Attributes of objects of ever other shapes, by the table that layouts.ts describes. UNDECIDED: it has no entry for that, or the object lacks the attribute.

/** Where the table has the entry for a name of objects of a shape, if it has one. */
export function placeOfLookup(shape: usize, name: usize, table: usize): usize {
  return table + ((shape + (name >>> 3)) & (LOOKUP_ENTRIES - 1)) * LOOKUP_BYTES;
}

/** The entry for a name of an object; 0: there is none, or it holds no longer. */
export function findLookup(object: usize, name: usize, table: usize): usize {
  if (isSmall(object)) return 0;
  const shape = <usize>shapeOf(object);
  const entry = placeOfLookup(shape, name, table);
  if (load<usize>(entry, LOOKUP_SHAPE) !== shape || load<usize>(entry, LOOKUP_NAME) !== name) return 0;
  return load<i32>(load<usize>(entry, LOOKUP_VERSION_AT)) === load<i32>(entry, LOOKUP_VERSION) ? entry : 0;
}

/** The same as {@link placeOfLookup}, for a name that is any string of the text with this hash. */
export function placeOfText(shape: usize, hash: i32, table: usize): usize {
  return table + ((shape + <usize>hash) & (LOOKUP_ENTRIES - 1)) * LOOKUP_BYTES;
}

/**
 * The same as {@link findLookup} in a table whose entries lie by text; 0 also where the name is not a flat string. Each type whose own type is `type` has entries of its
 * own, by its address in place of a shape.
 */
export function findByText(object: usize, text: usize, table: usize): usize {
  if (isSmall(text) || !isFlat(text)) return 0;
  let shape = <usize>(isSmall(object) ? SHAPE_INT64 : shapeOf(object));
  if (shape === SHAPE_TYPE) {
    if (load<usize>(object, TYPE_META) !== typeOfShape(SHAPE_TYPE)) return 0;
    shape = object;
  }
  const entry = placeOfText(shape, hashString(text), table);
  if (load<usize>(entry, LOOKUP_SHAPE) !== shape) return 0;
  const name = load<usize>(entry, LOOKUP_NAME);
  if (name !== text && !equalFlat(name, text)) return 0;
  return load<i32>(load<usize>(entry, LOOKUP_VERSION_AT)) === load<i32>(entry, LOOKUP_VERSION) ? entry : 0;
}

export function lookUpAttribute(object: usize, name: usize, table: usize): usize {
  return attributeOf(object, findLookup(object, name, table));
}

/** As {@link lookUpAttribute}, by {@link findByText}. */
export function attributeByText(object: usize, text: usize, table: usize): usize {
  return attributeOf(object, findByText(object, text, table));
}

/** The value in the slot, or in the dict, that the entry says, if any. */
export function attributeOf(object: usize, entry: usize): usize {
  const place = entry === 0 ? 0 : load<i32>(entry, LOOKUP_SLOT);
  if (place === 0) return UNDECIDED;
  if (place === LOOKUP_IN_DICT)
    return getOr(load<usize>(object, INSTANCE_OVERFLOW), load<usize>(entry, LOOKUP_NAME), UNDECIDED);
  const value =
    place > 0 ? load<usize>(object + place) : load<usize>(load<usize>(object, INSTANCE_OVERFLOW) + <usize>-place);
  return value === 0 ? UNDECIDED : value;
}

/** The function of the type that a method is made of. */
export function lookUpMethod(object: usize, name: usize, table: usize): usize {
  return methodOf(findLookup(object, name, table));
}

/** As {@link lookUpMethod}, by {@link findByText}. */
export function methodByText(object: usize, text: usize, table: usize): usize {
  return methodOf(findByText(object, text, table));
}

function methodOf(entry: usize): usize {
  const root = entry === 0 ? 0 : load<usize>(entry, LOOKUP_METHOD);
  return root === 0 ? UNDECIDED : load<usize>(root);
}

/** Stores into an attribute that is there. */
export function assignLookedUp(object: usize, name: usize, value: usize, table: usize): usize {
  const entry = findLookup(object, name, table);
  return entry === 0 ? UNDECIDED : assignAt(object, entry, value);
}

/** Stores into the slot that the entry says, if that runs no code. */
export function assignAt(object: usize, entry: usize, value: usize): usize {
  const assignable = load<u32>(entry, LOOKUP_IS_ASSIGNABLE);
  if (assignable === 0) return UNDECIDED;
  const next = assignable >>> 8;
  if (next !== 0) {
    store<u32>(object, (next << 8) | (load<u32>(object) & 0xff));
    store<usize>(object + ((assignable & 0xff) << 2), value);
    barrier(object);
    return NONE;
  }
  const place = load<i32>(entry, LOOKUP_SLOT);
  if (place === 0) return UNDECIDED;
  const holder = place > 0 ? object : load<usize>(object, INSTANCE_OVERFLOW);
  store<usize>(place > 0 ? object + place : holder + <usize>-place, value);
  barrier(holder);
  return NONE;
}
