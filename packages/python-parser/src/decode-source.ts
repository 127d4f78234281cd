import { PythonSyntaxError } from "./errors.js";

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK_OR_COMMENT = /^[ \t\f]*(?:#.*)?\r?$/;

/** Encodings in which the coding comment could not have been read. */
const WIDE = /^(?:utf|ucs|iso-10646)\W?(?:16|32|2|4)/i;

const WINDOWS = /^(?:cp|windows[-_]?)1252$/i;
/** Bytes without a character in Windows' western encoding. */
const UNUSED = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * Decodes the bytes of a source file: UTF-8, or what a byte order mark or a coding comment in the
 * first two lines asks for (PEP 263).
 *
 * @throws PythonSyntaxError with line 0 if the encoding is unknown or the bytes are not in it
 */
export function decodeSource(bytes: Uint8Array, filename: string): string {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = hasMark ? bytes.subarray(3) : bytes;
  const declared = declaredEncoding(content);
  const encoding = declared === null ? "utf-8" : normalName(declared);
  const problem = (name: string) => sourceError(`encoding problem: ${name}${hasMark ? " with BOM" : ""}`, filename);
  if (hasMark && encoding !== "utf-8") throw problem(encoding);
  if (encoding === "iso-8859-1") return decodeLatin1(content);
  if (encoding === "ascii" && content.some((byte) => byte > 127)) throw problem(declared!);
  if (WIDE.test(encoding)) throw problem(declared!);
  // Browsers read these as control characters.
  if (WINDOWS.test(encoding) && content.some((byte) => UNUSED.includes(byte))) throw problem(declared!);
  try {
    // The mark has been dealt with; a second one is a character, and an error.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    if (declared !== null) throw problem(declared);
    throw notUtf8(content, filename);
  }
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
  if (normal === "ascii" || normal === "us-ascii") return "ascii";
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
function notUtf8(bytes: Uint8Array, filename: string): PythonSyntaxError {
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
  const hex = bad.toString(16).padStart(2, "0");
  return sourceError(
    `Non-UTF-8 code starting with '\\x${hex}' in file ${filename} on line ${line}, ` +
      "but no encoding declared; see https://peps.python.org/pep-0263/ for details",
    filename,
  );
}

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

function sourceError(message: string, filename: string): PythonSyntaxError {
  return new PythonSyntaxError("SyntaxError", message, {
    filename,
    lineno: 0,
    offset: -1,
    end_lineno: 0,
    end_offset: -1,
    text: null,
  });
}
