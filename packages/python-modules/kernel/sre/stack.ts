import { SRE_NO_ROOM } from "../generated/constants";

/// What a match works with, in one object that TypeScript makes room for: the result (start, end, last group), the marks of the groups, and above
/// them the stack of the backtracking machine. An entry has six words: its kind, and what it needs.

/** Makes room for so many bytes more; the new address of the object, 0: there is no memory. */
declare function grow(bytes: i32): usize;

export const ENTRY = 24;

let base: usize = 0;
let limit: i32 = 0;
let marks: i32 = 0;

/** The object at `address`, with so many bytes, for a pattern with so many marks. */
export function begin(address: usize, bytes: i32, count: i32): void {
  base = address;
  limit = bytes;
  marks = count;
  store<i32>(base + 8, 0);
  for (let i = 0; i < count; i++) store<i32>(base + 12 + (i << 2), -1);
}

/** Offset of the first entry. */
export function bottom(): i32 {
  return 12 + (marks << 2);
}

/** Writes an entry at an offset, and returns the one behind it; SRE_NO_ROOM: there is no memory. */
export function push(top: i32, kind: i32, a: i32, b: i32, c: i32, d: i32): i32 {
  if (top + ENTRY > limit && !extend()) return SRE_NO_ROOM;
  const at = base + top;
  store<i32>(at, kind);
  store<i32>(at, a, 4);
  store<i32>(at, b, 8);
  store<i32>(at, c, 12);
  store<i32>(at, d, 16);
  return top + ENTRY;
}

function extend(): bool {
  const more = limit;
  const moved = grow(more);
  if (moved === 0) return false;
  base = moved;
  limit += more;
  return true;
}

/** A word of the entry at an offset: 0 is its kind. */
export function word(entry: i32, index: i32): i32 {
  return load<i32>(base + entry + (index << 2));
}

export function setWord(entry: i32, index: i32, value: i32): void {
  store<i32>(base + entry + (index << 2), value);
}

export function copyEntry(from: i32, to: i32): void {
  memory.copy(base + to, base + from, ENTRY);
}

export function mark(index: i32): i32 {
  return load<i32>(base + 12 + (index << 2));
}
export function setMark(index: i32, at: i32): void {
  store<i32>(base + 12 + (index << 2), at);
}
export function lastGroup(): i32 {
  return load<i32>(base + 8);
}
export function setLastGroup(group: i32): void {
  store<i32>(base + 8, group);
}
/** The result: where the match begins and ends. */
export function setResult(start: i32, end: i32): void {
  store<i32>(base, start);
  store<i32>(base + 4, end);
}
