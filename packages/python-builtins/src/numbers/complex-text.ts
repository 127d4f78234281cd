import { numberText } from "@hotpy/object-model";
import type { Complex } from "@hotpy/python-objects";

const DIGITS = String.raw`\d+(?:_\d+)*`;
const NUMBER = String.raw`(?:(?:${DIGITS}\.?(?:${DIGITS})?|\.${DIGITS})(?:e[+-]?${DIGITS})?|inf(?:inity)?|nan)`;
const REAL = new RegExp(`^([+-]?${NUMBER})$`, "i");
const IMAGINARY = new RegExp(`^([+-]?${NUMBER}?)j$`, "i");
const BOTH = new RegExp(`^([+-]?${NUMBER})([+-]${NUMBER}?)j$`, "i");
const PARENTHESES = /^\(\s*(.*?)\s*\)$/s;

/** Reads what `complex(text)` accepts; undefined: it is something else. */
export function parseComplex(given: string): Complex | undefined {
  const text = numberText(given).trim();
  const inner = PARENTHESES.exec(text)?.[1] ?? text;
  const real = REAL.exec(inner);
  if (real !== null) return { real: valueOf(real[1]), imag: 0 };
  const imaginary = IMAGINARY.exec(inner);
  if (imaginary !== null) return { real: 0, imag: valueOf(imaginary[1]) };
  const both = BOTH.exec(inner);
  return both === null ? undefined : { real: valueOf(both[1]), imag: valueOf(both[2]) };
}

/** The value of a number with a sign; a sign alone, or nothing, stands for 1. */
function valueOf(text: string): number {
  const isMinus = text.startsWith("-");
  const digits = text.replace(/^[+-]/, "").replaceAll("_", "").toLowerCase();
  const value =
    digits === "" ? 1 : digits.startsWith("inf") ? Infinity : digits === "nan" ? Number.NaN : Number(digits);
  return isMinus ? -value : value;
}

/** The text of a number without the point and zero that whole floats have. */
const withoutPoint = (text: string): string => text.replace(/\.0$/, "");

/** `repr` of a complex number; `textOf` gives that of a float. */
export function complexText({ real, imag }: Complex, textOf: (value: number) => string): string {
  const imaginary = withoutPoint(textOf(imag));
  if (Object.is(real, 0)) return `${imaginary}j`;
  const sign = /^-/.test(imaginary) ? "" : "+";
  return `(${withoutPoint(textOf(real))}${sign}${imaginary}j)`;
}
