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
import {
  STATE_ALLOC_LIMIT,
  STATE_ALLOC_TOP,
  STATE_DEPTH_LIMIT,
  STATE_FRAME,
  STATE_REQUEST,
  STATE_STACK_LIMIT,
} from "@hotpy/memory";
import {
  CODE_ARGUMENTS,
  CODE_COUNTER,
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_STACK,
  CODE_START,
  CODE_UNCOUNTED,
  FIRST_DYNAMIC_SHAPE,
  FUNCTION_CODE,
  FUNCTION_DEFAULTS,
  INSTANCE_VALUE,
  METHOD_FUNCTION,
  METHOD_SELF,
  NATIVE_INDEX,
  NATIVE_SELF,
  NATIVE_SHAPES,
  SHAPE_FUNCTION,
  SHAPE_METHOD,
  SHAPE_NATIVE,
  SHAPE_TYPE,
  TAIL_SIZE,
  TUPLE_ITEMS,
  TYPE_CALL_BYTES,
  TYPE_CALL_OPERATION,
  TYPE_CALL_VERSION,
  TYPE_INITIALISER,
  TYPE_ROOT_SHAPE,
  TYPE_VERSION,
  UNDECIDED,
} from "@hotpy/object-model";
import {
  CALLS_NEW,
  CODE_PLAIN,
  type LoopOperation,
  MAKES_CARRIER,
  MAKES_EXCEPTION,
  MAKES_STR,
  OPERATION_MASK,
} from "@hotpy/python-objects";
import { specialMethod } from "../../special-methods.js";
import { isKnown, isKnownFunction, methodEntry, methodIn } from "../../vm/attribute-table.js";
import { kernelCall, operationSwitch, takeValue } from "../native-operations.js";

/** Saves the caller's ip and sp, before what is called out of line. */
const SAVE_CALLER = `sp = cut;
  i32[fp + ${FRAME_IP >>> 2}] = after << 2;
  i32[fp + ${FRAME_SP >>> 2}] = cut << 2;`;

/**
 * A class whose call is a fresh instance and its initialiser: allocates the instance, and goes on as a call of the initialiser, under
 * the continuation that leaves the instance. One whose call is that of its `__new__` goes on so, with the class in front.
 */
const makeInstance = `
  if (shape === ${SHAPE_TYPE} && FIELD(callee, ${TYPE_CALL_VERSION}) === FIELD(callee, ${TYPE_VERSION})) {
    const initialiser = FIELD(callee, ${TYPE_INITIALISER}), makes = FIELD(callee, ${TYPE_CALL_OPERATION});
    // Made first, as an instance is fresh memory until it is filled.
    const bytes = FIELD(callee, ${TYPE_CALL_BYTES});
    let value = 0, isRoom = 1, begin = 0;
    if (bytes === ${CALLS_NEW}) {
      isRoom = 0;
      if (prepareNew(callee, first << 2, count, names, cut << 2, (after << 1) | 1) !== 0) {
        after = newContinuation >>> 2;
        begin = cut + 4;
      }
    } else if (makes === ${MAKES_CARRIER} || makes === ${MAKES_EXCEPTION} && names === 0) value = firstFieldFor(callee, first << 2, count);
    if (makes >= ${MAKES_CARRIER} && value === 0) isRoom = 0;
    const instance = i32[${STATE_ALLOC_TOP >>> 2}];
    if (isRoom === 1 && (initialiser !== 0 || count === 0 || makes === ${MAKES_EXCEPTION}) && ((i32[${STATE_ALLOC_LIMIT >>> 2}] - instance) | 0) >= bytes) {
      let slot = instance >>> 2;
      const end = slot + (bytes >>> 2);
      i32[${STATE_ALLOC_TOP >>> 2}] = instance + bytes;
      i32[slot++] = (FIELD(callee, ${TYPE_ROOT_SHAPE}) << 8) | 1;
      while (slot < end) i32[slot++] = 0;
      if (value !== 0) FIELD(instance, ${INSTANCE_VALUE}) = value;
      if (initialiser === 0) {
        sp = cut;
        PUSH(instance);
        ip = after;
        GOTO
      }
      // Up by two or three words: the instance and the real ip come below, and again the instance in front.
      let i = count - 1;
      while (i >= 0) { i32[cut + 3 + i] = i32[first + i]; i--; }
      i32[cut] = instance;
      i32[cut + 1] = (after << 1) | 1;
      i32[cut + 2] = instance;
      after = initContinuation >>> 2;
      begin = cut + 2;
    }
    if (begin !== 0) {
      cut = begin;
      first = cut;
      count++;
      sp = cut + count;
      callee = initialiser;
      shape = ${SHAPE_FUNCTION};
    }
  }`;

/** A native that does no more than to call a method of its argument, or `str`: goes on as a call of that method, where the table of attributes knows it. */
const askMethod = `
  if (shape !== ${SHAPE_FUNCTION} && count === 1 && names === 0) {
    let name = 0, ends = 0;
    if ((shape & ${NATIVE_SHAPES}) === ${SHAPE_NATIVE}) {
      const asked = (nativeAsks >>> 2) + (FIELD(callee, ${NATIVE_INDEX}) << 1);
      name = i32[asked];
      ends = i32[asked + 1];
    } else if (shape === ${SHAPE_TYPE} && FIELD(callee, ${TYPE_CALL_OPERATION}) === ${MAKES_STR}) {
      name = i32[(operatorMethods >>> 2) + ${specialMethod("str")}];
      ends = strContinuation;
    }
    const x = i32[first];
    if (name !== 0 && IS_OBJECT(x) && SHAPE(x) >= ${FIRST_DYNAMIC_SHAPE}) {
      const of = SHAPE(x);
      const entry = ${methodEntry("of", "name")};
      // At the limit of depth the native says what it was about.
      if (${isKnownFunction("entry", "of", "name")} && i32[fp + ${FRAME_DEPTH >>> 2}] < i32[${STATE_DEPTH_LIMIT >>> 2}]) {
        callee = ${methodIn("entry")};
        shape = ${SHAPE_FUNCTION};
        i32[cut] = (after << 1) | 1;
        i32[cut + 1] = x;
        cut = cut + 1;
        first = cut;
        sp = cut + 1;
        after = ends >>> 2;
      }
    }
  }`;

/** An object whose class has a `__call__` that the table of attributes knows: goes on as a call of that, with the object in front. */
const callInstance = `
  if (shape >= ${FIRST_DYNAMIC_SHAPE} && cut < first) {
    const of = shape, name = i32[(operatorMethods >>> 2) + ${specialMethod("call")}];
    const entry = ${methodEntry("of", "name")};
    if (${isKnown("entry", "of", "name")}) {
      // The word below the arguments is free: it held what was called.
      first--;
      count++;
      i32[first] = callee;
      callee = ${methodIn("entry")};
      shape = (callee & 1) !== 0 ? 0 : i32[callee >>> 2] >>> 8;
    }
  }`;

/**
 * Calls `callee` with `count` arguments at word index `first`, of which the last are named by the tuple `names` (0: none); `cut` is the
 * stack pointer without all operands of the call, and the caller goes on at word index `after`. Short cuts for functions, of methods too,
 * for plain classes, and for natives; the rest is out of line.
 */
export const callTail = (operations: readonly LoopOperation[]): LoopTail => ({
  name: "call",
  parameters: { callee: "i32", first: "i32", count: "i32", names: "i32", cut: "i32", after: "i32" },
  caches: 4,
  code: `if ((callee & 1) === 0) {
    let shape = i32[callee >>> 2] >>> 8;
    ${makeInstance}
    ${askMethod}
    if (shape === ${SHAPE_TYPE} && FIELD(callee, ${TYPE_CALL_OPERATION}) !== 0) {
      const made = constructPlain(callee, count, first << 2, names);
      if (made !== ${UNDECIDED}) {
        sp = cut;
        PUSH(made);
        ip = after;
        GOTO
      }
    }
    ${callInstance}
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
      const flags = i32[code + ${CODE_FLAGS >>> 2}];
      const countdown = i32[code + ${CODE_COUNTER >>> 2}];
      if (countdown > 0) {
        const slots = sp + ${FRAME_SLOTS >>> 2};
        const operands = slots + i32[code + ${CODE_LOCALS >>> 2}];
        const depth = i32[fp + ${FRAME_DEPTH >>> 2}] + 1;
        if ((flags & ${CODE_UNCOUNTED}) === 0 && (operands + i32[code + ${CODE_STACK >>> 2}]) << 2 <= i32[${STATE_STACK_LIMIT >>> 2}] && depth <= i32[${STATE_DEPTH_LIMIT >>> 2}] && i32[${STATE_REQUEST >>> 2}] === 0) {
          let missing = i32[code + ${CODE_ARGUMENTS >>> 2}] - count, fallback = 0, filled = 0;
          if ((flags & ${CODE_PLAIN}) !== 0 && names === 0) {
            if (missing > 0) {
              const defaults = FIELD(callee, ${FUNCTION_DEFAULTS});
              if (defaults !== 0 && FIELD(defaults, ${TAIL_SIZE}) >= missing)
                fallback = ((defaults + ${TUPLE_ITEMS}) >>> 2) + FIELD(defaults, ${TAIL_SIZE}) - missing;
            }
            if (missing === 0 || fallback !== 0) {
              filled = slots;
              while (count > 0) { i32[filled++] = i32[first++]; count--; }
              while (missing > 0) { i32[filled++] = i32[fallback++]; missing--; }
            }
          } else if (bindArguments(callee, first << 2, count, names, slots << 2) === 1) filled = slots + missing + count;
          if (filled !== 0) {
            i32[code + ${CODE_COUNTER >>> 2}] = countdown - 1;
            i32[fp + ${FRAME_IP >>> 2}] = after << 2;
            i32[fp + ${FRAME_SP >>> 2}] = cut << 2;
            i32[sp + ${FRAME_PREVIOUS >>> 2}] = fp << 2;
            i32[sp + ${FRAME_CODE >>> 2}] = code << 2;
            i32[sp + ${FRAME_FUNCTION >>> 2}] = callee;
            i32[sp + ${FRAME_DEPTH >>> 2}] = depth;
            i32[sp + ${FRAME_GENERATOR >>> 2}] = 0;
            fp = sp;
            sp = filled;
            while (sp < operands) i32[sp++] = 0;
            i32[${STATE_FRAME >>> 2}] = fp << 2;
            ip = i32[code + ${CODE_START >>> 2}] >>> 2;
            GOTO
          }
        }
      } else {
        ${SAVE_CALLER}
        // A value if a trace has run, else the function's frame has been pushed.
        result = invoke(callee, first << 2, count, names);
        if (result === 2) REENTER
        if (result === 0) RAISE
        PUSH(result);
        ip = after;
        GOTO
      }
    } else if ((shape & ${NATIVE_SHAPES}) === ${SHAPE_NATIVE} && (FIELD(callee, ${NATIVE_SELF}) === 0 || cut < first)) {
      const self = FIELD(callee, ${NATIVE_SELF});
      if (self !== 0) {
        // As of a method.
        first--;
        count++;
        i32[first] = self;
      }
      const index = i32[(callee + ${NATIVE_INDEX}) >>> 2];
      let operation = 0;
      if (names === 0) {
        operation = u8[nativeOperations + index] & ${OPERATION_MASK};
        ${takeValue}
      }
      // What is called is found on the stack, where \`self\` stands now.
      ${operations.map(({ callsByStack }, i) => (callsByStack ? `if (self !== 0 && operation === ${i + 1}) operation = 0;` : "")).join("")}
      if (operation !== 0) {${operationSwitch(operations)}}
      ${kernelCall}
      if (names === 0) {
        i32[fp + ${FRAME_IP >>> 2}] = after << 2;
        i32[fp + ${FRAME_SP >>> 2}] = sp << 2;
        CHECK(callNative(callee, first << 2, count, cut << 2))
        sp = cut;
        PUSH(result);
        ip = after;
        GOTO
      }
      if (self !== 0) {
        first++;
        count--;
      }
    }
  }
  ${SAVE_CALLER}
  RESULT(invoke(callee, first << 2, count, names))
  ip = after;
  GOTO`,
});
