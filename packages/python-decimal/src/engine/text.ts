import { type Dec, FINITE, finite, INFINITE, infinity, power10, QUIET_NAN, SIGNALLING_NAN } from "./number.js";

const NUMBER = /^([+-])?(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?$/i;
const SPECIAL = /^([+-])?(?:(inf|infinity)|(s)?nan(\d*))$/i;

/** Reads an ASCII text. An exponent with too many digits comes as far out as need be; undefined: it is no number. */
export function parse(text: string): Dec | undefined {
  const match = NUMBER.exec(text);
  if (match !== null) {
    const fraction = match[3] ?? match[4] ?? "";
    const coefficient = BigInt((match[2] ?? "") + fraction);
    return finite(match[1] === "-" ? 1 : 0, coefficient, Number(match[5] ?? "0") - fraction.length);
  }
  const special = SPECIAL.exec(text);
  if (special === null) return undefined;
  const sign = special[1] === "-" ? 1 : 0;
  if (special[2] !== undefined) return infinity(sign);
  const kind = special[3] === undefined ? QUIET_NAN : SIGNALLING_NAN;
  return { kind, sign, coefficient: BigInt(special[4] || "0"), exponent: 0 };
}

/** What Python takes for white space, of which JavaScript's `\s` lacks the separators of ASCII and the next line, and has the mark of byte order. */
const SPACE = "(?:[\\u001c-\\u001f\\u0085]|(?!\\ufeff)\\s)+";
const AROUND = new RegExp(`^${SPACE}|${SPACE}$`, "g");
const DIGIT = /\p{Nd}/u;

/** A text as `Decimal` reads it: without white space around and underscores, digits of all scripts as ASCII. */
export function toAscii(text: string, withSpace: boolean): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is ASCII
  if (/^[\x00-\x7f]*$/.test(text)) return withSpace ? text.replace(AROUND, "").replaceAll("_", "") : text;
  let result = "";
  for (const character of withSpace ? text.replace(AROUND, "").replaceAll("_", "") : text)
    result += character > "\x7f" && DIGIT.test(character) ? digitOf(character) : character;
  return result;
}

/** Digits of a script lie in a row, from zero on. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) as number;
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}

/** `str`, or with `isEngineering` exponents that are multiples of three. */
export function toText(a: Dec, capitals: number, isEngineering = false): string {
  const sign = a.sign === 1 ? "-" : "";
  if (a.kind !== FINITE) {
    if (a.kind === INFINITE) return `${sign}Infinity`;
    return `${sign}${a.kind === SIGNALLING_NAN ? "sNaN" : "NaN"}${a.coefficient === 0n ? "" : a.coefficient}`;
  }
  return sign + numberText(a.coefficient.toString(), a.exponent, capitals, isEngineering);
}

/** Digits with their point, and an exponent where that is needed. */
export function numberText(digits: string, exponent: number, capitals: number, isEngineering = false): string {
  const left = exponent + digits.length;
  let point: number;
  if (exponent <= 0 && left > -6) point = left;
  else if (!isEngineering) point = 1;
  else if (digits === "0") point = mod3(left + 1) - 1;
  else point = mod3(left - 1) + 1;
  let body: string;
  if (point <= 0) body = `0.${"0".repeat(-point)}${digits}`;
  else if (point >= digits.length) body = digits + "0".repeat(point - digits.length);
  else body = `${digits.slice(0, point)}.${digits.slice(point)}`;
  if (left === point) return body;
  const shown = left - point;
  return `${body}${capitals === 1 ? "E" : "e"}${shown < 0 ? "" : "+"}${shown}`;
}
const mod3 = (value: number): number => ((value % 3) + 3) % 3;

/** The nearest double. */
export function toNumber(a: Dec): number {
  if (a.kind !== FINITE) {
    if (a.kind === INFINITE) return a.sign === 1 ? -Infinity : Infinity;
    return Number.NaN;
  }
  return Number(`${a.sign === 1 ? "-" : ""}${a.coefficient}e${a.exponent}`);
}

/** A double, exactly. */
export function fromNumber(value: number): Dec {
  const sign = value < 0 || Object.is(value, -0) ? 1 : 0;
  if (Number.isNaN(value)) return { kind: QUIET_NAN, sign: 0, coefficient: 0n, exponent: 0 };
  if (!Number.isFinite(value)) return infinity(sign);
  let magnitude = Math.abs(value);
  if (Number.isInteger(magnitude)) return finite(sign, BigInt(magnitude), 0);
  let shift = 0;
  while (!Number.isInteger(magnitude)) {
    magnitude *= 2;
    shift++;
  }
  // n / 2 ** k is n * 5 ** k / 10 ** k
  return finite(sign, BigInt(magnitude) * 5n ** BigInt(shift), -shift);
}

/** A number as a fraction in lowest terms. */
export function toRatio(a: Dec): readonly [bigint, bigint] {
  const signed = a.sign === 1 ? -a.coefficient : a.coefficient;
  if (a.coefficient === 0n) return [0n, 1n];
  if (a.exponent >= 0) return [signed * power10(a.exponent), 1n];
  let numerator = signed;
  let [twos, fives] = [-a.exponent, -a.exponent];
  while (twos > 0 && (numerator & 1n) === 0n) {
    numerator >>= 1n;
    twos--;
  }
  while (fives > 0 && numerator % 5n === 0n) {
    numerator /= 5n;
    fives--;
  }
  return [numerator, (5n ** BigInt(fives)) << BigInt(twos)];
}
