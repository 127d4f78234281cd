/** A parsed format specification: [[fill]align][sign][z][#][0][width][grouping][.precision][type]. */
export interface FormatSpec {
  /** Code point. */
  readonly fill: number;
  readonly align: "<" | ">" | "=" | "^";
  readonly sign: "" | "+" | "-" | " ";
  readonly coerceNegativeZero: boolean;
  readonly alternate: boolean;
  /** -1: none. */
  readonly width: number;
  readonly grouping: "" | "," | "_";
  /** -1: none. */
  readonly precision: number;
  /** One character; "" only where the default type is "". */
  readonly type: string;
}

const MOST_DIGITS = 2 ** 63 - 1024;
const isAlign = (character: string | undefined): character is "<" | ">" | "=" | "^" =>
  character === "<" || character === ">" || character === "=" || character === "^";

/** Parses a specification; a string is the message of CPython's ValueError. */
export function parseFormatSpec(
  text: string,
  defaultType: string,
  defaultAlign: "<" | ">",
  typeName: string,
): FormatSpec | string {
  const codes = [...text];
  let at = 0;
  let fill = " ";
  let fillGiven = false;
  let align: FormatSpec["align"] = defaultAlign;
  let alignGiven = false;
  if (isAlign(codes[1])) {
    fill = codes[0];
    align = codes[1];
    fillGiven = alignGiven = true;
    at = 2;
  } else if (isAlign(codes[0])) {
    align = codes[0];
    alignGiven = true;
    at = 1;
  }
  const accept = (character: string): boolean => {
    if (codes[at] !== character) return false;
    at++;
    return true;
  };
  const sign = accept("+") ? "+" : accept("-") ? "-" : accept(" ") ? " " : "";
  const coerceNegativeZero = accept("z");
  const alternate = accept("#");
  if (!fillGiven && accept("0")) {
    fill = "0";
    if (!alignGiven && defaultAlign === ">") align = "=";
  }
  const number = (): number => {
    const start = at;
    while (codes[at] >= "0" && codes[at] <= "9" && codes[at].length === 1) at++;
    return at === start ? -1 : Number(codes.slice(start, at).join(""));
  };
  const width = number();
  if (width > MOST_DIGITS) return "Too many decimal digits in format string";
  let grouping: FormatSpec["grouping"] = accept(",") ? "," : "";
  if (codes[at] === "_") {
    if (grouping === ",") return "Cannot specify both ',' and '_'.";
    grouping = "_";
    at++;
  }
  if (codes[at] === ",") return grouping === "_" ? "Cannot specify both ',' and '_'." : "Cannot specify ',' with ','.";
  let precision = -1;
  if (accept(".")) {
    precision = number();
    if (precision < 0) return "Format specifier missing precision";
    if (precision > MOST_DIGITS) return "Too many decimal digits in format string";
  }
  if (codes.length - at > 1) return `Invalid format specifier '${text}' for object of type '${typeName}'`;
  const type = codes[at] ?? defaultType;
  if (grouping !== "" && !groupingAllowed(grouping, type))
    return `Cannot specify '${grouping}' with ${quoteType(type)}.`;
  return {
    fill: fill.codePointAt(0) as number,
    align,
    sign,
    coerceNegativeZero,
    alternate,
    width,
    grouping,
    precision,
    type,
  };
}

function groupingAllowed(grouping: string, type: string): boolean {
  if (type === "") return true;
  return "defgEG%F".includes(type) || (grouping === "_" && "boxX".includes(type));
}

/** A presentation type in a message. */
export function quoteType(type: string): string {
  const code = type.codePointAt(0) ?? 0;
  return code > 32 && code < 128 ? `'${type}'` : `'\\x${code.toString(16)}'`;
}

/** A number in parts, to be laid out by a specification. */
export interface NumberParts {
  readonly negative: boolean;
  /** "0x" and the like. */
  readonly prefix: string;
  /** Digits that grouping applies to. */
  readonly digits: string;
  /** What follows them: decimals, exponent, "%". */
  readonly rest: string;
}

/** Sign, prefix, grouped digits and padding. */
export function layoutNumber(parts: NumberParts, spec: FormatSpec): string {
  const sign = parts.negative ? "-" : spec.sign === "+" || spec.sign === " " ? spec.sign : "";
  const head = sign + parts.prefix;
  const fill = String.fromCodePoint(spec.fill);
  const zeroPadded = spec.align === "=" && fill === "0";
  const least = zeroPadded ? spec.width - head.length - parts.rest.length : 0;
  const digits = group(parts.digits, spec.grouping, "boxX".includes(spec.type) && spec.type !== "" ? 4 : 3, least);
  const body = digits + parts.rest;
  const padding = spec.width - head.length - body.length;
  if (padding <= 0) return head + body;
  switch (spec.align) {
    case "=":
      return head + fill.repeat(padding) + body;
    case "<":
      return head + body + fill.repeat(padding);
    case "^":
      return fill.repeat(padding >> 1) + head + body + fill.repeat(padding - (padding >> 1));
    case ">":
      return fill.repeat(padding) + head + body;
  }
}

/** Separators between groups of digits from the right, after zeros at the left up to at least this length. */
function group(digits: string, separator: string, size: number, least: number): string {
  if (separator === "" || digits === "") return digits.padStart(least, "0");
  let count = digits.length;
  while (count + Math.floor((count - 1) / size) < least) count++;
  const padded = digits.padStart(count, "0");
  const first = ((count - 1) % size) + 1;
  let result = padded.slice(0, first);
  for (let i = first; i < count; i += size) result += separator + padded.slice(i, i + size);
  return result;
}
