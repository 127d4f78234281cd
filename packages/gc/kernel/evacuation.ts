import { isSmall } from "@hotpy/object-model/kernel/words";
/// Copying of objects from condemned blocks, and the visit of what they refer to: the inner loops of both collectors. Cheney's
/// algorithm ("A nonrecursive list compacting algorithm", 1970): the copies themselves are the queue of what is to be scanned.

import { nextChunk, reach } from "./collector";
import {
  BLOCK_CONDEMNED,
  BLOCK_SHIFT,
  FLAG_PINNED,
  SHAPE_RECORD_BYTES,
  TAIL_BYTES,
  TAIL_SIZE,
  TAIL_WORDS,
} from "./generated/constants";

/** Kinds of blocks, a byte each, by number of block. */
let kinds: usize = 0;
/** The packed layout of shape 0. */
let layouts: usize = 0;
/** Header flags that each survivor gets. */
let survivorFlags: u32 = 0;
/** Where the next object is copied to, and the end of that chunk. */
let target: usize = 0;
let limit: usize = 0;
let copied: usize = 0;

/** Begins a collection. Addresses are of the kinds of blocks, and of the packed layout of shape 0. */
export function begin(kindsOfBlocks: usize, packedLayouts: usize, flags: u32): void {
  kinds = kindsOfBlocks;
  layouts = packedLayouts;
  survivorFlags = flags;
}

/** From now on objects are copied to `start` and up to `end`. */
export function open(start: usize, end: usize): void {
  target = start;
  limit = end;
}

/** The end of the copied objects. */
export function top(): usize {
  return target;
}

/** Bytes copied since this was asked last. */
export function takeCopied(): usize {
  const bytes = copied;
  copied = 0;
  return bytes;
}

function layoutOf(header: u32): u32 {
  return load<u32>(layouts + <usize>(header >>> 8) * SHAPE_RECORD_BYTES);
}

/** Bytes of an object, its padding to 8 included. */
function sizeOf(object: usize, layout: u32): usize {
  let bytes: usize = (layout & 0xff) << 2;
  const tail = layout >>> 24;
  if (tail === TAIL_WORDS) bytes += load<usize>(object + TAIL_SIZE) << 2;
  else if (tail === TAIL_BYTES) bytes += load<usize>(object + TAIL_SIZE);
  return (bytes + 7) & ~7;
}

/** Copies a condemned object unless that was done; returns its new address. */
function copy(from: usize): usize {
  const header = load<u32>(from);
  if ((header & 1) === 0) return header;
  const size = sizeOf(from, layoutOf(header));
  // The end of a chunk may be the end of addresses.
  if (limit - target < size) nextChunk(target, size);
  const to = target;
  target = to + size;
  copied += size;
  for (let offset: usize = 0; offset < size; offset += 8) store<u64>(to + offset, load<u64>(from + offset));
  store<u32>(to, header | survivorFlags);
  store<usize>(from, to);
  return to;
}

/** Brings the objects that the words of a range refer to to safety. */
export function visit(start: usize, end: usize): void {
  for (let slot = start; slot < end; slot += 4) {
    const word = load<usize>(slot);
    if (isSmall(word)) continue;
    const kind = <i32>load<u8>(kinds + (word >>> BLOCK_SHIFT));
    if (kind === BLOCK_CONDEMNED) store<usize>(slot, copy(word));
    else if (kind > BLOCK_CONDEMNED) reach(word);
  }
}

/** Visits the fields of an object; returns its size in bytes. */
function scanFields(object: usize): usize {
  const layout = layoutOf(load<u32>(object));
  visit(object + (((layout >>> 8) & 0xff) << 2), object + (((layout >>> 16) & 0xff) << 2));
  if (layout >>> 24 === TAIL_WORDS) {
    const tail = object + ((layout & 0xff) << 2);
    visit(tail, tail + (load<usize>(object + TAIL_SIZE) << 2));
  }
  return sizeOf(object, layout);
}

/** Visits the fields of an object that itself stays where it is, and sets the flags of survivors on it. */
export function scanObject(object: usize): void {
  store<u32>(object, load<u32>(object) | survivorFlags);
  scanFields(object);
}

/** Visits the fields of the copies from `start` to `end`. */
export function scanObjects(start: usize, end: usize): void {
  for (let object = start; object < end; ) object += scanFields(object);
}

/**
 * Visits the fields of the copies from `start` to the end of the copied objects, which moves meanwhile. Returns where it has stopped: there, or
 * earlier as another chunk has been opened.
 */
export function scanToTop(start: usize): usize {
  const end = limit;
  let object = start;
  while (limit === end && object < target) object += scanFields(object);
  return object;
}

/**
 * Visits the fields of the immortal objects from `start` to `end`, and sets the flags of survivors and FLAG_PINNED on them. Returns where it has stopped: `end`,
 * or an address that no object has been written to.
 */
export function scanImmortals(start: usize, end: usize): usize {
  let object = start;
  while (object < end) {
    const header = load<u32>(object);
    if (header === 0) return object;
    store<u32>(object, header | survivorFlags | FLAG_PINNED);
    object += scanFields(object);
  }
  return object;
}
