import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { dataOf, isBytes, newBytes, sizeOfBytes } from "@hotpy/python-objects/kernel/bytes/layout";
import { SHAPE_BYTE_STRING } from "../generated/constants";

/// Base64. UNDECIDED: there is more to it, and nothing is done. 0: no memory.

const PAD: u8 = 61;
const NEWLINE: u8 = 10;
const MOST_BYTES: i32 = 0x3fffff00;

function letterOf(value: i32): u8 {
  if (value < 52) return <u8>(value < 26 ? value + 65 : value + 71);
  return <u8>(value < 62 ? value - 4 : value === 62 ? 43 : 47);
}

/** What a letter is worth; -1: it is none. */
function valueOfLetter(code: i32): i32 {
  const letter = (code | 32) - 97;
  if (<u32>letter < 26) return code >= 97 ? letter + 26 : letter;
  if (<u32>(code - 48) < 10) return code + 4;
  return code === 43 ? 62 : code === 47 ? 63 : -1;
}

/** Bytes as base64, with a line feed behind them or without. */
export function encodeBase64(from: usize, size: i32, newline: i32): usize {
  if (size > MOST_BYTES) return UNDECIDED;
  const result = newBytes(SHAPE_BYTE_STRING, ((size + 2) / 3) * 4 + i32(newline !== 0));
  if (result === 0) return 0;
  let to = dataOf(result);
  const end = from + size;
  for (; from + 3 <= end; from += 3, to += 4) {
    const group = ((<i32>load<u8>(from)) << 16) | ((<i32>load<u8>(from, 1)) << 8) | <i32>load<u8>(from, 2);
    store<u8>(to, letterOf(group >> 18));
    store<u8>(to, letterOf((group >> 12) & 63), 1);
    store<u8>(to, letterOf((group >> 6) & 63), 2);
    store<u8>(to, letterOf(group & 63), 3);
  }
  const left = <i32>(end - from);
  if (left > 0) {
    const group = ((<i32>load<u8>(from)) << 16) | (left > 1 ? (<i32>load<u8>(from, 1)) << 8 : 0);
    store<u8>(to, letterOf(group >> 18));
    store<u8>(to, letterOf((group >> 12) & 63), 1);
    store<u8>(to, left > 1 ? letterOf((group >> 6) & 63) : PAD, 2);
    store<u8>(to, PAD, 3);
    to += 4;
  }
  if (newline !== 0) store<u8>(to, NEWLINE);
  return result;
}

/** `b2a_base64(data)` */
export function lineOfBase64(data: usize): usize {
  return isBytes(data) ? encodeBase64(dataOf(data), sizeOfBytes(data), 1) : UNDECIDED;
}

/** `a2b_base64(data)` of nothing but groups of four letters, the last of them padded, and a line feed. */
export function decodeBase64(data: usize): usize {
  return isBytes(data) ? decodeGroups(dataOf(data), sizeOfBytes(data)) : UNDECIDED;
}

/** The same of so many bytes at an address. */
export function decodeGroups(from: usize, length: i32): usize {
  let size = length;
  if ((size & 3) === 1 && load<u8>(from + size - 1) === NEWLINE) size--;
  if ((size & 3) !== 0) return UNDECIDED;
  let pads = 0;
  if (size > 0 && load<u8>(from + size - 1) === PAD) pads = load<u8>(from + size - 2) === PAD ? 2 : 1;
  const result = newBytes(SHAPE_BYTE_STRING, (size >> 2) * 3 - pads);
  if (result === 0) return 0;
  let to = dataOf(result);
  const end = from + size;
  const whole = pads > 0 ? end - 4 : end;
  for (; from < whole; from += 4, to += 3) {
    const group =
      (valueOfLetter(load<u8>(from)) << 18) |
      (valueOfLetter(load<u8>(from, 1)) << 12) |
      (valueOfLetter(load<u8>(from, 2)) << 6) |
      valueOfLetter(load<u8>(from, 3));
    if (group < 0) return UNDECIDED;
    store<u8>(to, <u8>(group >> 16));
    store<u8>(to, <u8>(group >> 8), 1);
    store<u8>(to, <u8>group, 2);
  }
  if (pads > 0) {
    const third = pads === 1 ? valueOfLetter(load<u8>(from, 2)) : 0;
    const group = (valueOfLetter(load<u8>(from)) << 18) | (valueOfLetter(load<u8>(from, 1)) << 12) | (third << 6);
    if (group < 0) return UNDECIDED;
    store<u8>(to, <u8>(group >> 16));
    if (pads === 1) store<u8>(to, <u8>(group >> 8), 1);
  }
  return result;
}
