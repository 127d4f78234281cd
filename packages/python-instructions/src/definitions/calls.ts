import type { ComplexDefinition } from "@hotpy/bytecode";
import { FRAME_IP } from "@hotpy/frame-stack";
import { NONE } from "@hotpy/memory";
import { DICT_COUNT, FUNCTION_GLOBALS, SHAPE_DICT, TAIL_SIZE, TUPLE_ITEMS, UNDECIDED } from "@hotpy/object-model";
import { ENDING_SHIFT, ENDS_ATTEMPT, ENDS_OUTSIDE, ENDS_WITHOUT } from "@hotpy/python-objects";
import { define } from "./define.js";

/** More arguments than so many, of each kind, are spread out of line. */
const MOST_SPREAD = 32;

const bits = (flags: number): number => (flags & 1) + ((flags >> 1) & 1) + ((flags >> 2) & 1) + ((flags >> 3) & 1);

/** Takes the result of a callee, and the continuation that waits for it with so many words, off the stack: execution goes on where the call stands. */
const endContinuation = (words: number | "(ending & 7)"): string => `
  ip = ((TOP(2) & -2) << 1) >>> 2;
  // There may be another continuation, which is found by this.
  i32[fp + ${FRAME_IP >>> 2}] = ip << 2;
  DROP(${words} + 2);`;

export const callInstructions: readonly ComplexDefinition[] = [
  define("call", "count", "-- r", "Calls f with n positional arguments", {
    caches: 4,
    pops: (n) => n + 1,
    code: `
      const count = ARG, first = sp - count, cut = first - 1;
      CALL(i32[cut], first, count, 0, cut, NEXT_IP)`,
  }),
  define("call_method", "count", "-- r", "Calls what load_method left with n more arguments", {
    caches: 4,
    pops: (n) => n + 2,
    code: `
      let count = ARG + 1, first = sp - count;
      const cut = first - 1;
      let callee = i32[cut];
      if (callee === 1) { callee = i32[first++]; count--; }
      CALL(callee, first, count, 0, cut, NEXT_IP)`,
  }),
  define("call_keywords", "count", "-- r", "Calls f with n arguments of which the last are named by the tuple on top", {
    pops: (n) => n + 2,
    code: `
      const names = TOP(1), first = sp - ARG - 1, cut = first - 1;
      CALL(i32[cut], first, ARG, names, cut, NEXT_IP)`,
  }),
  define("call_spread", "flags", "-- r", "f(*args) or, flag 1, f(*args, **kwargs)", {
    pops: (flags) => 2 + (flags & 1),
    code: `
      const size = spreadItems(TOP(1 + ARG), sp << 2);
      if (size >= 0) {
        let names = 0, top = sp + size;
        if (ARG === 1) {
          const dict = TOP(1);
          names = IS_OBJECT(dict) && SHAPE(dict) === ${SHAPE_DICT} && FIELD(dict, ${DICT_COUNT}) <= ${MOST_SPREAD} ? spreadKeywords(dict, top << 2) : ${UNDECIDED};
        }
        if (names !== ${UNDECIDED}) {
          const first = sp, cut = sp - 2 - ARG;
          sp = names === 0 ? top : top + FIELD(names, ${TAIL_SIZE});
          CALL(i32[cut], first, sp - first, names, cut, NEXT_IP)
        }
      }
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
      if ((ARG & 6) === 0) {
        const closure = ARG >> 3, running = FUNCTION_OF_FRAME;
        const module = getOr(FIELD(running, ${FUNCTION_GLOBALS}), moduleName, ${NONE});
        if (module !== ${UNDECIDED}) {
          const fn = newFunction(TOP(1), running, (ARG & 1) === 0 ? 0 : i32[sp - 2 - closure], closure === 0 ? 0 : TOP(2), module);
          if (fn !== 0) {
            sp -= 1 + (ARG & 1) + closure;
            PUSH(fn);
            NEXT
          }
        }
      }
      SAVE
      CHECK(makeFunction(sp, ARG, FUNCTION_OF_FRAME))
      sp -= 1 + (ARG & 1) + ((ARG >> 1) & 1) + ((ARG >> 2) & 1) + ((ARG >> 3) & 1);
      PUSH(result);`,
    },
  ),
  define("return", "none", "v --", "Returns v to the caller", {
    terminal: true,
    // A frame that programs have an object of.
    code: "if (GENERATOR_OF_FRAME !== 0) {\nSAVE\nCHECK(retireFrame())\n}\nRETURN(TOP(1))",
  }),
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
        ${endContinuation(0)}
        GOTO
      }
      CONTINUE`,
    },
  ),
  define("continue_with", "count", "v --", "Continuation: what the frame does with the result of its callee", {
    terminal: true,
    // What is left stands in place of the words that the continuation keeps and of the ip.
    code: `
      const ending = ARG >> ${ENDING_SHIFT};
      let v = TOP(1);
      if (ending > ${ENDS_WITHOUT}) v = endPlain(ending, v, sp << 2);
      else if (ending === ${ENDS_ATTEMPT} ? v === notImplemented : ending === ${ENDS_OUTSIDE}) v = 0;
      if (v !== 0) {
        ${endContinuation("(ending & 7)")}
        if (ending !== ${ENDS_WITHOUT}) PUSH(v);
        GOTO
      }
      CONTINUE`,
  }),
  define("leave_loop", "none", "v --", "The frame was called from TypeScript: the loop ends with the result", {
    terminal: true,
    code: `
      const v = POP();
      i32[fp + 4] = sp << 2;
      return v;`,
  }),
];
