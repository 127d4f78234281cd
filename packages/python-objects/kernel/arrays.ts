import { shapeOf } from "@hotpy/object-model/kernel/header";
import { fromInt64 } from "@hotpy/object-model/kernel/integers/forms";
import { freshList, isSequence, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { resizeBytes } from "./bytes/change";
import { dataOf, sizeOfBytes } from "./bytes/layout";
import {
  ARRAY_BYTES,
  ARRAY_CODE,
  BYTEARRAY_EXPORTS,
  NONE,
  PACKED_FLOAT,
  PACKED_SIGNED,
  PACKED_UNSIGNED,
  UNDECIDED,
} from "./generated/constants";
import { readItem, writeItem } from "./packing";
import { positionOf } from "./positions";

/// `array.array` of numbers. UNDECIDED: it is for the type's method, and nothing is done. 0: no memory.

/** More items are left to the method, which the user can interrupt. */
const MOST_ITEMS: i32 = 1 << 16;

/** The shape of arrays; -1: there is none yet. */
let arrayShape: i32 = -1;

/** Says which shape arrays have, once there are any. */
export function setArrayShape(shape: i32): void {
  arrayShape = shape;
}

export function isArray(word: usize): bool {
  return !isSmall(word) && shapeOf(word) === arrayShape;
}

/** What an item is for {@link readItem}, by the letter of the type code; -1: a character. */
function kindOf(letter: i32): i32 {
  if (letter === 100 || letter === 102) return PACKED_FLOAT;
  if (letter === 117) return -1;
  return letter >= 97 ? PACKED_SIGNED : PACKED_UNSIGNED;
}

/** The logarithm of the bytes of an item. */
function shiftOf(letter: i32): i32 {
  const small = letter | 32;
  if (small === 98) return 0;
  if (small === 104) return 1;
  return small === 108 || small === 113 || letter === 100 ? 3 : 2;
}

function letterOf(array: usize): i32 {
  return load<i32>(array, ARRAY_CODE);
}

function bytesOf(array: usize): usize {
  return load<usize>(array, ARRAY_BYTES);
}

function countOf(array: usize): i32 {
  return sizeOfBytes(bytesOf(array)) >> shiftOf(letterOf(array));
}

/** `len(array)` */
export function lengthOfArray(array: usize): usize {
  return fromInt64(countOf(array));
}

/** `array[index]` */
export function itemOfArray(array: usize, index: usize): usize {
  if (!isSmall(index)) return UNDECIDED;
  const letter = letterOf(array);
  const kind = kindOf(letter);
  const shift = shiftOf(letter);
  const bytes = bytesOf(array);
  const at = positionOf(index, sizeOfBytes(bytes) >> shift);
  if (at < 0 || kind < 0) return UNDECIDED;
  return readItem(dataOf(bytes) + (at << shift), kind, 1 << shift, true);
}

/** `array[index] = item`: NONE */
export function setItemOfArray(array: usize, index: usize, item: usize): usize {
  if (!isSmall(index)) return UNDECIDED;
  const letter = letterOf(array);
  const kind = kindOf(letter);
  const shift = shiftOf(letter);
  const bytes = bytesOf(array);
  const at = positionOf(index, sizeOfBytes(bytes) >> shift);
  if (at < 0 || kind < 0) return UNDECIDED;
  return writeItem(dataOf(bytes) + (at << shift), kind, 1 << shift, true, item) ? NONE : UNDECIDED;
}

/** `array.append(item)`: NONE */
export function appendToArray(array: usize, item: usize): usize {
  const letter = letterOf(array);
  const kind = kindOf(letter);
  const bytes = bytesOf(array);
  if (kind < 0 || load<i32>(bytes, BYTEARRAY_EXPORTS) !== 0) return UNDECIDED;
  const width = 1 << shiftOf(letter);
  const size = sizeOfBytes(bytes);
  if (!resizeBytes(bytes, size, size, width)) return UNDECIDED;
  if (writeItem(dataOf(bytes) + size, kind, width, true, item)) return NONE;
  resizeBytes(bytes, size, size + width, 0);
  return UNDECIDED;
}

/** Appends the items of a list or tuple: NONE, where all are numbers that fit. */
export function extendArray(array: usize, items: usize): usize {
  if (isSmall(items) || !isSequence(items)) return UNDECIDED;
  const letter = letterOf(array);
  const kind = kindOf(letter);
  const bytes = bytesOf(array);
  const count = lengthOf(items);
  if (kind < 0 || count > MOST_ITEMS || load<i32>(bytes, BYTEARRAY_EXPORTS) !== 0) return UNDECIDED;
  if (count === 0) return NONE;
  const width = 1 << shiftOf(letter);
  const size = sizeOfBytes(bytes);
  if (!resizeBytes(bytes, size, size, count * width)) return UNDECIDED;
  let to = dataOf(bytes) + size;
  const from = itemsOf(items);
  for (let i = 0; i < count; i++, to += width) {
    if (writeItem(to, kind, width, true, load<usize>(from + (i << 2)))) continue;
    resizeBytes(bytes, size, size + count * width, 0);
    return UNDECIDED;
  }
  return NONE;
}

/** `array.tolist()` */
export function listOfArray(array: usize): usize {
  const letter = letterOf(array);
  const kind = kindOf(letter);
  const count = countOf(array);
  if (kind < 0 || count > MOST_ITEMS) return UNDECIDED;
  const list = freshList(count);
  if (list === 0) return 0;
  const width = 1 << shiftOf(letter);
  let from = dataOf(bytesOf(array));
  const to = itemsOf(list);
  for (let i = 0; i < count; i++, from += width) {
    const item = readItem(from, kind, width, true);
    if (item === 0 || item === UNDECIDED) {
      // Nobody gets the list, but it is looked at like any other until it is gone.
      for (let rest = i; rest < count; rest++) store<usize>(to + (rest << 2), NONE);
      return item;
    }
    store<usize>(to + (i << 2), item);
  }
  return list;
}
