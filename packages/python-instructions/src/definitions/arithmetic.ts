import type { ComplexDefinition } from "@hotpy/bytecode";
import { NONE } from "@hotpy/memory";
import { UNDECIDED } from "@hotpy/object-model";
import { boxFloat, define, ON_STACK, otherOperands } from "./define.js";

const float = (value: string): string => boxFloat(value, ON_STACK);

/** An operator with a text for two small integers and one for two floats; each goes on by itself if it applies. */
function binary(name: string, operator: number, sign: string, small: string, floats = ""): ComplexDefinition {
  return define(`binary_${name}`, "flags", "a b -- r", `a ${sign} b; flag 1: in place`, {
    caches: 2,
    code: `
      const b = TOP(1), a = TOP(2);
      ${small === "" ? "" : `if (BOTH_SMALL(a, b)) {${small}}${floats === "" ? "" : " else "}`}
      ${floats === "" ? "" : `if (BOTH_FLOAT(a, b)) {${floats}}`}
      ${otherOperands(operator, ON_STACK)}`,
  });
}

/** Ends with a small integer given as a tagged word. */
const done = (word: string): string => `DROP(1); TOP(1) = ${word}; NEXT`;
const tagged = (value: string): string => done(`(${value} << 1) | 1`);

export const arithmeticInstructions: readonly ComplexDefinition[] = [
  binary(
    "add",
    0,
    "+",
    `const r = (a + b - 1) | 0; if (((a ^ r) & (b ^ r)) >= 0) { ${done("r")} }`,
    float("FLOAT_OF(a) + FLOAT_OF(b)"),
  ),
  binary(
    "sub",
    1,
    "-",
    `const r = (a - b + 1) | 0; if (((a ^ b) & (a ^ r)) >= 0) { ${done("r")} }`,
    float("FLOAT_OF(a) - FLOAT_OF(b)"),
  ),
  binary(
    "mul",
    2,
    "*",
    `const p = (a >> 1) * (b >> 1); if (p >= -0x40000000 && p <= 0x3fffffff) { ${tagged("p")} }`,
    float("FLOAT_OF(a) * FLOAT_OF(b)"),
  ),
  binary("truediv", 3, "/", "", `if (FLOAT_OF(b) !== 0) ${float("FLOAT_OF(a) / FLOAT_OF(b)")}`),
  // Doubles divide integers of 31 bits so exactly that rounding down is right. -2**30 // -1 leaves the small range.
  binary("floordiv", 4, "//", `if (b !== 1 && b !== -1) { const q = Math.floor((a >> 1) / (b >> 1)); ${tagged("q")} }`),
  binary(
    "mod",
    5,
    "%",
    `if (b !== 1) { const y = b >> 1; let r = ((a >> 1) % y) | 0; if (r !== 0 && (r ^ y) < 0) r += y; ${tagged("r")} }`,
  ),
  binary("pow", 6, "**", ""),
  binary(
    "lshift",
    7,
    "<<",
    `const n = b >> 1; if (n >= 0 && n < 30) { const x = a >> 1; const r = x << n; if ((r << 1) >> (n + 1) === x) { ${tagged("r")} } }`,
  ),
  binary("rshift", 8, ">>", `const n = b >> 1; if (n >= 0) { const r = a >> (n < 31 ? n + 1 : 31); ${tagged("r")} }`),
  binary("and", 9, "&", done("a & b")),
  binary("or", 10, "|", done("a | b")),
  binary("xor", 11, "^", done("(a ^ b) | 1")),
  binary("matmul", 12, "@", ""),
  define("unary_neg", "none", "a -- r", "-a", {
    code: `
      const a = TOP(1);
      if ((a & 1) !== 0 && a !== -0x7fffffff) { TOP(1) = 2 - a; NEXT }
      if (IS_FLOAT(a)) ${boxFloat("-FLOAT_OF(a)", { ...ON_STACK, at: "(sp - 1) | 0", above: "sp", after: "NEXT_IP" })}
      if (IS_INTEGER(a)) { const r = negateInteger(a); if (r !== 0) { TOP(1) = r; NEXT } }
      DROP(1);
      SAVE
      RESULT(unary(0, a))`,
  }),
  define("unary_pos", "none", "a -- r", "+a", { code: "const a = POP();\nSAVE\nRESULT(unary(1, a))" }),
  define("unary_invert", "none", "a -- r", "~a", {
    code: `
      const a = TOP(1);
      if ((a & 1) !== 0) { TOP(1) = ~a | 1; NEXT }
      if (IS_INTEGER(a)) { const r = invertInteger(a); if (r !== 0) { TOP(1) = r; NEXT } }
      DROP(1);
      SAVE
      RESULT(unary(2, a))`,
  }),
  define("unary_not", "none", "a -- r", "not a", {
    code: `
      const a = TOP(1);
      if (a === TRUE_WORD) { TOP(1) = FALSE_WORD; NEXT }
      if (a === FALSE_WORD || a === ${NONE}) { TOP(1) = TRUE_WORD; NEXT }
      const known = truthWord(a);
      if (known !== ${UNDECIDED}) { TOP(1) = known === TRUE_WORD ? FALSE_WORD : TRUE_WORD; NEXT }
      DROP(1);
      SAVE
      RESULT(not(a))`,
  }),
];
