/// Properties of code points as classifications of text ask for them. What ECMAScript has (general categories, derived
/// properties) comes from the host's Unicode version; the rest are ranges from the Unicode character database.

/* Properties of characters, as bits of `propertiesOf`; kernels know those of Latin-1 by themselves. */
export const CHAR_LETTER = 1;
export const CHAR_DECIMAL = 2;
/** Decimal digits, superscripts, circled digits and the like. */
export const CHAR_DIGIT = 4;
/** Whatever has a numeric value: fractions and ideographs too. */
export const CHAR_NUMERIC = 8;
export const CHAR_SPACE = 16;
export const CHAR_PRINTABLE = 32;
export const CHAR_UPPER = 64;
export const CHAR_LOWER = 128;
export const CHAR_TITLE = 256;
export const CHAR_NAME_START = 512;
export const CHAR_NAME_PART = 1024;
const KNOWN = 2048;

const matches =
  (pattern: RegExp) =>
  (code: number): boolean =>
    pattern.test(String.fromCodePoint(code));

const isDecimal = matches(/^\p{Nd}$/u);
const isNumber = matches(/^\p{N}$/u);

const QUERIES: readonly (readonly [number, (code: number) => boolean])[] = [
  [CHAR_LETTER, matches(/^\p{L}$/u)],
  [CHAR_DECIMAL, isDecimal],
  [CHAR_DIGIT, (code) => isDecimal(code) || isOtherDigit(code)],
  [CHAR_NUMERIC, (code) => isNumber(code) || NUMERIC_IDEOGRAPHS.has(code)],
  [CHAR_SPACE, (code) => isSpace(code)],
  [CHAR_PRINTABLE, matches(/^(?: |[^\p{C}\p{Z}])$/u)],
  [CHAR_UPPER, matches(/^\p{Uppercase}$/u)],
  [CHAR_LOWER, matches(/^\p{Lowercase}$/u)],
  [CHAR_TITLE, matches(/^\p{Lt}$/u)],
  [CHAR_NAME_START, matches(/^[\p{XID_Start}_]$/u)],
  [CHAR_NAME_PART, matches(/^\p{XID_Continue}$/u)],
];

/** What the host says of each code point, asked of the host once: regular expressions are slow. Grows to the highest code asked. */
let known = new Uint16Array(0x3000);

/** Properties of a code point, CHAR_LETTER and so on. */
export function propertiesOf(code: number): number {
  if (code >= known.length) {
    const larger = new Uint16Array(code < 0x10000 ? 0x10000 : 0x110000);
    larger.set(known);
    known = larger;
  }
  if (known[code] === 0) {
    let bits = KNOWN;
    for (const [bit, query] of QUERIES) if (query(code)) bits |= bit;
    known[code] = bits;
  }
  return known[code];
}

export const isUpper = (code: number): boolean => (propertiesOf(code) & CHAR_UPPER) !== 0;
export const isLower = (code: number): boolean => (propertiesOf(code) & CHAR_LOWER) !== 0;
export const isCased = (code: number): boolean => (propertiesOf(code) & (CHAR_UPPER | CHAR_LOWER | CHAR_TITLE)) !== 0;

/** White space for split, strip and isspace: bidirectional types WS, B, S or category Zs. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Digits that are not decimal: superscripts, circled digits and the like. First and last code of each range. */
const DIGIT_RANGES = [
  0xb2, 0xb3, 0xb9, 0xb9, 0x1369, 0x1371, 0x19da, 0x19da, 0x2070, 0x2070, 0x2074, 0x2079, 0x2080, 0x2089, 0x2460,
  0x2468, 0x2474, 0x247c, 0x2488, 0x2490, 0x24ea, 0x24ea, 0x24f5, 0x24fd, 0x24ff, 0x24ff, 0x2776, 0x277e, 0x2780,
  0x2788, 0x278a, 0x2792, 0x10a40, 0x10a43, 0x10e60, 0x10e68, 0x11052, 0x1105a, 0x1f100, 0x1f10a,
];

/** Ideographs that mean numbers: code points outside category N with a numeric value. */
const NUMERIC_IDEOGRAPHS = new Set([
  0x3405, 0x3483, 0x382a, 0x3b4d, 0x4e00, 0x4e03, 0x4e07, 0x4e09, 0x4e5d, 0x4e8c, 0x4e94, 0x4e96, 0x4ebf, 0x4ec0,
  0x4edf, 0x4ee8, 0x4f0d, 0x4f70, 0x5104, 0x5146, 0x5169, 0x516b, 0x516d, 0x5341, 0x5343, 0x5344, 0x5345, 0x534c,
  0x53c1, 0x53c2, 0x53c3, 0x53c4, 0x56db, 0x58f1, 0x58f9, 0x5e7a, 0x5efe, 0x5eff, 0x5f0c, 0x5f0d, 0x5f0e, 0x5f10,
  0x62fe, 0x634c, 0x67d2, 0x6f06, 0x7396, 0x767e, 0x8086, 0x842c, 0x8cae, 0x8cb3, 0x8d30, 0x9621, 0x9646, 0x964c,
  0x9678, 0x96f6, 0xf96b, 0xf973, 0xf978, 0xf9b2, 0xf9d1, 0xf9d3, 0xf9fd, 0x20001, 0x20064, 0x200e2, 0x20121, 0x2092a,
  0x20983, 0x2098c, 0x2099c, 0x20aea, 0x20afd, 0x20b19, 0x22390, 0x22998, 0x23b1b, 0x2626d, 0x2f890,
]);

function isOtherDigit(code: number): boolean {
  for (let i = 0; i < DIGIT_RANGES.length; i += 2)
    if (code >= DIGIT_RANGES[i] && code <= DIGIT_RANGES[i + 1]) return true;
  return false;
}

/** Value 0 to 9 of a decimal digit of any script, or -1. Digits of a script are ten in a row. */
export function decimalValue(code: number): number {
  if (code < 0x80) return code >= 48 && code <= 57 ? code - 48 : -1;
  const isDigit = (other: number): boolean => (propertiesOf(other) & CHAR_DECIMAL) !== 0;
  if (!isDigit(code)) return -1;
  // Five alphabets of mathematical digits stand side by side.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let value = 0;
  while (value < 9 && isDigit(code - value - 1)) value++;
  return value;
}

/* ---- case of single code points; results as JavaScript strings because one may become several ---- */

/** Full folding of code points whose folding is not the lower case of their upper case. */
function foldException(code: number): string | undefined {
  if (code === 0x1e9e) return "ss";
  if (code === 0x131) return "\u0131";
  // Cherokee folds to upper case, for stability.
  if (code >= 0x13a0 && code <= 0x13f5) return String.fromCodePoint(code);
  if (code >= 0x13f8 && code <= 0x13fd) return String.fromCodePoint(code - 8);
  if (code >= 0xab70 && code <= 0xabbf) return String.fromCodePoint(code - 0xab70 + 0x13a0);
  return undefined;
}

export function foldCase(code: number): string {
  return foldException(code) ?? String.fromCodePoint(code).toUpperCase().toLowerCase();
}

const TITLE_EXCEPTIONS = new Map<number, string>([
  [0x149, "\u02bcN"],
  [0x1fb2, "\u1fba\u0345"],
  [0x1fb4, "\u0386\u0345"],
  [0x1fb7, "\u0391\u0342\u0345"],
  [0x1fc2, "\u1fca\u0345"],
  [0x1fc4, "\u0389\u0345"],
  [0x1fc7, "\u0397\u0342\u0345"],
  [0x1ff2, "\u1ffa\u0345"],
  [0x1ff4, "\u038f\u0345"],
  [0x1ff7, "\u03a9\u0342\u0345"],
  [0x1fb3, "\u1fbc"],
  [0x1fc3, "\u1fcc"],
  [0x1ff3, "\u1ffc"],
  [0x1fbc, "\u1fbc"],
  [0x1fcc, "\u1fcc"],
  [0x1ffc, "\u1ffc"],
]);

/** Title case: like upper case, but letters that are two in one have a form of their own. */
export function titleCase(code: number): string {
  if ((code >= 0x1c4 && code <= 0x1cc) || (code >= 0x1f1 && code <= 0x1f3)) {
    const first = code >= 0x1f1 ? 0x1f1 : code - ((code - 0x1c4) % 3);
    return String.fromCodePoint(first + 1);
  }
  if (code >= 0x10d0 && code <= 0x10ff) return String.fromCodePoint(code);
  if (code >= 0x1f80 && code <= 0x1faf) return String.fromCodePoint(code | 8);
  const exception = TITLE_EXCEPTIONS.get(code);
  if (exception !== undefined) return exception;
  const [first, ...rest] = String.fromCodePoint(code).toUpperCase();
  return first + rest.join("").toLowerCase();
}

export const upperCase = (code: number): string => String.fromCodePoint(code).toUpperCase();
export const lowerCase = (code: number): string => String.fromCodePoint(code).toLowerCase();
