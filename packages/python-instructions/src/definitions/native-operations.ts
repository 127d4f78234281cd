import { NONE, SMALL_MIN, STATE_LATIN1 } from "@hotpy/memory";
import {
  DICT_COUNT,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_DICT,
  SHAPE_INT64,
  SHAPE_LIST,
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
} from "@hotpy/object-model";
import {
  BYTEARRAY_SIZE,
  LOOP_OPERATIONS,
  type LoopOperation,
  SET_USED,
  SHAPE_BYTE_STRING,
  SHAPE_BYTEARRAY,
  SHAPE_FROZENSET,
  SHAPE_SET,
} from "@hotpy/python-objects";

const result = (word: string): string => `{ const outcome = ${word}; sp = cut; PUSH(outcome); ip = after; GOTO }`;
const tagged = (value: string): string => result(`((${value}) << 1) | 1`);
const select = (comparison: string): string =>
  `if (count === 2 && BOTH_SMALL(x, y)) ${result(`x ${comparison} y ? x : y`)}`;

/**
 * The operations that the loop does itself, for the commonest operands, in place of calls of natives that name them. The text works on
 * `count` arguments at word index `first`, `cut` being where the result goes, and goes on at `after`; it may read `x`, the first argument, and `y`, the second
 * if there is one. Where it does not go on by itself the native is called.
 */
const OPERATIONS: Readonly<Record<LoopOperation, string>> = {
  length: `
      if (count === 1 && IS_OBJECT(x)) {
        const shape = SHAPE(x);
        if (shape === ${SHAPE_LIST}) ${tagged(`FIELD(x, ${LIST_LENGTH})`)}
        if (shape === ${SHAPE_TUPLE} || shape === ${SHAPE_STR1} || shape === ${SHAPE_BYTE_STRING}) ${tagged(`FIELD(x, ${TAIL_SIZE})`)}
        if (shape === ${SHAPE_DICT}) ${tagged(`FIELD(x, ${DICT_COUNT})`)}
        if (shape === ${SHAPE_SET} || shape === ${SHAPE_FROZENSET}) ${tagged(`FIELD(x, ${SET_USED})`)}
        if (shape === ${SHAPE_BYTEARRAY}) ${tagged(`FIELD(x, ${BYTEARRAY_SIZE})`)}
      }`,
  append: `
      if (count === 2 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_LIST}) {
        const length = FIELD(x, ${LIST_LENGTH}), items = FIELD(x, ${LIST_ITEMS});
        if (length < FIELD(items, ${TAIL_SIZE})) {
          i32[((items + ${TUPLE_ITEMS}) >>> 2) + length] = y;
          FIELD(x, ${LIST_LENGTH}) = length + 1;
          sp = cut;
          PUSH(${NONE});
          BARRIER_GOTO(items, after)
        }
        if (appendToList(x, y) !== 0) ${result(`${NONE}`)}
      }`,
  pop: `
      if (count === 1 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_LIST}) {
        const last = FIELD(x, ${LIST_LENGTH}) - 1;
        if (last >= 0) {
          const place = ((FIELD(x, ${LIST_ITEMS}) + ${TUPLE_ITEMS}) >>> 2) + last;
          const item = i32[place];
          i32[place] = 0;
          FIELD(x, ${LIST_LENGTH}) = last;
          ${result("item")}
        }
      }`,
  dict_get: `
      if (count >= 2 && count <= 3 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_DICT})
        DICT_ACCESS(3, x, y, count === 3 ? i32[first + 2] : ${NONE}, cut, after)`,
  // Only "yes" is certain: an object may say of itself that it has another class.
  isinstance: `
      if (count === 2 && IS_OBJECT(y) && SHAPE(y) === ${SHAPE_TYPE}) {
        const shape = (x & 1) !== 0 ? ${SHAPE_INT64} : SHAPE(x);
        const type = i32[(shapesStart + shape * ${SHAPE_RECORD_BYTES} + ${SHAPE_TYPE_FIELD}) >>> 2];
        if (type === y) ${result("TRUE_WORD")}
        const order = FIELD(type, ${TYPE_MRO}), meta = FIELD(y, ${TYPE_META});
        const length = FIELD(order, ${TAIL_SIZE}), bases = (order + ${TUPLE_ITEMS}) >>> 2;
        // A metaclass may have a method \`__instancecheck__\`; \`type\` is its own metaclass.
        let i = meta === FIELD(meta, ${TYPE_META}) ? 1 : length;
        while (i < length && i32[bases + i] !== y) i++;
        if (i < length) ${result("TRUE_WORD")}
      }`,
  code_point: `if (count === 1 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_STR1} && FIELD(x, ${TAIL_SIZE}) === 1) ${tagged(`u8[x + ${STR_DATA}]`)}`,
  character: `
      if (count === 1 && (x & 1) !== 0) {
        const character = x >> 1;
        if (character >= 0 && character < 256) ${result(`i32[(i32[${STATE_LATIN1 >>> 2}] >>> 2) + character]`)}
      }`,
  absolute: `
      if (count === 1) {
        if ((x & 1) !== 0) {
          if (x >> 1 > ${SMALL_MIN}) ${result("x < 0 ? 2 - x : x")}
        } else if (IS_FLOAT(x)) BOX_FLOAT(Math.abs(FLOAT_OF(x)), cut, (cut + 1) | 0, after)
      }`,
  less: select("<="),
  greater: select(">="),
  square_root: `
      if (count === 1 && IS_OBJECT(x) && IS_FLOAT(x) && FLOAT_OF(x) >= 0)
        BOX_FLOAT(Math.sqrt(FLOAT_OF(x)), cut, (cut + 1) | 0, after)`,
  // Where there is no memory the native is called, and says so.
  set_add: `
      if (count === 2 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_SET}) {
        if (addToSet(x, y) === ${NONE}) ${result(`${NONE}`)}
      }`,
  set_discard: `
      if (count === 2 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_SET}) {
        if (discardFromSet(x, y) === ${NONE}) ${result(`${NONE}`)}
      }`,
};

/** The operations as a switch over their positions in LOOP_OPERATIONS, counted from 1. */
export const operationSwitch = `
  plain: {
    const y = i32[first + 1], x = i32[first];
    switch (operation) {
      ${LOOP_OPERATIONS.map((name, i) => `case ${i + 1}: {${OPERATIONS[name]}\nbreak plain;\n}`).join("\n")}
      default: break plain;
    }
  }`;
