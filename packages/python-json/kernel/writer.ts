import { copyBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { copyCodes, emptyString, newString, setCode, substring } from "@hotpy/object-model/kernel/strings/make";
import { holderOf, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { STR_DATA } from "./generated/constants";

/// The text that is written: a string with room behind what is there.

let buffer: usize = 0;
let width: i32 = 0;
let room: i32 = 0;
let length: i32 = 0;

const FIRST_ROOM: i32 = 256;

/** False: no memory. */
export function beginText(): bool {
  width = 0;
  length = 0;
  room = FIRST_ROOM;
  buffer = newString(0, room);
  return buffer !== 0;
}

/** The text as a string of its own. 0: no memory. */
export function takeText(): usize {
  const text = length === 0 ? emptyString() : substring(buffer, 0, length);
  buffer = 0;
  return text;
}

/** Sees to it that there is room for so many code points more, of so many bytes (log2). False: no memory. */
function reserve(more: i32, needed: i32): bool {
  if (needed <= width && room - length >= more) return true;
  const wanted = <i64>length + more;
  if (wanted > 0x3fffffff) return false;
  const nextRoom = wanted > room ? <i32>max(wanted, (<i64>room) << 1) : room;
  const nextWidth = max(width, needed);
  const next = newString(nextWidth, nextRoom);
  if (next === 0) return false;
  if (nextWidth === width) copyBytes(next + STR_DATA, buffer + STR_DATA, length << width);
  else copyCodes(next + STR_DATA, nextWidth, buffer, width, 0, length);
  buffer = next;
  width = nextWidth;
  room = nextRoom;
  return true;
}

/** Adds a code point. False: no memory. */
export function writeCode(code: i32): bool {
  if (!reserve(1, code < 0x100 ? 0 : code < 0x10000 ? 1 : 2)) return false;
  setCode(buffer + STR_DATA, width, length++, code);
  return true;
}

/** Adds the code points of a string from `start` to before `stop`. False: no memory. */
export function writePart(string: usize, start: i32, stop: i32): bool {
  if (stop === start) return true;
  const from = widthOf(string);
  if (!reserve(stop - start, from)) return false;
  copyCodes(buffer + STR_DATA + (length << width), width, holderOf(string), from, start, stop - start);
  length += stop - start;
  return true;
}

export function writeString(string: usize): bool {
  return writePart(string, 0, lengthOf(string));
}
