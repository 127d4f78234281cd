import {
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR4,
  STR_DATA,
  STR_VIEW_BUFFER,
  STR_VIEW_SIZE,
  TAIL_SIZE,
} from "../generated/constants";
import { shapeOf } from "../header";
import { isSmall } from "../words";

/// Strings as they lie in memory, flat or views of a buffer; see src/strings/text.ts and append.ts beside this.

/** Whether an object is a string of exactly this type, that is no view. */
export function isFlat(object: usize): bool {
  return <u32>(shapeOf(object) - SHAPE_STR1) <= <u32>(SHAPE_STR4 - SHAPE_STR1);
}

/** Whether a word is a string, flat or a view. */
export function isString(word: usize): bool {
  return !isSmall(word) && word !== 0 && (isFlat(word) || shapeOf(word) === SHAPE_STR_VIEW);
}

/** The flat string in which a string's text lies: itself, or the buffer of a view. */
export function holderOf(string: usize): usize {
  return shapeOf(string) === SHAPE_STR_VIEW ? load<usize>(string, STR_VIEW_BUFFER) : string;
}

/** Bytes of a string's text. */
export function sizeOf(string: usize): i32 {
  return shapeOf(string) === SHAPE_STR_VIEW ? load<i32>(string, STR_VIEW_SIZE) : load<i32>(string, TAIL_SIZE);
}

/** log2 of the bytes that a code point takes. */
export function widthOf(string: usize): i32 {
  return shapeOf(holderOf(string)) - SHAPE_STR1;
}

/** Code points of a string. */
export function lengthOf(string: usize): i32 {
  return sizeOf(string) >>> widthOf(string);
}

/** The code point at an index within the length of a flat string of this width. */
export function codeAt(holder: usize, width: i32, index: i32): i32 {
  const at = holder + (index << width);
  if (width === 0) return load<u8>(at, STR_DATA);
  if (width === 1) return load<u16>(at, STR_DATA);
  return load<i32>(at, STR_DATA);
}
