import type { ComplexDefinition } from "@hotpy/bytecode";
import {
  FRAME_CODE,
  FRAME_DEPTH,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
} from "@hotpy/frame-stack";
import {
  NONE,
  STATE_DEPTH_LIMIT,
  STATE_FRAME,
  STATE_HANDLED,
  STATE_LATIN1,
  STATE_PENDING,
  STATE_STACK_LIMIT,
} from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_STACK,
  CODE_UNCOUNTED,
  DICT_COUNT,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_INDEX,
  DICT_ITERATOR_REMAINING,
  DICT_KEYS,
  DICT_VALUES,
  GENERATOR_CODE,
  GENERATOR_FUNCTION,
  GENERATOR_HANDLED,
  GENERATOR_IP,
  GENERATOR_RUNNING,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  GENERATOR_USED,
  headerWord,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  KEYS_ENTRIES,
  KEYS_USED,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_GENERATOR,
  SHAPE_LIST,
  SHAPE_LIST_ITERATOR,
  SHAPE_STR_ITERATOR,
  SHAPE_STR1,
  SHAPE_TUPLE,
  SHAPE_TUPLE_ITERATOR,
  STR_DATA,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import {
  RANGE_ITERATOR_NEXT,
  RANGE_ITERATOR_REMAINING,
  RANGE_ITERATOR_STEP,
  SHAPE_RANGE_ITERATOR,
} from "@hotpy/python-objects";
import { define } from "./define.js";

const exhausted = "{ DROP(1); JUMP }";

/** Hands an item over: to the local that it is stored in at once, usually, else to the stack. */
export const deliver = (item: string): string => `
  const v = ${item};
  const store = i32[ip + 5], form = store & 255;
  if (form === OPCODE_STORE_LOCAL || form === OPCODE_STORE_LOCAL_LOAD_LOCAL) { LOCAL(store >> 8) = v; ip = (ip + 6) | 0; GOTO }
  PUSH(v);
  NEXT`;

/**
 * Pushes the frame of the suspended generator `it` and goes on in it; its return ends the loop of this instruction. Not
 * where exceptions are being handled, on either side.
 */
const resumeGenerator = `
  if (FIELD(it, ${GENERATOR_STATE}) === ${GENERATOR_SUSPENDED} && i32[${STATE_HANDLED >>> 2}] === 0 && FIELD(it, ${GENERATOR_HANDLED}) === 0) {
    const code = FIELD(it, ${GENERATOR_CODE});
    const slots = sp + ${FRAME_SLOTS >>> 2};
    const depth = i32[fp + ${FRAME_DEPTH >>> 2}] + ((FIELD(code, ${CODE_FLAGS}) & ${CODE_UNCOUNTED}) === 0 ? 1 : 0);
    if ((slots + FIELD(code, ${CODE_LOCALS}) + FIELD(code, ${CODE_STACK})) << 2 <= i32[${STATE_STACK_LIMIT >>> 2}] && depth <= i32[${STATE_DEPTH_LIMIT >>> 2}]) {
      SAVE
      i32[sp + ${FRAME_PREVIOUS >>> 2}] = fp << 2;
      i32[sp + ${FRAME_CODE >>> 2}] = code;
      i32[sp + ${FRAME_FUNCTION >>> 2}] = FIELD(it, ${GENERATOR_FUNCTION});
      i32[sp + ${FRAME_DEPTH >>> 2}] = depth;
      i32[sp + ${FRAME_GENERATOR >>> 2}] = it;
      const done = ip + ARG;
      ip = FIELD(it, ${GENERATOR_IP}) >>> 2;
      FIELD(it, ${GENERATOR_IP}) = done << 1;
      FIELD(it, ${GENERATOR_STATE}) = ${GENERATOR_RUNNING};
      fp = sp;
      i32[${STATE_FRAME >>> 2}] = fp << 2;
      sp = slots;
      let from = (it + ${GENERATOR_SLOTS}) >>> 2;
      const end = slots + FIELD(it, ${GENERATOR_USED});
      while (sp < end) i32[sp++] = i32[from++];
      // A yield that is a statement drops what is sent to it.
      if ((i32[ip] & 255) === OPCODE_POP) ip++;
      else PUSH(${NONE});
      GOTO
    }
  }`;

/** The item, for one of the rarer iterators. */
const deliverRare = (item: string): string => `DELIVER(${item})`;

const advance = `
  FIELD(it, ${DICT_ITERATOR_INDEX}) = entry + 1;
  FIELD(it, ${DICT_ITERATOR_REMAINING}) = remaining - 1;`;

/**
 * The next entry of a dict that has not changed. Of an iterator over items that are unpacked at once, key and value go to
 * the stack without a tuple.
 */
const nextOfDict = `
  const dict = FIELD(it, ${DICT_ITERATOR_DICT});
  if (dict !== 0 && FIELD(dict, ${DICT_COUNT}) === FIELD(it, ${DICT_ITERATOR_COUNT})) {
    const keys = FIELD(dict, ${DICT_KEYS}), remaining = FIELD(it, ${DICT_ITERATOR_REMAINING});
    const used = FIELD(keys, ${KEYS_USED}), entries = (keys + ${KEYS_ENTRIES}) >>> 2;
    let entry = FIELD(it, ${DICT_ITERATOR_INDEX});
    while (entry < used && i32[entries + entry] === 0) entry++;
    if (entry < used && remaining !== 0) {
      const key = i32[entries + entry], value = i32[((FIELD(dict, ${DICT_VALUES}) + ${ARRAY_ITEMS}) >>> 2) + entry];
      if (shape !== ${SHAPE_DICT_ITEM_ITERATOR}) {
        ${advance}
        ${deliverRare(`shape === ${SHAPE_DICT_KEY_ITERATOR} ? key : value`)}
      }
      if (i32[ip + 5] === OPCODE_UNPACK_SEQUENCE + (2 << 8)) {
        ${advance}
        PUSH(value);
        PUSH(key);
        ip = (ip + 8) | 0;
        GOTO
      }
      ALLOCATE(tuple, 16)
      i32[tuple >>> 2] = ${headerWord(SHAPE_TUPLE)};
      FIELD(tuple, ${TAIL_SIZE}) = 2;
      FIELD(tuple, ${TUPLE_ITEMS}) = key;
      FIELD(tuple, ${TUPLE_ITEMS + 4}) = value;
      ${advance}
      ${deliverRare("tuple")}
    }
  }`;

export const iterationInstructions: readonly ComplexDefinition[] = [
  define("get_iter", "none", "o -- it", "iter(o)", {
    code: `
      const o = TOP(1);
      if (IS_OBJECT(o)) {
        const shape = SHAPE(o);
        // Generators and the iterators of builtin containers are their own iterators.
        if (shape === ${SHAPE_RANGE_ITERATOR} || shape === ${SHAPE_GENERATOR} || shape >= ${SHAPE_LIST_ITERATOR} && shape <= ${SHAPE_DICT_ITEM_ITERATOR}) NEXT
        if (shape === ${SHAPE_LIST} || shape === ${SHAPE_TUPLE}) {
          ALLOCATE(it, 16)
          i32[it >>> 2] = shape === ${SHAPE_LIST} ? ${headerWord(SHAPE_LIST_ITERATOR)} : ${headerWord(SHAPE_TUPLE_ITERATOR)};
          i32[(it >>> 2) + 1] = 0;
          FIELD(it, ${ITERATOR_INDEX}) = 0;
          FIELD(it, ${ITERATOR_SEQUENCE}) = o;
          TOP(1) = it;
          NEXT
        }
      }
      DROP(1);
      SAVE
      RESULT(iterate(o))`,
  }),
  define("for_iter", "jump", "it -- it v", "Pushes the next item, or drops the exhausted iterator and jumps", {
    caches: 4,
    jumpPops: 1,
    jumpPushes: 0,
    code: `
      const it = TOP(1);
      const shape = SHAPE(it);
      if (shape === ${SHAPE_RANGE_ITERATOR}) {
        const remaining = FIELD(it, ${RANGE_ITERATOR_REMAINING});
        if (remaining <= 0) ${exhausted}
        const value = FIELD(it, ${RANGE_ITERATOR_NEXT});
        FIELD(it, ${RANGE_ITERATOR_REMAINING}) = remaining - 1;
        FIELD(it, ${RANGE_ITERATOR_NEXT}) = (value + FIELD(it, ${RANGE_ITERATOR_STEP})) | 0;
        ${deliver("(value << 1) | 1")}
      }
      if (shape === ${SHAPE_LIST_ITERATOR}) {
        const list = FIELD(it, ${ITERATOR_SEQUENCE});
        if (list === 0) ${exhausted}
        const index = FIELD(it, ${ITERATOR_INDEX});
        if (index < FIELD(list, ${LIST_LENGTH})) {
          FIELD(it, ${ITERATOR_INDEX}) = index + 1;
          ${deliver(`i32[((FIELD(list, ${LIST_ITEMS}) + ${TUPLE_ITEMS}) >>> 2) + index]`)}
        }
        FIELD(it, ${ITERATOR_SEQUENCE}) = 0;
        ${exhausted}
      }
      if (shape === ${SHAPE_GENERATOR}) {
        ${resumeGenerator}
      }
      if (shape === ${SHAPE_TUPLE_ITERATOR} || shape === ${SHAPE_STR_ITERATOR}) {
        const sequence = FIELD(it, ${ITERATOR_SEQUENCE}), index = FIELD(it, ${ITERATOR_INDEX});
        // The tail of both is as long as they have items.
        if (sequence !== 0 && index < FIELD(sequence, ${TAIL_SIZE})) {
          if (shape === ${SHAPE_TUPLE_ITERATOR}) {
            FIELD(it, ${ITERATOR_INDEX}) = index + 1;
            ${deliverRare(`i32[((sequence + ${TUPLE_ITEMS}) >>> 2) + index]`)}
          }
          if (SHAPE(sequence) === ${SHAPE_STR1}) {
            FIELD(it, ${ITERATOR_INDEX}) = index + 1;
            ${deliverRare(`i32[(i32[${STATE_LATIN1 >>> 2}] >>> 2) + u8[sequence + ${STR_DATA} + index]]`)}
          }
        }
      } else if (shape >= ${SHAPE_DICT_KEY_ITERATOR} && shape <= ${SHAPE_DICT_ITEM_ITERATOR}) {
        ${nextOfDict}
      }
      SAVE
      if ((result = next(it, ip + ARG)) === 2) RELOAD
      if (result === 0) { if (i32[${STATE_PENDING >>> 2}] !== 0) RAISE ${exhausted} }
      PUSH(result);`,
  }),
];
