import type { LoopTail } from "@hotpy/interpreter";
import { NONE, STATE_PENDING } from "@hotpy/memory";
import { UNDECIDED } from "@hotpy/object-model";
import { specialMethod } from "../../special-methods.js";
import { isKnownFunction, METHOD_ENTRY, methodEntry, methodIn } from "../../vm/attribute-table.js";
import { newMethod } from "../new-method.js";

/// Subscripts, membership, iteration and `with` of objects whose class has the method in Python: it is called at once where the table of attributes
/// knows it. What is called under a continuation finds the real ip below its arguments.

const NAME_OF = (method: Parameters<typeof specialMethod>[0]): string =>
  `i32[(operatorMethods >>> 2) + ${specialMethod(method)}]`;
const METHOD = methodIn("entry");
const REAL_IP = "(NEXT_IP << 1) | 1";

/** Executes `then`, which calls METHOD, if the class of an object is known to have this method. */
const whereKnown = (method: Parameters<typeof specialMethod>[0], object: string, then: string): string => `
  const shape = SHAPE(${object}), name = ${NAME_OF(method)};
  const entry = ${METHOD_ENTRY};
  if (${isKnownFunction("entry")}) {${then}}`;

/** `o[k]`; both are on the stack. */
const load: LoopTail = {
  name: "load_item_by_method",
  parameters: { o: "i32", k: "i32" },
  caches: 2,
  code: `
    if (IS_OBJECT(o)) {
      ${whereKnown("getitem", "o", `CALL(${METHOD}, (sp - 2) | 0, 2, 0, (sp - 2) | 0, NEXT_IP)`)}
      const item = itemOrDefault(o, k);
      if (item !== ${UNDECIDED}) { DROP(1); TOP(1) = item; NEXT }
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
      ${whereKnown(
        "setitem",
        "o",
        `
        TOP(3) = ${REAL_IP};
        TOP(2) = o;
        TOP(1) = k;
        PUSH(v);
        CALL(${METHOD}, (sp - 3) | 0, 3, 0, (sp - 3) | 0, discardContinuation >>> 2)`,
      )}
      if (setItemOfCarried(o, k, v) === ${NONE}) { DROP(3); NEXT }
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
      ${whereKnown(
        "contains",
        "o",
        `
        TOP(2) = ${REAL_IP};
        TOP(1) = o;
        PUSH(k);
        CALL(${METHOD}, (sp - 2) | 0, 2, 0, (sp - 2) | 0, (ARG === 0 ? truthContinuation : falsehoodContinuation) >>> 2)`,
      )}
      const found = isInCarried(o, k);
      if (found !== ${UNDECIDED}) { DROP(1); TOP(1) = BOOL((found === TRUE_WORD) !== (ARG !== 0)); NEXT }
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
    ${whereKnown(
      "next",
      "it",
      `
      PUSH(((ip + ARG) << 1) | 1);
      PUSH(${REAL_IP});
      PUSH(it);
      CALL(${METHOD}, (sp - 1) | 0, 1, 0, (sp - 1) | 0, nextContinuation >>> 2)`,
    )}
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
      const of = SHAPE(o), exitName = ${NAME_OF("exit")};
      const exit = ${methodEntry("of", "exitName")};
      if (${isKnownFunction("exit", "of", "exitName")}) {
        ${whereKnown(
          "enter",
          "o",
          `
          ${newMethod(methodIn("exit"), "o")}
          TOP(1) = method;
          PUSH(o);
          CALL(${METHOD}, (sp - 1) | 0, 1, 0, (sp - 1) | 0, NEXT_IP)`,
        )}
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
