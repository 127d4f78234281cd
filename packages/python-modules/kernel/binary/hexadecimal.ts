import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { isFlat, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { gapsBetween, readHex, writeHex } from "@hotpy/python-objects/kernel/bytes/hexadecimal";
import { dataOf, isBytes, newBytes, sizeOfBytes } from "@hotpy/python-objects/kernel/bytes/layout";
import { SHAPE_BYTE_STRING, STR_DATA } from "../generated/constants";

/// What binascii does with hexadecimal digits. UNDECIDED: it is for its natives, which also raise what there is to raise. 0: no memory.

const MOST_BYTES: i32 = 0x1fffff00;

/** Digits of bytes, with a separator between groups of so many bytes. */
export function encodeHex(from: usize, size: i32, separator: i32, group: i32): usize {
  if (size > MOST_BYTES) return UNDECIDED;
  const result = newBytes(SHAPE_BYTE_STRING, (size << 1) + gapsBetween(size, group));
  if (result !== 0) writeHex(dataOf(result), from, size, separator, group);
  return result;
}

/** `hexlify(data)` */
export function hexlify(data: usize): usize {
  return isBytes(data) ? encodeHex(dataOf(data), sizeOfBytes(data), 0, 0) : UNDECIDED;
}

/** `unhexlify(digits)` */
export function unhexlify(digits: usize): usize {
  if (isSmall(digits)) return UNDECIDED;
  if (isBytes(digits)) return decodeHex(dataOf(digits), sizeOfBytes(digits));
  return isFlat(digits) && widthOf(digits) === 0 ? decodeHex(digits + STR_DATA, lengthOf(digits)) : UNDECIDED;
}

function decodeHex(from: usize, length: i32): usize {
  if ((length & 1) !== 0) return UNDECIDED;
  const result = newBytes(SHAPE_BYTE_STRING, length >> 1);
  if (result === 0) return 0;
  return readHex(dataOf(result), from, length >> 1) ? result : UNDECIDED;
}
