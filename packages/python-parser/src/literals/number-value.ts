import type { ConstantValue } from "../ast.js";
import { LiteralError } from "./literal-error.js";

/** CPython's limit for decimal integers, `sys.int_info.default_max_str_digits`. */
const MAX_DECIMAL_DIGITS = 4300;

/**
 * The value of a numeric token.
 *
 * @throws LiteralError if an integer has too many digits
 */
export function numberValue(token: string): ConstantValue {
  const text = token.includes("_") ? token.replaceAll("_", "") : token;
  const isBased = /^0[xob]/i.test(text);
  if (!isBased) {
    if (/j$/i.test(text)) return { type: "complex", value: Number(text.slice(0, -1)) };
    if (/[.e]/i.test(text)) return { type: "float", value: Number(text) };
    if (text.length > MAX_DECIMAL_DIGITS) {
      throw new LiteralError(
        `Exceeds the limit (${MAX_DECIMAL_DIGITS} digits) for integer string conversion: value has ` +
          `${text.length} digits; use sys.set_int_max_str_digits() to increase the limit - ` +
          "Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
      );
    }
  }
  return { type: "int", value: BigInt(text) };
}
