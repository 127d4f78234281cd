/// Floats as hexadecimal text, as `float.hex` and `float.fromhex` have it.

import { decompose, signBit } from "./exact.js";

/** What `float.fromhex` makes of text: a float, or why not. */
export type HexResult = number | "syntax" | "overflow";

/** Reads a hexadecimal float: [sign] [0x] digits [. digits] [p exponent], or inf and nan. */
export function parseHexFloat(text: string): HexResult {
  const source = text.trim();
  const match = /^([+-]?)(?:0[xX])?([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?[0-9]+))?$/.exec(source);
  if (match === null || (match[2] === "" && (match[3] ?? "") === "")) {
    const special = /^([+-]?)(?:(nan)|inf|infinity)$/i.exec(source);
    if (special === null) return "syntax";
    const value = special[2] === undefined ? Infinity : Number.NaN;
    return special[1] === "-" ? -value : value;
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

/** Bits of the magnitude of a BigInt. */
function bitLengthOf(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  if (magnitude === 0n) return 0;
  const hex = magnitude.toString(16);
  return hex.length * 4 - (Math.clz32(parseInt(hex[0], 16)) - 28);
}

/** Nearest double to a quotient: 66 bits and a sticky bit go through one correct rounding. */
function divideBig(a: bigint, b: bigint): number {
  const negative = a < 0n !== b < 0n;
  const x = a < 0n ? -a : a;
  const y = b < 0n ? -b : b;
  if (x === 0n) return negative ? -0 : 0;
  const shift = bitLengthOf(x) - bitLengthOf(y) - 66;
  // Results below the normal range have fewer bits: cut there, so that the rounding happens once.
  const cut = Math.max(shift, -1074 - 2);
  const quotient = cut > 0 ? x / (y << BigInt(cut)) : (x << BigInt(-cut)) / y;
  const back = cut > 0 ? quotient * (y << BigInt(cut)) === x : quotient * y === x << BigInt(-cut);
  const rounded = roundToDouble((quotient << 1n) | (back ? 0n : 1n), cut - 1);
  return negative ? -rounded : rounded;
}

/** Nearest double to value * 2**exponent for value >= 0 whose last bit is sticky; ties to even. */
function roundToDouble(value: bigint, exponent: number): number {
  const bits = bitLengthOf(value);
  const drop = Math.max(bits - 53, -1074 - exponent, 0);
  let mantissa = value >> BigInt(drop);
  const rest = value - (mantissa << BigInt(drop));
  if (drop > 0) {
    const halfway = 1n << BigInt(drop - 1);
    if (rest > halfway || (rest === halfway && (mantissa & 1n) === 1n)) mantissa += 1n;
  }
  return scale(Number(mantissa), exponent + drop);
}

/** value * 2**exponent, where the result is exact or overflows. */
function scale(value: number, exponent: number): number {
  let result = value;
  let left = exponent;
  for (; left > 1000; left -= 1000) result *= 2 ** 1000;
  for (; left < -1000; left += 1000) result *= 2 ** -1000;
  return result * 2 ** left;
}

/** `value.hex()`. */
export function floatHex(value: number): string {
  if (Number.isNaN(value)) return "nan";
  const sign = signBit(value) ? "-" : "";
  if (!Number.isFinite(value)) return `${sign}inf`;
  const { mantissa, exponent } = decompose(Math.abs(value));
  if (mantissa === 0n) return `${sign}0x0.0p+0`;
  const isNormal = mantissa >> 52n === 1n;
  const fraction = (mantissa & 0xfffffffffffffn).toString(16).padStart(13, "0");
  const power = exponent + 52;
  return `${sign}0x${isNormal ? 1 : 0}.${fraction}p${power < 0 ? "-" : "+"}${Math.abs(power)}`;
}
