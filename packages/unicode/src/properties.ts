import { data, fill, once, spread } from "./data.js";

/* Properties of characters, as bits of `propertiesOf`. */
export const CHAR_LETTER = 1;
export const CHAR_DECIMAL = 2;
/** Decimal digits, superscripts, circled digits and the like. */
export const CHAR_DIGIT = 4;
/** Whatever has a numeric value: fractions and ideographs too. */
export const CHAR_NUMERIC = 8;
/** White space: bidirectional types WS, B, S or category Zs. */
export const CHAR_SPACE = 16;
export const CHAR_PRINTABLE = 32;
export const CHAR_UPPER = 64;
export const CHAR_LOWER = 128;
export const CHAR_TITLE = 256;
/** XID_Start, or a low line. */
export const CHAR_NAME_START = 512;
/** XID_Continue. */
export const CHAR_NAME_PART = 1024;
/** Does not count where case depends on neighbours. */
export const CHAR_CASE_IGNORABLE = 2048;

/** Of Unicode 14.0. */
export const currentRecords = once(() => spread(data().current));

let table: Uint16Array | undefined;

/** Properties of a code point, CHAR_LETTER and so on. */
export function propertiesOf(code: number): number {
  if (table === undefined) {
    const { current } = data();
    table = fill(current, (index) => current[0][index][5]);
  }
  return table[code];
}
