import {
  FLAG_BARRIER,
  LARGE_OBJECT_BYTES,
  STATE_ALLOC_LIMIT,
  STATE_ALLOC_TOP,
  STATE_IMMORTAL_LIMIT,
  STATE_IMMORTAL_TOP,
} from "./generated/constants";
import { countBytes } from "./work";

/** Takes another chunk. 0: the reserved memory is full. Never collects. */
declare function allocateSlow(bytes: usize): usize;
/** Whether the heap's limit allows for so many bytes more. */
declare function canAllocate(bytes: usize): bool;
/** Takes the write barrier. */
declare function remember(object: usize): void;

/** Requests of fewer bytes are granted unasked: safepoints see to those. */
const SMALL_REQUEST: usize = 4096;

/**
 * Memory for an object, 8-aligned and not zeroed: whoever asks fills it before the next safepoint. Never collects.
 * 0: there is no room for so much.
 */
export function allocate(bytes: usize): usize {
  const size = (bytes + 7) & ~7;
  const top = load<usize>(STATE_ALLOC_TOP);
  if (size < SMALL_REQUEST && load<usize>(STATE_ALLOC_LIMIT) - top >= size) {
    store<usize>(STATE_ALLOC_TOP, top + size);
    return top;
  }
  return allocateLarge(size);
}

function allocateLarge(size: usize): usize {
  if (size >= SMALL_REQUEST && !canAllocate(size)) return 0;
  // It will be filled.
  countBytes(size);
  const top = load<usize>(STATE_ALLOC_TOP);
  if (size > <usize>LARGE_OBJECT_BYTES || load<usize>(STATE_ALLOC_LIMIT) - top < size) return allocateSlow(size);
  store<usize>(STATE_ALLOC_TOP, top + size);
  return top;
}

/** Memory for an object that neither moves nor dies, as large as its header will say. 0: there is no room. */
export function allocateImmortal(bytes: usize): usize {
  const top = load<usize>(STATE_IMMORTAL_TOP);
  const size = (bytes + 7) & ~7;
  if (load<usize>(STATE_IMMORTAL_LIMIT) - top < size) return 0;
  store<usize>(STATE_IMMORTAL_TOP, top + size);
  return top;
}

/** To be called after storing a reference in an object that was there at the last safepoint. */
export function barrier(object: usize): void {
  if ((load<i32>(object) & FLAG_BARRIER) !== 0) remember(object);
}
