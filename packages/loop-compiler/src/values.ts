import type { Type } from "./variables.js";

/** WebAssembly code, in the order of execution, that leaves one value on the operand stack. */
export interface Value {
  readonly type: Type;
  readonly code: string;
  /** What it is, if that is known now. */
  readonly constant?: number;
}

const isWord = (value: number): boolean =>
  Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31 && !Object.is(value, -0);

/** A number as it is written in WebAssembly's text form. */
const number = (value: number): string =>
  Number.isNaN(value)
    ? "nan"
    : Number.isFinite(value)
      ? Object.is(value, -0)
        ? "-0"
        : String(value)
      : value > 0
        ? "inf"
        : "-inf";

/** A literal: an integer if it is one of 32 bits. */
export function literal(value: number): Value {
  return isWord(value)
    ? { type: "i32", code: `i32.const ${value}`, constant: value }
    : { type: "f64", code: `f64.const ${number(value)}`, constant: value };
}

/**
 * A value where JavaScript would take it modulo 2**32: as an operand of `|`, `&`, …, and on its way into an Int32Array. Doubles
 * have to be below 2**63 (larger ones are cut there).
 */
export function toInteger(value: Value): string {
  if (value.type !== "f64") return value.code;
  return `${value.code} i64.trunc_sat_f64_s i32.wrap_i64`;
}

export function toDouble({ type, code, constant }: Value): string {
  if (type === "f64") return code;
  if (constant !== undefined) return `f64.const ${number(constant)}`;
  return `${code} f64.convert_i32_${type === "u32" ? "u" : "s"}`;
}
