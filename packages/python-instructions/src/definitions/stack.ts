import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const stackInstructions: readonly ComplexDefinition[] = [
  define("nop", "none", "--", "Does nothing", { code: "" }),
  define("load_const", "constant", "-- v", "Pushes a constant", { code: "" }),
  define("load_small", "count", "-- v", "Pushes the argument itself as a small integer", { code: "" }),
  define("pop", "none", "v --", "Drops the top", { code: "" }),
  define("dup", "none", "a -- a a", "Doubles the top", { code: "" }),
  define("dup_two", "none", "a b -- a b a b", "Doubles the two on top", { code: "" }),
  define("swap", "none", "a b -- b a", "Exchanges the two on top", { code: "" }),
  define("rotate", "count", "--", "Moves the top below the n - 1 others", { pops: (n) => n, pushes: (n) => n, code: "" }),
];
