import type { LoopTail } from "@hotpy/interpreter";
import {
  FLAG_WATCHED,
  INSTANCE_OVERFLOW,
  SHAPE_FUNCTION,
  SHAPE_INT64,
  SHAPE_NATIVE_METHOD,
  SHAPE_TYPE,
  TYPE_META,
  UNDECIDED,
} from "@hotpy/object-model";
import {
  FIRST_MISSES,
  GETTER_ENTRY,
  IN_DICT,
  isHidden,
  isKnown,
  METHOD_ENTRY,
  methodIn,
  SLOT_ENTRY,
} from "../../vm/attribute-table.js";
import { newMethod } from "../new-method.js";

/// Attributes where the inline caches of an instruction miss: by the table of attributes, else out of line, which fills both.

const MISSES = `CACHE(5) >= ${FIRST_MISSES}`;
const IN_TABLE = `IS_OBJECT(o) && ${MISSES}`;

/** The object is on top. */
const load: LoopTail = {
  name: "load_from_table",
  caches: 6,
  code: `
  const o = TOP(1);
  if (${IN_TABLE}) {
    const shape = SHAPE(o), name = NAME;
    const entry = ${SLOT_ENTRY};
    if (i32[entry] === shape && i32[entry + 1] === name && i32[entry + 3] === shape) {
      const place = i32[entry + 2];
      let value = 0;
      if (place === ${IN_DICT}) value = getOr(FIELD(o, ${INSTANCE_OVERFLOW}), name, 0);
      else value = place >= 0 ? i32[(o + place) >>> 2] : i32[(FIELD(o, ${INSTANCE_OVERFLOW}) - place) >>> 2];
      if (value !== 0 && value !== ${UNDECIDED}) {
        TOP(1) = value;
        NEXT
      }
    }
    const known = ${METHOD_ENTRY};
    if (${isKnown("known")}) {
      const fn = ${methodIn("known")};
      if (${isHidden()}) {} else if (SHAPE(fn) === ${SHAPE_FUNCTION}) {
        ${newMethod("fn", "o")}
        TOP(1) = method;
        NEXT
      } else if (SHAPE(fn) === ${SHAPE_NATIVE_METHOD}) {
        const bound = bindNative(fn, o);
        if (bound !== 0) {
          TOP(1) = bound;
          NEXT
        }
      }
    }
  }
  if (${MISSES}) {
    const shape = IS_OBJECT(o) ? SHAPE(o) : ${SHAPE_INT64}, name = NAME;
    const getter = ${GETTER_ENTRY};
    if (${isKnown("getter")} && (shape !== ${SHAPE_TYPE} || FIELD(o, ${TYPE_META}) === i32[getter + 2])) {
      const value = kernels.get(i32[getter + 4])(o);
      if (value !== 0 && value !== ${UNDECIDED}) {
        TOP(1) = value;
        NEXT
      }
    }
  }
  DROP(1);
  SAVE
  RESULT(loadAttribute(o, NAME, ip))`,
};

/** The object `o` and the value `v` have been popped. */
const store: LoopTail = {
  name: "store_by_table",
  parameters: { o: "i32", v: "i32" },
  caches: 6,
  code: `
  if (${IN_TABLE}) {
    const shape = SHAPE(o), name = NAME;
    const entry = ${SLOT_ENTRY};
    if (i32[entry] === shape && i32[entry + 1] === name) {
      const place = i32[entry + 2];
      if (place === ${IN_DICT}) {
        const dict = FIELD(o, ${INSTANCE_OVERFLOW});
        if ((i32[dict >>> 2] & ${FLAG_WATCHED}) === 0 && setKey(dict, name, v) === 1) NEXT
      } else {
        const holder = place < 0 ? FIELD(o, ${INSTANCE_OVERFLOW}) : o;
        i32[o >>> 2] = (i32[entry + 3] << 8) | (i32[o >>> 2] & 255);
        i32[(place < 0 ? holder - place : o + place) >>> 2] = v;
        BARRIER_NEXT(holder)
      }
    }
  }
  SAVE
  CHECK(storeAttribute(o, NAME, v, ip))`,
};

/** The object is on top. */
const method: LoopTail = {
  name: "method_from_table",
  caches: 6,
  code: `
  const o = TOP(1);
  if (${MISSES}) {
    const shape = IS_OBJECT(o) ? SHAPE(o) : ${SHAPE_INT64}, name = NAME;
    const entry = ${METHOD_ENTRY};
    if (${isKnown("entry")}) {
      if (${isHidden()}) {} else {
        TOP(1) = ${methodIn("entry")};
        PUSH(o);
        NEXT
      }
    }
  }
  DROP(1);
  SAVE
  CHECK(loadMethod(o, NAME, ip))
  sp += 2;`,
};

export const attributeTails: readonly LoopTail[] = [load, store, method];
