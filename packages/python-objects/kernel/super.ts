import { headerOf, shapeOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";

import {
  CELL_VALUE,
  CODE_CLASS_BIT,
  CODE_FLAGS,
  FRAME_CODE,
  FRAME_SLOTS,
  RECIPE_SHAPE,
  SHAPE_TYPE,
  STATE_FRAME,
  SUPER_AFTER,
  SUPER_OBJECT,
  SUPER_TYPE,
  TYPE_INITIALISER,
  UNDECIDED,
} from "./generated/constants";
import { itemOf } from "./kinds";
import { isSubtype, typeOfShape } from "./types";

const SUPER_BYTES = 24;

/** `super()` in a method of an instance, of which TypeScript has found the cell `__class__` before. UNDECIDED. */
export function implicitSuper(superType: usize): usize {
  const recipe = load<usize>(superType, TYPE_INITIALISER);
  const frame = load<usize>(STATE_FRAME);
  const at = load<u32>(load<usize>(frame, FRAME_CODE), CODE_FLAGS) >>> CODE_CLASS_BIT;
  if (recipe === 0 || at === 0) return UNDECIDED;
  const after = load<usize>(load<usize>(frame + ((at - 1) << 2), FRAME_SLOTS), CELL_VALUE);
  const object = load<usize>(frame, FRAME_SLOTS);
  if (after === 0 || shapeOf(after) !== SHAPE_TYPE || object === 0 || isSmall(object)) return UNDECIDED;
  const shape = shapeOf(object);
  if (shape === SHAPE_TYPE) return UNDECIDED;
  const type = typeOfShape(shape);
  if (type === 0 || !isSubtype(type, after)) return UNDECIDED;
  const made = allocate(SUPER_BYTES);
  if (made === 0) return UNDECIDED;
  store<i32>(made, headerOf(untagSmall(itemOf(recipe, RECIPE_SHAPE))));
  store<i32>(made, 0, 4);
  store<usize>(made, after, SUPER_AFTER);
  store<usize>(made, object, SUPER_OBJECT);
  store<usize>(made, type, SUPER_TYPE);
  store<i32>(made, 0, SUPER_BYTES - 4);
  return made;
}
