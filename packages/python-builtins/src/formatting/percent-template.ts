/// Templates of `str % values`, parsed once.

/** Width or precision that is an argument. */
export const FROM_ARGUMENT = -2;
/** Width or precision that is not given. */
const NONE_GIVEN = -1;

/** One conversion: what stands between "%" and the end of it. */
export interface Conversion {
  /** Name in "%(name)s"; undefined: the next value. */
  readonly key: string | undefined;
  readonly leftAligned: boolean;
  readonly plus: boolean;
  readonly space: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number;
  readonly precision: number;
  /** One character; "%" takes no value. */
  readonly type: string;
  /** Why it is none. */
  readonly fault?: PercentFault;
}

/** The message of CPython's ValueError. */
export interface PercentFault {
  readonly error: string;
  /** An unknown type of conversion is found after the value has been taken, all else before that. */
  readonly isType?: true;
}

/** What is raised for a name without end, after it has been seen that there is a mapping. */
export interface UnendedKey {
  readonly unended: string;
}

/** A piece of a template: literal text or a conversion. */
export type PercentPiece = string | Conversion | UnendedKey;

const CONVERSION = /^([-+ #0]*)(\*|[0-9]+)?(?:\.(\*|[0-9]*))?[hlL]?/;
/** Types of conversions of str. */
export const STR_TYPES = "diouxXeEfFgGcrsa";

/** The pieces of a template in order; ends with the first fault. */
export function parsePercentTemplate(text: string, types = STR_TYPES): PercentPiece[] {
  const pieces: PercentPiece[] = [];
  let at = 0;
  while (at < text.length) {
    const percent = text.indexOf("%", at);
    if (percent < 0) break;
    if (percent > at) pieces.push(text.slice(at, percent));
    at = percent + 1;
    let key: string | undefined;
    if (text[at] === "(") {
      const end = endOfKey(text, at + 1);
      if (end < 0) return [...pieces, { unended: "incomplete format key" }];
      key = text.slice(at + 1, end);
      at = end + 1;
    }
    const [all, flags, width, precision] = CONVERSION.exec(text.slice(at)) as RegExpExecArray;
    at += all.length;
    const type = at < text.length ? String.fromCodePoint(text.codePointAt(at) as number) : "";
    const isPercent = type === "%" && at === percent + 1;
    const fault = isPercent ? undefined : faultOf(text, at, types, type, width, precision);
    pieces.push({
      key,
      type,
      leftAligned: flags.includes("-"),
      plus: flags.includes("+"),
      space: flags.includes(" "),
      alternate: flags.includes("#"),
      zero: flags.includes("0"),
      width: number(width, NONE_GIVEN),
      precision: number(precision, precision === undefined ? NONE_GIVEN : 0),
      ...(fault && { fault }),
    });
    if (fault) return pieces;
    at += type.length;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

/** What is wrong with a conversion of this type at `at`, its end. */
function faultOf(
  text: string,
  at: number,
  types: string,
  type: string,
  width?: string,
  precision?: string,
): PercentFault | undefined {
  if (Number(width) >= 2 ** 63) return { error: "width too big" };
  if (Number(precision) > 2 ** 31 - 1) return { error: `${types === STR_TYPES ? "precision" : "prec"} too big` };
  if (type === "") return { error: "incomplete format" };
  if (types.includes(type)) return undefined;
  const code = type.codePointAt(0) as number;
  const shown = code >= 32 && code < 127 ? type : "?";
  const index = [...text.slice(0, at)].length;
  return {
    isType: true,
    error: `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${index}`,
  };
}

function number(text: string | undefined, otherwise: number): number {
  if (text === undefined || text === "") return otherwise;
  return text === "*" ? FROM_ARGUMENT : Number(text);
}

/** A template of one conversion of a value without a name; its width and precision are no arguments. */
export function conversionText({
  type,
  leftAligned,
  plus,
  space,
  alternate,
  zero,
  width,
  precision,
}: Conversion): string {
  const flags = [leftAligned && "-", plus && "+", space && " ", alternate && "#", zero && "0"].filter(Boolean).join("");
  return `%${flags}${width >= 0 ? width : ""}${precision >= 0 ? `.${precision}` : ""}${type}`;
}

/** Index of the parenthesis that ends a key, or -1; keys may contain balanced ones. */
function endOfKey(text: string, start: number): number {
  let depth = 1;
  for (let i = start; i < text.length; i++) {
    if (text[i] === "(") depth++;
    else if (text[i] === ")" && --depth === 0) return i;
  }
  return -1;
}
