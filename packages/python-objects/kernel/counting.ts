import { findKey, setKey, valueAt } from "@hotpy/dict/kernel/dicts";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { isSequence, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { characterAt } from "@hotpy/object-model/kernel/strings/characters";
import { isString, lengthOf as lengthOfString, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { carriedBy } from "./carriers";
import { FLAG_WATCHED, NONE, SHAPE_DICT, TRAIT_CARRIES_GET, TRAIT_CARRIES_STORES } from "./generated/constants";

/// Counting of items by a dict, for `collections.Counter`.

const ZERO: usize = 1;
/** What adding 1 to a small integer adds to its word. */
const ONE_MORE: usize = 2;
/** So far a count may go on as a small integer, whatever is counted here. */
const MOST: i32 = 0x20000000;

function itemAt(iterable: usize, isText: bool, index: i32): usize {
  return isText ? characterAt(iterable, index) : load<usize>(itemsOf(iterable) + (index << 2));
}

/** Whether the dict knows how often this has been counted, without Python code. */
function isCountable(dict: usize, key: usize): bool {
  const entry = findKey(dict, key);
  if (entry < -1) return false;
  if (entry === -1) return true;
  const count = valueAt(dict, entry);
  return isSmall(count) && <i32>count < MOST;
}

/**
 * Adds the items of a list, a tuple, or a str of one byte a character to the counts in a dict: NONE. UNDECIDED, with nothing done: the dict or the iterable is another one, or hashing and
 * comparing items, or adding to counts, is not for this module. 0: no memory, when some have been counted.
 */
export function countElements(mapping: usize, iterable: usize): usize {
  if (isSmall(mapping) || isSmall(iterable)) return UNDECIDED;
  const dict = shapeOf(mapping) === SHAPE_DICT ? mapping : carriedBy(mapping, TRAIT_CARRIES_STORES | TRAIT_CARRIES_GET);
  if (dict === 0 || shapeOf(dict) !== SHAPE_DICT || (load<i32>(dict) & FLAG_WATCHED) !== 0) return UNDECIDED;
  const isText = isString(iterable);
  // Wider characters have no objects of their own.
  if (isText ? widthOf(iterable) !== 0 : !isSequence(iterable)) return UNDECIDED;
  const count = isText ? lengthOfString(iterable) : lengthOf(iterable);
  if (count > MOST / 2) return UNDECIDED;
  for (let i = 0; i < count; i++) if (!isCountable(dict, itemAt(iterable, isText, i))) return UNDECIDED;
  for (let i = 0; i < count; i++) {
    const key = itemAt(iterable, isText, i);
    const entry = findKey(dict, key);
    if (setKey(dict, key, (entry < 0 ? ZERO : valueAt(dict, entry)) + ONE_MORE) !== 1) return 0;
  }
  return NONE;
}
