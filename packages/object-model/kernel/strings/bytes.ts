/** From so many bytes on they are left to the engine's own copy, which is a call out of compiled code. */
const MANY: i32 = 256;

/** Fills bytes, none if `count` is negative. Returns where they end. */
export function fillBytes(to: usize, byte: i32, count: i32): usize {
  if (count >= 64) memory.fill(to, <u8>byte, count);
  else for (let i = 0; i < count; i++) store<u8>(to + i, byte);
  return to + max(count, 0);
}

/** Copies bytes between two places that do not overlap, at any addresses. */
export function copyBytes(to: usize, from: usize, size: i32): void {
  if (size >= MANY) {
    memory.copy(to, from, size);
    return;
  }
  if (size >= 16) {
    const last = size - 16;
    for (let i = 0; i < last; i += 16) v128.store(to + i, v128.load(from + i));
    v128.store(to + last, v128.load(from + last));
    return;
  }
  // The two ends, which overlap in the middle.
  if (size >= 8) {
    const end = load<u64>(from + size - 8);
    store<u64>(to, load<u64>(from));
    store<u64>(to + size - 8, end);
  } else if (size >= 4) {
    const end = load<u32>(from + size - 4);
    store<u32>(to, load<u32>(from));
    store<u32>(to + size - 4, end);
  } else {
    for (let i = 0; i < size; i++) store<u8>(to + i, load<u8>(from + i));
  }
}
