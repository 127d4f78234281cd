const MOST_CHARACTERS = 76;
const EQUALS = 0x3d;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const UNDERSCORE = 0x5f;
const DOT = 0x2e;
const HEX = new TextEncoder().encode("0123456789ABCDEF");

/** How quoted-printable is written. */
export interface QuotedPrintableOptions {
  /** Tabs and spaces are quoted. */
  readonly quoteTabs: boolean;
  /** Line ends are. */
  readonly isText: boolean;
  /** As in headers: a space is an underscore. */
  readonly isHeader: boolean;
}

const hexDigit = (code: number | undefined): number => {
  const value = code === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? -1 : value;
};

/** The bytes that quoted-printable stands for. */
export function decodeQuotedPrintable(text: Uint8Array, isHeader: boolean): Uint8Array {
  const result: number[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text[at++];
    if (code !== EQUALS) {
      result.push(isHeader && code === UNDERSCORE ? SPACE : code);
      continue;
    }
    if (at >= text.length) break;
    const next = text[at];
    if (next === NEWLINE || next === RETURN) {
      const end = text.indexOf(NEWLINE, at);
      at = end < 0 ? text.length : end + 1;
    } else if (next === EQUALS) {
      // A fault of old encoders.
      result.push(EQUALS);
      at++;
    } else if (hexDigit(next) >= 0 && hexDigit(text[at + 1]) >= 0) {
      result.push(hexDigit(next) * 16 + hexDigit(text[at + 1]));
      at += 2;
    } else result.push(EQUALS);
  }
  return Uint8Array.from(result);
}

/** Bytes as quoted-printable. */
export function encodeQuotedPrintable(bytes: Uint8Array, options: QuotedPrintableOptions): Uint8Array {
  const { quoteTabs, isText, isHeader } = options;
  const result: number[] = [];
  const firstEnd = bytes.indexOf(NEWLINE);
  const hasReturns = firstEnd > 0 && bytes[firstEnd - 1] === RETURN;
  let column = 0;
  const endLine = (): void => {
    if (hasReturns) result.push(RETURN);
    result.push(NEWLINE);
    column = 0;
  };
  const breakLine = (): void => {
    result.push(EQUALS);
    endLine();
  };
  const quote = (code: number): void => void result.push(EQUALS, HEX[code >> 4], HEX[code & 15]);

  /** Whether a byte stands for itself nowhere. */
  function isQuoted(at: number): boolean {
    const code = bytes[at];
    const isLast = at + 1 === bytes.length;
    if (code > 126 || code === EQUALS || (isHeader && code === UNDERSCORE)) return true;
    // A line of one dot ends a mail.
    if (code === DOT && column === 0 && (isLast || [NEWLINE, RETURN, 0].includes(bytes[at + 1]))) return true;
    if (code === RETURN || code === NEWLINE) return !isText;
    if (code === TAB || code === SPACE) return isLast || quoteTabs;
    return code < 33;
  }

  for (let at = 0; at < bytes.length; ) {
    const code = bytes[at];
    if (isQuoted(at)) {
      if (column + 3 >= MOST_CHARACTERS) breakLine();
      quote(code);
      at++;
      column += 3;
    } else if (isText && (code === NEWLINE || (code === RETURN && bytes[at + 1] === NEWLINE))) {
      // White space at the end of a line does not survive.
      const last = result[result.length - 1];
      if (last === SPACE || last === TAB) {
        result.pop();
        quote(last);
      }
      endLine();
      at += code === RETURN ? 2 : 1;
    } else {
      if (at + 1 !== bytes.length && bytes[at + 1] !== NEWLINE && column + 1 >= MOST_CHARACTERS) breakLine();
      column++;
      result.push(isHeader && code === SPACE ? UNDERSCORE : code);
      at++;
    }
  }
  return Uint8Array.from(result);
}
