import { getOr } from "@hotpy/dict/kernel/dicts";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { emptyTuple, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { isString } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { callGetattr } from "./attributes";
import { carriedBy } from "./carriers";
import { GETTER_KEYS, SHAPE_DICT, TRAIT_CARRIES_ITEMS, TUPLE_ITEMS, UNDECIDED } from "./generated/constants";
import { itemOfPlain } from "./operator-functions";

/// Calls of `operator.itemgetter` and `attrgetter` that run no code of a program.

/** `object[key]`; UNDECIDED, or 0. */
function itemIn(object: usize, key: usize): usize {
  if (isSmall(object)) return UNDECIDED;
  const carried = carriedBy(object, TRAIT_CARRIES_ITEMS);
  const container = carried === 0 ? object : carried;
  // One that is not there may be for `__missing__`.
  return shapeOf(container) === SHAPE_DICT ? getOr(container, key, UNDECIDED) : itemOfPlain(container, key);
}

/** An attribute by its name, or by a tuple of names, one of what the one before gives. */
function attributeBy(object: usize, name: usize): usize {
  if (isString(name)) return callGetattr(object, name);
  let value = object;
  for (let i = 0; i < lengthOf(name); i++) {
    value = callGetattr(value, load<usize>(itemsOf(name) + (i << 2)));
    if (value === UNDECIDED || value === 0) return value;
  }
  return value;
}

/** What a getter's keys give, one after the other: of more than one a tuple. */
function gather(getter: usize, object: usize, areNames: bool): usize {
  const keys = load<usize>(getter, GETTER_KEYS);
  const count = lengthOf(keys);
  const first = load<usize>(keys, TUPLE_ITEMS);
  if (count === 1) return areNames ? attributeBy(object, first) : itemIn(object, first);
  const tuple = emptyTuple(count);
  if (tuple === 0) return UNDECIDED;
  for (let i = 0; i < count; i++) {
    const key = load<usize>(keys + (i << 2), TUPLE_ITEMS);
    const item = areNames ? attributeBy(object, key) : itemIn(object, key);
    if (item === UNDECIDED || item === 0) return UNDECIDED;
    store<usize>(tuple + (i << 2), item, TUPLE_ITEMS);
  }
  return tuple;
}

export function callItemGetter(getter: usize, object: usize): usize {
  return gather(getter, object, false);
}

export function callAttributeGetter(getter: usize, object: usize): usize {
  return gather(getter, object, true);
}
