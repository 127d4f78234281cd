import { significant } from "./limbs";
import { multiplyLimbs, multiplyScratch } from "./multiply";

/// A radix, its square, the square of that and so on: what conversions of long numbers divide and multiply by.
///
///     power k of the radix r is r ** (2 ** k);   k: address of its limbs, their number, 8 bytes each;   then the limbs

const ENTRY = 8;
const ENTRIES = 32;

/** Limbs of memory for the powers 0 to `last`, and of scratch memory to make them. */
export function powersRoom(last: i32): i32 {
  const limbs = 1 << last;
  return ((ENTRY * ENTRIES) >> 2) + 4 * limbs + 8 + multiplyScratch(limbs, limbs);
}

export function powerAt(table: usize, k: i32): usize {
  return load<usize>(table + k * ENTRY);
}

export function powerLimbs(table: usize, k: i32): i32 {
  return load<i32>(table + k * ENTRY, 4);
}

/** Fills a table. */
export function makePowers(table: usize, radix: u32, last: i32): void {
  let at = table + ENTRY * ENTRIES;
  const scratch = at + ((4 << last) << 2) + 32;
  store<u32>(at, radix);
  let n = 1;
  for (let k = 0; ; k++) {
    store<usize>(table + k * ENTRY, at);
    store<i32>(table + k * ENTRY, n, 4);
    if (k === last) return;
    const next = at + (n << 2);
    multiplyLimbs(next, at, n, at, n, scratch);
    at = next;
    n = significant(at, 2 * n);
  }
}

/** The greatest k with 2 ** k < count, which is 2 or more. */
export function powerBelow(count: i32): i32 {
  return 31 - <i32>clz(count - 1);
}
