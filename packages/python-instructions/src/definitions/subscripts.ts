import type { ComplexDefinition } from "@hotpy/bytecode";
import { UNDECIDED } from "@hotpy/dict";
import { NONE, STATE_LATIN1 } from "@hotpy/memory";
import {
  BYTES_DATA,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_DICT,
  SHAPE_LIST,
  SHAPE_STR1,
  SHAPE_TUPLE,
  STR_DATA,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import { BYTEARRAY_BUFFER, BYTEARRAY_SIZE, SHAPE_BYTEARRAY, SHAPE_SLICE } from "@hotpy/python-objects";
import { define } from "./define.js";

export const subscriptInstructions: readonly ComplexDefinition[] = [
  define("load_subscript", "none", "o k -- v", "o[k]", {
    caches: 2,
    code: `
      const k = TOP(1), o = TOP(2);
      if (IS_OBJECT(o)) {
        const shape = SHAPE(o);
        if ((k & 1) !== 0) {
          let i = k >> 1;
          if (shape === ${SHAPE_LIST}) {
            const length = FIELD(o, ${LIST_LENGTH});
            if (i < 0) i += length;
            if (i >= 0 && i < length) { DROP(1); TOP(1) = i32[((FIELD(o, ${LIST_ITEMS}) + ${TUPLE_ITEMS}) >>> 2) + i]; NEXT }
          } else if (shape === ${SHAPE_TUPLE}) {
            const length = FIELD(o, ${TAIL_SIZE});
            if (i < 0) i += length;
            if (i >= 0 && i < length) { DROP(1); TOP(1) = i32[((o + ${TUPLE_ITEMS}) >>> 2) + i]; NEXT }
          } else if (shape === ${SHAPE_STR1}) {
            const length = FIELD(o, ${TAIL_SIZE});
            if (i < 0) i += length;
            if (i >= 0 && i < length) { DROP(1); TOP(1) = i32[(i32[${STATE_LATIN1 >>> 2}] >>> 2) + u8[o + ${STR_DATA} + i]]; NEXT }
          } else if (shape !== ${SHAPE_DICT}) {
            const item = itemAt(o, k);
            if (item !== ${UNDECIDED}) { DROP(1); TOP(1) = item; NEXT }
          }
        }
        if (shape === ${SHAPE_DICT}) DICT_ACCESS(0, o, k, 0, (sp - 2) | 0, (ip + 3) | 0)
        if (IS_OBJECT(k) && SHAPE(k) === ${SHAPE_SLICE}) {
          const part = getSlice(o, k);
          if (part !== 0 && part !== ${UNDECIDED}) { DROP(1); TOP(1) = part; NEXT }
        }
      }
      LOAD_ITEM_BY_METHOD(o, k)`,
  }),
  define("store_subscript", "none", "v o k --", "o[k] = v", {
    caches: 2,
    code: `
      const k = TOP(1), o = TOP(2), v = TOP(3);
      if (IS_OBJECT(o)) {
        const shape = SHAPE(o);
        if (shape === ${SHAPE_LIST} && (k & 1) !== 0) {
          const length = FIELD(o, ${LIST_LENGTH});
          let i = k >> 1;
          if (i < 0) i += length;
          if (i >= 0 && i < length) {
            const items = FIELD(o, ${LIST_ITEMS});
            i32[((items + ${TUPLE_ITEMS}) >>> 2) + i] = v;
            DROP(3);
            BARRIER_NEXT(items)
          }
        } else if (shape === ${SHAPE_DICT}) DICT_ACCESS(1, o, k, v, (sp - 3) | 0, (ip + 3) | 0)
        else if (shape === ${SHAPE_BYTEARRAY} && BOTH_SMALL(k, v)) {
          const length = FIELD(o, ${BYTEARRAY_SIZE}), byte = v >> 1;
          let i = k >> 1;
          if (i < 0) i += length;
          if (i >= 0 && i < length && byte >= 0 && byte < 256) {
            u8[FIELD(o, ${BYTEARRAY_BUFFER}) + ${BYTES_DATA} + i] = byte;
            DROP(3);
            NEXT
          }
        } else if (shape === ${SHAPE_LIST} && SHAPE(k) === ${SHAPE_SLICE} && setSlice(o, k, v) === ${NONE}) { DROP(3); NEXT }
      }
      STORE_ITEM_BY_METHOD(o, k, v)`,
  }),
  define("delete_subscript", "none", "o k --", "del o[k]", {
    code: `
      const k = TOP(1), o = TOP(2);
      if (IS_OBJECT(o)) {
        const shape = SHAPE(o);
        if (shape === ${SHAPE_DICT}) {
          const gone = popKey(o, k);
          if (gone !== 0 && gone !== ${UNDECIDED}) { DROP(2); NEXT }
        } else if (shape === ${SHAPE_LIST} && deleteFromList(o, k) === ${NONE}) { DROP(2); NEXT }
      }
      DROP(2);
      SAVE
      CHECK(deleteItem(o, k))`,
  }),
];
