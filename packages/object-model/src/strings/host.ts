import type { Address, Memory, Word } from "@hotpy/memory";
import { STR_DATA } from "../layouts.js";
import { type Text, widthOfCode } from "./text.js";

/** The boundary to JavaScript strings and UTF-8. */
export interface HostStrings {
  /** A string from UTF-16; a surrogate without its partner stands for itself. */
  fromJS(text: string): Word;
  toJS(string: Word): string;
  /** A string from code points. */
  fromCodes(codes: ArrayLike<number>): Word;
  /**
   * UTF-8 of a string. A surrogate is passed to `onSurrogate`, whose result (ASCII text) replaces it; without one it is
   * encoded like other code points, which is not valid UTF-8.
   */
  toUtf8(string: Word, onSurrogate?: (code: number) => string): Uint8Array;
  /** True if all code points are below 128. */
  isAscii(string: Word): boolean;
}

const isHighSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLowSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/** Units from here on may be halves of pairs. */
const FIRST_SURROGATE = 0xd800;

function countPairs(source: string): number {
  let pairs = 0;
  for (let i = 1; i < source.length; i++) {
    if (isLowSurrogate(source.charCodeAt(i)) && isHighSurrogate(source.charCodeAt(i - 1))) pairs++;
  }
  return pairs;
}

/** Most arguments given to `String.fromCharCode` at once. */
const CHUNK = 4096;

export function createHostStrings(memory: Memory, text: Text): HostStrings {
  const { u8, u16, i32 } = memory;
  const { flat, widthOf, codeAt, setCode, allocate } = text;

  function fromJS(source: string): Word {
    const units = source.length;
    let bits = 0;
    // Names and constants of a program come here when nothing of this is compiled: next to none has surrogates.
    for (let i = 0; i < units; i++) bits |= source.charCodeAt(i);
    const pairs = bits >= FIRST_SURROGATE ? countPairs(source) : 0;
    const length = units - pairs;
    if (length === 0) return text.empty;
    if (length === 1) return text.char(source.codePointAt(0) as number);
    const width = pairs > 0 ? 2 : widthOfCode(bits);
    const string = allocate(width, length);
    if (width === 0) {
      const base = (string + STR_DATA) >>> 0;
      for (let i = 0; i < units; i++) u8[base + i] = source.charCodeAt(i);
    } else if (pairs === 0) {
      for (let i = 0; i < units; i++) setCode(string, i, source.charCodeAt(i));
    } else {
      let at = (string + STR_DATA) >>> 2;
      for (let i = 0; i < units; i++) {
        const code = source.codePointAt(i) as number;
        if (code > 0xffff) i++;
        i32[at++] = code;
      }
    }
    return string;
  }

  function toJS(word: Word): string {
    const string = flat(word);
    const width = widthOf(string);
    const length = text.length(string);
    if (width === 0 && length <= 16) {
      const base = (string + STR_DATA) >>> 0;
      let short = "";
      for (let i = 0; i < length; i++) short += String.fromCharCode(u8[base + i]);
      return short;
    }
    let result = "";
    if (width < 2) {
      const view = width === 0 ? u8 : u16;
      const base = (string + STR_DATA) >>> width;
      for (let i = 0; i < length; i += CHUNK) {
        result += String.fromCharCode.apply(null, view.subarray(base + i, base + Math.min(length, i + CHUNK)) as never);
      }
    } else {
      for (let i = 0; i < length; i++) result += String.fromCodePoint(codeAt(string, i));
    }
    return result;
  }

  function fromCodes(codes: ArrayLike<number>): Word {
    const length = codes.length;
    if (length === 0) return text.empty;
    if (length === 1) return text.char(codes[0]);
    let bits = 0;
    for (let i = 0; i < length; i++) bits |= codes[i];
    const string = allocate(widthOfCode(bits), length);
    for (let i = 0; i < length; i++) setCode(string, i, codes[i]);
    return string;
  }

  function isAscii(word: Word): boolean {
    const string = flat(word);
    if (widthOf(string) !== 0) return false;
    const size = i32[(string >>> 2) + 1];
    const start = (string + STR_DATA) >>> 2;
    const end = start + ((size + 3) >>> 2);
    let bits = 0;
    for (let i = start; i < end; i++) bits |= i32[i];
    return (bits & 0x80808080) === 0;
  }

  function toUtf8(word: Word, onSurrogate?: (code: number) => string): Uint8Array {
    const string = flat(word);
    const length = text.length(string);
    const base: Address = (string + STR_DATA) >>> 0;
    if (isAscii(string)) return u8.slice(base, base + length);
    const bytes = new Uint8Array(length * (onSurrogate === undefined ? 4 : 12));
    let at = 0;
    for (let i = 0; i < length; i++) {
      const code = codeAt(string, i);
      if (code < 0x80) {
        bytes[at++] = code;
      } else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 63);
      } else if (code >= 0xd800 && code < 0xe000 && onSurrogate !== undefined) {
        for (const unit of onSurrogate(code)) bytes[at++] = unit.charCodeAt(0);
      } else if (code < 0x10000) {
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 63);
        bytes[at++] = 0x80 | (code & 63);
      } else {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 63);
        bytes[at++] = 0x80 | ((code >> 6) & 63);
        bytes[at++] = 0x80 | (code & 63);
      }
    }
    return bytes.subarray(0, at);
  }

  return { fromJS, toJS, fromCodes, toUtf8, isAscii };
}
