import { isDigit, isIdentifierPart } from "./characters.js";

/** What went wrong in a numeric literal, and the index up to which it had been read. */
export interface NumberError {
  message: string;
  index: number;
  /** Where the fault begins and ends if it is not just at `index`. */
  range?: [start: number, end: number];
}

const UNDERSCORE = 95;
const DOT = 46;

/** The keywords that may follow a number without a space, as in `1if x else 2`. */
const KEYWORD_AFTER_NUMBER = /i[fns]|(?:and|else|for|or|not)(?![\w\u0080-\uffff])/y;

const BASES = [
  { letters: "xX", name: "hexadecimal", isDigit: (c: number) => isDigit(c) || isHexLetter(c) },
  { letters: "oO", name: "octal", isDigit: (c: number) => c >= 48 && c < 56 },
  { letters: "bB", name: "binary", isDigit: (c: number) => c === 48 || c === 49 },
] as const;

function isHexLetter(c: number): boolean {
  return (c >= 65 && c <= 70) || (c >= 97 && c <= 102);
}

/** Reads the number at `start`, which has a digit or a dot there; gives the index after it. */
export function scanNumber(source: string, start: number): number | NumberError {
  let i = start;
  if (source.charCodeAt(i) === 48 /* 0 */) {
    const prefix = source[i + 1];
    for (const base of BASES) {
      if (base.letters.includes(prefix)) return scanBase(source, i + 2, base);
    }
  }
  // Most numbers are one or a few digits.
  while (isDigit(source.charCodeAt(i))) i++;
  const c = source.charCodeAt(i);
  if (c !== UNDERSCORE && c !== DOT && !isIdentifierPart(c)) {
    if (source.charCodeAt(start) !== 48 || i === start + 1) return i;
  }
  return scanDecimal(source, start);
}

function scanBase(source: string, start: number, base: (typeof BASES)[number]): number | NumberError {
  let i = start;
  const invalidDigit = () => ({
    message: `invalid digit '${source[i]}' in ${base.name} literal`,
    index: i + 1,
  });
  do {
    if (source.charCodeAt(i) === UNDERSCORE) i++;
    if (!base.isDigit(source.charCodeAt(i))) {
      if (isDigit(source.charCodeAt(i))) return invalidDigit();
      return { message: `invalid ${base.name} literal`, index: i };
    }
    while (base.isDigit(source.charCodeAt(i))) i++;
  } while (source.charCodeAt(i) === UNDERSCORE);
  if (isDigit(source.charCodeAt(i))) return invalidDigit();
  return endOfNumber(source, i, base.name);
}

function scanDecimal(source: string, start: number): number | NumberError {
  let i = start;
  let leadingZeros = 0;
  if (source.charCodeAt(i) !== DOT) {
    const integerEnd = scanDigits(source, i);
    if (typeof integerEnd !== "number") return integerEnd;
    const zeros = /^[0_]*/.exec(source.slice(i, integerEnd))![0].length;
    if (source.charCodeAt(i) === 48 && zeros < integerEnd - i) leadingZeros = zeros;
    i = integerEnd;
  }
  let kind = "decimal";
  let isInteger = true;
  if (source.charCodeAt(i) === DOT) {
    isInteger = false;
    i++;
    if (isDigit(source.charCodeAt(i))) {
      const fractionEnd = scanDigits(source, i);
      if (typeof fractionEnd !== "number") return fractionEnd;
      i = fractionEnd;
    }
  }
  if ((source.charCodeAt(i) | 32) === 101 /* e */) {
    const sign = source.charCodeAt(i + 1);
    if (sign === 43 || sign === 45) {
      if (!isDigit(source.charCodeAt(i + 2))) {
        return { message: "invalid decimal literal", index: i + 2 };
      }
      i++;
    }
    if (isDigit(source.charCodeAt(i + 1))) {
      isInteger = false;
      const exponentEnd = scanDigits(source, i + 1);
      if (typeof exponentEnd !== "number") return exponentEnd;
      i = exponentEnd;
    } else {
      // Not an exponent: perhaps a keyword, as in `1else`.
      return endOfNumber(source, i, kind);
    }
  }
  if ((source.charCodeAt(i) | 32) === 106 /* j */) {
    isInteger = false;
    kind = "imaginary";
    i++;
  }
  if (isInteger && leadingZeros > 0) {
    return {
      message: "leading zeros in decimal integer literals are not permitted; " + "use an 0o prefix for octal integers",
      index: i,
      range: [start, start + leadingZeros],
    };
  }
  return endOfNumber(source, i, kind);
}

/** Digits with single underscores between them. */
function scanDigits(source: string, start: number): number | NumberError {
  let i = start;
  for (;;) {
    while (isDigit(source.charCodeAt(i))) i++;
    if (source.charCodeAt(i) !== UNDERSCORE) return i;
    i++;
    if (!isDigit(source.charCodeAt(i))) return { message: "invalid decimal literal", index: i };
  }
}

/** A number must not run into a name; before some keywords Python still allows it. */
function endOfNumber(source: string, i: number, kind: string): number | NumberError {
  if (!isIdentifierPart(source.charCodeAt(i))) return i;
  KEYWORD_AFTER_NUMBER.lastIndex = i;
  if (KEYWORD_AFTER_NUMBER.test(source)) return i;
  return { message: `invalid ${kind} literal`, index: i };
}

const KINDS: Readonly<Record<string, string>> = { x: "hexadecimal", o: "octal", b: "binary" };

/** What CPython's messages call a number with this text. */
export function numberKind(text: string): string {
  return KINDS[text.charAt(1).toLowerCase()] ?? (/[jJ]$/.test(text) ? "imaginary" : "decimal");
}
