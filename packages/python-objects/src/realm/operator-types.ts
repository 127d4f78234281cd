import type { Word } from "@hotpy/memory";

/** Operators of two operands by the name of their special method without underscores. */
export type BinaryOperator =
  | "add"
  | "sub"
  | "mul"
  | "truediv"
  | "floordiv"
  | "mod"
  | "pow"
  | "lshift"
  | "rshift"
  | "and"
  | "or"
  | "xor"
  | "matmul";
export type Comparison = "lt" | "le" | "gt" | "ge" | "eq" | "ne";
export type UnaryOperator = "neg" | "pos" | "invert";

/** Meaning of an operator for two operand types: a word, NULL (raised), or NOT_IMPLEMENTED. */
export type BinaryMeaning = (left: Word, right: Word) => Word;
