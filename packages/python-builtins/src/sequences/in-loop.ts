import { NONE } from "@hotpy/memory";
import { LIST_ITEMS, LIST_LENGTH, SHAPE_LIST, TAIL_SIZE, TUPLE_ITEMS } from "@hotpy/object-model";
import type { LoopOperation } from "@hotpy/python-objects";

/// What the loop does itself in place of calls of methods of list.

export const APPEND: LoopOperation = {
  name: "append",
  text: `
  if (count === 2 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_LIST}) {
    const length = FIELD(x, ${LIST_LENGTH}), items = FIELD(x, ${LIST_ITEMS});
    if (length < FIELD(items, ${TAIL_SIZE})) {
      i32[((items + ${TUPLE_ITEMS}) >>> 2) + length] = y;
      FIELD(x, ${LIST_LENGTH}) = length + 1;
      sp = cut;
      PUSH(${NONE});
      BARRIER_GOTO(items, after)
    }
    if (appendToList(x, y) !== 0) FINISH(${NONE})
  }`,
};

export const POP: LoopOperation = {
  name: "pop",
  text: `
  if (count === 1 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_LIST}) {
    const last = FIELD(x, ${LIST_LENGTH}) - 1;
    if (last >= 0) {
      const place = ((FIELD(x, ${LIST_ITEMS}) + ${TUPLE_ITEMS}) >>> 2) + last;
      const item = i32[place];
      i32[place] = 0;
      FIELD(x, ${LIST_LENGTH}) = last;
      FINISH(item)
    }
  }`,
};
