import { getOr } from "@hotpy/dict/kernel/dicts";
import { headerOf, shapeOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { codeAt, isFlat, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import {
  ATTRIBUTE_IS_GUARDED,
  ATTRIBUTE_IS_MISSING,
  ATTRIBUTE_IS_THERE,
  ATTRIBUTE_IS_VALUE,
  FALSE,
  INSTANCE_OVERFLOW,
  LOOKUP_IN_DICT,
  LOOKUP_KNOWN,
  LOOKUP_METHOD,
  LOOKUP_NAME,
  LOOKUP_SLOT,
  METHOD_FUNCTION,
  METHOD_SELF,
  MODULE_DICT,
  SHAPE_METHOD,
  SHAPE_MODULE,
  STATE_ATTRIBUTES,
  TRUE,
  UNDECIDED,
} from "./generated/constants";
import { assignAt, attributeOf, findByText } from "./lookups";

/// `getattr`, `hasattr` and `setattr` of attributes that are found without running code, by the table at STATE_ATTRIBUTES.

/** The entry of the table; 0: there is none. */
function entryOf(object: usize, name: usize): usize {
  const table = load<usize>(STATE_ATTRIBUTES);
  return table === 0 ? 0 : findByText(object, name, table);
}

/** What the type has: a value as it is, a function bound to the object. */
function ofType(object: usize, entry: usize): usize {
  const root = load<usize>(entry, LOOKUP_METHOD);
  if (root === 0) return UNDECIDED;
  const found = load<usize>(root);
  if ((load<i32>(entry, LOOKUP_KNOWN) & ATTRIBUTE_IS_VALUE) !== 0) return found;
  const method = allocate(16);
  if (method === 0) return 0;
  store<i32>(method, headerOf(SHAPE_METHOD));
  store<i32>(method, 0, 4);
  store<usize>(method, found, METHOD_FUNCTION);
  store<usize>(method, object, METHOD_SELF);
  return method;
}

function valueOf(object: usize, entry: usize): usize {
  return load<i32>(entry, LOOKUP_SLOT) === 0 ? ofType(object, entry) : attributeOf(object, entry);
}

const UNDERSCORE = 0x5f;

/** What a module has for a name that does not begin with two underscores: those may be attributes of its type, which come first. */
function ofModule(module: usize, name: usize): usize {
  if (isSmall(name) || !isFlat(name)) return UNDECIDED;
  const isSpecial =
    lengthOf(name) > 1 &&
    codeAt(name, widthOf(name), 0) === UNDERSCORE &&
    codeAt(name, widthOf(name), 1) === UNDERSCORE;
  return isSpecial ? UNDECIDED : getOr(load<usize>(module, MODULE_DICT), name, UNDECIDED);
}

function isModule(object: usize): bool {
  return !isSmall(object) && shapeOf(object) === SHAPE_MODULE;
}

/** Whether the entry says that objects of the shape have no such attribute, but for what is in the dict of one. */
function isMissing(object: usize, entry: usize): bool {
  if ((load<i32>(entry, LOOKUP_KNOWN) & ATTRIBUTE_IS_MISSING) === 0) return false;
  if (load<i32>(entry, LOOKUP_SLOT) !== LOOKUP_IN_DICT) return true;
  return getOr(load<usize>(object, INSTANCE_OVERFLOW), load<usize>(entry, LOOKUP_NAME), 0) === 0;
}

export function callGetattr(object: usize, name: usize): usize {
  if (isModule(object)) return ofModule(object, name);
  const entry = entryOf(object, name);
  return entry === 0 ? UNDECIDED : valueOf(object, entry);
}

export function callGetattrOr(object: usize, name: usize, fallback: usize): usize {
  if (isModule(object)) return ofModule(object, name);
  const entry = entryOf(object, name);
  if (entry === 0) return UNDECIDED;
  return isMissing(object, entry) ? fallback : valueOf(object, entry);
}

export function callHasattr(object: usize, name: usize): usize {
  if (isModule(object)) return ofModule(object, name) === UNDECIDED ? UNDECIDED : TRUE;
  const entry = entryOf(object, name);
  if (entry === 0) return UNDECIDED;
  if ((load<i32>(entry, LOOKUP_KNOWN) & ATTRIBUTE_IS_THERE) !== 0) return TRUE;
  if (isMissing(object, entry)) return FALSE;
  return attributeOf(object, entry) === UNDECIDED ? UNDECIDED : TRUE;
}

export function callSetattr(object: usize, name: usize, value: usize): usize {
  const entry = entryOf(object, name);
  if (entry === 0 || (load<i32>(entry, LOOKUP_KNOWN) & ATTRIBUTE_IS_GUARDED) !== 0) return UNDECIDED;
  return assignAt(object, entry, value);
}

/** `object.__setattr__`, whatever the class has. */
export function assignAttribute(object: usize, name: usize, value: usize): usize {
  const entry = entryOf(object, name);
  return entry === 0 ? UNDECIDED : assignAt(object, entry, value);
}

/** The same by the loop, which calls it for objects of any class. */
export function assignBySpread(words: usize, count: i32): usize {
  return count === 3 ? assignAttribute(load<usize>(words), load<usize>(words, 4), load<usize>(words, 8)) : UNDECIDED;
}
