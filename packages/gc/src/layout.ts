/// Sizes of objects, from the packed layouts in the shape table.

import type { Address, Memory } from "@hotpy/memory";
import { SHAPE_LAYOUT_FIELD, SHAPE_RECORD_BYTES, TAIL_BYTES, TAIL_WORDS } from "@hotpy/object-model";

/** Words from one shape record to the next, as a shift. */
export const SHAPE_RECORD_SHIFT = Math.log2(SHAPE_RECORD_BYTES / 4);

/** Word index of the packed layout of shape 0. */
export function layoutTable(memory: Memory): number {
  return (memory.shapes.start + SHAPE_LAYOUT_FIELD) >>> 2;
}

/** Words of an object of this packed layout whose header's word 1 is `tailSize`; rounded up to whole 8 bytes. */
export function sizeInWords(packed: number, tailSize: number): number {
  let words = packed & 0xff;
  const tail = packed >>> 24;
  if (tail === TAIL_WORDS) words += tailSize;
  else if (tail === TAIL_BYTES) words += (tailSize + 3) >>> 2;
  return (words + 1) & ~1;
}

/** Size of an object in bytes, its padding to 8 included. Reads its header and the shape table. */
export function objectBytes(memory: Memory, object: Address): number {
  const { i32 } = memory;
  const word = object >>> 2;
  const packed = i32[layoutTable(memory) + ((i32[word] >>> 8) << SHAPE_RECORD_SHIFT)];
  return sizeInWords(packed, i32[word + 1]) * 4;
}
