import type { LoopTail } from "@hotpy/interpreter";
import { SHAPE_STR1 } from "@hotpy/object-model";
import { equalText } from "./equal-text.js";

/** Whether `a` and `b` are strings, of Latin-1, that are tested for equality; then `isSame` becomes the answer. */
const TESTED_STRINGS = `operator >= 4 && ((a | b) & 1) === 0 && SHAPE(a) === ${SHAPE_STR1} && SHAPE(b) === ${SHAPE_STR1}`;
const testStrings = `let isSame = a === b ? 1 : 0;\nif (isSame === 0) {${equalText("a", "b")}}`;

/** The answer of the comparison with index `operator` in COMPARISONS, of two numbers `x` and `y` of the same kind. */
const compared =
  "(operator === 0 ? x < y : operator === 1 ? x <= y : operator === 2 ? x > y : operator === 3 ? x >= y : operator === 4 ? x === y : x !== y)";

const outOfLine = "DROP(2);\nSAVE\nRESULT(compare(operator, a, b))";

/** In single steps a jump behind is executed for itself. */
const inSteps = `
  if (IS_INTEGER(a) && IS_INTEGER(b)) {
    const x = compareIntegers(a, b), y = 0;
    const answer = BOOL(${compared});
    DROP(2);
    PUSH(answer);
    NEXT
  }
  ${outOfLine}`;

/**
 * Comparisons of strings and of wide integers, each followed by what is done with its answer; others are compared out of line.
 */
const compareObjects = (use: (answer: string) => string): string => `
  if (${TESTED_STRINGS}) {
    ${testStrings}
    ${use("(isSame === 1) === (operator === 4)")}
  }
  if (IS_WIDE(a) && IS_WIDE(b)) {
    const x = WIDE(a), y = WIDE(b);
    ${use(compared)}
  }
  if (IS_INTEGER(a) && IS_INTEGER(b)) {
    const x = compareIntegers(a, b), y = 0;
    ${use(compared)}
  }
  ${outOfLine}`;

/** A comparison of operands that are not both small integers. */
export const compareSlow: LoopTail = {
  name: "compare_slow",
  parameters: { operator: "i32", a: "i32", b: "i32" },
  caches: 2,
  code: compareObjects((answer) => `const answer = BOOL(${answer});\nDROP(2);\nPUSH(answer);\nNEXT`),
  stepCode: inSteps,
};

/** Jumps as the instruction behind the comparison does. */
const jumpBy = (answer: string): string => `
  const jump = (ip + 3) | 0;
  DROP(2);
  ip = ${answer} ? jump + 1 : jump + (i32[jump] >> 8);
  GOTO`;

/** A comparison with the jump behind it. What is compared out of line leaves its jump to be executed for itself. */
export const compareJump: LoopTail = {
  name: "compare_jump",
  parameters: { operator: "i32", a: "i32", b: "i32" },
  caches: 2,
  code: `
    if (BOTH_FLOAT(a, b)) {
      const x = FLOAT_OF(a), y = FLOAT_OF(b);
      ${jumpBy(compared)}
    }
    ${compareObjects(jumpBy)}`,
  stepCode: inSteps,
};
