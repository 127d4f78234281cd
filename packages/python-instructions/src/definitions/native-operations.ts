import { NONE, SMALL_MIN, STATE_KERNEL_CALLS, STATE_LATIN1 } from "@hotpy/memory";
import {
  DICT_COUNT,
  FIRST_DYNAMIC_SHAPE,
  INSTANCE_VALUE,
  LIST_ITEMS,
  LIST_LENGTH,
  NATIVE_OWNER,
  SHAPE_DICT,
  SHAPE_GENERATOR,
  SHAPE_INT64,
  SHAPE_LIST,
  SHAPE_RECORD_BYTES,
  SHAPE_STR1,
  SHAPE_TUPLE,
  SHAPE_TYPE,
  SHAPE_TYPE_FIELD,
  SHAPE_VALUE_FIELD,
  STR_DATA,
  TAIL_SIZE,
  TUPLE_ITEMS,
  TYPE_META,
  TYPE_MRO,
  TYPE_TRAITS,
  TYPE_TRAITS_VERSION,
  TYPE_VERSION,
  UNDECIDED,
} from "@hotpy/object-model";
import {
  BYTEARRAY_SIZE,
  CHECKS_SELF,
  COROUTINE_BODY,
  KEEPS_SELF,
  LOOP_OPERATIONS,
  type LoopOperation,
  MOST_KERNEL_ARGUMENTS,
  SET_USED,
  SHAPE_BYTE_STRING,
  SHAPE_BYTEARRAY,
  SHAPE_FROZENSET,
  SHAPE_SET,
  SPREAD,
  TAKES_NAMES,
  TRAIT_CLASS,
} from "@hotpy/python-objects";
import { resumeGenerator } from "./resume-generator.js";

const result = (word: string): string => `{ const outcome = ${word}; sp = cut; PUSH(outcome); ip = after; GOTO }`;
const tagged = (value: string): string => result(`((${value}) << 1) | 1`);
const select = (comparison: string): string =>
  `if (count === 2 && BOTH_SMALL(x, y)) ${result(`x ${comparison} y ? x : y`)}`;

/** StopIteration is raised in the frame that calls. */
const resumed = (generator: string, sent: string): string =>
  resumeGenerator({ generator, sent, mode: "0", base: "cut", after: "after" });

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
  // Of instances a "no" is certain only if they cannot say of themselves that they have another class.
  isinstance: `
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
          if (i < length) ${result("TRUE_WORD")}
          number++;
        }
        const isKnown = FIELD(type, ${TYPE_TRAITS_VERSION}) === FIELD(type, ${TYPE_VERSION}) ? FIELD(type, ${TYPE_TRAITS}) & ${TRAIT_CLASS} : 0;
        if (shape < ${FIRST_DYNAMIC_SHAPE} || isKnown !== 0) ${result("FALSE_WORD")}
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
  advance_generator: `
      if (count === 1 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_GENERATOR}) {
        ${resumed("x", `${NONE}`)}
      }`,
  send_to_generator: `
      if (count === 2 && IS_OBJECT(x) && SHAPE(x) === ${SHAPE_GENERATOR}) {
        ${resumed("x", "y")}
      }`,
  send_to_coroutine: `
      if (count === 2 && IS_OBJECT(x) && i32[(shapesStart + SHAPE(x) * ${SHAPE_RECORD_BYTES} + ${SHAPE_TYPE_FIELD}) >>> 2] === FIELD(callee, ${NATIVE_OWNER})) {
        const body = FIELD(x, ${COROUTINE_BODY});
        ${resumed("body", "y")}
      }`,
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

/**
 * Replaces `self` of a builtin type's method by the value that it carries, in place, as calls of natives do: so what follows sees objects of exactly
 * that type.
 */
export const takeValue = `
  if (count > 0 && FIELD(callee, ${NATIVE_OWNER}) !== 0 && (u8[nativeOperations + index] & ${KEEPS_SELF}) === 0) {
    const self = i32[first];
    if (IS_OBJECT(self) && SHAPE(self) >= ${FIRST_DYNAMIC_SHAPE}) {
      // The layout, of an object that has it not itself.
      const layout = i32[(shapesStart + SHAPE(self) * ${SHAPE_RECORD_BYTES} + ${SHAPE_VALUE_FIELD}) >>> 2];
      if (layout !== 0 && (layout & 1) === 0) {
        const of = i32[(shapesStart + (layout >> 1) * ${SHAPE_RECORD_BYTES} + ${SHAPE_TYPE_FIELD}) >>> 2];
        if (of === FIELD(callee, ${NATIVE_OWNER})) i32[first] = FIELD(self, ${INSTANCE_VALUE});
      }
    }
  }`;

/** Long operations may be so many before interrupts are looked for. */
const CALLS_WITHOUT_LOOK = 64;

/**
 * Calls the function of a kernel that the native with index `index` names for `count` arguments at `first`, if it has one; where that does
 * not decide the native is called. A method's `self` must be of its type. From time to time the native is called in any case: there interrupts are looked
 * for.
 */
export const kernelCall = `
  if (count > 0) {
    const slot = (count < ${MOST_KERNEL_ARGUMENTS} ? count : ${MOST_KERNEL_ARGUMENTS}) - 1;
    const place = u16[(kernelCalls + index * ${2 * MOST_KERNEL_ARGUMENTS} + (slot << 1)) >>> 1];
    if (place !== 0 && ((place & ${TAKES_NAMES}) !== 0 || names === 0 && count <= ${MOST_KERNEL_ARGUMENTS})) {
      const x = i32[first], owner = FIELD(callee, ${NATIVE_OWNER});
      let isOwn = owner === 0 || (place & ${CHECKS_SELF}) !== 0 ? 1 : 0;
      if (isOwn === 0) {
        const shape = (x & 1) !== 0 ? ${SHAPE_INT64} : SHAPE(x);
        isOwn = i32[(shapesStart + shape * ${SHAPE_RECORD_BYTES} + ${SHAPE_TYPE_FIELD}) >>> 2] === owner ? 1 : 0;
      }
      const left = i32[${STATE_KERNEL_CALLS >>> 2}] - 1;
      if (left < 0) i32[${STATE_KERNEL_CALLS >>> 2}] = ${CALLS_WITHOUT_LOOK};
      else if (isOwn === 1) {
        i32[${STATE_KERNEL_CALLS >>> 2}] = left;
        let outcome = 0;
        if ((place & ${TAKES_NAMES}) !== 0) outcome = kernels.get(place & ${TAKES_NAMES - 1})(first << 2, count, names);
        else if (place >= ${SPREAD}) outcome = kernels.get(place & ${TAKES_NAMES - 1})(first << 2, count);
        else if (count === 1) outcome = kernels.get(place)(x);
        else if (count === 2) outcome = kernels.get(place)(x, i32[first + 1]);
        else if (count === 3) outcome = kernels.get(place)(x, i32[first + 1], i32[first + 2]);
        else outcome = kernels.get(place)(x, i32[first + 1], i32[first + 2], i32[first + 3]);
        if (outcome !== 0 && outcome !== ${UNDECIDED}) {
          sp = cut;
          PUSH(outcome);
          ip = after;
          GOTO
        }
      }
    }
  }`;

/** The operations as a switch over their positions in LOOP_OPERATIONS, counted from 1. */
export const operationSwitch = `
  plain: {
    const y = i32[first + 1], x = i32[first];
    switch (operation) {
      ${LOOP_OPERATIONS.map((name, i) => `case ${i + 1}: {${OPERATIONS[name]}\nbreak plain;\n}`).join("\n")}
      default: break plain;
    }
  }`;
