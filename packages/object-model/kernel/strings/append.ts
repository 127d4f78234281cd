import {
  FLAG_GROWING,
  FLAG_SUM,
  SHAPE_STR_VIEW,
  STR_DATA,
  STR_HASH,
  STR_VIEW_BUFFER,
  STR_VIEW_SIZE,
  TAIL_SIZE,
} from "../generated/constants";
import { headerOf, shapeOf } from "../header";
import { allocate } from "../heap";
import { concatStrings, copyCodes, newString } from "./make";
import { holderOf, isFlat, lengthOf, widthOf } from "./text";

/// Repeated `s += x` in linear time, with strings that stay immutable and a collector without reference counts.
///
/// A long sum is a *view*: the first so many bytes of a buffer that has room at its end. Appending to the view that
/// reaches to the end of what is in use writes behind it, in place, and makes a new view of the same buffer, 16 bytes
/// whatever the length. The older view still sees its own prefix. Appending to any other view copies into a new buffer,
/// of twice the size. Everything that needs the text contiguous and exact asks for `flat`, which copies once.
///
/// The first long sum is flat, as texts are that are put together once (`head + body + tail`) and then read: views begin with the second.
///
/// Measured against a rope: no tree to balance or to flatten recursively, and reading stays an index away.

/** Below this many code points copying is as cheap as a view. */
export const LEAST_VIEW_LENGTH: i32 = 1024;
const VIEW_BYTES: usize = 16;

/** Code points that fit behind a string in its buffer; 0 unless it is the last view, and what comes is not wider. */
function roomAfter(string: usize, width: i32): i32 {
  if (shapeOf(string) !== SHAPE_STR_VIEW) return 0;
  const buffer = holderOf(string);
  const used = load<i32>(string, STR_VIEW_SIZE);
  if ((load<i32>(buffer) & FLAG_GROWING) === 0 || load<i32>(buffer, STR_HASH) !== used) return 0;
  const own = widthOf(string);
  return width > own ? 0 : (load<i32>(buffer, TAIL_SIZE) - used) >>> own;
}

/** A buffer with the text of a string and as much room behind it as is wanted in all. 0: no memory. */
function newBuffer(string: usize, width: i32, room: i32): usize {
  const buffer = newString(width, room);
  if (buffer === 0) return 0;
  store<i32>(buffer, load<i32>(buffer) | FLAG_GROWING);
  copyCodes(buffer + STR_DATA, width, holderOf(string), widthOf(string), 0, lengthOf(string));
  return buffer;
}

/** `left + right`, where the result is likely to be appended to again: it may be a view. 0: no memory. */
export function appendStrings(left: usize, right: usize): usize {
  const leftLength = lengthOf(left);
  if (leftLength < LEAST_VIEW_LENGTH) return concatStrings(left, right);
  const rightLength = lengthOf(right);
  if (rightLength === 0) return left;
  const length = leftLength + rightLength;
  if (length < 0) return 0;
  if (isFlat(left) && (load<i32>(left) & FLAG_SUM) === 0) {
    const sum = concatStrings(left, right);
    if (sum !== 0) store<i32>(sum, load<i32>(sum) | FLAG_SUM);
    return sum;
  }
  const view = allocate(VIEW_BYTES);
  if (view === 0) return 0;
  const rightWidth = widthOf(right);
  const buffer =
    roomAfter(left, rightWidth) >= rightLength
      ? holderOf(left)
      : newBuffer(left, max(widthOf(left), rightWidth), length << 1);
  if (buffer === 0) return 0;
  const width = widthOf(buffer);
  copyCodes(buffer + STR_DATA + (leftLength << width), width, holderOf(right), rightWidth, 0, rightLength);
  const size = length << width;
  store<i32>(buffer, size, STR_HASH);
  store<i32>(view, headerOf(SHAPE_STR_VIEW));
  store<i32>(view, 0, 4);
  store<i32>(view, size, STR_VIEW_SIZE);
  store<usize>(view, buffer, STR_VIEW_BUFFER);
  return view;
}
