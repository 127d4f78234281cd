/// The mini-language of `format` for decimals.

import { type Dec, digitsOf, FINITE, finite } from "./engine/number.js";
import { rescale } from "./engine/rounding.js";
import { numberText, toText } from "./engine/text.js";

export interface FormatSpec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  readonly noNegativeZero: boolean;
  readonly width: number;
  readonly separator: string;
  readonly precision: number;
  readonly type: string;
  readonly zeroPad: boolean;
}

/** In place of the size of a group: the digits that are left are not divided. */
export const NO_MORE = 127;

/** How numbers are written in a place: its decimal point and how digits are grouped. */
export interface Conventions {
  readonly point: string;
  readonly separator: string;
  /** Sizes of groups from the right. The last one is repeated, which 0 may say, unless {@link NO_MORE} follows. */
  readonly groups: readonly number[];
}

const SPEC = /^(?:([\s\S])?([<>=^]))?([-+ ])?(z)?(0)?(\d+)?(,)?(?:\.(\d+))?([eEfFgGnN%])?$/u;

/** undefined: it is no format. */
export function parseSpec(text: string): FormatSpec | undefined {
  const match = SPEC.exec(text);
  if (match === null) return undefined;
  const [, fill, align, sign, z, zero, width, separator, precision, type] = match;
  if (zero !== undefined && align !== undefined) return undefined;
  if ((type === "n" || type === "N") && separator !== undefined) return undefined;
  const limit = 2 ** 31;
  if (Number(width ?? 0) >= limit || Number(precision ?? 0) >= limit) return undefined;
  return {
    fill: fill ?? (zero === undefined ? " " : "0"),
    align: align ?? ">",
    sign: sign ?? "-",
    noNegativeZero: z !== undefined,
    width: Number(width ?? 0),
    separator: separator ?? "",
    precision: precision === undefined ? -1 : Number(precision),
    type: type ?? "",
    zeroPad: zero !== undefined,
  };
}

/** Number of characters, where those beyond the first plane count once. */
const lengthOf = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

/** Digits in groups, with zeros in front to a width. */
function grouped(digits: string, { separator, groups }: Conventions, width: number): string {
  if (separator === "" || groups.length === 0) return digits.padStart(width, "0");
  const parts: string[] = [];
  let rest = digits;
  let room = width;
  let size = 0;
  for (let at = 0; ; at++) {
    size = groups[Math.min(at, groups.length - 1)] || size;
    if (size === 0 || size === NO_MORE) break;
    const length = Math.min(Math.max(rest.length, room, 1), size);
    const part = rest.slice(Math.max(0, rest.length - length)).padStart(length, "0");
    parts.unshift(part);
    rest = rest.slice(0, Math.max(0, rest.length - length));
    room -= length;
    if (rest === "" && room <= 0) return parts.join(separator);
    room -= lengthOf(separator);
  }
  parts.unshift(rest.padStart(Math.max(room, 1), "0"));
  return parts.join(separator);
}

export interface FormatRules {
  readonly rounding: number;
  readonly capitals: number;
}

/** A decimal as a format has it. */
export function formatted(a: Dec, spec: FormatSpec, { rounding, capitals }: FormatRules, place: Conventions): string {
  const { type, precision } = spec;
  let { sign } = a;
  let body: string;
  if (a.kind !== FINITE) {
    body = toText({ ...a, sign: 0 }, 1);
    if (spec.zeroPad) spec = { ...spec, fill: " ", align: ">", zeroPad: false };
    return padded(signText(sign, spec), body, spec, type === "%" ? "%" : "");
  }
  let value = a;
  let percent = "";
  let shownCapitals = capitals;
  if (type === "%") {
    value = finite(a.sign, a.coefficient, a.exponent + 2);
    percent = "%";
  }
  if (type !== "" && type !== "%") shownCapitals = type === type.toUpperCase() ? 1 : 0;
  if (precision >= 0) {
    switch (type) {
      case "e":
      case "E":
        value = toDigits(value, precision + 1, rounding);
        break;
      case "f":
      case "F":
      case "%":
        value = rescale(value, -precision, rounding);
        break;
      default:
        if (digitsOf(value.coefficient) > Math.max(precision, 1))
          value = toDigits(value, Math.max(precision, 1), rounding);
    }
  }
  if (spec.noNegativeZero && value.coefficient === 0n) sign = 0;
  const digits = value.coefficient.toString();
  switch (type) {
    case "e":
    case "E": {
      const zero = value.coefficient === 0n && precision >= 0;
      const text = zero ? "0".repeat(precision + 1) : digits;
      const exponent = value.exponent + text.length - 1;
      body = `${text[0]}${text.length > 1 ? `.${text.slice(1)}` : ""}${shownCapitals ? "E" : "e"}${exponent < 0 ? "" : "+"}${exponent}`;
      break;
    }
    case "f":
    case "F":
    case "%": {
      const flat = value.exponent > 0 ? rescale(value, 0, rounding) : value;
      body = numberText(flat.coefficient.toString(), 0, 1);
      if (flat.exponent < 0) {
        const all = body.padStart(1 - flat.exponent, "0");
        body = `${all.slice(0, all.length + flat.exponent)}.${all.slice(all.length + flat.exponent)}`;
      }
      break;
    }
    default:
      body = numberText(digits, value.exponent, shownCapitals);
  }
  return number(signText(sign, spec), body, spec, place, percent);
}

const signText = (sign: number, spec: FormatSpec): string => (sign === 1 ? "-" : spec.sign === "-" ? "" : spec.sign);

/** Groups the digits before the point, and pads. */
function number(sign: string, body: string, spec: FormatSpec, place: Conventions, percent: string): string {
  const end = body.search(/[.eE]/);
  const whole = end < 0 ? body : body.slice(0, end);
  let rest = end < 0 ? "" : body.slice(end);
  if (rest.startsWith(".")) rest = place.point + rest.slice(1);
  const isGrouped = spec.separator !== "" || spec.type === "n" || spec.type === "N";
  const conventions = isGrouped ? place : { ...place, separator: "" };
  const taken = lengthOf(sign) + lengthOf(rest) + percent.length;
  const least = spec.zeroPad ? spec.width - taken : 0;
  const text = grouped(whole, conventions, Math.max(least, 0));
  return padded(sign, text + rest, spec, percent);
}

function padded(sign: string, body: string, spec: FormatSpec, percent: string): string {
  const count = spec.width - lengthOf(sign) - lengthOf(body) - percent.length;
  const all = body + percent;
  if (count <= 0) return sign + all;
  switch (spec.align) {
    case "<":
      return sign + all + spec.fill.repeat(count);
    case "=":
      return sign + spec.fill.repeat(count) + all;
    case "^": {
      const left = count >> 1;
      return spec.fill.repeat(left) + sign + all + spec.fill.repeat(count - left);
    }
    default:
      return spec.fill.repeat(count) + sign + all;
  }
}

/** Rounded, or padded with zeros, to exactly so many digits. */
function toDigits(a: Dec, digits: number, rounding: number): Dec {
  if (a.coefficient === 0n) return a;
  const size = digitsOf(a.coefficient);
  const result = rescale(a, a.exponent + size - digits, rounding);
  // 9.99 may have become 10.0.
  return digitsOf(result.coefficient) > digits ? rescale(result, result.exponent + 1, rounding) : result;
}
