import type { ast } from "@hotpy/python-parser";

/** The instruction of each binary operator; flag 1 makes it the augmented assignment's. */
export const binaryInstruction: Readonly<Record<ast.Operator, string>> = {
  Add: "binary_add",
  Sub: "binary_sub",
  Mult: "binary_mul",
  MatMult: "binary_matmul",
  Div: "binary_truediv",
  Mod: "binary_mod",
  Pow: "binary_pow",
  LShift: "binary_lshift",
  RShift: "binary_rshift",
  BitOr: "binary_or",
  BitXor: "binary_xor",
  BitAnd: "binary_and",
  FloorDiv: "binary_floordiv",
};

/** The argument of a binary instruction that first tries to change its left operand. */
export const IN_PLACE = 1;
