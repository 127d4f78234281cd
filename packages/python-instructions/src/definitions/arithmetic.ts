import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const arithmeticInstructions: readonly ComplexDefinition[] = [
  define("binary_add", "flags", "a b -- r", "a + b; flag 1: in place", { caches: 2, code: "" }),
  define("binary_sub", "flags", "a b -- r", "a - b; flag 1: in place", { caches: 2, code: "" }),
  define("binary_mul", "flags", "a b -- r", "a * b; flag 1: in place", { caches: 2, code: "" }),
  define("binary_truediv", "flags", "a b -- r", "a / b; flag 1: in place", { caches: 2, code: "" }),
  define("binary_floordiv", "flags", "a b -- r", "a // b; flag 1: in place", { caches: 2, code: "" }),
  define("binary_mod", "flags", "a b -- r", "a % b; flag 1: in place", { caches: 2, code: "" }),
  define("binary_pow", "flags", "a b -- r", "a ** b; flag 1: in place", { caches: 2, code: "" }),
  define("binary_lshift", "flags", "a b -- r", "a << b; flag 1: in place", { caches: 2, code: "" }),
  define("binary_rshift", "flags", "a b -- r", "a >> b; flag 1: in place", { caches: 2, code: "" }),
  define("binary_and", "flags", "a b -- r", "a & b; flag 1: in place", { caches: 2, code: "" }),
  define("binary_or", "flags", "a b -- r", "a | b; flag 1: in place", { caches: 2, code: "" }),
  define("binary_xor", "flags", "a b -- r", "a ^ b; flag 1: in place", { caches: 2, code: "" }),
  define("binary_matmul", "flags", "a b -- r", "a @ b; flag 1: in place", { caches: 2, code: "" }),
  define("unary_neg", "none", "a -- r", "-a", { code: "" }),
  define("unary_pos", "none", "a -- r", "+a", { code: "" }),
  define("unary_invert", "none", "a -- r", "~a", { code: "" }),
  define("unary_not", "none", "a -- r", "not a", { code: "" }),
];
