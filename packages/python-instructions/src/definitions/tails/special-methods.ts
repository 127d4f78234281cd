import type { LoopTail } from "@hotpy/interpreter";
import { STATE_PENDING } from "@hotpy/memory";
import {
  headerWord,
  METHOD_FUNCTION,
  METHOD_SELF,
  SHAPE_FUNCTION,
  SHAPE_METHOD,
  TYPE_VERSION,
} from "@hotpy/object-model";
import { specialMethod } from "../../special-methods.js";
import { METHOD_ENTRY } from "../../vm/attribute-table.js";

/// Subscripts, membership, iteration and `with` of objects whose class has the method in Python: it is called at once where the table of attributes
/// knows it. What is called under a continuation finds the real ip below its arguments.

const NAME_OF = (method: Parameters<typeof specialMethod>[0]): string =>
  `i32[(operatorMethods >>> 2) + ${specialMethod(method)}]`;
const IS_KNOWN = `i32[entry] === shape && i32[entry + 1] === name && FIELD(i32[entry + 2], ${TYPE_VERSION}) === i32[entry + 3] && SHAPE(i32[i32[entry + 4] >>> 2]) === ${SHAPE_FUNCTION}`;
const METHOD = "i32[i32[entry + 4] >>> 2]";
const REAL_IP = "(NEXT_IP << 1) | 1";

/** `o[k]`; both are on the stack. */
const load: LoopTail = {
  name: "load_item_by_method",
  parameters: { o: "i32", k: "i32" },
  caches: 2,
  code: `
    if (IS_OBJECT(o)) {
      const shape = SHAPE(o), name = ${NAME_OF("getitem")};
      const entry = ${METHOD_ENTRY};
      if (${IS_KNOWN}) CALL(${METHOD}, (sp - 2) | 0, 2, 0, (sp - 2) | 0, NEXT_IP)
    }
    DROP(2);
    SAVE
    RESULT(getItem(o, k))`,
};

/** `o[k] = v`; all three are on the stack. */
const store: LoopTail = {
  name: "store_item_by_method",
  parameters: { o: "i32", k: "i32", v: "i32" },
  caches: 2,
  code: `
    if (IS_OBJECT(o)) {
      const shape = SHAPE(o), name = ${NAME_OF("setitem")};
      const entry = ${METHOD_ENTRY};
      if (${IS_KNOWN}) {
        TOP(3) = ${REAL_IP};
        TOP(2) = o;
        TOP(1) = k;
        PUSH(v);
        CALL(${METHOD}, (sp - 3) | 0, 3, 0, (sp - 3) | 0, discardContinuation >>> 2)
      }
    }
    DROP(3);
    SAVE
    CHECK(setItem(o, k, v))
    NEXT`,
};

/** `k in o`, with a flag `k not in o`; both are on the stack. */
const contains: LoopTail = {
  name: "contains_by_method",
  parameters: { o: "i32", k: "i32" },
  caches: 2,
  code: `
    if (IS_OBJECT(o)) {
      const shape = SHAPE(o), name = ${NAME_OF("contains")};
      const entry = ${METHOD_ENTRY};
      if (${IS_KNOWN}) {
        TOP(2) = ${REAL_IP};
        TOP(1) = o;
        PUSH(k);
        CALL(${METHOD}, (sp - 2) | 0, 2, 0, (sp - 2) | 0, (ARG === 0 ? truthContinuation : falsehoodContinuation) >>> 2)
      }
    }
    DROP(2);
    SAVE
    RESULT(contains(o, k, ARG))`,
};

/** The next item of an iterator of a class, which is on the stack. */
const next: LoopTail = {
  name: "next_by_method",
  parameters: { it: "i32" },
  caches: 4,
  code: `
    const shape = SHAPE(it), name = ${NAME_OF("next")};
    const entry = ${METHOD_ENTRY};
    if (${IS_KNOWN}) {
      PUSH(((ip + ARG) << 1) | 1);
      PUSH(${REAL_IP});
      PUSH(it);
      CALL(${METHOD}, (sp - 1) | 0, 1, 0, (sp - 1) | 0, nextContinuation >>> 2)
    }
    SAVE
    if ((result = next(it, ip + ARG)) === 2) RELOAD
    if (result === 0) { if (i32[${STATE_PENDING >>> 2}] !== 0) RAISE DROP(1); JUMP }
    PUSH(result);
    NEXT`,
};

/** The manager of a `with`, which is on the stack: its bound `__exit__` comes in its place, and `__enter__` is called. */
const enter: LoopTail = {
  name: "enter_by_method",
  parameters: { o: "i32" },
  caches: 0,
  code: `
    if (IS_OBJECT(o) && ARG === 0) {
      const shape = SHAPE(o);
      let name = ${NAME_OF("exit")};
      let entry = ${METHOD_ENTRY};
      if (${IS_KNOWN}) {
        const exit = i32[entry + 4];
        name = ${NAME_OF("enter")};
        entry = ${METHOD_ENTRY};
        if (${IS_KNOWN}) {
          ALLOCATE(method, 16)
          i32[method >>> 2] = ${headerWord(SHAPE_METHOD)};
          i32[(method >>> 2) + 1] = 0;
          FIELD(method, ${METHOD_FUNCTION}) = i32[exit >>> 2];
          FIELD(method, ${METHOD_SELF}) = o;
          TOP(1) = method;
          PUSH(o);
          CALL(${METHOD}, (sp - 1) | 0, 1, 0, (sp - 1) | 0, NEXT_IP)
        }
      }
    }
    SAVE
    CHECK(bindExit(o, ARG))
    const manager = POP();
    PUSH(result);
    SAVE
    RESULT(callEnter(manager, ARG))`,
};

export const specialMethodTails: readonly LoopTail[] = [load, store, contains, next, enter];
