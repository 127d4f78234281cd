import { copyBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { charOf, emptyString, newString } from "@hotpy/object-model/kernel/strings/make";
import { STATE_ALLOC_TOP, STR_DATA, TAIL_SIZE } from "../generated/constants";

/// Where text of one byte a character is written to: a string of its own, or the end of one that grows, of which it is a part. The string that
/// grows is larger than its text, and gives back what it does not need when it is finished.

/** The string that grows, or that was made last; 0: there is none. */
let string: usize = 0;
let isGrowing: bool = false;
/** Bytes of text, and for how many there is room. */
let used: i32 = 0;
let room: i32 = 0;

/** Begins a text of several parts, of so many bytes, about. False: no memory. */
export function beginText(expected: i32): bool {
  room = max(expected, 16);
  used = 0;
  string = newString(0, room);
  isGrowing = string !== 0;
  return isGrowing;
}

/** Whether text that is added becomes part of another. */
export function isBuilding(): bool {
  return isGrowing;
}

/** Address of memory for so many bytes of text, not none. 0: no memory. */
export function addText(length: i32): usize {
  if (!isGrowing) {
    string = newString(0, length);
    return string === 0 ? 0 : string + STR_DATA;
  }
  if (length > room - used && !grow(length)) return 0;
  const at = string + STR_DATA + used;
  used += length;
  return at;
}

function grow(length: i32): bool {
  if (length > i32.MAX_VALUE - 64 - used) return false;
  const larger = max(used + length, room < 0x20000000 ? 2 * room : room);
  const next = newString(0, larger);
  if (next === 0) return false;
  copyBytes(next + STR_DATA, string + STR_DATA, used);
  string = next;
  room = larger;
  return true;
}

/** Adds bytes at an address to a text of parts. False: no memory. */
export function addBytes(from: usize, size: i32): bool {
  if (size === 0) return true;
  const to = addText(size);
  if (to === 0) return false;
  copyBytes(to, from, size);
  return true;
}

/** The string that has been written, where there are no parts. */
export function writtenString(): usize {
  return load<i32>(string, TAIL_SIZE) === 1 ? charOf(load<u8>(string, STR_DATA)) : string;
}

/** Ends a text of parts that is not wanted. */
export function dropText(): void {
  isGrowing = false;
}

/** Ends a text of parts; the string of them. 0: no memory. */
export function endText(): usize {
  isGrowing = false;
  if (used <= 1) return used === 0 ? emptyString() : charOf(load<u8>(string, STR_DATA));
  const end = string + ((STR_DATA + room + 7) & ~7);
  if (load<usize>(STATE_ALLOC_TOP) !== end) {
    const exact = newString(0, used);
    if (exact !== 0) copyBytes(exact + STR_DATA, string + STR_DATA, used);
    return exact;
  }
  store<usize>(STATE_ALLOC_TOP, string + ((STR_DATA + used + 7) & ~7));
  store<i32>(string, used, TAIL_SIZE);
  // What lies past the end in the last word is 0.
  const last = string + ((used - 1) & ~3);
  store<i32>(last, load<i32>(last, STR_DATA) & (-1 >>> ((-used & 3) << 3)), STR_DATA);
  return string;
}
