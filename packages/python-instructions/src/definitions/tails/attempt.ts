import type { LoopTail } from "@hotpy/interpreter";
import { FIRST_DYNAMIC_SHAPE, SHAPE_FLOAT, UNDECIDED } from "@hotpy/object-model";
import { BINARY_OPERATORS } from "@hotpy/python-objects";
import { callKey, inPlaceKey, isKnownFunction, METHOD_ENTRY, methodIn } from "../../vm/attribute-table.js";

const OPERATORS = BINARY_OPERATORS.length;
/** The attempts to call the left operand's method and the right operand's; see `operators.ts` of python-objects. */
const [LEFT, RIGHT] = [2, 3];

/**
 * A binary operator (`number` is its index in BINARY_OPERATORS) or a comparison (its index in COMPARISONS, behind those) of operands for
 * which there is no short cut, at the instruction at `ip`, whose operands begin at word index `base`. A method in Python of the left
 * operand's class, which the table of attributes knows, is called at once, if the right operand's comes not before it: its class is that
 * of the left operand or a builtin one. So is one of the right operand's class where the left one is a number. All else is out of line.
 */
export const attempt: LoopTail = {
  name: "attempt",
  parameters: { number: "i32", a: "i32", b: "i32", base: "i32" },
  caches: 2,
  code: `
    w = i32[ip];
    let self = a, other = b, at = ${LEFT}, name = i32[(operatorMethods >>> 2) + number];
    if (IS_OBJECT(b) && SHAPE(b) >= ${FIRST_DYNAMIC_SHAPE} && ((a & 1) !== 0 || SHAPE(a) <= ${SHAPE_FLOAT})) {
      self = b;
      other = a;
      at = ${RIGHT};
      name += ${callKey(0)};
    } else if (ARG !== 0) name += ${inPlaceKey(0)};
    if (IS_OBJECT(self) && SHAPE(self) >= ${FIRST_DYNAMIC_SHAPE}) {
      const shape = SHAPE(self);
      const entry = ${METHOD_ENTRY};
      if (${isKnownFunction("entry")}) {
        const otherShape = (other & 1) !== 0 ? 0 : SHAPE(other);
        if (otherShape === shape || otherShape < ${FIRST_DYNAMIC_SHAPE}) {
          i32[base] = ((number < ${OPERATORS} ? (number << 3) | (ARG << 2) | at : ((number - ${OPERATORS}) << 2) | at) << 1) | 1;
          i32[base + 1] = a;
          i32[base + 2] = b;
          i32[base + 3] = (NEXT_IP << 1) | 1;
          i32[base + 4] = self;
          i32[base + 5] = other;
          sp = base + 6;
          CALL(${methodIn("entry")}, base + 4, 2, 0, base + 4, (number < ${OPERATORS} ? attemptContinuation : comparisonContinuation) >>> 2)
        }
      }
    }
    if (IS_OBJECT(a) && SHAPE(a) >= ${FIRST_DYNAMIC_SHAPE} || IS_OBJECT(b) && SHAPE(b) >= ${FIRST_DYNAMIC_SHAPE}) {
      let found = ${UNDECIDED};
      if (number >= ${OPERATORS}) found = compareCarried(number - ${OPERATORS}, a, b);
      else if (ARG === 0) found = operateOnCarried(number, a, b);
      if (found !== ${UNDECIDED} && found !== 0) {
        sp = base;
        PUSH(found);
        NEXT
      }
    }
    sp = base;
    SAVE
    RESULT(number < ${OPERATORS} ? binary(number, ARG, a, b) : compare(number - ${OPERATORS}, a, b))`,
};
