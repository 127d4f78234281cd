import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import {
  ATTRIBUTE_IS_GUARDED,
  ATTRIBUTE_IS_MISSING,
  ATTRIBUTE_IS_THERE,
  ATTRIBUTE_IS_VALUE,
  FALSE,
  LOOKUP_KNOWN,
  LOOKUP_METHOD,
  LOOKUP_SLOT,
  METHOD_FUNCTION,
  METHOD_SELF,
  SHAPE_METHOD,
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

export function callGetattr(object: usize, name: usize): usize {
  const entry = entryOf(object, name);
  return entry === 0 ? UNDECIDED : valueOf(object, entry);
}

export function callGetattrOr(object: usize, name: usize, fallback: usize): usize {
  const entry = entryOf(object, name);
  if (entry === 0) return UNDECIDED;
  return (load<i32>(entry, LOOKUP_KNOWN) & ATTRIBUTE_IS_MISSING) !== 0 ? fallback : valueOf(object, entry);
}

export function callHasattr(object: usize, name: usize): usize {
  const entry = entryOf(object, name);
  if (entry === 0) return UNDECIDED;
  const known = load<i32>(entry, LOOKUP_KNOWN);
  if ((known & ATTRIBUTE_IS_THERE) !== 0) return TRUE;
  if ((known & ATTRIBUTE_IS_MISSING) !== 0) return FALSE;
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
