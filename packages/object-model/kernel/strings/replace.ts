import {
  BYTES_DATA,
  SHAPE_BYTES,
  STATE_ALLOC_LIMIT,
  STATE_ALLOC_TOP,
  STR_DATA,
  TAIL_SIZE,
} from "../generated/constants";
import { headerOf } from "../header";
import { findAll } from "./find-all";
import { copyCodes, emptyString, narrowed, newString } from "./make";
import { findString } from "./search";
import { codeAt, holderOf, lengthOf, widthOf } from "./text";

/** So many places are remembered from the search that counts them; for more the copy searches again. */
const MOST_PLACES: i32 = 4096;

/**
 * Room for places in the allocation chunk, as an object of raw bytes, with as many as are likely; 0: there is none. What is not needed is given back, the
 * rest is garbage.
 */
function newPlaces(count: i32): usize {
  const top = load<usize>(STATE_ALLOC_TOP);
  if (load<usize>(STATE_ALLOC_LIMIT) - top < <usize>BYTES_DATA + ((<usize>count) << 2) + 8) return 0;
  return top;
}

function keepPlaces(places: usize, count: i32): void {
  store<i32>(places, headerOf(SHAPE_BYTES));
  store<i32>(places, count << 2, TAIL_SIZE);
  store<usize>(STATE_ALLOC_TOP, places + ((BYTES_DATA + (count << 2) + 7) & ~7));
}

/** A string with the first `limit` occurrences of a part replaced by another string; 0: no memory. */
export function replaceString(string: usize, part: usize, by: usize, limit: i32): usize {
  const length = lengthOf(string);
  const partLength = lengthOf(part);
  const byLength = lengthOf(by);
  if (limit <= 0 || partLength > length) return string;
  if (partLength === 1 && byLength === 1 && limit > length && widthOf(string) === 0 && widthOf(by) === 0)
    return replaceByte(string, codeAt(holderOf(part), widthOf(part), 0), codeAt(holderOf(by), 0, 0));
  const room = partLength === 0 ? 0 : min(limit, min(length / partLength, MOST_PLACES));
  const places = room === 0 ? 0 : newPlaces(room);
  const known = places === 0 ? 0 : room;
  const count =
    partLength === 0 ? min(limit, length + 1) : findAll(string, part, 0, length, limit, places + BYTES_DATA, known);
  if (count === 0) return string;
  const total = <i64>length + <i64>count * <i64>(byLength - partLength);
  if (total === 0) return emptyString();
  if (total > <i64>i32.MAX_VALUE) return 0;
  if (places !== 0) keepPlaces(places, min(count, room));
  const holder = holderOf(string);
  const width = widthOf(string);
  const byHolder = holderOf(by);
  const byWidth = widthOf(by);
  const newWidth = byLength > 0 ? max(width, byWidth) : width;
  const result = newString(newWidth, <i32>total);
  if (result === 0) return 0;
  let to = result + STR_DATA;
  let from = 0;
  for (let i = 0; i < count; i++) {
    // The empty part is found before each code point, and at the end.
    const found =
      partLength === 0
        ? i
        : i < known
          ? load<i32>(places + (i << 2), BYTES_DATA)
          : findString(string, part, from, length);
    copyCodes(to, newWidth, holder, width, from, found - from);
    to += (found - from) << newWidth;
    if (newWidth === 0 && byLength === 1) store<u8>(to, load<u8>(byHolder, STR_DATA));
    else copyCodes(to, newWidth, byHolder, byWidth, 0, byLength);
    to += byLength << newWidth;
    from = found + partLength;
  }
  copyCodes(to, newWidth, holder, width, from, length - from);
  return narrowed(result);
}

/** The same for one byte that is replaced by another wherever it is. */
function replaceByte(string: usize, code: i32, by: i32): usize {
  if (code > 0xff) return string;
  const length = lengthOf(string);
  const from = holderOf(string) + STR_DATA;
  const wanted = i8x16.splat(<i8>code);
  const given = i8x16.splat(<i8>by);
  let i = 0;
  while (i + 16 <= length && i8x16.bitmask(i8x16.eq(v128.load(from + i), wanted)) === 0) i += 16;
  while (i < length && <i32>load<u8>(from + i) !== code) i++;
  if (i === length) return string;
  const result = newString(0, length);
  if (result === 0) return 0;
  const to = result + STR_DATA;
  let j = 0;
  for (; j + 16 <= length; j += 16) {
    const bytes = v128.load(from + j);
    v128.store(to + j, v128.bitselect(given, bytes, i8x16.eq(bytes, wanted)));
  }
  for (; j < length; j++) {
    const byte = <i32>load<u8>(from + j);
    store<u8>(to + j, <u8>(byte === code ? by : byte));
  }
  return narrowed(result);
}
