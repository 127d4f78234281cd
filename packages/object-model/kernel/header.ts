import { FLAG_HEADER } from "./generated/constants";

/// The first word of objects.

/** Shape id of an object. */
export function shapeOf(object: usize): i32 {
  return load<u32>(object) >> 8;
}

/** The first word of a new object of this shape. */
export function headerOf(shape: i32): i32 {
  return (shape << 8) | FLAG_HEADER;
}
