/// Text of floats as `repr`, `format` and `%` print it, and reading it back.

import { numberText } from "../strings/number-text.js";
import { type Digits, fixedDigits, shortestDigits, significantDigits } from "./digits.js";
import { decompose, signBit } from "./exact.js";

/** `repr(value)`. */
export function floatRepr(value: number): string {
  if (Number.isInteger(value) && value < 1e15 && value > -1e15) {
    return Object.is(value, -0) ? "-0.0" : `${value}.0`;
  }
  const magnitude = Math.abs(value);
  if (magnitude >= 1e-4 && magnitude < 1e16) {
    const text = String(value);
    return text.includes(".") ? text : `${text}.0`;
  }
  if (Number.isNaN(value)) return "nan";
  if (magnitude === Infinity) return value < 0 ? "-inf" : "inf";
  return (value < 0 ? "-" : "") + exponential(shortestDigits(magnitude), "e", false);
}

/** d.ddde+xx from digits; the point stands even without digits behind it if `keepPoint`. */
function exponential({ digits, point }: Digits, mark: string, keepPoint: boolean): string {
  const exponent = digits === "0" ? 0 : point - 1;
  const fraction = digits.length > 1 || keepPoint ? `.${digits.slice(1)}` : "";
  const size = Math.abs(exponent);
  return `${digits[0]}${fraction}${mark}${exponent < 0 ? "-" : "+"}${size < 10 ? "0" : ""}${size}`;
}

function positional({ digits, point }: Digits, keepPoint: boolean): string {
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + "0".repeat(point - digits.length) + (keepPoint ? "." : "");
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

function stripZeros({ digits, point }: Digits): Digits {
  let end = digits.length;
  while (end > 1 && digits[end - 1] === "0") end--;
  return { digits: digits.slice(0, end), point };
}

/** Presentation types of floats; "r" is repr's shortest form and "s" the empty type, which keeps one decimal. */
export type FloatType = "e" | "E" | "f" | "F" | "g" | "G" | "%" | "r";

/**
 * The magnitude of a float as text, without sign: `precision` digits after the point ("e", "f", "%") or significant ones
 * ("g"); -1 is the default, 6. "r" takes no precision: shortest digits, exponent as in repr, no ".0" added.
 * `alternate` keeps the point and, for "g", trailing zeros.
 */
export function formatMagnitude(value: number, type: FloatType, precision: number, alternate: boolean): string {
  const isUpperType = type === "E" || type === "F" || type === "G";
  const magnitude = Math.abs(value);
  if (!Number.isFinite(magnitude)) {
    const word = Number.isNaN(magnitude) ? "nan" : "inf";
    return (isUpperType ? word.toUpperCase() : word) + (type === "%" ? "%" : "");
  }
  const places = precision < 0 ? 6 : precision;
  switch (type) {
    case "f":
    case "F":
      return fixed(magnitude, places, alternate);
    case "%":
      return percent(magnitude, places, alternate);
    case "e":
    case "E":
      return exponential(atLeastOne(significantDigits(magnitude, places + 1)), type, alternate);
    case "g":
    case "G":
      return general(magnitude, places === 0 ? 1 : places, type === "g" ? "e" : "E", alternate);
    case "r":
      return inRange(shortestDigits(magnitude), 16, "e", alternate);
  }
}

const atLeastOne = ({ digits, point }: Digits): Digits => ({ digits, point: /^0+$/.test(digits) ? 1 : point });

function fixed(magnitude: number, places: number, alternate: boolean): string {
  const text = fixedDigits(magnitude, places);
  return alternate && places === 0 ? `${text}.` : text;
}

function percent(magnitude: number, places: number, alternate: boolean): string {
  const hundredfold = magnitude * 100;
  if (hundredfold === Infinity) return "inf%";
  return `${fixed(hundredfold, places, alternate)}%`;
}

function general(magnitude: number, count: number, mark: string, alternate: boolean): string {
  const digits = significantDigits(magnitude, count);
  return inRange(alternate ? digits : stripZeros(digits), count, mark, alternate);
}

/** Positional between 1e-4 and 10**limit, else with an exponent. */
function inRange(digits: Digits, limit: number, mark: string, alternate: boolean): string {
  if (digits.point > limit || digits.point <= -4) return exponential(digits, mark, alternate);
  return positional(digits, alternate);
}

/** Reads what `float(text)` accepts; undefined if it is no float. */
export function parseFloatText(text: string): number | undefined {
  const source = numberText(text);
  if (
    /^[+-]?(?:[0-9]+(?:_[0-9]+)*\.?(?:[0-9]+(?:_[0-9]+)*)?|\.[0-9]+(?:_[0-9]+)*)(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?$/.test(
      source,
    )
  ) {
    return Number(source.replaceAll("_", ""));
  }
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(source);
  if (special === null) return undefined;
  const value = special[2].toLowerCase() === "nan" ? Number.NaN : Infinity;
  return special[1] === "-" ? -value : value;
}

/** `value.hex()`. */
export function floatHex(value: number): string {
  if (!Number.isFinite(value)) return floatRepr(value);
  const sign = signBit(value) ? "-" : "";
  const { mantissa, exponent } = decompose(Math.abs(value));
  if (mantissa === 0n) return `${sign}0x0.0p+0`;
  const isNormal = mantissa >> 52n === 1n;
  const fraction = (mantissa & 0xfffffffffffffn).toString(16).padStart(13, "0");
  const power = exponent + 52;
  return `${sign}0x${isNormal ? 1 : 0}.${fraction}p${power < 0 ? "-" : "+"}${Math.abs(power)}`;
}
