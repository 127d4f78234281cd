import { emptyString, newString } from "@hotpy/object-model/kernel/strings/make";
import { isFlat, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { SHAPE_BYTE_STRING, SHAPE_BYTEARRAY, STR_DATA, UNDECIDED } from "../generated/constants";
import { typeOfShape } from "../types";
import { dataOf, newBytes, sizeOfBytes } from "./layout";
import { isSpaceByte } from "./split";

/// Bytes as hexadecimal digits. UNDECIDED: it is for the method, which also raises what there is to raise. 0: no memory.

const MOST_WITH_DIGITS: i32 = 0x1fffff00;

/** What a digit is worth; negative: it is none. */
function digitOf(code: i32): i32 {
  const digit = code - 48;
  if (<u32>digit < 10) return digit;
  const letter = (code | 32) - 97;
  return <u32>letter < 6 ? letter + 10 : -1;
}

function characterOf(digit: i32): u8 {
  return <u8>(digit + (digit > 9 ? 87 : 48));
}

/** How many separators stand between groups of so many bytes. */
export function gapsBetween(size: i32, group: i32): i32 {
  const every = abs(group);
  return every <= 0 || size === 0 ? 0 : (size - 1) / every;
}

/** Writes digits, with a separator between groups of so many bytes, counted from the end (negative: from the start; 0: there are none). */
export function writeHex(to: usize, from: usize, size: i32, separator: i32, group: i32): void {
  const every = abs(group);
  // Bytes until the next separator.
  let left = every === 0 ? -1 : group < 0 || size === 0 ? every : ((size - 1) % every) + 1;
  for (let i = 0; i < size; i++, left--) {
    if (left === 0) {
      store<u8>(to++, <u8>separator);
      left = every;
    }
    const byte = <i32>load<u8>(from + i);
    store<u8>(to, characterOf(byte >> 4));
    store<u8>(to, characterOf(byte & 15), 1);
    to += 2;
  }
}

/** Reads the bytes that twice as many digits stand for; false: they are no digits. */
export function readHex(to: usize, from: usize, size: i32): bool {
  for (let i = 0; i < size; i++, from += 2) {
    const high = digitOf(load<u8>(from));
    const low = digitOf(load<u8>(from, 1));
    if ((high | low) < 0) return false;
    store<u8>(to + i, <u8>((high << 4) | low));
  }
  return true;
}

/** The text of digits of bytes. */
function hexText(from: usize, size: i32, separator: i32, group: i32): usize {
  if (size === 0) return emptyString();
  if (size > MOST_WITH_DIGITS) return UNDECIDED;
  const text = newString(0, (size << 1) + gapsBetween(size, group));
  if (text !== 0) writeHex(text + STR_DATA, from, size, separator, group);
  return text;
}

/** `hex()` */
export function bytesHex(self: usize): usize {
  return hexText(dataOf(self), sizeOfBytes(self), 0, 0);
}

/** `hex(separator)`, of one character of ASCII. */
export function bytesHexApart(self: usize, separator: usize): usize {
  const code = asciiOf(separator);
  return code < 0 ? UNDECIDED : hexText(dataOf(self), sizeOfBytes(self), code, 1);
}

/** The one character of ASCII that a text is; -1: it is none. */
function asciiOf(word: usize): i32 {
  if ((word & 1) !== 0 || word === 0 || !isFlat(word) || widthOf(word) !== 0 || lengthOf(word) !== 1) return -1;
  const code = <i32>load<u8>(word, STR_DATA);
  return code < 128 ? code : -1;
}

/** `bytes.fromhex(text)`, or that of bytearray: `type` is one of these two itself. */
export function bytesFromHex(type: usize, text: usize): usize {
  const shape =
    type === typeOfShape(SHAPE_BYTE_STRING)
      ? SHAPE_BYTE_STRING
      : type === typeOfShape(SHAPE_BYTEARRAY)
        ? SHAPE_BYTEARRAY
        : 0;
  if (shape === 0 || (text & 1) !== 0 || !isFlat(text) || widthOf(text) !== 0) return UNDECIDED;
  const from = text + STR_DATA;
  const length = lengthOf(text);
  let digits = 0;
  for (let i = 0; i < length; i++) digits += i32(!isSpaceByte(load<u8>(from + i)));
  if ((digits & 1) !== 0) return UNDECIDED;
  const bytes = newBytes(shape, digits >> 1);
  if (bytes === 0) return 0;
  const to = dataOf(bytes);
  if (digits === length) return readHex(to, from, digits >> 1) ? bytes : UNDECIDED;
  // White space may stand between bytes, not between the digits of one.
  for (let at = 0, i = 0; i < length; ) {
    if (isSpaceByte(load<u8>(from + i))) i++;
    else {
      if (i + 1 >= length || !readHex(to + at, from + i, 1)) return UNDECIDED;
      at++;
      i += 2;
    }
  }
  return bytes;
}
