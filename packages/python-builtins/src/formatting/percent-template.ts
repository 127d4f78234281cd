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
}

/** A piece of a template: literal text, a conversion, or the message of CPython's ValueError at that place. */
export type PercentPiece = string | Conversion | PercentFault;

/** The message of CPython's ValueError; that of an unknown conversion comes after the value has been taken. */
export interface PercentFault {
  readonly error: string;
  readonly isConversion?: true;
  /** In or behind the name of a value: there must be a mapping. */
  readonly isKeyed?: true;
}

const CONVERSION = /^([-+ #0]*)(\*|[0-9]+)?(?:\.(\*|[0-9]*))?[hlL]?/;

/** The pieces of a template in order; ends with the first error. */
export function parsePercentTemplate(text: string): PercentPiece[] {
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
      if (end < 0) return [...pieces, { isKeyed: true, error: "incomplete format key" }];
      key = text.slice(at + 1, end);
      at = end + 1;
    }
    const [all, flags, width, precision] = CONVERSION.exec(text.slice(at)) as RegExpExecArray;
    at += all.length;
    if (Number(width) > 2 ** 63 - 1) return [...pieces, { error: "width too big" }];
    if (Number(precision) > 2 ** 31 - 1) return [...pieces, { error: "precision too big" }];
    if (at >= text.length) {
      return [...pieces, { error: "incomplete format", ...(key === undefined ? {} : { isKeyed: true }) }];
    }
    const type = String.fromCodePoint(text.codePointAt(at) as number);
    at += type.length;
    if (!"diouxXeEfFgGcrsa%".includes(type)) {
      const code = type.codePointAt(0) as number;
      const shown = code >= 32 && code < 127 ? type : "?";
      const index = [...text.slice(0, at)].length - 1;
      return [
        ...pieces,
        {
          isConversion: true,
          error: `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${index}`,
        },
      ];
    }
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
    });
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
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
