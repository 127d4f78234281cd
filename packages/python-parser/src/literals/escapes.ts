import { codeNamed } from "@hotpy/unicode";
import { LiteralError } from "./literal-error.js";
import { appendText } from "./pieces.js";

const SIMPLE_ESCAPES: { readonly [char: string]: string } = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const HEX_ESCAPES: { readonly [char: string]: { digits: number; form: string } } = {
  x: { digits: 2, form: "\\xXX" },
  u: { digits: 4, form: "\\uXXXX" },
  U: { digits: 8, form: "\\UXXXXXXXX" },
};

/**
 * The value of the inside of a string literal, without prefix and quotes, in pieces: see {@link appendText}.
 *
 * @param onInvalid called with what stands behind the first backslash that begins no escape, a character, or three digits above a byte
 * @throws LiteralError with the message of CPython's codec
 */
export function decodeString(body: string, onInvalid?: (escape: string) => void): string[] {
  let isValid = true;
  const pieces: string[] = [];
  let result = "";
  let from = 0;
  for (let at = body.indexOf("\\"); at >= 0; at = body.indexOf("\\", from)) {
    result += body.slice(from, at);
    const char = body[at + 1];
    const simple = SIMPLE_ESCAPES[char];
    if (simple !== undefined) {
      result += simple;
      from = at + 2;
    } else if (isOctal(char)) {
      from = octalEnd(body, at + 1);
      const digits = body.slice(at + 1, from);
      if (isValid && isAboveByte(digits)) {
        onInvalid?.(digits);
        isValid = false;
      }
      result += String.fromCharCode(parseInt(digits, 8));
    } else if (char in HEX_ESCAPES) {
      const { digits, form } = HEX_ESCAPES[char];
      from = hexEnd(body, at + 2, digits);
      if (from < at + 2 + digits) throw codecError(body, at, from, `truncated ${form} escape`);
      const code = parseInt(body.slice(at + 2, from), 16);
      if (code > 0x10ffff) throw codecError(body, at, from, "illegal Unicode character");
      if (isLowSurrogate(code)) {
        appendText(pieces, result);
        result = "";
      }
      result += String.fromCodePoint(code);
    } else if (char === "N") {
      const close = body[at + 2] === "{" ? body.indexOf("}", at + 3) : -1;
      if (close <= at + 3) {
        const end = body[at + 2] !== "{" ? at + 2 : close < 0 ? body.length : close;
        throw codecError(body, at, end, "malformed \\N character escape");
      }
      from = close + 1;
      const named = codeNamed(body.slice(at + 3, close));
      if (named === undefined) throw codecError(body, at, from, "unknown Unicode character name");
      result += String.fromCodePoint(named);
    } else {
      // Not an escape: the backslash stands for itself. Behind the last character of a piece comes the brace of a field.
      if (isValid) onInvalid?.(char ?? "{");
      isValid = false;
      result += "\\";
      from = at + 1;
    }
  }
  appendText(pieces, result + body.slice(from));
  return pieces;
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/**
 * The value of the inside of a bytes literal, which must be ASCII.
 *
 * @throws LiteralError with CPython's message
 */
export function decodeBytes(body: string, raw: boolean, onInvalid?: (escape: string) => void): Uint8Array {
  let isValid = true;
  const bytes = new Uint8Array(body.length);
  let length = 0;
  let i = 0;
  while (i < body.length) {
    const char = body[i + 1];
    if (raw || body[i] !== "\\") {
      bytes[length++] = body.charCodeAt(i++);
    } else if (char in SIMPLE_ESCAPES) {
      if (char !== "\n") bytes[length++] = SIMPLE_ESCAPES[char].charCodeAt(0);
      i += 2;
    } else if (isOctal(char)) {
      const end = octalEnd(body, i + 1);
      const digits = body.slice(i + 1, end);
      if (isValid && isAboveByte(digits)) {
        onInvalid?.(digits);
        isValid = false;
      }
      bytes[length++] = parseInt(digits, 8);
      i = end;
    } else if (char === "x") {
      const end = hexEnd(body, i + 2, 2);
      if (end < i + 4) throw new LiteralError(`(value error) invalid \\x escape at position ${i}`);
      bytes[length++] = parseInt(body.slice(i + 2, end), 16);
      i = end;
    } else {
      if (isValid) onInvalid?.(char);
      isValid = false;
      bytes[length++] = body.charCodeAt(i++);
    }
  }
  return bytes.slice(0, length);
}

function isOctal(char: string): boolean {
  return char >= "0" && char <= "7";
}

/** Whether three octal digits are more than the 377 of a byte. */
function isAboveByte(digits: string): boolean {
  return digits.length === 3 && digits[0] > "3";
}

function octalEnd(body: string, start: number): number {
  let i = start;
  while (i < start + 3 && i < body.length && isOctal(body[i])) i++;
  return i;
}

function hexEnd(body: string, start: number, digits: number): number {
  let i = start;
  while (i < start + digits && i < body.length && /[0-9a-f]/i.test(body[i])) i++;
  return i;
}

/** CPython decodes from a form in which every non-ASCII character is written `\UXXXXXXXX`. */
function codecPosition(body: string, index: number): number {
  let position = 0;
  let previous = "";
  for (const char of body.slice(0, index)) {
    const isAscii = char.charCodeAt(0) < 128;
    if (!isAscii && previous === "\\") position += 5;
    position += isAscii ? 1 : 10;
    previous = previous === "\\" ? "" : char;
  }
  return position;
}

function codecError(body: string, start: number, end: number, reason: string): LiteralError {
  const first = codecPosition(body, start);
  const last = codecPosition(body, end) - 1;
  const where = first === last ? `byte 0x5c in position ${first}` : `bytes in position ${first}-${last}`;
  return new LiteralError(`(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`);
}
