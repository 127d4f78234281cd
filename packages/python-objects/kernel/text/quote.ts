import { copyBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { copyCodes, newString, setCode } from "@hotpy/object-model/kernel/strings/make";
import { codeAt, holderOf, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isVisible } from "../characters";
import { STR_DATA } from "../generated/constants";

/// `repr` and `ascii` of str: quotes, and escapes for what cannot be seen or is not wanted.

const TAB: i32 = 9;
const LINE_FEED: i32 = 10;
const CARRIAGE_RETURN: i32 = 13;
const SPACE: i32 = 32;
const DOUBLE_QUOTE: i32 = 34;
const SINGLE_QUOTE: i32 = 39;
const BACKSLASH: i32 = 92;
const DELETE: i32 = 127;
const LETTER_N: i32 = 110;
const LETTER_R: i32 = 114;
const LETTER_T: i32 = 116;
const LETTER_U: i32 = 117;
const LETTER_X: i32 = 120;
const CAPITAL_U: i32 = 85;

/** Text without quotes, in which only what is outside ASCII is escaped. */
const UNQUOTED: i32 = 0;

/** Whether what stands for a byte in quotes is not just itself, whatever the quotes are: 0xff in its lane, else 0. */
function special(bytes: v128): v128 {
  const controls = v128.or(i8x16.lt_u(bytes, i8x16.splat(<i8>SPACE)), i8x16.ge_u(bytes, i8x16.splat(<i8>DELETE)));
  const quotes = v128.or(
    i8x16.eq(bytes, i8x16.splat(<i8>SINGLE_QUOTE)),
    i8x16.eq(bytes, i8x16.splat(<i8>DOUBLE_QUOTE)),
  );
  return v128.or(v128.or(controls, quotes), i8x16.eq(bytes, i8x16.splat(<i8>BACKSLASH)));
}

/** How many of the bytes at an address, from the first on, stand for themselves in quotes of both kinds. */
export function countPlain(from: usize, size: i32): i32 {
  let i = 0;
  for (; i + 16 <= size; i += 16) {
    const mask = i8x16.bitmask(special(v128.load(from + i)));
    if (mask !== 0) return i + ctz(mask);
  }
  for (; i < size; i++) {
    const code = <i32>load<u8>(from + i);
    if (code < SPACE || code >= DELETE || code === SINGLE_QUOTE || code === DOUBLE_QUOTE || code === BACKSLASH) break;
  }
  return i;
}

/** The quotes around the repr of a flat string: single ones, unless it has some and no double ones. */
function quoteFor(holder: usize, width: i32, length: i32): i32 {
  let hasSingle = false;
  for (let i = width === 0 ? countPlain(holder + STR_DATA, length) : 0; i < length; i++) {
    const code = codeAt(holder, width, i);
    if (code === DOUBLE_QUOTE) return SINGLE_QUOTE;
    if (code === SINGLE_QUOTE) hasSingle = true;
  }
  return hasSingle ? DOUBLE_QUOTE : SINGLE_QUOTE;
}

/** The character behind the backslash of an escape of two characters; 0: there is none for it. */
function shortEscape(code: i32, quote: i32): i32 {
  if (code === quote || code === BACKSLASH) return code;
  if (code === LINE_FEED) return LETTER_N;
  if (code === CARRIAGE_RETURN) return LETTER_R;
  return code === TAB ? LETTER_T : 0;
}

/** Digits of the escape of a code point. */
function digitsOf(code: i32): i32 {
  return code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
}

/** How many characters stand for one. */
function sizeOf(code: i32, quote: i32, asciiOnly: bool): i32 {
  if (code >= 128) {
    return !asciiOnly && isVisible(code) ? 1 : 2 + digitsOf(code);
  }
  if (quote === UNQUOTED) return 1;
  if (shortEscape(code, quote) !== 0) return 2;
  return code >= SPACE && code !== DELETE ? 1 : 4;
}

/** Writes an escape of so many characters at a place in text of a width. */
function writeEscape(text: usize, width: i32, at: i32, size: i32, code: i32, quote: i32): void {
  setCode(text, width, at, BACKSLASH);
  if (size === 2) {
    setCode(text, width, at + 1, shortEscape(code, quote));
    return;
  }
  setCode(text, width, at + 1, size === 4 ? LETTER_X : size === 6 ? LETTER_U : CAPITAL_U);
  for (let i = size - 1; i > 1; i--) {
    const digit = code & 15;
    setCode(text, width, at + i, digit < 10 ? 48 + digit : 87 + digit);
    code >>= 4;
  }
}

/** Characters that stand for those of a flat string of one byte a character from an index on, in quotes. */
function sizeOfNarrow(holder: usize, from: i32, length: i32, quote: i32, asciiOnly: bool): i64 {
  let total: i64 = length - from;
  for (let i = from; i < length; i++) {
    i += countPlain(holder + STR_DATA + i, length - i);
    if (i < length) total += sizeOf(codeAt(holder, 0, i), quote, asciiOnly) - 1;
  }
  return total;
}

/** Writes them at an address. */
function writeNarrow(to: usize, holder: usize, length: i32, quote: i32, asciiOnly: bool): void {
  for (let i = 0; i < length; i++) {
    const plain = countPlain(holder + STR_DATA + i, length - i);
    copyBytes(to, holder + STR_DATA + i, plain);
    to += plain;
    i += plain;
    if (i === length) return;
    const code = codeAt(holder, 0, i);
    const size = sizeOf(code, quote, asciiOnly);
    if (size === 1) store<u8>(to, code);
    else writeEscape(to, 0, 0, size, code, quote);
    to += size;
  }
}

/** Text with quotes, or UNQUOTED. 0: no memory. */
function escaped(string: usize, quote: i32, asciiOnly: bool): usize {
  const holder = holderOf(string);
  const width = widthOf(string);
  const length = lengthOf(string);
  const quotes = i32(quote !== UNQUOTED);
  const isNarrow = width === 0 && quotes !== 0;
  let total: i64 = 0;
  let bits = 0;
  if (isNarrow) total = sizeOfNarrow(holder, 0, length, quote, asciiOnly);
  else
    for (let i = 0; i < length; i++) {
      const code = codeAt(holder, width, i);
      const size = sizeOf(code, quote, asciiOnly);
      total += size;
      if (size === 1) bits |= code;
    }
  const isSame = total === length;
  if (isSame && quotes === 0) return string;
  total += quotes << 1;
  if (total > <i64>i32.MAX_VALUE) return 0;
  const toWidth = bits < 0x100 ? 0 : bits < 0x10000 ? 1 : 2;
  const result = newString(toWidth, <i32>total);
  if (result === 0) return 0;
  const text = result + STR_DATA;
  if (quotes !== 0) {
    setCode(text, toWidth, 0, quote);
    setCode(text, toWidth, <i32>total - 1, quote);
  }
  if (isSame) copyCodes(text + (quotes << toWidth), toWidth, holder, width, 0, length);
  else if (isNarrow) writeNarrow(text + 1, holder, length, quote, asciiOnly);
  else writeAll(text, toWidth, quotes, holder, width, length, quote, asciiOnly);
  return result;
}

/** Writes what stands for the code points of any flat string at a place in text of a width. */
function writeAll(
  text: usize,
  toWidth: i32,
  at: i32,
  holder: usize,
  width: i32,
  length: i32,
  quote: i32,
  asciiOnly: bool,
): void {
  for (let i = 0; i < length; i++) {
    const code = codeAt(holder, width, i);
    const size = sizeOf(code, quote, asciiOnly);
    if (size === 1) setCode(text, toWidth, at, code);
    else writeEscape(text, toWidth, at, size, code, quote);
    at += size;
  }
}

/** `repr` of a str, or `ascii` of it. 0: no memory. */
export function quoteString(string: usize, asciiOnly: bool): usize {
  return escaped(string, quoteFor(holderOf(string), widthOf(string), lengthOf(string)), asciiOnly);
}

/** Text with everything outside ASCII escaped. 0: no memory. */
export function escapeString(string: usize): usize {
  return escaped(string, UNQUOTED, true);
}

/**
 * Characters of the repr of a str of one byte a character, in which there are `plain` characters that stand for themselves before any
 * other.
 */
export function quotedSize(string: usize, plain: i32): i64 {
  const holder = holderOf(string);
  const length = lengthOf(string);
  return plain + 2 + sizeOfNarrow(holder, plain, length, quoteFor(holder, 0, length), false);
}

/** Writes the repr of such a str, of that size, at an address. */
export function writeQuoted(to: usize, string: usize, size: i32): void {
  const holder = holderOf(string);
  const length = lengthOf(string);
  const quote = quoteFor(holder, 0, length);
  store<u8>(to, quote);
  writeNarrow(to + 1, holder, length, quote, false);
  store<u8>(to + size - 1, quote);
}
