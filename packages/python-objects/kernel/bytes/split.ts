import { appendToList, reverseList } from "@hotpy/object-model/kernel/lists/change";
import { createList } from "@hotpy/object-model/kernel/lists/layout";
import { bytesFrom } from "./layout";
import { findBytes, findLastBytes } from "./search";

/// Taking bytes apart. A limit is the largest number of cuts.

/** Room of the list of parts at the start. */
const FIRST_PARTS: i32 = 12;

function firstRoom(limit: i32): i32 {
  return limit < FIRST_PARTS ? limit + 1 : FIRST_PARTS;
}

/** White space of ASCII but for the separators of records: bytes know no others. */
export function isSpaceByte(byte: i32): bool {
  return byte === 32 || <u32>(byte - 9) <= 4;
}

function add(list: usize, shape: i32, from: usize, size: i32): bool {
  const part = bytesFrom(shape, from, size);
  return part !== 0 && appendToList(list, part) !== 0;
}

function nextSpace(text: usize, at: i32, size: i32, wanted: bool): i32 {
  while (at < size && isSpaceByte(load<u8>(text + at)) !== wanted) at++;
  return at;
}

function lastSpace(text: usize, at: i32, wanted: bool): i32 {
  while (at > 0 && isSpaceByte(load<u8>(text + at - 1)) !== wanted) at--;
  return at;
}

/** The parts between white space; the cuts are made from the end, or from the start. */
export function splitSpaceOfBytes(shape: i32, text: usize, size: i32, limit: i32, fromEnd: bool): usize {
  const list = createList(firstRoom(limit));
  if (list === 0) return 0;
  if (!fromEnd) {
    for (let start = nextSpace(text, 0, size, false); start < size; limit--) {
      const stop = limit > 0 ? nextSpace(text, start, size, true) : size;
      if (!add(list, shape, text + start, stop - start)) return 0;
      start = nextSpace(text, stop, size, false);
    }
    return list;
  }
  for (let stop = lastSpace(text, size, false); stop > 0; limit--) {
    const start = limit > 0 ? lastSpace(text, stop, true) : 0;
    if (!add(list, shape, text + start, stop - start)) return 0;
    stop = lastSpace(text, start, false);
  }
  reverseList(list);
  return list;
}

/** The parts between occurrences of a separator, which is not empty. */
export function splitBytes(
  shape: i32,
  text: usize,
  size: i32,
  separator: usize,
  gap: i32,
  limit: i32,
  fromEnd: bool,
): usize {
  const list = createList(firstRoom(limit));
  if (list === 0) return 0;
  if (!fromEnd) {
    let start = 0;
    for (; limit > 0; limit--) {
      const found = findBytes(text, start, size, separator, gap);
      if (found < 0) break;
      if (!add(list, shape, text + start, found - start)) return 0;
      start = found + gap;
    }
    return add(list, shape, text + start, size - start) ? list : 0;
  }
  let stop = size;
  for (; limit > 0; limit--) {
    const found = findLastBytes(text, 0, stop, separator, gap);
    if (found < 0) break;
    if (!add(list, shape, text + found + gap, stop - found - gap)) return 0;
    stop = found;
  }
  if (!add(list, shape, text, stop)) return 0;
  reverseList(list);
  return list;
}

/** The lines: they end at line feeds, carriage returns, and both in that order together. */
export function splitLinesOfBytes(shape: i32, text: usize, size: i32, keepEnds: bool): usize {
  const list = createList(FIRST_PARTS);
  if (list === 0) return 0;
  for (let at = 0; at < size; ) {
    let end = at;
    while (end < size && load<u8>(text + end) !== 10 && load<u8>(text + end) !== 13) end++;
    let next = min(end + 1, size);
    if (next < size && load<u8>(text + end) === 13 && load<u8>(text + next) === 10) next++;
    if (!add(list, shape, text + at, (keepEnds ? next : end) - at)) return 0;
    at = next;
  }
  return list;
}
