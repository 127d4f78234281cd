import {
  DICT_COUNT,
  LIST_LENGTH,
  SHAPE_DICT,
  SHAPE_LIST,
  SHAPE_STR1,
  SHAPE_TUPLE,
  TAIL_SIZE,
} from "@hotpy/object-model";
import {
  BYTEARRAY_SIZE,
  SET_USED,
  SHAPE_BYTE_STRING,
  SHAPE_BYTEARRAY,
  SHAPE_FROZENSET,
  SHAPE_SET,
} from "../layouts.js";
import type { LoopOperation } from "../natives.js";

/// What the loop does itself in place of calls of natives.

/** `len` of what has its length in a field. */
export const LOOP_LENGTH: LoopOperation = {
  name: "length",
  text: `
  if (count === 1 && IS_OBJECT(x)) {
    const shape = SHAPE(x);
    if (shape === ${SHAPE_LIST}) FINISH((FIELD(x, ${LIST_LENGTH}) << 1) | 1)
    if (shape === ${SHAPE_TUPLE} || shape === ${SHAPE_STR1} || shape === ${SHAPE_BYTE_STRING}) FINISH((FIELD(x, ${TAIL_SIZE}) << 1) | 1)
    if (shape === ${SHAPE_DICT}) FINISH((FIELD(x, ${DICT_COUNT}) << 1) | 1)
    if (shape === ${SHAPE_SET} || shape === ${SHAPE_FROZENSET}) FINISH((FIELD(x, ${SET_USED}) << 1) | 1)
    if (shape === ${SHAPE_BYTEARRAY}) FINISH((FIELD(x, ${BYTEARRAY_SIZE}) << 1) | 1)
  }`,
};
