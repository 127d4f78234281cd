import type { ComplexDefinition } from "@hotpy/bytecode";
import { ABSENT, UNDECIDED } from "@hotpy/dict";
import { NONE, STATE_LATIN1 } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  BYTES_DATA,
  CODE_FLAGS,
  DICT_ITERATOR_DICT,
  DICT_KEYS,
  DICT_VALUES,
  GENERATOR_CODE,
  headerWord,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  KEYS_ENTRIES,
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
  BYTEARRAY_BUFFER,
  BYTEARRAY_SIZE,
  CODE_STEP_BIT,
  RANGE_ITERATOR_NEXT,
  RANGE_ITERATOR_REMAINING,
  RANGE_ITERATOR_STEP,
  SHAPE_BYTEARRAY_ITERATOR,
  SHAPE_BYTES_ITERATOR,
  SHAPE_DEQUE_ITERATOR,
  SHAPE_DEQUE_REVERSE_ITERATOR,
  SHAPE_LIST_REVERSE_ITERATOR,
  SHAPE_RANGE_ITERATOR,
  SHAPE_SET_ITERATOR,
} from "@hotpy/python-objects";
import { define } from "./define.js";
import { resumeGenerator } from "./resume-generator.js";

const exhausted = "{ DROP(1); JUMP }";

/** Hands an item over: to the local that it is stored in at once, usually, else to the stack. */
export const deliver = (item: string): string => `
  const v = ${item};
  const store = i32[ip + 5], form = store & 255;
  if (form === OPCODE_STORE_LOCAL || form === OPCODE_STORE_LOCAL_LOAD_LOCAL) { LOCAL(store >> 8) = v; ip = (ip + 6) | 0; GOTO }
  PUSH(v);
  NEXT`;

/**
 * The next item of a dict. Of an iterator over items that are unpacked at once, key and value go to the stack without a tuple. Where
 * the dict has changed, what is out of line says so.
 */
const nextOfDictIterator = `
  if (shape === ${SHAPE_DICT_ITEM_ITERATOR} && i32[ip + 5] === OPCODE_UNPACK_SEQUENCE + (2 << 8)) {
    const entry = advanceInDict(it);
    if (entry >= 0) {
      const dict = FIELD(it, ${DICT_ITERATOR_DICT});
      PUSH(i32[((FIELD(dict, ${DICT_VALUES}) + ${ARRAY_ITEMS}) >>> 2) + entry]);
      PUSH(i32[((FIELD(dict, ${DICT_KEYS}) + ${KEYS_ENTRIES}) >>> 2) + entry]);
      ip = (ip + 8) | 0;
      GOTO
    }
    if (entry === ${ABSENT}) ${exhausted}
  } else {
    const item = nextOfDict(it);
    if (item === 0) ${exhausted}
    if (item !== ${UNDECIDED}) DELIVER(item)
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
        const it = iteratePlain(o);
        if (it !== ${UNDECIDED}) {
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
        if (FIELD(FIELD(it, ${GENERATOR_CODE}), ${CODE_FLAGS}) >>> ${CODE_STEP_BIT} !== 0) {
          const following = i32[ip + 5], count = following >> 8;
          if ((following & 255) === OPCODE_UNPACK_SEQUENCE && stepApart(it, count, sp << 2) !== 0) {
            sp = sp + count;
            ip = (ip + 8) | 0;
            GOTO
          }
          const item = stepOfGenerator(it);
          if (item === 0) ${exhausted}
          if (item !== ${UNDECIDED}) DELIVER(item)
        }
        ${resumeGenerator({ generator: "it", sent: `${NONE}`, mode: "(ip + ARG) << 1", base: "sp", after: "NEXT_IP" })}
      }
      if (shape === ${SHAPE_TUPLE_ITERATOR}) {
        const tuple = FIELD(it, ${ITERATOR_SEQUENCE}), index = FIELD(it, ${ITERATOR_INDEX});
        if (tuple !== 0 && index < FIELD(tuple, ${TAIL_SIZE})) {
          FIELD(it, ${ITERATOR_INDEX}) = index + 1;
          DELIVER(i32[((tuple + ${TUPLE_ITEMS}) >>> 2) + index])
        }
        FIELD(it, ${ITERATOR_SEQUENCE}) = 0;
        ${exhausted}
      } else if (shape === ${SHAPE_LIST_REVERSE_ITERATOR}) {
        const list = FIELD(it, ${ITERATOR_SEQUENCE}), index = FIELD(it, ${ITERATOR_INDEX});
        if (list !== 0 && index >= 0 && index < FIELD(list, ${LIST_LENGTH})) {
          FIELD(it, ${ITERATOR_INDEX}) = index - 1;
          DELIVER(i32[((FIELD(list, ${LIST_ITEMS}) + ${TUPLE_ITEMS}) >>> 2) + index])
        }
        FIELD(it, ${ITERATOR_SEQUENCE}) = 0;
        ${exhausted}
      } else if (shape === ${SHAPE_STR_ITERATOR}) {
        const string = FIELD(it, ${ITERATOR_SEQUENCE}), index = FIELD(it, ${ITERATOR_INDEX});
        if (string !== 0 && SHAPE(string) === ${SHAPE_STR1} && index < FIELD(string, ${TAIL_SIZE})) {
          FIELD(it, ${ITERATOR_INDEX}) = index + 1;
          DELIVER(i32[(i32[${STATE_LATIN1 >>> 2}] >>> 2) + u8[string + ${STR_DATA} + index]])
        }
        const character = nextCharacter(it);
        if (character === 0) ${exhausted}
        if (character !== ${UNDECIDED}) DELIVER(character)
      } else if (shape >= ${SHAPE_DICT_KEY_ITERATOR} && shape <= ${SHAPE_DICT_ITEM_ITERATOR}) {
        ${nextOfDictIterator}
      } else if (shape === ${SHAPE_SET_ITERATOR}) {
        const key = nextOfSet(it);
        if (key === 0) ${exhausted}
        if (key !== ${UNDECIDED}) DELIVER(key)
      } else if (shape === ${SHAPE_DEQUE_ITERATOR} || shape === ${SHAPE_DEQUE_REVERSE_ITERATOR}) {
        const item = nextOfDeque(it);
        if (item === 0) ${exhausted}
        if (item !== ${UNDECIDED}) DELIVER(item)
      } else if (shape === ${SHAPE_BYTES_ITERATOR}) {
        const bytes = FIELD(it, ${ITERATOR_SEQUENCE}), index = FIELD(it, ${ITERATOR_INDEX});
        if (bytes !== 0 && index < FIELD(bytes, ${TAIL_SIZE})) {
          FIELD(it, ${ITERATOR_INDEX}) = index + 1;
          DELIVER((u8[bytes + ${STR_DATA} + index] << 1) | 1)
        }
      } else if (shape === ${SHAPE_BYTEARRAY_ITERATOR}) {
        const array = FIELD(it, ${ITERATOR_SEQUENCE}), index = FIELD(it, ${ITERATOR_INDEX});
        if (array !== 0 && index < FIELD(array, ${BYTEARRAY_SIZE})) {
          FIELD(it, ${ITERATOR_INDEX}) = index + 1;
          DELIVER((u8[FIELD(array, ${BYTEARRAY_BUFFER}) + ${BYTES_DATA} + index] << 1) | 1)
        }
      }
      NEXT_BY_METHOD(it)`,
  }),
];
