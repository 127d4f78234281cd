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

/** Sizes are less. */
const SIZE_LIMIT = 2n ** 63n;
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
    const digits = codes.slice(start, at).join("");
    if (digits === "") return -1;
    return digits.length > 18 && BigInt(digits) >= SIZE_LIMIT ? Infinity : Number(digits);
  };
  const width = number();
  if (width === Infinity) return "Too many decimal digits in format string";
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
    if (precision === Infinity) return "Too many decimal digits in format string";
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
