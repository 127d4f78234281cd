import { NONE } from "@hotpy/memory";
import { type LoopOperation, SHAPE_SET } from "@hotpy/python-objects";

/// What the loop does itself in place of calls of methods of set. Where there is no memory the native is called, and says so.

export const ADD: LoopOperation = {
  name: "set_add",
  text: `
  if (count === 2 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_SET}) {
    if (addToSet(x, y) === ${NONE}) FINISH(${NONE})
  }`,
};

export const DISCARD: LoopOperation = {
  name: "set_discard",
  text: `
  if (count === 2 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_SET}) {
    if (discardFromSet(x, y) === ${NONE}) FINISH(${NONE})
  }`,
};
