import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const comparisonInstructions: readonly ComplexDefinition[] = [
  define("compare_lt", "none", "a b -- r", "a < b", { caches: 2, code: "" }),
  define("compare_le", "none", "a b -- r", "a <= b", { caches: 2, code: "" }),
  define("compare_gt", "none", "a b -- r", "a > b", { caches: 2, code: "" }),
  define("compare_ge", "none", "a b -- r", "a >= b", { caches: 2, code: "" }),
  define("compare_eq", "none", "a b -- r", "a == b", { caches: 2, code: "" }),
  define("compare_ne", "none", "a b -- r", "a != b", { caches: 2, code: "" }),
  define("is_same", "flags", "a b -- r", "a is b; flag 1: is not", { code: "" }),
  define("contains", "flags", "item container -- r", "item in container; flag 1: not in", { caches: 2, code: "" }),
];
