import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const stackInstructions: readonly ComplexDefinition[] = [
  define("nop", "none", "--", "Does nothing", { code: "" }),
  define("load_const", "constant", "-- v", "Pushes a constant", { code: "PUSH(CONSTANT);" }),
  define("load_small", "count", "-- v", "Pushes the argument itself as a small integer", {
    code: "PUSH((ARG << 1) | 1);",
  }),
  define("pop", "none", "v --", "Drops the top", { code: "DROP(1);" }),
  define("dup", "none", "a -- a a", "Doubles the top", { code: "const a = TOP(1); PUSH(a);" }),
  define("dup_two", "none", "a b -- a b a b", "Doubles the two on top", {
    code: "const a = TOP(2), b = TOP(1); PUSH(a); PUSH(b);",
  }),
  define("swap", "none", "a b -- b a", "Exchanges the two on top", {
    code: "const b = TOP(1); TOP(1) = TOP(2); TOP(2) = b;",
  }),
  define("rotate", "count", "--", "Moves the top below the n - 1 others", {
    pops: (n) => n,
    pushes: (n) => n,
    code: `
      const top = TOP(1);
      const last = sp - ARG;
      for (let i = sp - 1; i > last; i--) i32[i] = i32[i - 1];
      i32[last] = top;`,
  }),
];
