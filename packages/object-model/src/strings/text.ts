/// Strings as they lie in memory: the narrowest of 1, 2 or 4 bytes a code point, then nothing but padding. The last
/// word of the text is zero past its end, so that equality and hashing go word by word.
///
///     | header | size in bytes | hash | text ...            |

import { type Address, type Memory, STATE_LATIN1, type Word } from "@hotpy/memory";
import type { Allocator } from "../allocator.js";
import { FLAG_INTERNED, FLAG_LAYOUT, FLAG_PINNED, headerWord } from "../header.js";
import {
  BYTES_DATA,
  SHAPE_BYTES,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR4,
  STR_DATA,
  STR_VIEW_BUFFER,
  STR_VIEW_SIZE,
  TAIL_SIZE,
} from "../layouts.js";

/** Reading and making flat strings; everything else about strings is written on top of this. */
export interface Text {
  /** True for an object that is a string, flat or a view (see `kernel/strings/append.ts`). */
  isString(word: Word): boolean;
  /** The flat form of a string: itself, unless it is a view. */
  flat(string: Word): Word;
  /** log2 of the bytes a code point takes, of a flat string. */
  widthOf(string: Word): number;
  /** Number of code points, of any string. */
  length(string: Word): number;
  /** Code point at an index within the length, of a flat string. */
  codeAt(string: Word, index: number): number;
  setCode(string: Word, index: number, code: number): void;
  /** A fresh string of `length` code points (at least 1) of 1 << width bytes; the caller fills the text at once. */
  allocate(width: number, length: number): Address;
  allocateImmortal(width: number, length: number): Address;
  /** The string of no characters. */
  readonly empty: Word;
  /** The string of one character. */
  char(code: number): Word;
  /** Copies code points of a flat string into a flat one at least as wide. */
  copy(target: Word, at: number, source: Word, start: number, count: number): void;
  /** Copies bytes between any two addresses that do not overlap. */
  copyBytes(target: Address, source: Address, size: number): void;
  /** Fills the text of a fresh string of `size` bytes from any address. */
  fillText(string: Word, source: Address, size: number): void;
  /** Copies code points into a string that may be narrower: the caller knows that they fit. */
  copyNarrowing(target: Word, at: number, source: Word, start: number, count: number): void;
  /** Least width that holds these code points of a flat string. */
  widthNeeded(string: Word, start: number, end: number): number;
}

/** On an object laid out as a string: it is the buffer of views, not a string. Its hash field counts bytes in use. */
export const FLAG_GROWING = FLAG_LAYOUT;
/** The same bit on a flat string: it is a long sum, so what is appended to it makes a view. */
export const FLAG_SUM = FLAG_LAYOUT;

/** Least log2 of bytes that holds a code point. */
export function widthOfCode(code: number): number {
  return code < 0x100 ? 0 : code < 0x10000 ? 1 : 2;
}

/** Copies below this many bytes go word by word: calling the platform's copy costs more. */
const PLATFORM_COPY_BYTES = 96;

export function createText(memory: Memory, allocator: Allocator): Text {
  const { i32, u8, u16 } = memory;
  const view = new DataView(memory.wasm.buffer);

  function isString(word: Word): boolean {
    if ((word & 1) !== 0 || word === 0) return false;
    const shape = i32[word >>> 2] >>> 8;
    return (shape >= SHAPE_STR1 && shape <= SHAPE_STR4) || shape === SHAPE_STR_VIEW;
  }

  function initialise(string: Address, width: number, length: number, flags: number): Address {
    const at = string >>> 2;
    const size = length << width;
    i32[at] = headerWord(SHAPE_STR1 + width, flags);
    i32[at + 1] = size;
    i32[at + 2] = 0;
    i32[at + (STR_DATA >>> 2) + ((size - 1) >> 2)] = 0;
    return string;
  }

  // No shift: a length of any size must reach the allocator as it is.
  const bytesOf = (width: number, length: number): number => STR_DATA + length * 2 ** width;
  // There is one empty string alone: what compares others may read their first word.
  const allocate = (width: number, length: number): Address =>
    length === 0 ? empty : initialise(allocator.allocate(bytesOf(width, length)), width, length, 0);
  const allocateImmortal = (width: number, length: number): Address =>
    initialise(allocator.allocateImmortal(bytesOf(width, length)), width, length, FLAG_PINNED);

  const widthOf = (string: Word): number => (i32[string >>> 2] >>> 8) - SHAPE_STR1;

  function flat(string: Word): Word {
    return i32[string >>> 2] >>> 8 === SHAPE_STR_VIEW ? flatten(string) : string;
  }

  /** Copies the view's text once; from then on the view refers to the copy. */
  function flatten(view: Word): Word {
    const buffer = i32[(view + STR_VIEW_BUFFER) >>> 2];
    if ((i32[buffer >>> 2] & FLAG_GROWING) === 0) return buffer;
    const size = i32[(view + STR_VIEW_SIZE) >>> 2];
    const width = widthOf(buffer);
    const string = allocate(width, size >> width);
    copyBytes(string + STR_DATA, buffer + STR_DATA, size);
    i32[(view + STR_VIEW_BUFFER) >>> 2] = string;
    allocator.barrier(view);
    return string;
  }

  function length(string: Word): number {
    const shape = i32[string >>> 2] >>> 8;
    if (shape === SHAPE_STR_VIEW) {
      return i32[(string + STR_VIEW_SIZE) >>> 2] >> widthOf(i32[(string + STR_VIEW_BUFFER) >>> 2]);
    }
    return i32[(string >>> 2) + 1] >> (shape - SHAPE_STR1);
  }

  function codeAt(string: Word, index: number): number {
    const width = widthOf(string);
    if (width === 0) return u8[((string + STR_DATA) >>> 0) + index];
    if (width === 1) return u16[((string + STR_DATA) >>> 1) + index];
    return i32[((string + STR_DATA) >>> 2) + index];
  }

  function setCode(string: Word, index: number, code: number): void {
    const width = widthOf(string);
    if (width === 0) u8[((string + STR_DATA) >>> 0) + index] = code;
    else if (width === 1) u16[((string + STR_DATA) >>> 1) + index] = code;
    else i32[((string + STR_DATA) >>> 2) + index] = code;
  }

  /** Any addresses: a DataView reads and writes words that are not aligned at full speed. */
  function copyBytes(target: Address, source: Address, size: number): void {
    const to = target >>> 0;
    const from = source >>> 0;
    if (size > PLATFORM_COPY_BYTES) {
      u8.copyWithin(to, from, from + size);
      return;
    }
    let i = 0;
    for (; i + 4 <= size; i += 4) view.setInt32(to + i, view.getInt32(from + i, true), true);
    for (; i < size; i++) u8[to + i] = u8[from + i];
  }

  function fillText(string: Word, source: Address, size: number): void {
    if (size > PLATFORM_COPY_BYTES) {
      copyBytes(string + STR_DATA, source, size);
      return;
    }
    const to = (string + STR_DATA) >>> 2;
    const from = source >>> 0;
    const words = size >>> 2;
    for (let i = 0; i < words; i++) i32[to + i] = view.getInt32(from + i * 4, true);
    const rest = size & 3;
    if (rest !== 0) i32[to + words] = view.getInt32(from + words * 4, true) & ((1 << (rest * 8)) - 1);
  }

  function copy(target: Word, at: number, source: Word, start: number, count: number): void {
    const width = widthOf(source);
    if (width === widthOf(target)) {
      copyBytes(target + STR_DATA + (at << width), source + STR_DATA + (start << width), count << width);
    } else {
      copyNarrowing(target, at, source, start, count);
    }
  }

  function copyNarrowing(target: Word, at: number, source: Word, start: number, count: number): void {
    for (let i = 0; i < count; i++) setCode(target, at + i, codeAt(source, start + i));
  }

  function widthNeeded(string: Word, start: number, end: number): number {
    const width = widthOf(string);
    if (width === 0) return 0;
    let bits = 0;
    if (width === 1) {
      const base = (string + STR_DATA) >>> 1;
      for (let i = start; i < end && bits < 0x100; i++) bits |= u16[base + i];
    } else {
      const base = (string + STR_DATA) >>> 2;
      for (let i = start; i < end && bits < 0x10000; i++) bits |= i32[base + i];
    }
    return widthOfCode(bits);
  }

  const empty = allocateImmortal(0, 0);
  i32[empty >>> 2] |= FLAG_INTERNED;
  const latin1 = latin1Table();
  i32[latin1 + 256] = empty;
  for (let code = 0; code < 256; code++) {
    const string = allocateImmortal(0, 1);
    i32[string >>> 2] |= FLAG_INTERNED;
    setCode(string, 0, code);
    i32[latin1 + code] = string;
  }

  /** Word index of the table of one-character strings and the empty one, which lies in linear memory so that compiled code finds it too. */
  function latin1Table(): number {
    const table = allocator.allocateImmortal(BYTES_DATA + 1028);
    i32[table >>> 2] = headerWord(SHAPE_BYTES, FLAG_PINNED);
    i32[(table + TAIL_SIZE) >>> 2] = 1028;
    i32[STATE_LATIN1 >>> 2] = table + BYTES_DATA;
    return (table + BYTES_DATA) >>> 2;
  }

  function char(code: number): Word {
    if (code < 0x100) return i32[latin1 + code];
    const string = allocate(widthOfCode(code), 1);
    setCode(string, 0, code);
    return string;
  }

  return {
    isString,
    flat,
    widthOf,
    length,
    codeAt,
    setCode,
    allocate,
    allocateImmortal,
    empty,
    char,
    copy,
    copyBytes,
    fillText,
    copyNarrowing,
    widthNeeded,
  };
}
