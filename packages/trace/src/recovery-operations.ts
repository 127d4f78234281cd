/// What values of an exit are computed from, beside the steps that recovery.ts spells out: the other operations without effects. The kernel
/// knows them by these numbers.

import type { CoreName } from "@hotpy/bytecode";

export const COMPUTE_F64_ADD = 0;
export const COMPUTE_F64_SUB = 1;
export const COMPUTE_F64_MUL = 2;
export const COMPUTE_F64_DIV = 3;
export const COMPUTE_F64_NEG = 4;
export const COMPUTE_F64_ABS = 5;
export const COMPUTE_F64_SQRT = 6;
export const COMPUTE_F64_FLOOR = 7;
export const COMPUTE_F64_CEIL = 8;
export const COMPUTE_F64_EQ = 9;
export const COMPUTE_F64_NE = 10;
export const COMPUTE_F64_LT = 11;
export const COMPUTE_F64_LE = 12;
export const COMPUTE_F64_GT = 13;
export const COMPUTE_F64_GE = 14;
export const COMPUTE_I64_ADD_WRAP = 15;
export const COMPUTE_I64_SUB_WRAP = 16;
export const COMPUTE_I64_MUL_WRAP = 17;
export const COMPUTE_I64_AND = 18;
export const COMPUTE_I64_OR = 19;
export const COMPUTE_I64_XOR = 20;
export const COMPUTE_I32_ADD = 21;
export const COMPUTE_I32_SUB = 22;
export const COMPUTE_I32_AND = 23;
export const COMPUTE_I32_OR = 24;
export const COMPUTE_I64_TO_I32 = 25;
export const COMPUTE_I64_FROM_I32 = 26;
export const COMPUTE_I64_TO_F64 = 27;
export const COMPUTE_UNBOX_INT = 28;
export const COMPUTE_UNBOX_FLOAT = 29;
export const COMPUTE_I64_EQ = 30;
export const COMPUTE_I64_NE = 31;
export const COMPUTE_I64_LT = 32;
export const COMPUTE_I64_LE = 33;
export const COMPUTE_I64_GT = 34;
export const COMPUTE_I64_GE = 35;
export const COMPUTE_I32_EQ = 36;
export const COMPUTE_I32_LT = 37;
export const COMPUTE_I32_NOT = 38;
export const COMPUTE_WORD_EQ = 39;

/** The numbers of operations. */
export const COMPUTATIONS: Readonly<Partial<Record<CoreName, number>>> = {
  f64_add: COMPUTE_F64_ADD,
  f64_sub: COMPUTE_F64_SUB,
  f64_mul: COMPUTE_F64_MUL,
  f64_div: COMPUTE_F64_DIV,
  f64_neg: COMPUTE_F64_NEG,
  f64_abs: COMPUTE_F64_ABS,
  f64_sqrt: COMPUTE_F64_SQRT,
  f64_floor: COMPUTE_F64_FLOOR,
  f64_ceil: COMPUTE_F64_CEIL,
  f64_eq: COMPUTE_F64_EQ,
  f64_ne: COMPUTE_F64_NE,
  f64_lt: COMPUTE_F64_LT,
  f64_le: COMPUTE_F64_LE,
  f64_gt: COMPUTE_F64_GT,
  f64_ge: COMPUTE_F64_GE,
  i64_add_wrap: COMPUTE_I64_ADD_WRAP,
  i64_sub_wrap: COMPUTE_I64_SUB_WRAP,
  i64_mul_wrap: COMPUTE_I64_MUL_WRAP,
  i64_and: COMPUTE_I64_AND,
  i64_or: COMPUTE_I64_OR,
  i64_xor: COMPUTE_I64_XOR,
  i32_add: COMPUTE_I32_ADD,
  i32_sub: COMPUTE_I32_SUB,
  i32_and: COMPUTE_I32_AND,
  i32_or: COMPUTE_I32_OR,
  i64_to_i32: COMPUTE_I64_TO_I32,
  i64_from_i32: COMPUTE_I64_FROM_I32,
  i64_to_f64: COMPUTE_I64_TO_F64,
  unbox_int: COMPUTE_UNBOX_INT,
  unbox_float: COMPUTE_UNBOX_FLOAT,
  i64_eq: COMPUTE_I64_EQ,
  i64_ne: COMPUTE_I64_NE,
  i64_lt: COMPUTE_I64_LT,
  i64_le: COMPUTE_I64_LE,
  i64_gt: COMPUTE_I64_GT,
  i64_ge: COMPUTE_I64_GE,
  i32_eq: COMPUTE_I32_EQ,
  i32_lt: COMPUTE_I32_LT,
  i32_not: COMPUTE_I32_NOT,
  word_eq: COMPUTE_WORD_EQ,
};
