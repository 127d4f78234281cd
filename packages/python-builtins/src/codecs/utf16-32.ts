import {
  type Codec,
  type Fault,
  type Input,
  isSurrogate,
  type OnFault,
  type Push,
  SURROGATES_NOT_ALLOWED,
} from "./codec.js";

/// UTF-16 and UTF-32, in an order of bytes that is given, or in that which a mark at the start tells.

type Size = 2 | 4;

function pushUnit(unit: number, size: Size, isBig: boolean, push: Push): void {
  for (let i = 0; i < size; i++) push((unit >>> (8 * (isBig ? size - 1 - i : i))) & 0xff);
}

function unitAt(bytes: Uint8Array, at: number, size: Size, isBig: boolean): number {
  let unit = 0;
  for (let i = 0; i < size; i++) unit |= bytes[at + i] << (8 * (isBig ? size - 1 - i : i));
  return unit >>> 0;
}

function encodeCode(code: number, size: Size, isBig: boolean, push: Push): void {
  if (size === 4 || code < 0x10000) return pushUnit(code, size, isBig, push);
  pushUnit(0xd800 | ((code - 0x10000) >> 10), size, isBig, push);
  pushUnit(0xdc00 | (code & 0x3ff), size, isBig, push);
}

/** The code point at an index, with its bytes, or what is wrong there. */
function decodeAt(
  bytes: Uint8Array,
  at: number,
  size: Size,
  isBig: boolean,
): { readonly code: number; readonly size: number } | Fault {
  const fault = (end: number, reason: string): Fault => ({ start: at, end: Math.min(end, bytes.length), reason });
  if (at + size > bytes.length) return fault(bytes.length, "truncated data");
  const unit = unitAt(bytes, at, size, isBig);
  if (size === 4) {
    if (isSurrogate(unit)) return fault(at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
    return unit > 0x10ffff ? fault(at + 4, "code point not in range(0x110000)") : { code: unit, size };
  }
  if (!isSurrogate(unit)) return { code: unit, size };
  if (unit >= 0xdc00) return fault(at + 2, "illegal encoding");
  if (at + 4 > bytes.length) return fault(bytes.length, "unexpected end of data");
  const low = unitAt(bytes, at + 2, size, isBig);
  if (low < 0xdc00 || low > 0xdfff) return fault(at + 2, "illegal UTF-16 surrogate");
  return { code: 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff), size: 4 };
}

/** What is wrong at the end of input that goes on. */
const INCOMPLETE = new Set(["truncated data", "unexpected end of data"]);

function decode(
  input: Input,
  from: number,
  size: Size,
  isBig: boolean,
  push: Push,
  onFault: OnFault,
  isFinal: boolean,
): number {
  let at = from;
  while (at >= 0 && at < input.bytes.length) {
    const found = decodeAt(input.bytes, at, size, isBig);
    if ("code" in found) {
      push(found.code);
      at += found.size;
    } else if (!isFinal && INCOMPLETE.has(found.reason)) return at;
    else at = onFault(found);
  }
  return at;
}

function inOrder(name: string, size: Size, isBig: boolean): Codec {
  return {
    name,
    reason: SURROGATES_NOT_ALLOWED,
    joinsFaults: false,
    encodeCode(code, push) {
      if (isSurrogate(code)) return false;
      encodeCode(code, size, isBig, push);
      return true;
    },
    unit: size,
    replacesByAscii: true,
    decode: (input, from, push, onFault, isFinal) => decode(input, from, size, isBig, push, onFault, isFinal),
    encodeSurrogate: (code, push) => pushUnit(code, size, isBig, push),
    decodeSurrogate(bytes, at) {
      if (at + size > bytes.length) return undefined;
      const code = unitAt(bytes, at, size, isBig);
      return isSurrogate(code) ? { code, size } : undefined;
    },
  };
}

/** With a mark at the start: little-endian, as the machine is, if there is none. */
function marked(name: string, little: Codec, big: Codec, size: Size): Codec {
  const mark: number[] = [];
  pushUnit(0xfeff, size, false, (byte) => mark.push(byte));
  return {
    ...little,
    name,
    mark,
    resolve(bytes) {
      const first = bytes.length < size ? 0 : unitAt(bytes, 0, size, false);
      const isBig = first === (size === 2 ? 0xfffe : 0xfffe0000);
      return { codec: isBig ? big : little, from: isBig || first === 0xfeff ? size : 0 };
    },
  };
}

export const utf16LittleEndian: Codec = inOrder("utf-16-le", 2, false);
export const utf16BigEndian: Codec = inOrder("utf-16-be", 2, true);
export const utf16: Codec = marked("utf-16", utf16LittleEndian, utf16BigEndian, 2);
export const utf32LittleEndian: Codec = inOrder("utf-32-le", 4, false);
export const utf32BigEndian: Codec = inOrder("utf-32-be", 4, true);
export const utf32: Codec = marked("utf-32", utf32LittleEndian, utf32BigEndian, 4);
