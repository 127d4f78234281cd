import { insertKey, keysOf, locateKey, removeEntry, reserveKeys } from "@hotpy/dict/kernel/dicts";
import { hashAt, keyAt } from "@hotpy/dict/kernel/tables";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { isSmall } from "@hotpy/object-model/kernel/words";
import {
  FALSE,
  FIRST_DYNAMIC_SHAPE,
  INSTANCE_VALUE,
  KEYS_USED,
  SHAPE_DICT,
  SHAPE_RECORD_BYTES,
  SHAPE_VALUE_FIELD,
  STATE_SIZE,
  TRUE,
} from "./generated/constants";

/// `collections.OrderedDict`.

/** The dict that an object carries, whatever its class has of its own; else 0. */
function dictIn(object: usize): usize {
  if (isSmall(object) || shapeOf(object) < FIRST_DYNAMIC_SHAPE) return 0;
  if (load<i32>(STATE_SIZE + <usize>shapeOf(object) * SHAPE_RECORD_BYTES, SHAPE_VALUE_FIELD) === 0) return 0;
  const value = load<usize>(object, INSTANCE_VALUE);
  return !isSmall(value) && shapeOf(value) === SHAPE_DICT ? value : 0;
}

/** Makes a key the last one of the dict that an object carries. False: nothing is done, as it is not there, or code must compare keys. */
export function moveToLast(object: usize, key: usize): usize {
  const dict = dictIn(object);
  if (dict === 0) return FALSE;
  const found = locateKey(dict, key);
  if (found <= 1) return FALSE;
  // Nothing moves: tables stay as they are, for iterators too.
  if (found - 2 === load<i32>(keysOf(dict), KEYS_USED) - 1) return TRUE;
  if (!reserveKeys(dict, 1)) return FALSE;
  const keys = keysOf(dict);
  const entry = locateKey(dict, key) - 2;
  const stored = keyAt(keys, entry);
  const hash = hashAt(keys, entry);
  const value = removeEntry(dict, entry);
  // There is room for it.
  if (value !== 0) insertKey(dict, stored, hash, value);
  return value !== 0 ? TRUE : FALSE;
}
