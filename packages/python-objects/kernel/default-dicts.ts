import { findKey, setKey } from "@hotpy/dict/kernel/dicts";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { callGetattr } from "./attributes";
import { itemOfCarried } from "./carrier-operations";
import { constructPlain } from "./constructs";
import { ABSENT, FLAG_WATCHED, INSTANCE_VALUE, SHAPE_TYPE } from "./generated/constants";
import { typeOfShape } from "./types";

/// Items of `collections.defaultdict`, whose class is written in Python.

/** The class, and the name of what its instances make values by. */
let defaultType: usize = 0;
let factoryName: usize = 0;

export function defaultDictIs(type: usize, name: usize): void {
  defaultType = type;
  factoryName = name;
}

/** `object[key]` where the object carries a list, a tuple, a string or a dict, or is a defaultdict that makes the value. */
export function itemOrDefault(object: usize, key: usize): usize {
  const item = itemOfCarried(object, key);
  if (item !== UNDECIDED || isSmall(object) || typeOfShape(shapeOf(object)) !== defaultType) return item;
  return itemByDefault(object, load<usize>(object, INSTANCE_VALUE), key);
}

/** The value for a key that is not there, where the factory is a builtin type. */
function itemByDefault(object: usize, dict: usize, key: usize): usize {
  if (findKey(dict, key) !== ABSENT || (load<i32>(dict) & FLAG_WATCHED) !== 0) return UNDECIDED;
  const factory = callGetattr(object, factoryName);
  if (factory === UNDECIDED || factory === 0 || isSmall(factory) || shapeOf(factory) !== SHAPE_TYPE) return UNDECIDED;
  const value = constructPlain(factory, 0, 0, 0);
  return value !== UNDECIDED && value !== 0 && setKey(dict, key, value) === 1 ? value : UNDECIDED;
}
