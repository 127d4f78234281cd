import type { LoopTail } from "@hotpy/interpreter";
import { SHAPE_STR1 } from "@hotpy/object-model";
import { equalText } from "./equal-text.js";

/** Whether `a` and `b` are strings, of Latin-1, that are tested for equality; then `isSame` becomes the answer. */
const TESTED_STRINGS = `operator >= 4 && ((a | b) & 1) === 0 && SHAPE(a) === ${SHAPE_STR1} && SHAPE(b) === ${SHAPE_STR1}`;
const testStrings = `let isSame = a === b ? 1 : 0;\nif (isSame === 0) {${equalText("a", "b")}}`;

/** The answer of the comparison with index `operator` in COMPARISONS, of two numbers `x` and `y` of the same kind. */
const compared = "(operator === 0 ? x < y : operator === 1 ? x <= y : operator === 2 ? x > y : operator === 3 ? x >= y : operator === 4 ? x === y : x !== y)";

/** A comparison of operands that are not both small integers. */
export const compareSlow: LoopTail = {
  name: "compare_slow",
  caches: 2,
  code: `
    DROP(2);
    if (${TESTED_STRINGS}) {
      ${testStrings}
      PUSH(BOOL((isSame === 1) === (operator === 4)));
      NEXT
    }
    if (IS_WIDE(a) && IS_WIDE(b)) {
      const x = WIDE(a), y = WIDE(b);
      PUSH(BOOL(${compared}));
      NEXT
    }
    SAVE
    RESULT(compare(operator, a, b))`,
  stepCode: "DROP(2);\nSAVE\nRESULT(compare(operator, a, b))",
};

/**
 * A comparison with the jump behind it, of floats and strings; others are compared out of line and the jump executed for
 * itself.
 */
export const compareJump: LoopTail = {
  name: "compare_jump",
  caches: 2,
  code: `
    if (BOTH_FLOAT(a, b)) {
      const x = FLOAT_OF(a), y = FLOAT_OF(b);
      const jump = (ip + 3) | 0;
      DROP(2);
      if (${compared}) ip = jump + 1;
      else ip = jump + (i32[jump] >> 8);
      GOTO
    }
    if (${TESTED_STRINGS}) {
      ${testStrings}
      const jump = (ip + 3) | 0;
      DROP(2);
      ip = (isSame === 1) === (operator === 4) ? jump + 1 : jump + (i32[jump] >> 8);
      GOTO
    }
    if (IS_WIDE(a) && IS_WIDE(b)) {
      const x = WIDE(a), y = WIDE(b), jump = (ip + 3) | 0;
      DROP(2);
      ip = ${compared} ? jump + 1 : jump + (i32[jump] >> 8);
      GOTO
    }
    DROP(2);
    SAVE
    RESULT(compare(operator, a, b))`,
  stepCode: "DROP(2);\nSAVE\nRESULT(compare(operator, a, b))",
};
