import type { ComplexDefinition } from "@hotpy/bytecode";
import { FRAME_IP } from "@hotpy/frame-stack";
import { NONE } from "@hotpy/memory";
import { TUPLE_ITEMS } from "@hotpy/object-model";
import { define } from "./define.js";

const bits = (flags: number): number => (flags & 1) + ((flags >> 1) & 1) + ((flags >> 2) & 1) + ((flags >> 3) & 1);

export const callInstructions: readonly ComplexDefinition[] = [
  define("call", "count", "-- r", "Calls f with n positional arguments", {
    caches: 4,
    pops: (n) => n + 1,
    code: `
      const count = ARG, first = sp - count, cut = first - 1;
      CALL(i32[cut], first, count, cut)`,
  }),
  define("call_method", "count", "-- r", "Calls what load_method left with n more arguments", {
    caches: 4,
    pops: (n) => n + 2,
    code: `
      let count = ARG + 1, first = sp - count;
      const cut = first - 1;
      let callee = i32[cut];
      if (callee === 1) { callee = i32[first++]; count--; }
      CALL(callee, first, count, cut)`,
  }),
  define("call_keywords", "count", "-- r", "Calls f with n arguments of which the last are named by the tuple on top", {
    pops: (n) => n + 2,
    code: `
      const names = POP(), first = sp - ARG, callee = i32[first - 1];
      sp = first - 1;
      SAVE
      RESULT(invoke(callee, first << 2, ARG, names))`,
  }),
  define("call_spread", "flags", "-- r", "f(*args) or, flag 1, f(*args, **kwargs)", {
    pops: (flags) => 2 + (flags & 1),
    code: `
      SAVE
      CHECK(spreadArguments(sp, ARG))
      const args = i32[sp - 1 - ARG], keywords = ARG === 1 ? TOP(1) : 0;
      sp -= 2 + ARG;
      SAVE
      RESULT(invokeSpread(i32[sp], args, keywords))`,
  }),
  define(
    "make_function",
    "flags",
    "-- f",
    "A function; flags: 1 defaults, 2 keyword defaults, 4 annotations, 8 closure lie below the code",
    {
      pops: (flags) => 1 + bits(flags),
      code: `
      SAVE
      CHECK(makeFunction(sp, ARG, FUNCTION_OF_FRAME))
      sp -= 1 + (ARG & 1) + ((ARG >> 1) & 1) + ((ARG >> 2) & 1) + ((ARG >> 3) & 1);
      PUSH(result);`,
    },
  ),
  define("return", "none", "v --", "Returns v to the caller", { terminal: true, code: "RETURN(TOP(1))" }),
  define(
    "load_internal",
    "count",
    "-- f",
    "Pushes one of the functions that only compiled code calls: patterns of `match`, `await`",
    {
      code: `PUSH(i32[((internals + ${TUPLE_ITEMS}) >>> 2) + ARG]);`,
    },
  ),
  define("load_build_class", "none", "-- f", "Pushes __build_class__", { code: "PUSH(buildClass);" }),
  define(
    "finish_init",
    "none",
    "instance ip v -- instance",
    "Continuation of a class that is called: `__init__` has returned",
    {
      terminal: true,
      code: `
      if (TOP(1) === ${NONE}) {
        ip = ((TOP(2) & -2) << 1) >>> 2;
        // There may be another continuation, which is found by this.
        i32[fp + ${FRAME_IP >>> 2}] = ip << 2;
        DROP(2);
        GOTO
      }
      CONTINUE`,
    },
  ),
  define("continue_with", "count", "v --", "Continuation: what the frame does with the result of its callee", {
    terminal: true,
    code: "CONTINUE",
  }),
  define("leave_loop", "none", "v --", "The frame was called from TypeScript: the loop ends with the result", {
    terminal: true,
    code: `
      const v = POP();
      i32[fp + 4] = sp << 2;
      return v;`,
  }),
];
