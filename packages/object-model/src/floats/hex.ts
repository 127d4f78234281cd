import { bitLengthOf, divideBig } from "../integers/integers.js";
import { parseFloatText } from "./format.js";

/** What `float.fromhex` makes of text: a float, or why not. */
export type HexResult = number | "syntax" | "overflow";

/** Reads a hexadecimal float: [sign] [0x] digits [. digits] [p exponent], or inf and nan. */
export function parseHexFloat(text: string): HexResult {
  const source = text.trim();
  const match = /^([+-]?)(?:0[xX])?([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?[0-9]+))?$/.exec(source);
  if (match === null || (match[2] === "" && (match[3] ?? "") === "")) {
    return /^[+-]?(inf|infinity|nan)$/i.test(source) ? (parseFloatText(source) as number) : "syntax";
  }
  const [, sign, whole, fraction = "", power = "0"] = match;
  const mantissa = BigInt(`0x0${whole}${fraction}`);
  const exponent = Number(power) - 4 * fraction.length;
  const value = scaled(mantissa, exponent);
  if (value === Infinity) return "overflow";
  return sign === "-" ? -value : value;
}

function scaled(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  const magnitude = bitLengthOf(mantissa) + exponent;
  if (magnitude > 1024) return Infinity;
  if (magnitude < -1080) return 0;
  return exponent >= 0 ? Number(mantissa << BigInt(exponent)) : divideBig(mantissa, 1n << BigInt(-exponent));
}
