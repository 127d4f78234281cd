import { decodeBytes, decodeString } from "./escapes.js";
import { type FormatPart, FormatStringReader } from "./format-string.js";
import { LiteralError } from "./literal-error.js";
import { appendText } from "./pieces.js";
import { splitStringToken } from "./string-token.js";

/** The value of adjacent string literals. */
export type StringValue<E> =
  | { type: "bytes"; value: Uint8Array }
  | { type: "str"; value: string; prefix: "u" | null }
  | { type: "pieces"; value: readonly string[]; prefix: "u" | null }
  | { type: "format"; parts: FormatPart<E>[]; prefix: "u" | null };

/**
 * Joins string tokens that stand side by side.
 *
 * @param compile makes an expression of the characters `start` to `end` of a token
 * @param onInvalid called with a token and what stands behind a backslash in it that begins no escape, see {@link decodeString}
 * @throws LiteralError with CPython's message
 */
export function concatenateStrings<E>(
  tokens: readonly string[],
  compile: (token: number, start: number, end: number) => E,
  onInvalid?: (token: number, escape: string) => void,
): StringValue<E> {
  const bytes: Uint8Array[] = [];
  const parts: FormatPart<E>[] = [];
  let pieces: string[] = [];
  let isFormatted = false;
  let prefix: "u" | null = null;
  for (let i = 0; i < tokens.length; i++) {
    const token = splitStringToken(tokens[i]);
    const { body, bodyStart, isRaw } = token;
    if (i === 0 && token.isUnicode) prefix = "u";
    const onInvalidHere = (escape: string): void => onInvalid?.(i, escape);
    if (token.isBytes) {
      if (/[^\0-\x7f]/.test(body)) {
        throw new LiteralError("bytes can only contain ASCII literal characters");
      }
      bytes.push(decodeBytes(body, isRaw, onInvalidHere));
    }
    const plain = token.isBytes || token.isFormatted ? [] : isRaw ? [body] : decodeString(body, onInvalidHere);
    if (bytes.length !== 0 && bytes.length !== i + 1) {
      throw new LiteralError("cannot mix bytes and nonbytes literals");
    }
    for (const piece of plain) appendText(pieces, piece);
    if (!token.isFormatted) continue;
    isFormatted = true;
    const compileHere = (start: number, end: number) => compile(i, bodyStart + start, bodyStart + end);
    for (const part of new FormatStringReader(i, body, isRaw, compileHere, onInvalidHere).read()) {
      if (typeof part === "string") {
        appendText(pieces, part);
        continue;
      }
      parts.push(...pieces, part);
      pieces = [];
    }
  }
  if (bytes.length > 0) return { type: "bytes", value: joinBytes(bytes) };
  if (isFormatted) return { type: "format", parts: [...parts, ...pieces], prefix };
  return pieces.length > 1
    ? { type: "pieces", value: pieces, prefix }
    : { type: "str", value: pieces[0] ?? "", prefix };
}

function joinBytes(chunks: Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0];
  const result = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return result;
}
