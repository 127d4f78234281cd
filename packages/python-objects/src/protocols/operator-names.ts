import type { BinaryOperator, Comparison, UnaryOperator } from "../realm/operator-types.js";

/** Operators of two operands in the order of their numbers, with the sign that messages show. */
export const BINARY_OPERATORS: readonly (readonly [BinaryOperator, string])[] = [
  ["add", "+"],
  ["sub", "-"],
  ["mul", "*"],
  ["truediv", "/"],
  ["floordiv", "//"],
  ["mod", "%"],
  ["pow", "** or pow()"],
  ["lshift", "<<"],
  ["rshift", ">>"],
  ["and", "&"],
  ["or", "|"],
  ["xor", "^"],
  ["matmul", "@"],
];

/** Comparisons in the order of their numbers, with their sign and the comparison with the operands exchanged. */
export const COMPARISONS: readonly (readonly [Comparison, string, Comparison])[] = [
  ["lt", "<", "gt"],
  ["le", "<=", "ge"],
  ["gt", ">", "lt"],
  ["ge", ">=", "le"],
  ["eq", "==", "eq"],
  ["ne", "!=", "ne"],
];

export const UNARY_OPERATORS: readonly (readonly [UnaryOperator, string])[] = [
  ["neg", "-"],
  ["pos", "+"],
  ["invert", "~"],
];
