import { shapeOf } from "@hotpy/object-model/kernel/header";
import { isSmall } from "@hotpy/object-model/kernel/words";

import { FIRST_DYNAMIC_SHAPE, INSTANCE_VALUE, TRAIT_CARRIES_ORDER } from "./generated/constants";
import { traitsOf, typeOfShape } from "./types";

/// Instances of classes that refine builtin types, whose class has left what is asked for as the builtin type has it.

/** The value that an object carries, if its class is known to have all these traits; else 0. */
export function carriedBy(word: usize, traits: i32): usize {
  if (isSmall(word)) return 0;
  const shape = shapeOf(word);
  if (shape < FIRST_DYNAMIC_SHAPE || (traitsOf(typeOfShape(shape)) & traits) !== traits) return 0;
  return load<usize>(word, INSTANCE_VALUE);
}

/** What an object is compared and hashed by: the value that it carries, or itself. */
export function comparedBy(word: usize): usize {
  const value = carriedBy(word, TRAIT_CARRIES_ORDER);
  return value === 0 ? word : value;
}
