/// The object header: 8 bytes.
///
///              31                                8 7             0
///             +-----------------------------------+---------------+
///     word 0  |  shape id (24 bits)               | flags         |
///             +-----------------------------------+---------------+
///     word 1  |  fixed-size layouts: identity (id(), raw), 0 = not yet asked for  |
///             |  layouts with a tail: raw size of the tail (words or bytes)       |
///             +-------------------------------------------------------------------+
///
/// Bit 0 of word 0 is always 1, so that a collector can overwrite the word with a forwarding address.

import type { Address, Memory } from "@hotpy/memory";

/** Always set; clear means word 0 is a forwarding address. */
export const FLAG_HEADER = 1;
/** Old and not in the remembered set: a store into this object must take the write barrier. */
export const FLAG_BARRIER = 2;
/** Never moves (immortal or large). */
export const FLAG_PINNED = 8;
/** An interned string: equal interned strings are the same word. */
export const FLAG_INTERNED = 16;
/** A layout with a tail whose identity is in the side table. */
export const FLAG_IDENTITY = 32;
/** Watched: a change must tell the supervisor (dicts of globals, types). */
export const FLAG_WATCHED = 64;
/** Free for the layout's owner. */
export const FLAG_LAYOUT = 128;

/** Bytes of a header; the first field of a fixed layout stands at this offset. */
export const HEADER_BYTES = 8;

/** Word 0 of a fresh object of this shape. */
export function headerWord(shape: number, flags = 0): number {
  return (shape << 8) | FLAG_HEADER | flags;
}

/** Shape id of a heap object. */
export function shapeIdOf(memory: Memory, object: Address): number {
  return memory.i32[object >>> 2] >>> 8;
}
