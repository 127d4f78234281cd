import { STR_DATA } from "../generated/constants";
import { common, equalLanes, FIRST_PATIENCE, findPart, fits, matches, PATIENCE, splat } from "./search";
import { codeAt, holderOf, lengthOf, widthOf } from "./text";

/// All places of a part in one search: sixteen bytes that have been looked at are not looked at again for the next place.

/** Writes the place with this number, if there is room for it. */
function note(places: usize, room: i32, number: i32, place: i32): void {
  if (number < room) store<i32>(places + (number << 2), place);
}

/**
 * How often a part, not the empty one, occurs between `start` and `end` without overlap, but at most `limit` times, more than none. The first `room`
 * places are written to an address, as int32s.
 */
export function findAll(string: usize, part: usize, start: i32, end: i32, limit: i32, places: usize, room: i32): i32 {
  const length = lengthOf(part);
  return findAllIn(
    holderOf(string),
    widthOf(string),
    holderOf(part),
    widthOf(part),
    length,
    start,
    end,
    limit,
    places,
    room,
  );
}

/** The same for texts of these widths in flat strings, or in whatever has its text where they have it. */
export function findAllIn(
  holder: usize,
  width: i32,
  partHolder: usize,
  partWidth: i32,
  length: i32,
  start: i32,
  end: i32,
  limit: i32,
  places: usize,
  room: i32,
): i32 {
  const firstCode = codeAt(partHolder, partWidth, 0);
  const lastCode = codeAt(partHolder, partWidth, length - 1);
  if (!fits(width, firstCode) || !fits(width, lastCode)) return 0;
  const lanes = 16 >>> width;
  const lane = (1 << (1 << width)) - 1;
  const text = holder + STR_DATA;
  const further = (length - 1) << width;
  const firsts = splat(width, firstCode);
  const lasts = splat(width, lastCode);
  const stop = end - length + 1;
  let count = 0;
  let patience = FIRST_PATIENCE;
  /** Where the next occurrence may begin. */
  let next = start;
  let i = start;
  for (; i + lanes <= stop; i += lanes) {
    const at = text + (i << width);
    let mask = equalLanes(width, v128.load(at), firsts);
    if (mask === 0) continue;
    if (length > 1) mask &= equalLanes(width, v128.load(at + further), lasts);
    while (mask !== 0) {
      const bit = ctz(mask);
      const index = i + (bit >>> width);
      mask &= ~(lane << bit);
      if (index < next) continue;
      const same = length <= 2 ? length : common(holder, width, index, partHolder, partWidth, length);
      if (same < length) {
        patience -= same;
        continue;
      }
      note(places, room, count++, index);
      if (count === limit) return count;
      next = index + length;
    }
    patience += lanes * PATIENCE;
    // A search for one place after the other knows what to do with text that repeats itself.
    if (patience < 0) {
      let from = max(next, i + lanes);
      while (count < limit) {
        const found = findPart(holder, width, partHolder, partWidth, length, from, end);
        if (found < 0) break;
        note(places, room, count++, found);
        from = found + length;
      }
      return count;
    }
  }
  for (; i < stop; i++) {
    if (i < next || codeAt(holder, width, i) !== firstCode) continue;
    if (!matches(holder, width, i, partHolder, partWidth, length)) continue;
    note(places, room, count++, i);
    if (count === limit) return count;
    next = i + length;
  }
  return count;
}

/** How often a code point occurs. */
export function countCode(holder: usize, width: i32, code: i32, start: i32, end: i32): i32 {
  if (!fits(width, code)) return 0;
  const lanes = 16 >>> width;
  const text = holder + STR_DATA;
  const wanted = splat(width, code);
  let bytes = 0;
  let i = start;
  for (; i + lanes <= end; i += lanes) bytes += popcnt(equalLanes(width, v128.load(text + (i << width)), wanted));
  let count = bytes >>> width;
  for (; i < end; i++) count += i32(codeAt(holder, width, i) === code);
  return count;
}

/** How often a part occurs between `start` and `end` without overlap. */
export function countString(string: usize, part: usize, start: i32, end: i32): i32 {
  const length = lengthOf(part);
  if (length === 0) return start > end ? 0 : end - start + 1;
  if (length > 1) return findAll(string, part, start, end, i32.MAX_VALUE, 0, 0);
  return countCode(holderOf(string), widthOf(string), codeAt(holderOf(part), widthOf(part), 0), start, end);
}
