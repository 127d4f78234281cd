import { type FloatType, formatMagnitude, shortestDigits, significantDigits } from "@hotpy/object-model";
import { type FormatSpec, layoutNumber } from "./spec.js";

/** Bases of the types of specifications that are not decimal. */
export const BASES: Readonly<Record<string, 2 | 8 | 16>> = { b: 2, o: 8, x: 16, X: 16 };

/** An integer laid out by a specification of type b, d, n, o, x or X; `digits` are those of its magnitude in that base. */
export function formatInteger(negative: boolean, digits: string, spec: FormatSpec): string {
  const prefix = spec.alternate && BASES[spec.type] !== undefined ? `0${spec.type}` : "";
  return layoutNumber({ negative, prefix, digits: spec.type === "X" ? digits.toUpperCase() : digits, rest: "" }, spec);
}

/** A float laid out by a specification of type "", e, E, f, F, g, G, n or %. */
export function formatFloat(value: number, spec: FormatSpec): string {
  const text = magnitudeText(value, spec);
  const negative = (value < 0 || Object.is(value, -0)) && !(spec.coerceNegativeZero && !/[1-9]|inf|INF/.test(text));
  if (spec.grouping === "" && !(spec.align === "=" && spec.width > text.length))
    return pad((negative ? "-" : positiveSign(spec)) + text, spec);
  const digits = /^[0-9]*/.exec(text)?.[0] ?? "";
  return layoutNumber({ negative, prefix: "", digits, rest: text.slice(digits.length) }, spec);
}

const positiveSign = ({ sign }: FormatSpec): string => (sign === "+" || sign === " " ? sign : "");

/** Fill characters on the side that the alignment says. */
function pad(text: string, { width, align, fill }: FormatSpec): string {
  const padding = width - text.length;
  if (padding <= 0) return text;
  const character = String.fromCodePoint(fill);
  if (align === ">") return character.repeat(padding) + text;
  const left = align === "^" ? padding >> 1 : 0;
  return character.repeat(left) + text + character.repeat(padding - left);
}

function magnitudeText(value: number, { type, precision, alternate }: FormatSpec): string {
  if (type === "n") return formatMagnitude(value, "g", precision, alternate);
  if (type !== "") return formatMagnitude(value, type as FloatType, precision, alternate);
  if (!Number.isFinite(value)) return formatMagnitude(value, "r", -1, false);
  // No type: like repr, or like "g" with a precision, but with at least one digit after the point.
  const magnitude = Math.abs(value);
  if (precision < 0) {
    const { point } = shortestDigits(magnitude);
    return withDecimal(formatMagnitude(magnitude, "r", -1, alternate), point <= -4 || point > 16);
  }
  const count = Math.max(precision, 1);
  const { point } = significantDigits(magnitude, count);
  const exponential = point <= -4 || point > count - 1;
  if (!exponential) return withDecimal(formatMagnitude(magnitude, "g", count, alternate), false);
  const text = formatMagnitude(magnitude, "e", count - 1, alternate);
  return alternate ? text : text.replace(/(\.[0-9]*?)0+e/, "$1e").replace(".e", "e");
}

function withDecimal(text: string, exponential: boolean): string {
  if (exponential || text.includes("e")) return text;
  if (text.endsWith(".")) return `${text}0`;
  return text.includes(".") ? text : `${text}.0`;
}
