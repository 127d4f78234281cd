import { charOf, newString, stringOfBytes } from "@hotpy/object-model/kernel/strings/make";
import { codeAt, holderOf, isFlat, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { SHAPE_BYTE_STRING, STR_DATA, UNDECIDED } from "../generated/constants";
import { bytesFrom, dataOf, MOST_BYTES, newBytes, sizeOfBytes } from "./layout";
import { writeUtf8 } from "./utf8";

/// The commonest encodings where nothing is at fault; UNDECIDED where something is, with nothing done.

/** Index of the first byte outside ASCII, or the size. */
export function asciiPrefix(from: usize, size: i32): i32 {
  let i = 0;
  while (i + 16 <= size && i8x16.bitmask(v128.load(from + i)) === 0) i += 16;
  while (i < size && load<u8>(from + i) < 0x80) i++;
  return i;
}

/** What has to stand at a place in UTF-8: the code point, or -1: that is none. `width` is set to its bytes. */
let width: i32 = 0;

function decodeAt(at: usize, end: usize): i32 {
  const first = <i32>load<u8>(at);
  width = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (width === 1) return first;
  if (first < 0xc2 || first > 0xf4 || at + width > end) return -1;
  let code = first & (0x7f >> width);
  for (let i = 1; i < width; i++) {
    const next = <i32>load<u8>(at + i);
    if ((next & 0xc0) !== 0x80) return -1;
    code = (code << 6) | (next & 0x3f);
  }
  if (width === 3 && (code < 0x800 || (code & 0xf800) === 0xd800)) return -1;
  return width === 4 && (code < 0x10000 || code > 0x10ffff) ? -1 : code;
}

/** The string that bytes encode in UTF-8. */
export function decodeUtf8(from: usize, size: i32): usize {
  const ascii = asciiPrefix(from, size);
  if (ascii === size) return stringOfBytes(from, size);
  const end = from + size;
  let length = ascii;
  let bits = 0;
  for (let at = from + ascii; at < end; at += width) {
    const code = decodeAt(at, end);
    if (code < 0) return UNDECIDED;
    bits |= code;
    length++;
  }
  if (length === 1) return charOf(decodeAt(from, end));
  const shift = bits < 0x100 ? 0 : bits < 0x10000 ? 1 : 2;
  const string = newString(shift, length);
  if (string === 0) return 0;
  let to = string + STR_DATA;
  for (let at = from; at < end; at += width) {
    const code = decodeAt(at, end);
    if (shift === 0) store<u8>(to, <u8>code);
    else if (shift === 1) store<u16>(to, <u16>code);
    else store<i32>(to, code);
    to += 1 << shift;
  }
  return string;
}

/** `decode()` of bytes or a bytearray. */
export function decodeBytes(bytes: usize): usize {
  return decodeUtf8(dataOf(bytes), sizeOfBytes(bytes));
}

const NO_CODEC: i32 = 0;
const UTF8: i32 = 1;
const ASCII: i32 = 2;
const LATIN1: i32 = 3;

/** The encoding of one of the names that programs give nearly always. */
function codecOf(name: usize): i32 {
  if (isSmall(name) || name === 0 || !isFlat(name) || widthOf(name) !== 0) return NO_CODEC;
  const length = lengthOf(name);
  if (length < 4 || length > 7) return NO_CODEC;
  const start = load<u32>(name, STR_DATA);
  if (length === 4) return start === 0x38667475 ? UTF8 : NO_CODEC;
  // The last word of a text is whole.
  const rest = load<u32>(name, STR_DATA + 4) & (0xffffffff >>> ((8 - length) << 3));
  if (length === 5) {
    if (start === 0x2d667475 && rest === 0x38) return UTF8;
    return start === 0x69637361 && rest === 0x69 ? ASCII : NO_CODEC;
  }
  return start === 0x6974616c && rest === (length === 6 ? 0x316e : 0x312d6e) ? LATIN1 : NO_CODEC;
}

/** `decode(encoding)` of bytes or a bytearray. */
export function decodeBytesAs(bytes: usize, encoding: usize): usize {
  const codec = codecOf(encoding);
  if (codec === NO_CODEC) return UNDECIDED;
  if (codec === UTF8) return decodeBytes(bytes);
  return decodeNarrow(dataOf(bytes), sizeOfBytes(bytes), codec === ASCII ? 128 : 256);
}

/** `encode(encoding)` of a string. */
export function encodeAs(string: usize, encoding: usize): usize {
  const codec = codecOf(encoding);
  if (codec === NO_CODEC) return UNDECIDED;
  return codec === UTF8 ? encodeUtf8(string) : encodeNarrow(string, codec === ASCII ? 128 : 256);
}

/** A string's code points in UTF-8, as bytes. */
export function encodeUtf8(string: usize): usize {
  const holder = holderOf(string);
  const shift = widthOf(string);
  const length = lengthOf(string);
  const text = holder + STR_DATA;
  if (shift === 0 && asciiPrefix(text, length) === length) return bytesFrom(SHAPE_BYTE_STRING, text, length);
  let size: i64 = 0;
  for (let i = 0; i < length; i++) {
    const code = codeAt(holder, shift, i);
    if ((code & ~0x7ff) === 0xd800) return UNDECIDED;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  if (size > MOST_BYTES) return 0;
  const bytes = newBytes(SHAPE_BYTE_STRING, <i32>size);
  if (bytes === 0) return 0;
  writeUtf8(bytes + STR_DATA, holder, shift, length);
  return bytes;
}

/** A string's code points as bytes, if all are below a limit of 128 or 256. */
export function encodeNarrow(string: usize, limit: i32): usize {
  if (widthOf(string) !== 0) return UNDECIDED;
  const text = holderOf(string) + STR_DATA;
  const length = lengthOf(string);
  if (limit === 128 && asciiPrefix(text, length) < length) return UNDECIDED;
  return bytesFrom(SHAPE_BYTE_STRING, text, length);
}

/** The string of bytes that are code points, if all are below a limit of 128 or 256. */
export function decodeNarrow(from: usize, size: i32, limit: i32): usize {
  if (limit === 128 && asciiPrefix(from, size) < size) return UNDECIDED;
  return stringOfBytes(from, size);
}
