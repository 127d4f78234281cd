import {
  BYTES_DATA,
  FLAG_INTERNED,
  FLAG_PINNED,
  SHAPE_BYTES,
  SHAPE_STR1,
  STATE_INTERNED,
  STATE_INTERNED_COUNT,
  STR_DATA,
  STR_HASH,
  TAIL_SIZE,
} from "../generated/constants";
import { headerOf, shapeOf } from "../header";
import { allocateImmortal } from "../heap";
import { copyBytes } from "./bytes";
import { equalBytes } from "./compare";
import { foldHash, hashOfText, rememberHash, wholeHashOfString } from "./hash";
import { charOf, emptyString } from "./make";

/// The table of interned strings: open addressing with linear probing over words, in an object of raw bytes; 0 is a free place. It is at most
/// half full, and never shrinks.

/** Makes the table with so many places, a power of two. False: no room. */
export function createInterned(places: i32): bool {
  const table = newTable(places);
  if (table === 0) return false;
  store<usize>(STATE_INTERNED, table);
  store<i32>(STATE_INTERNED_COUNT, 0);
  return true;
}

function newTable(places: i32): usize {
  const size = (<usize>places) << 2;
  const table = allocateImmortal(BYTES_DATA + size);
  if (table === 0) return 0;
  store<i32>(table, headerOf(SHAPE_BYTES) | FLAG_PINNED);
  store<usize>(table, size, TAIL_SIZE);
  memory.fill(table + BYTES_DATA, 0, size);
  return table;
}

/** The interned string with the text of a flat one, which may be it. 0: no room. */
export function internString(string: usize): usize {
  if ((load<i32>(string) & FLAG_INTERNED) !== 0) return string;
  return internBytes(
    string + STR_DATA,
    load<i32>(string, TAIL_SIZE),
    shapeOf(string) - SHAPE_STR1,
    wholeHashOfString(string),
  );
}

/** The interned string of `size` bytes of Latin-1 at an address, behind which a word can be read. 0: no room. */
export function internNarrow(from: usize, size: i32): usize {
  return internBytes(from, size, 0, hashOfText(from - STR_DATA, size));
}

/** The interned string of text of a width, whose hash is known. */
function internBytes(from: usize, size: i32, width: i32, hash: i64): usize {
  const folded = foldHash(hash);
  const table = load<usize>(STATE_INTERNED);
  const last = load<i32>(table, TAIL_SIZE) - 4;
  const shape = SHAPE_STR1 + width;
  let at = (folded << 2) & last;
  let found = load<usize>(table + at, BYTES_DATA);
  while (found !== 0) {
    const isSame =
      load<i32>(found, STR_HASH) === folded && load<i32>(found, TAIL_SIZE) === size && shapeOf(found) === shape;
    if (isSame && equalBytes(found + STR_DATA, from, size)) return found;
    at = (at + 4) & last;
    found = load<usize>(table + at, BYTES_DATA);
  }
  const interned = size < 2 && width === 0 ? shortString(from, size, hash) : immortalCopy(from, size, shape, hash);
  if (interned === 0) return 0;
  store<i32>(interned, load<i32>(interned) | FLAG_INTERNED);
  store<usize>(table + at, interned, BYTES_DATA);
  const count = load<i32>(STATE_INTERNED_COUNT) + 1;
  store<i32>(STATE_INTERNED_COUNT, count);
  if (count << 3 > last && !grow(table, last + 4)) return 0;
  return interned;
}

/** Those of one character that everybody has. */
function shortString(from: usize, size: i32, hash: i64): usize {
  const string = size === 0 ? emptyString() : charOf(load<u8>(from));
  rememberHash(string, hash);
  return string;
}

function immortalCopy(from: usize, size: i32, shape: i32, hash: i64): usize {
  const copy = allocateImmortal(STR_DATA + size);
  if (copy === 0) return 0;
  store<i32>(copy, headerOf(shape) | FLAG_PINNED);
  store<i32>(copy, size, TAIL_SIZE);
  rememberHash(copy, hash);
  // What lies past the end in the last word is 0.
  store<i32>(copy + ((<usize>size - 1) & ~3), 0, STR_DATA);
  copyBytes(copy + STR_DATA, from, size);
  return copy;
}

/** A table of twice the size in place of one of so many bytes. */
function grow(old: usize, size: i32): bool {
  const table = newTable(size >> 1);
  if (table === 0) return false;
  const last = (size << 1) - 4;
  for (let from = 0; from < size; from += 4) {
    const string = load<usize>(old + from, BYTES_DATA);
    if (string === 0) continue;
    // All differ.
    let at = (load<i32>(string, STR_HASH) << 2) & last;
    while (load<usize>(table + at, BYTES_DATA) !== 0) at = (at + 4) & last;
    store<usize>(table + at, string, BYTES_DATA);
  }
  store<usize>(STATE_INTERNED, table);
  return true;
}
