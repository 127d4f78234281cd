import {
  FRAME_CODE,
  FRAME_DEPTH,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
} from "@hotpy/frame-stack";
import type { LoopTail } from "@hotpy/interpreter";
import { STATE_DEPTH_LIMIT, STATE_FRAME, STATE_REQUEST, STATE_STACK_LIMIT } from "@hotpy/memory";
import {
  CODE_ARGUMENTS,
  CODE_COUNTER,
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_STACK,
  CODE_START,
  CODE_UNCOUNTED,
  FUNCTION_CODE,
  FUNCTION_DEFAULTS,
  METHOD_FUNCTION,
  METHOD_SELF,
  NATIVE_INDEX,
  NATIVE_SELF,
  SHAPE_FUNCTION,
  SHAPE_METHOD,
  SHAPE_NATIVE,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import { CODE_PLAIN } from "@hotpy/python-objects";
import { operationSwitch } from "../native-operations.js";

/**
 * Calls `callee` with `count` arguments at word index `first`; `cut` is the stack pointer without all operands of the call.
 * Short cuts for functions, of methods too, whose parameters match or have defaults, and for natives; the rest is out of line.
 */
export const call: LoopTail = {
  name: "call",
  parameters: { callee: "i32", first: "i32", count: "i32", cut: "i32" },
  caches: 4,
  code: `if ((callee & 1) === 0) {
    let shape = i32[callee >>> 2] >>> 8;
    if (shape === ${SHAPE_METHOD}) {
      // The word below the arguments is free: it held what was called.
      first--;
      count++;
      i32[first] = FIELD(callee, ${METHOD_SELF});
      callee = FIELD(callee, ${METHOD_FUNCTION});
      shape = (callee & 1) !== 0 ? 0 : i32[callee >>> 2] >>> 8;
    }
    if (shape === ${SHAPE_FUNCTION}) {
      const code = i32[(callee + ${FUNCTION_CODE}) >>> 2] >>> 2;
      let missing = i32[code + ${CODE_ARGUMENTS >>> 2}] - count, fallback = 0;
      if (missing > 0) {
        const defaults = FIELD(callee, ${FUNCTION_DEFAULTS});
        if (defaults !== 0 && FIELD(defaults, ${TAIL_SIZE}) >= missing)
          fallback = ((defaults + ${TUPLE_ITEMS}) >>> 2) + FIELD(defaults, ${TAIL_SIZE}) - missing;
      }
      if ((missing === 0 || fallback !== 0) && (i32[code + ${CODE_FLAGS >>> 2}] & ${CODE_PLAIN | CODE_UNCOUNTED}) === ${CODE_PLAIN}) {
        const slots = sp + ${FRAME_SLOTS >>> 2};
        const operands = slots + i32[code + ${CODE_LOCALS >>> 2}];
        const depth = i32[fp + ${FRAME_DEPTH >>> 2}] + 1;
        const countdown = i32[code + ${CODE_COUNTER >>> 2}];
        if (countdown > 0 && (operands + i32[code + ${CODE_STACK >>> 2}]) << 2 <= i32[${STATE_STACK_LIMIT >>> 2}] && depth <= i32[${STATE_DEPTH_LIMIT >>> 2}] && i32[${STATE_REQUEST >>> 2}] === 0) {
          i32[code + ${CODE_COUNTER >>> 2}] = countdown - 1;
          i32[fp + ${FRAME_IP >>> 2}] = NEXT_IP << 2;
          i32[fp + ${FRAME_SP >>> 2}] = cut << 2;
          i32[sp + ${FRAME_PREVIOUS >>> 2}] = fp << 2;
          i32[sp + ${FRAME_CODE >>> 2}] = code << 2;
          i32[sp + ${FRAME_FUNCTION >>> 2}] = callee;
          i32[sp + ${FRAME_DEPTH >>> 2}] = depth;
          i32[sp + ${FRAME_GENERATOR >>> 2}] = 0;
          fp = sp;
          sp = slots;
          while (count > 0) { i32[sp++] = i32[first++]; count--; }
          while (missing > 0) { i32[sp++] = i32[fallback++]; missing--; }
          while (sp < operands) i32[sp++] = 0;
          i32[${STATE_FRAME >>> 2}] = fp << 2;
          ip = i32[code + ${CODE_START >>> 2}] >>> 2;
          GOTO
        }
        if (countdown <= 0) {
          sp = cut;
          SAVE
          // A value if a trace has run, else the function's frame has been pushed.
          result = invoke(callee, first << 2, count, 0);
          if (result === 2) REENTER
          if (result === 0) RAISE
          PUSH(result);
          NEXT
        }
      }
    } else if (shape === ${SHAPE_NATIVE} && i32[(callee + ${NATIVE_SELF}) >>> 2] === 0) {
      const operation = u8[nativeOperations + i32[(callee + ${NATIVE_INDEX}) >>> 2]];
      if (operation !== 0) {${operationSwitch}}
      SAVE
      CHECK(callNative(callee, first << 2, count, cut << 2))
      sp = cut;
      PUSH(result);
      NEXT
    }
  }
  sp = cut;
  SAVE
  RESULT(invoke(callee, first << 2, count, 0))`,
};
