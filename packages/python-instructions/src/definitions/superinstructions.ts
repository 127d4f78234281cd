import type { ComplexDefinition } from "@hotpy/bytecode";
import { FRAME_SLOTS } from "@hotpy/frame-stack";
import { boxFloat, type Destination, define, otherOperands } from "./define.js";

/// Runs of instructions that are frequent enough to save their dispatch, found by counting pairs in the programs that the
/// benchmarks run. Each executes its parts where they stand; where a short cut does not apply it does the first parts
/// and leaves the rest to them.

/** Argument of the part `offset` words behind the first. */
const argument = (offset: number): string => `(i32[ip + ${offset}] >> 8)`;
const local = (offset: number): string => `LOCAL(${offset === 0 ? "ARG" : argument(offset)})`;
const UNBOUND = "{ SAVE unboundLocal(ARG); RAISE }";

const COMPARISONS = [
  ["lt", "<"],
  ["le", "<="],
  ["gt", ">"],
  ["ge", ">="],
  ["eq", "==="],
  ["ne", "!=="],
] as const;

/** Two operands are there; if both are small a jump follows at once, else they are pushed for the comparison at `ip + 2`. */
const compareSmall = (operator: string): string => `
  if (BOTH_SMALL(a, b)) {
    const jump = ip + 5;
    ip = a ${operator} b ? jump + 1 : jump + (i32[jump] >> 8);
    GOTO
  }
  PUSH(a);
  PUSH(b);
  ip += 2;
  GOTO`;

/** Two operands that have not been pushed: three parts, of which the last is the operator. */
const OF_LOCALS: Destination = {
  at: "sp",
  above: "(sp + 1) | 0",
  after: "(ip + 5) | 0",
  base: "sp",
  opIp: "(ip + 2) | 0",
};
/** The second operand has not been pushed. */
const WITH_LOCAL: Destination = {
  at: "(sp - 1) | 0",
  above: "sp",
  after: "(ip + 4) | 0",
  base: "(sp - 1) | 0",
  opIp: "(ip + 1) | 0",
};
/** The result goes to the local that the part behind the operator names. */
const TO_LOCAL: Destination = {
  at: `(fp + ${FRAME_SLOTS >>> 2} + ${argument(3)}) | 0`,
  above: "(sp - 2) | 0",
  after: "(ip + 4) | 0",
  base: "(sp - 2) | 0",
  opIp: "ip",
};

/** The sum or difference of a local and a constant. */
const arithmeticSmall = (name: string, operator: number, compute: string, overflows: string): ComplexDefinition =>
  define(`load_local_small_${name}`, "local", "-- v", `A local and a small integer, then binary_${name}`, {
    fuses: ["load_local", "load_small", `binary_${name}`],
    code: `
      const a = LOCAL(ARG);
      if (a === 0) ${UNBOUND}
      const b = (${argument(1)} << 1) | 1;
      if ((a & 1) !== 0) {
        const r = (${compute}) | 0;
        if ((${overflows}) >= 0) { PUSH(r); ip = (ip + 5) | 0; GOTO }
      }
      ${otherOperands(operator, OF_LOCALS)}`,
  });

const ARITHMETIC = [
  ["add", "+", "const r = (a + b - 1) | 0; if (((a ^ r) & (b ^ r)) >= 0) "],
  ["sub", "-", "const r = (a - b + 1) | 0; if (((a ^ b) & (a ^ r)) >= 0) "],
  ["mul", "*", "const p = (a >> 1) * (b >> 1); if (p >= -0x40000000 && p <= 0x3fffffff) { const r = (p << 1) | 1; "],
] as const;
const closing = (small: string): string => (small.includes("{") ? "}" : "");

/** Two locals and their sum, difference or product. */
const arithmeticOfLocals = ([name, sign, small]: (typeof ARITHMETIC)[number], operator: number): ComplexDefinition =>
  define(`load_local_local_${name}`, "local", "-- v", `Two locals, then binary_${name}`, {
    fuses: ["load_local", "load_local", `binary_${name}`],
    code: `
      const a = LOCAL(ARG);
      if (a === 0) ${UNBOUND}
      const b = ${local(1)};
      if (BOTH_SMALL(a, b)) { ${small}{ PUSH(r); ip = (ip + 5) | 0; GOTO } ${closing(small)} }
      else if (b === 0) { PUSH(a); ip++; GOTO }
      else if (BOTH_FLOAT(a, b)) ${boxFloat(`FLOAT_OF(a) ${sign} FLOAT_OF(b)`, OF_LOCALS)}
      ${otherOperands(operator, OF_LOCALS)}`,
  });

/** The operand on top and a local, then an operator. */
const arithmeticWithLocal = ([name, sign, small]: (typeof ARITHMETIC)[number], operator: number): ComplexDefinition =>
  define(`load_local_${name}`, "local", "-- v", `A local, then binary_${name}`, {
    fuses: ["load_local", `binary_${name}`],
    code: `
      const b = LOCAL(ARG), a = TOP(1);
      if (BOTH_SMALL(a, b)) { ${small}{ TOP(1) = r; ip = (ip + 4) | 0; GOTO } ${closing(small)} }
      else if (b === 0) ${UNBOUND}
      else if (BOTH_FLOAT(a, b)) ${boxFloat(`FLOAT_OF(a) ${sign} FLOAT_OF(b)`, WITH_LOCAL)}
      ${otherOperands(operator, WITH_LOCAL)}`,
  });

/** The attribute instruction behind the first part, if it is specialised for a slot of objects shaped like `o`. */
const SLOT_FITS = (form: string): string =>
  `(i32[ip + 1] & 255) === ${form} && o !== 0 && IS_OBJECT(o) && SHAPE(o) === i32[ip + 2]`;

/** Pushes an attribute of an object that stays where it is; else, after `check`, pushes the object for the second part. */
const attributeOf = (object: string, check: string): string => `
  const o = ${object};
  if (${SLOT_FITS("OPCODE_LOAD_ATTR_SLOT")}) {
    PUSH(i32[(o + i32[ip + 3]) >>> 2]);
    ip = (ip + 8) | 0;
    GOTO
  }
  ${check}
  PUSH(o);
  ip++;
  GOTO`;

/** A sum, difference or product that is assigned to a local. */
const arithmeticToLocal = ([name, sign, small]: (typeof ARITHMETIC)[number], operator: number): ComplexDefinition =>
  define(`binary_${name}_store`, "flags", "a b -- r", `binary_${name}, then store_local`, {
    caches: 2,
    fuses: [`binary_${name}`, "store_local"],
    code: `
      const b = TOP(1), a = TOP(2);
      if (BOTH_SMALL(a, b)) { ${small}{ DROP(2); ${local(3)} = r; ip = (ip + 4) | 0; GOTO } ${closing(small)} }
      else if (BOTH_FLOAT(a, b)) ${boxFloat(`FLOAT_OF(a) ${sign} FLOAT_OF(b)`, TO_LOCAL)}
      ${otherOperands(operator, TO_LOCAL)}`,
  });

export const superinstructions: readonly ComplexDefinition[] = [
  define("load_local_local", "local", "-- v", "Two locals", {
    fuses: ["load_local", "load_local"],
    code: `
      const a = LOCAL(ARG), b = ${local(1)};
      if (a === 0) ${UNBOUND}
      PUSH(a);
      if (b === 0) { ip++; GOTO }
      PUSH(b);
      ip += 2;
      GOTO`,
  }),
  define("load_local_small", "local", "-- v", "A local and a small integer", {
    fuses: ["load_local", "load_small"],
    code: `
      const a = LOCAL(ARG);
      if (a === 0) ${UNBOUND}
      PUSH(a);
      PUSH((${argument(1)} << 1) | 1);
      ip += 2;
      GOTO`,
  }),
  define("store_local_load_local", "local", "v --", "Assigns a local and pushes another", {
    fuses: ["store_local", "load_local"],
    code: `
      LOCAL(ARG) = TOP(1);
      const v = ${local(1)};
      if (v === 0) { sp--; ip++; GOTO }
      TOP(1) = v;
      ip += 2;
      GOTO`,
  }),
  define("load_local_return", "local", "-- v", "Returns a local", {
    fuses: ["load_local", "return"],
    code: `
      const v = LOCAL(ARG);
      if (v === 0) ${UNBOUND}
      // The plain instruction has more to do.
      if (GENERATOR_OF_FRAME !== 0) { PUSH(v); ip++; GOTO }
      RETURN(v)`,
  }),
  define("load_const_return", "constant", "-- v", "Returns a constant", {
    fuses: ["load_const", "return"],
    code: `
      const v = CONSTANT;
      if (GENERATOR_OF_FRAME !== 0) { PUSH(v); ip++; GOTO }
      RETURN(v)`,
  }),
  ...ARITHMETIC.map(arithmeticOfLocals),
  ...ARITHMETIC.map(arithmeticToLocal),
  ...ARITHMETIC.map(arithmeticWithLocal),
  define("load_local_attr", "local", "-- v", "An attribute of a local", {
    fuses: ["load_local", "load_attr"],
    code: attributeOf("LOCAL(ARG)", `if (o === 0) ${UNBOUND}`),
  }),
  define("dup_load_attr", "none", "a -- a a", "An attribute of the object on top, which stays", {
    fuses: ["dup", "load_attr"],
    code: attributeOf("TOP(1)", ""),
  }),
  define("swap_store_attr", "none", "a b -- b a", "Sets an attribute of the object below the top to the top", {
    fuses: ["swap", "store_attr"],
    code: `
      const o = TOP(2), v = TOP(1);
      if (${SLOT_FITS("OPCODE_STORE_ATTR_SLOT")}) {
        i32[(o + i32[ip + 3]) >>> 2] = v;
        DROP(2);
        BARRIER_GOTO(o, (ip + 8) | 0)
      }
      TOP(1) = o;
      TOP(2) = v;
      ip++;
      GOTO`,
  }),
  arithmeticSmall("add", 0, "a + b - 1", "(a ^ r) & (b ^ r)"),
  arithmeticSmall("sub", 1, "a - b + 1", "(a ^ b) & (a ^ r)"),
  ...COMPARISONS.map(([name, operator]) =>
    define(
      `load_local_small_${name}_jump`,
      "local",
      "-- v",
      `A local compared with a small integer, then a jump unless ${operator}`,
      {
        fuses: ["load_local", "load_small", `compare_${name}`, "jump_if_false"],
        code: `
        const a = LOCAL(ARG);
        if (a === 0) ${UNBOUND}
        const b = (${argument(1)} << 1) | 1;
        ${compareSmall(operator)}`,
      },
    ),
  ),
  ...COMPARISONS.slice(0, 1).map(([name, operator]) =>
    define(`load_local_local_${name}_jump`, "local", "-- v", `Two locals compared, then a jump unless ${operator}`, {
      fuses: ["load_local", "load_local", `compare_${name}`, "jump_if_false"],
      code: `
        const a = LOCAL(ARG);
        if (a === 0) ${UNBOUND}
        const b = ${local(1)};
        if (b === 0) { PUSH(a); ip++; GOTO }
        ${compareSmall(operator)}`,
    }),
  ),
];
