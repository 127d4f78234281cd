/// Rules and ranges of integer instructions. Overflow checks that ranges make needless become unchecked operations.

import type { CoreName } from "@hotpy/bytecode";
import type { Range } from "@hotpy/trace";
import {
  addRanges,
  andRange,
  BOOLEAN,
  contains,
  decideEqual,
  decideLess,
  INT32,
  INT64,
  multiplyRanges,
  quotientRange,
  range,
  remainderRange,
  shiftRightRange,
  subtractRanges,
} from "./range.js";
import { as, type Outcome, type Rule, type View, value } from "./rule.js";

const rangeOf = (view: View, id: number): Range => view.fact(id).range ?? INT64;
const constantOf = (view: View, id: number): bigint | undefined => {
  const { constant } = view.fact(id);
  return constant === undefined ? undefined : BigInt(constant);
};
const truth = (view: View, holds: boolean | undefined): Outcome =>
  holds === undefined ? undefined : value(view.constant("const_i32", holds ? 1 : 0));

function unchecked(op: CoreName, result: (a: Range, b: Range) => Range, neutral: bigint, leftNeutral: boolean): Rule {
  return (view, [a, b]) => {
    if (constantOf(view, b) === neutral) return value(a);
    if (leftNeutral && constantOf(view, a) === neutral) return value(b);
    return contains(INT64, result(rangeOf(view, a), rangeOf(view, b))) ? as(op, [a, b]) : undefined;
  };
}

const neutralOnly =
  (neutral: bigint, leftNeutral: boolean): Rule =>
  (view, [a, b]) =>
    constantOf(view, b) === neutral ? value(a) : leftNeutral && constantOf(view, a) === neutral ? value(b) : undefined;

const less =
  (orEqual: boolean, swapped: boolean): Rule =>
  (view, args) => {
    const [a, b] = swapped ? [args[1], args[0]] : args;
    return truth(view, a === b ? orEqual : decideLess(rangeOf(view, a), rangeOf(view, b), orEqual));
  };
const equal =
  (negated: boolean): Rule =>
  (view, [a, b]) => {
    const same = a === b ? true : decideEqual(rangeOf(view, a), rangeOf(view, b));
    return truth(view, same === undefined ? undefined : same !== negated);
  };

/** n if the value is 2 to the power n, else -1. */
function exponentOf(number: bigint | undefined): bigint {
  if (number === undefined || number <= 0n || (number & (number - 1n)) !== 0n) return -1n;
  return BigInt(number.toString(2).length - 1);
}

/** Floor division and remainder by powers of two are shift and mask for negative numbers as well. */
const floorDivide: Rule = (view, [a, b]) => {
  const exponent = exponentOf(constantOf(view, b));
  return exponent === 0n
    ? value(a)
    : exponent > 0n
      ? as("i64_shr", [a, view.constant("const_i64", exponent)])
      : undefined;
};
const remainder: Rule = (view, [a, b]) => {
  const divisor = constantOf(view, b);
  return exponentOf(divisor) >= 0n
    ? as("i64_and", [a, view.constant("const_i64", (divisor as bigint) - 1n)])
    : undefined;
};

const shiftLeft: Rule = (view, [a, b]) => {
  const count = constantOf(view, b);
  if (count === 0n) return value(a);
  if (count === undefined || count < 0n || count > 62n) return undefined;
  const factor = 1n << count;
  return contains(INT64, multiplyRanges(rangeOf(view, a), range(factor, factor)))
    ? as("i64_mul_wrap", [a, view.constant("const_i64", factor)])
    : undefined;
};

const negate: Rule = (view, [a]) =>
  rangeOf(view, a).low > INT64.low ? as("i64_sub_wrap", [view.constant("const_i64", 0n), a]) : undefined;

const extend: Rule = (view, [a]) => {
  const source = view.definition(a);
  if (source?.op === "check_index") return value(source.args[0]);
  return source?.op === "i64_to_i32" && contains(INT32, rangeOf(view, source.args[0]))
    ? value(source.args[0])
    : undefined;
};
const truncate: Rule = (view, [a]) => {
  const source = view.definition(a);
  return source?.op === "i64_from_i32" ? value(source.args[0]) : undefined;
};

const checkIndex: Rule = (view, [index, length]) => {
  const at = rangeOf(view, index);
  const size = rangeOf(view, length);
  if ((at.low >= 0n && at.high < size.low) || isRemainderOf(view, index, length)) return as("i64_to_i32", [index]);
  return at.high < 0n || at.low >= size.high ? { kind: "fails" } : undefined;
};

/** Whether the index is a remainder modulo the length, which is positive. */
function isRemainderOf(view: View, index: number, length: number): boolean {
  const remainder = view.definition(index);
  const divisor = remainder?.op === "i64_mod" ? view.definition(remainder.args[1]) : undefined;
  return divisor?.op === "i64_from_i32" && divisor.args[0] === length && rangeOf(view, length).low > 0n;
}

const not: Rule = (view, [a]) => {
  const source = view.definition(a);
  return source?.op === "i32_not" && contains(BOOLEAN, rangeOf(view, source.args[0]))
    ? value(source.args[0])
    : undefined;
};

/** Rules by instruction; what has only constant arguments is computed elsewhere. */
export const INTEGER_RULES: Partial<Record<CoreName, Rule>> = {
  i64_add: unchecked("i64_add_wrap", addRanges, 0n, true),
  i64_sub: unchecked("i64_sub_wrap", subtractRanges, 0n, false),
  i64_mul: unchecked("i64_mul_wrap", multiplyRanges, 1n, true),
  i64_add_wrap: neutralOnly(0n, true),
  i64_sub_wrap: neutralOnly(0n, false),
  i64_mul_wrap: neutralOnly(1n, true),
  i64_floordiv: floorDivide,
  i64_mod: remainder,
  i64_shl: shiftLeft,
  i64_shr: neutralOnly(0n, false),
  i64_neg: negate,
  i64_or: neutralOnly(0n, true),
  i64_xor: neutralOnly(0n, true),
  i64_eq: equal(false),
  i64_ne: equal(true),
  i64_lt: less(false, false),
  i64_le: less(true, false),
  i64_gt: less(false, true),
  i64_ge: less(true, true),
  i64_from_i32: extend,
  i64_to_i32: truncate,
  i32_add: neutralOnly(0n, true),
  i32_sub: neutralOnly(0n, false),
  i32_eq: equal(false),
  i32_lt: less(false, false),
  i32_not: not,
  check_index: checkIndex,
};

const fits = (within: Range, result: Range): Range => (contains(within, result) ? result : within);

/** Range of the result of an integer instruction; `undefined` if it says nothing about it. */
export function resultRange(op: CoreName, a: Range, b: Range): Range | undefined {
  switch (op) {
    // What exits on overflow cannot have a result outside; the caller cuts the range to 64 bits.
    case "i64_add":
      return addRanges(a, b);
    case "i64_sub":
      return subtractRanges(a, b);
    case "i64_mul":
      return multiplyRanges(a, b);
    case "i64_neg":
      return range(-a.high, -a.low);
    case "i64_add_wrap":
      return fits(INT64, addRanges(a, b));
    case "i64_sub_wrap":
      return fits(INT64, subtractRanges(a, b));
    case "i64_mul_wrap":
      return fits(INT64, multiplyRanges(a, b));
    case "i64_floordiv":
      return b.low > 0n ? quotientRange(a, b) : undefined;
    case "i64_mod":
      return remainderRange(b);
    case "i64_and":
      return andRange(a, b);
    case "i64_shr":
      return shiftRightRange(a, b);
    case "i64_from_i32":
      return a;
    case "i64_to_i32":
      return fits(INT32, a);
    case "i32_add":
      return fits(INT32, addRanges(a, b));
    case "i32_sub":
      return fits(INT32, subtractRanges(a, b));
    case "i32_and":
      return fits(INT32, andRange(a, b));
    case "check_index":
      return range(0n, b.high - 1n);
    case "load_u8":
      return range(0n, 255n);
    default:
      return isCondition(op) ? BOOLEAN : undefined;
  }
}

const CONDITIONS: ReadonlySet<CoreName> = new Set([
  "i64_eq",
  "i64_ne",
  "i64_lt",
  "i64_le",
  "i64_gt",
  "i64_ge",
  "i32_eq",
  "i32_lt",
  "i32_not",
  "word_eq",
  "f64_eq",
  "f64_ne",
  "f64_lt",
  "f64_le",
  "f64_gt",
  "f64_ge",
]);

/** Whether the result is 0 or 1. */
export const isCondition = (op: CoreName): boolean => CONDITIONS.has(op);
