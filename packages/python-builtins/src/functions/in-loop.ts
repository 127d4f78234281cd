import { SMALL_MIN, STATE_LATIN1 } from "@hotpy/memory";
import {
  FIRST_DYNAMIC_SHAPE,
  SHAPE_INT64,
  SHAPE_RECORD_BYTES,
  SHAPE_STR1,
  SHAPE_TUPLE,
  SHAPE_TYPE,
  SHAPE_TYPE_FIELD,
  STR_DATA,
  TAIL_SIZE,
  TUPLE_ITEMS,
  TYPE_META,
  TYPE_MRO,
  TYPE_TRAITS,
  TYPE_TRAITS_VERSION,
  TYPE_VERSION,
} from "@hotpy/object-model";
import { type LoopOperation, TRAIT_CLASS } from "@hotpy/python-objects";

/// What the loop does itself in place of calls of builtin functions.

/** Of instances a "no" is certain only if they cannot say of themselves that they have another class. */
export const IS_INSTANCE: LoopOperation = {
  name: "isinstance",
  text: `
  if (count === 2 && IS_OBJECT(y)) {
    const shape = (x & 1) !== 0 ? ${SHAPE_INT64} : SHAPE(x);
    // Of a class the shape does not say what its class is.
    const type = shape === ${SHAPE_TYPE} ? FIELD(x, ${TYPE_META}) : i32[(shapesStart + shape * ${SHAPE_RECORD_BYTES} + ${SHAPE_TYPE_FIELD}) >>> 2];
    const order = FIELD(type, ${TYPE_MRO});
    const length = FIELD(order, ${TAIL_SIZE}), bases = (order + ${TUPLE_ITEMS}) >>> 2;
    const several = SHAPE(y) === ${SHAPE_TUPLE} ? 1 : 0;
    const wanted = several === 1 ? FIELD(y, ${TAIL_SIZE}) : 1;
    let number = 0;
    while (number < wanted) {
      let cls = y;
      if (several === 1) cls = i32[((y + ${TUPLE_ITEMS}) >>> 2) + number];
      if ((cls & 1) !== 0 || SHAPE(cls) !== ${SHAPE_TYPE}) break plain;
      // The class of types is its own; another one may say what its instances are.
      const meta = FIELD(cls, ${TYPE_META});
      if (FIELD(meta, ${TYPE_META}) !== meta && cls !== type) break plain;
      let i = 0;
      while (i < length && i32[bases + i] !== cls) i++;
      if (i < length) FINISH(TRUE_WORD)
      number++;
    }
    const isKnown = FIELD(type, ${TYPE_TRAITS_VERSION}) === FIELD(type, ${TYPE_VERSION}) ? FIELD(type, ${TYPE_TRAITS}) & ${TRAIT_CLASS} : 0;
    if (shape < ${FIRST_DYNAMIC_SHAPE} || isKnown !== 0) FINISH(FALSE_WORD)
  }`,
};

/** `ord` of a character below 256. */
export const CODE_POINT: LoopOperation = {
  name: "code_point",
  text: `if (count === 1 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_STR1} && FIELD(x, ${TAIL_SIZE}) === 1) FINISH((u8[x + ${STR_DATA}] << 1) | 1)`,
};

/** `chr` of its code. */
export const CHARACTER: LoopOperation = {
  name: "character",
  text: `
  if (count === 1 && (x & 1) !== 0) {
    const character = x >> 1;
    if (character >= 0 && character < 256) FINISH(i32[(i32[${STATE_LATIN1 >>> 2}] >>> 2) + character])
  }`,
};

/** `abs` of small integers and floats. */
export const ABSOLUTE: LoopOperation = {
  name: "absolute",
  text: `
  if (count === 1) {
    if ((x & 1) !== 0) {
      if (x >> 1 > ${SMALL_MIN}) FINISH(x < 0 ? 2 - x : x)
    } else if (IS_FLOAT(x)) BOX_FLOAT(Math.abs(FLOAT_OF(x)), cut, (cut + 1) | 0, after)
  }`,
};

/** `min` and `max` of two small integers. */
export const LESS: LoopOperation = {
  name: "less",
  text: `if (count === 2 && BOTH_SMALL(x, y)) FINISH(x <= y ? x : y)`,
};

export const GREATER: LoopOperation = {
  name: "greater",
  text: `if (count === 2 && BOTH_SMALL(x, y)) FINISH(x >= y ? x : y)`,
};
