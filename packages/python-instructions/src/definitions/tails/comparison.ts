import type { LoopTail } from "@hotpy/interpreter";
import { SHAPE_STR1, SHAPE_STR4, STR_DATA, TAIL_SIZE, UNDECIDED } from "@hotpy/object-model";
import { BINARY_OPERATORS } from "@hotpy/python-objects";

/** Not a view: those are rare. */
const isString = (word: string): string => `SHAPE(${word}) >= ${SHAPE_STR1} && SHAPE(${word}) <= ${SHAPE_STR4}`;
const ARE_STRINGS = `((a | b) & 1) === 0 && ${isString("a")} && ${isString("b")}`;

/** The result of the comparison with index `operator` in COMPARISONS, of two numbers `x` and `y` of the same kind. */
const compared =
  "(operator === 0 ? x < y : operator === 1 ? x <= y : operator === 2 ? x > y : operator === 3 ? x >= y : operator === 4 ? x === y : x !== y)";

const compareStrings = (use: (outcome: string) => string): string => `  if (${ARE_STRINGS}) {
    let x = 0, y = 0;
    if (operator < 4) x = orderOfStrings(a, b);
    else if (a !== b) {
      // Most strings that differ do so in size or in their first characters.
      x = FIELD(a, ${TAIL_SIZE}) !== FIELD(b, ${TAIL_SIZE}) || FIELD(a, ${STR_DATA}) !== FIELD(b, ${STR_DATA}) ? 1 : equalStrings(a, b) ? 0 : 1;
    }
    ${use(compared)}
  }`;

const outOfLine = `ATTEMPT(operator + ${BINARY_OPERATORS.length}, a, b, sp - 2)`;

/** The result goes to the stack. */
const pushed = (outcome: string): string => `const outcome = BOOL(${outcome});\nDROP(2);\nPUSH(outcome);\nNEXT`;

/** Of lists, tuples and sets. */
const compareContainers = (use: (outcome: string) => string): string => `{
    const found = comparePlain(operator, a, b);
    if (found !== ${UNDECIDED}) {
      ${use("found === TRUE_WORD")}
    }
  }`;

/** In single steps a jump behind is executed for itself. */
const inSteps = `
  ${compareStrings(pushed)}
  if (IS_INTEGER(a) && IS_INTEGER(b)) {
    const x = compareIntegers(a, b), y = 0;
    ${pushed(compared)}
  }
  ${compareContainers(pushed)}
  ${outOfLine}`;

/**
 * Comparisons of strings and of wide integers, each followed by what is done with its result; others are compared out of line.
 */
const compareObjects = (use: (outcome: string) => string): string => `
  ${compareStrings(use)}
  if (IS_WIDE(a) && IS_WIDE(b)) {
    const x = WIDE(a), y = WIDE(b);
    ${use(compared)}
  }
  if (IS_INTEGER(a) && IS_INTEGER(b)) {
    const x = compareIntegers(a, b), y = 0;
    ${use(compared)}
  }
  ${compareContainers(use)}
  ${outOfLine}`;

/** A comparison of operands that are not both small integers. */
export const compareSlow: LoopTail = {
  name: "compare_slow",
  parameters: { operator: "i32", a: "i32", b: "i32" },
  caches: 2,
  code: compareObjects(pushed),
  stepCode: inSteps,
};

/** Jumps as the instruction behind the comparison does. */
const jumpBy = (outcome: string): string => `
  const jump = (ip + 3) | 0;
  DROP(2);
  ip = ${outcome} ? jump + 1 : jump + (i32[jump] >> 8);
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
