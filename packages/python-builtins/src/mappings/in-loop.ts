import { NONE } from "@hotpy/memory";
import { SHAPE_DICT } from "@hotpy/object-model";
import type { LoopOperation } from "@hotpy/python-objects";

/// What the loop does itself in place of calls of methods of dict.

export const GET: LoopOperation = {
  name: "dict_get",
  callsByStack: true,
  text: `
  if (count >= 2 && count <= 3 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_DICT})
    DICT_ACCESS(3, x, y, count === 3 ? i32[first + 2] : ${NONE}, cut, after)`,
};
