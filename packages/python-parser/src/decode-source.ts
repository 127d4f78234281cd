import { PythonSyntaxError } from "./errors.js";

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK_OR_COMMENT = /^[ \t\f]*(?:#.*)?\r?$/;

/** Encodings in which the coding comment could not have been read. */
const WIDE = /^(?:utf|ucs|iso-10646)\W?(?:16|32|2|4)/i;

const WINDOWS = /^(?:cp|windows[-_]?)1252$/i;
/** The characters of 0x80 to 0x9f in Windows' western encoding, a space where there is none. Engines read some of them as control characters. */
const WINDOWS_CHARACTERS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/**
 * Decodes the bytes of a source: UTF-8, or what a byte order mark or a coding comment in the first two lines asks for (PEP 263).
 * What is wrong with them is told as CPython tells it of the file that it runs, or of bytes in memory, which it decodes as a whole.
 *
 * @throws PythonSyntaxError if the encoding is unknown or the bytes are not in it: with line 0, which is shown, or -1 for the file that is run, of which no line is shown
 */
export function decodeSource(bytes: Uint8Array, filename: string, from: "file" | "memory" = "file"): string {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = hasMark ? bytes.subarray(3) : bytes;
  const declared = declaredEncoding(content);
  const encoding = declared === null ? "utf-8" : normalName(declared);
  const fault = (message: string) => sourceError(message, filename, from);
  const problem = (name: string) => fault(`encoding problem: ${name}${hasMark ? " with BOM" : ""}`);
  // Behind a mark CPython takes no other spelling.
  if (hasMark && declared !== null && !/^utf[-_]8(?:$|[-_])/i.test(declared))
    throw problem(encoding === "utf-8" ? declared : encoding);
  /** The byte at an index is not in the declared encoding. */
  const notIn = (codec: string, index: number, reason: string) =>
    from === "file"
      ? problem(declared!)
      : fault(`'${codec}' codec can't decode byte 0x${hexadecimal(content[index])} in position ${index}: ${reason}`);
  if (encoding === "iso-8859-1") return decodeLatin1(content);
  if (encoding === "ascii") {
    const index = content.findIndex((byte) => byte > 127);
    if (index >= 0) throw notIn("ascii", index, "ordinal not in range(128)");
  }
  if (WIDE.test(encoding)) throw problem(declared!);
  if (WINDOWS.test(encoding)) {
    const text = decodeWindows(content);
    if (typeof text === "number") throw notIn("charmap", text, "character maps to <undefined>");
    return text;
  }
  const decoder = decoderOf(encoding);
  if (decoder === undefined) throw from === "file" ? problem(declared!) : fault(`unknown encoding: ${declared}`);
  try {
    return decoder.decode(content);
  } catch {
    if (declared !== null) throw problem(declared);
    throw fault(notUtf8(content, filename));
  }
}

function decoderOf(encoding: string): TextDecoder | undefined {
  try {
    // The mark has been dealt with; a second one is a character, and an error.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    return undefined;
  }
}

/** The text, or the index of the first byte that has no character. */
function decodeWindows(bytes: Uint8Array): string | number {
  const characterOf = (byte: number): string => WINDOWS_CHARACTERS[byte - 0x80];
  const bad = bytes.findIndex((byte) => byte >= 0x80 && byte < 0xa0 && characterOf(byte) === " ");
  if (bad >= 0) return bad;
  return decodeLatin1(bytes).replace(/[\x80-\x9f]/g, (byte) => characterOf(byte.charCodeAt(0)));
}

function declaredEncoding(bytes: Uint8Array): string | null {
  let start = 0;
  for (let line = 0; line < 2; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    const text = decodeLatin1(bytes.subarray(start, end));
    const cookie = COOKIE.exec(text);
    if (cookie !== null) return cookie[1];
    if (!BLANK_OR_COMMENT.test(text)) return null;
    start = end + (bytes[end] === 13 && bytes[end + 1] === 10 ? 2 : 1);
  }
  return null;
}

/** As CPython: the many spellings of the two common encodings. */
function normalName(name: string): string {
  const normal = name.slice(0, 12).toLowerCase().replaceAll("_", "-");
  if (/^utf-?8(?:$|-)/.test(normal)) return "utf-8";
  if (/^(?:latin-1|iso-8859-1|iso-latin-1|latin1|l1|iso8859-1)(?:$|-)/.test(normal)) {
    return "iso-8859-1";
  }
  if (["utf", "u8", "cp65001"].includes(normal)) return "utf-8";
  if (["latin", "l1", "8859", "cp819"].includes(normal)) return "iso-8859-1";
  if (["ascii", "us-ascii", "646"].includes(normal)) return "ascii";
  return name;
}

function decodeLatin1(bytes: Uint8Array): string {
  const CHUNK = 8192;
  let text = "";
  for (let i = 0; i < bytes.length; i += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  }
  return text;
}

/** Names the first byte that is not UTF-8, and its line. */
function notUtf8(bytes: Uint8Array, filename: string): string {
  let line = 1;
  let start = 0;
  let bad = bytes[0];
  for (;;) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    const index = invalidUtf8Index(bytes.subarray(start, end));
    if (index >= 0) {
      bad = bytes[start + index];
      break;
    }
    if (newline < 0) break;
    start = end;
    line++;
  }
  return (
    `Non-UTF-8 code starting with '\\x${hexadecimal(bad)}' in file ${filename} on line ${line}, ` +
    "but no encoding declared; see https://peps.python.org/pep-0263/ for details"
  );
}

const hexadecimal = (byte: number): string => byte.toString(16).padStart(2, "0");

function invalidUtf8Index(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return -1;
}

/** The length of the UTF-8 sequence at an index, or 0 if it is not one. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i];
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let k = 1; k < length; k++) {
    if ((bytes[i + k] & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[i + 1];
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second >= 0xa0) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second >= 0x90) return 0;
  return length;
}

function sourceError(message: string, filename: string, from: "file" | "memory"): PythonSyntaxError {
  const lineno = from === "file" ? -1 : 0;
  return new PythonSyntaxError("SyntaxError", message, {
    filename,
    lineno,
    offset: -1,
    end_lineno: lineno,
    end_offset: -1,
    text: null,
  });
}
