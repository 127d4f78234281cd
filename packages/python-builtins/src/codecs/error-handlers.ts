import { nameOf } from "@hotpy/unicode";
import { escapeCode } from "../text/repr.js";
import { type Codec, type Fault, isSurrogate } from "./codec.js";

/// The error handlers that Python defines.

/** What stands for a fault: code points (to be encoded in turn), or bytes; and where to go on. */
export interface Replacement {
  readonly codes?: readonly number[];
  readonly bytes?: readonly number[];
  readonly next: number;
}

export interface ErrorHandler {
  /** undefined: the fault is raised. Absent: the handler does not do this. */
  encode?(codec: Codec, text: ArrayLike<number>, fault: Fault): Replacement | undefined;
  decode?(codec: Codec, bytes: Uint8Array, fault: Fault): Replacement | undefined;
}

const textCodes = (text: string): number[] => Array.from(text, (each) => each.charCodeAt(0));

/** A replacement for each code point at fault. */
const each =
  (replacement: (code: number) => string): NonNullable<ErrorHandler["encode"]> =>
  (_, text, { start, end }) => ({
    codes: range(start, end).flatMap((at) => textCodes(replacement(text[at]))),
    next: end,
  });

const range = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, i) => start + i);

const REPLACEMENT_CHARACTER = 0xfffd;
/** Most bytes that `surrogateescape` takes at once. */
const MOST_ESCAPED = 4;

const surrogateEscape: ErrorHandler = {
  encode(_, text, { start, end }) {
    const bytes = range(start, end).map((at) => text[at] - 0xdc00);
    return bytes.every((byte) => byte >= 0x80 && byte <= 0xff) ? { bytes, next: end } : undefined;
  },
  decode(_, bytes, { start, end }) {
    const codes: number[] = [];
    while (codes.length < MOST_ESCAPED && start + codes.length < end && bytes[start + codes.length] >= 0x80)
      codes.push(0xdc00 + bytes[start + codes.length]);
    return codes.length === 0 ? undefined : { codes, next: start + codes.length };
  },
};

const surrogatePass: ErrorHandler = {
  encode(codec, text, { start, end }) {
    const { encodeSurrogate } = codec;
    const codes = range(start, end).map((at) => text[at]);
    if (encodeSurrogate === undefined || !codes.every(isSurrogate)) return undefined;
    const bytes: number[] = [];
    for (const code of codes) encodeSurrogate(code, (byte) => bytes.push(byte));
    return { bytes, next: end };
  },
  decode(codec, bytes, { start }) {
    const found = codec.decodeSurrogate?.(bytes, start);
    return found && { codes: [found.code], next: start + found.size };
  },
};

export const ERROR_HANDLERS: Readonly<Record<string, ErrorHandler>> = {
  strict: { encode: () => undefined, decode: () => undefined },
  ignore: {
    encode: (_, __, { end }) => ({ codes: [], next: end }),
    decode: (_, __, { end }) => ({ codes: [], next: end }),
  },
  replace: {
    encode: each(() => "?"),
    decode: (_, __, { end }) => ({ codes: [REPLACEMENT_CHARACTER], next: end }),
  },
  backslashreplace: {
    encode: each(escapeCode),
    decode: (_, bytes, { start, end }) => ({
      codes: range(start, end).flatMap((at) => textCodes(escapeCode(bytes[at]))),
      next: end,
    }),
  },
  namereplace: {
    encode: each((code) => {
      const name = nameOf(code);
      return name === undefined ? escapeCode(code) : `\\N{${name}}`;
    }),
  },
  xmlcharrefreplace: { encode: each((code) => `&#${code};`) },
  surrogateescape: surrogateEscape,
  surrogatepass: surrogatePass,
};
