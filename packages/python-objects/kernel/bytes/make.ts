import { copyBytes, fillBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { stopsAfter } from "@hotpy/object-model/kernel/work";
import { SHAPE_BYTE_STRING, UNDECIDED } from "../generated/constants";
import { bytesFrom, dataOf, isBytes, MOST_BYTES, newBytes, sizeOfBytes } from "./layout";
import { countBytes, findBytes } from "./search";

/// Making bytes out of bytes.

/** Two parts, one behind the other. */
export function concatBytes(shape: i32, a: usize, sizeOfA: i32, b: usize, sizeOfB: i32): usize {
  const size = <i64>sizeOfA + <i64>sizeOfB;
  if (size > MOST_BYTES) return 0;
  const result = newBytes(shape, <i32>size);
  if (result === 0) return 0;
  const to = dataOf(result);
  copyBytes(to, a, sizeOfA);
  copyBytes(to + sizeOfA, b, sizeOfB);
  return result;
}

/** Bytes so many times. */
export function repeatBytes(shape: i32, from: usize, size: i32, times: i32): usize {
  const total = <i64>size * <i64>max(times, 0);
  if (total > MOST_BYTES) return 0;
  const result = newBytes(shape, <i32>total);
  if (result === 0 || total === 0) return result;
  const to = dataOf(result);
  if (size === 1) fillBytes(to, load<u8>(from), <i32>total);
  else {
    copyBytes(to, from, size);
    // Each round copies all that is there.
    for (let done = size; done < <i32>total; done <<= 1) copyBytes(to + done, to, min(done, <i32>total - done));
  }
  return result;
}

/** `count` bytes: those at start, start + step, … */
export function pickBytes(shape: i32, from: usize, start: i32, step: i32, count: i32): usize {
  if (step === 1) return bytesFrom(shape, from + start, count);
  const result = newBytes(shape, count);
  if (result === 0) return 0;
  const to = dataOf(result);
  for (let i = 0; i < count; i++) store<u8>(to + i, load<u8>(from + start + i * step));
  return result;
}

/** Bytes with so many of a fill byte before and behind them. */
export function padBytes(shape: i32, from: usize, size: i32, left: i32, right: i32, fill: i32): usize {
  const total = <i64>size + <i64>left + <i64>right;
  if (total > MOST_BYTES) return 0;
  const result = newBytes(shape, <i32>total);
  if (result === 0) return 0;
  const to = fillBytes(dataOf(result), fill, left);
  copyBytes(to, from, size);
  fillBytes(to + size, fill, right);
  return result;
}

/**
 * The bytes at `count` words from an address on, with the separator between each two. A small integer, tagged: the index of the first
 * word that is of neither type.
 */
export function joinBytes(shape: i32, separator: usize, gap: i32, words: usize, count: i32): usize {
  const end = words + (count << 2);
  let total: i64 = <i64>gap * <i64>max(count - 1, 0);
  for (let at = words; at < end; at += 4) {
    const item = load<usize>(at);
    if (!isBytes(item)) return ((at - words) >> 1) | 1;
    total += sizeOfBytes(item);
    if (stopsAfter(2)) return 0;
  }
  if (total > MOST_BYTES) return 0;
  const result = newBytes(shape, <i32>total);
  if (result === 0) return 0;
  let to = dataOf(result);
  for (let at = words; at < end; at += 4) {
    if (at > words) {
      copyBytes(to, separator, gap);
      to += gap;
    }
    const item = load<usize>(at);
    const size = sizeOfBytes(item);
    copyBytes(to, dataOf(item), size);
    to += size;
  }
  return result;
}

/** Bytes with the first `limit` occurrences of a part replaced by others. */
export function replaceBytes(
  shape: i32,
  from: usize,
  size: i32,
  part: usize,
  partSize: i32,
  by: usize,
  bySize: i32,
  limit: i32,
): usize {
  const all = limit <= 0 ? 0 : countBytes(from, 0, size, part, partSize);
  const count = min(all, limit);
  if (count <= 0) return bytesFrom(shape, from, size);
  const total = <i64>size + <i64>count * <i64>(bySize - partSize);
  if (total > MOST_BYTES) return 0;
  const result = newBytes(shape, <i32>total);
  if (result === 0) return 0;
  let to = dataOf(result);
  let done = 0;
  for (let i = 0; i < count; i++) {
    // The empty part is found before each byte, and at the end.
    const found = partSize === 0 ? i : findBytes(from, done, size, part, partSize);
    copyBytes(to, from + done, found - done);
    to += found - done;
    copyBytes(to, by, bySize);
    to += bySize;
    done = found + partSize;
  }
  copyBytes(to, from + done, size - done);
  return result;
}

/** The bytes of `count` words that are small integers; UNDECIDED: they are not, or no bytes. */
export function bytesOfNumbers(words: usize, count: i32): usize {
  const result = newBytes(SHAPE_BYTE_STRING, count);
  if (result === 0) return 0;
  const to = dataOf(result);
  for (let i = 0; i < count; i++) {
    const item = load<usize>(words + (i << 2));
    if (!isSmall(item) || <u32>untagSmall(item) > 255) return UNDECIDED;
    store<u8>(to + i, untagSmall(item));
  }
  return result;
}

/** So many zeros. */
export function zeroBytes(count: i32): usize {
  const result = newBytes(SHAPE_BYTE_STRING, count);
  if (result !== 0 && count > 0) fillBytes(dataOf(result), 0, count);
  return result;
}
