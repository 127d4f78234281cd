import type { ComplexDefinition } from "@hotpy/bytecode";
import { UNDECIDED } from "@hotpy/dict";
import { SHAPE_DICT } from "@hotpy/object-model";
import { SHAPE_FROZENSET, SHAPE_SET } from "@hotpy/python-objects";
import { define } from "./define.js";

const COMPARISONS = [
  ["lt", "<", "<"],
  ["le", "<=", "<="],
  ["gt", ">", ">"],
  ["ge", ">=", ">="],
  ["eq", "==", "==="],
  ["ne", "!=", "!=="],
] as const;

const comparison = ([name, sign, operator]: (typeof COMPARISONS)[number], number: number): ComplexDefinition =>
  define(`compare_${name}`, "none", "a b -- r", `a ${sign} b`, {
    caches: 2,
    code: `
      const b = TOP(1), a = TOP(2);
      if (BOTH_SMALL(a, b)) { DROP(1); TOP(1) = BOOL(a ${operator} b); NEXT }
      COMPARE_SLOW(${number}, a, b)`,
  });

/** With the jump that follows: where the operands allow it no bool is made. Else the jump is executed where it stands. */
const fused = ([name, sign, operator]: (typeof COMPARISONS)[number], number: number): ComplexDefinition => {
  const decide = (test: string): string => `{
    DROP(2);
    const jump = ip + 3;
    ip = ${test} ? jump + 1 : jump + (i32[jump] >> 8);
    GOTO
  }`;
  return define(`compare_${name}_jump_false`, "none", "a b -- r", `a ${sign} b, then jump if false`, {
    caches: 2,
    fuses: [`compare_${name}`, "jump_if_false"],
    code: `
      const b = TOP(1), a = TOP(2);
      if (BOTH_SMALL(a, b)) ${decide(`a ${operator} b`)}
      COMPARE_JUMP(${number}, a, b)`,
  });
};

export const comparisonInstructions: readonly ComplexDefinition[] = [
  ...COMPARISONS.map(comparison),
  define("is_same", "flags", "a b -- r", "a is b; flag 1: is not", {
    code: "const b = POP(); TOP(1) = BOOL((TOP(1) === b) !== (ARG === 1));",
  }),
  define("contains", "flags", "item container -- r", "item in container; flag 1: not in", {
    caches: 2,
    code: `
      const o = TOP(1), k = TOP(2);
      if (IS_OBJECT(o)) {
        const shape = SHAPE(o);
        if (shape === ${SHAPE_DICT}) DICT_ACCESS(2, o, k, 0, (sp - 2) | 0, (ip + 3) | 0)
        const found = shape === ${SHAPE_SET} || shape === ${SHAPE_FROZENSET} ? setContains(o, k) : containsPlain(o, k);
        if (found !== ${UNDECIDED}) { DROP(1); TOP(1) = BOOL((found === TRUE_WORD) !== (ARG !== 0)); NEXT }
      }
      CONTAINS_BY_METHOD(o, k)`,
  }),
  ...COMPARISONS.map((each, number) => fused(each, number)),
];
