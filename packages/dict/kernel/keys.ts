import { equalFlat } from "@hotpy/object-model/kernel/strings/compare";
import { hashString } from "@hotpy/object-model/kernel/strings/hash";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { FLAG_INTERNED, STR_HASH } from "./generated/constants";
import { leafEquals, leafHash } from "./language";

/** Code of the language must run to hash or to compare; nothing is done yet. No word, count or entry has this value. */
export const UNDECIDED: i32 = -2;
/** No hash. */
export const UNKNOWN_HASH: i32 = -1;

/** Hash of a key, an int32: a small integer's is itself; UNKNOWN_HASH: code of the language must run for it. */
export function hashOf(key: usize): i32 {
  if ((key & 1) !== 0) {
    const number = <i32>key >> 1;
    // -1 says that a hash is unknown, so it is none.
    return number === -1 ? -2 : number;
  }
  return isFlat(key) ? hashString(key) : leafHash(key);
}

/** The hash of a small integer, or of a flat string that has it already; 0: it has none, or 0. */
export function knownHash(key: usize): i32 {
  if ((key & 1) !== 0) return key === <usize>-1 ? -2 : <i32>key >> 1;
  return isFlat(key) ? load<i32>(key, STR_HASH) : 0;
}

function isPlain(key: usize): bool {
  return (key & 1) !== 0 || isFlat(key);
}

/** Whether two different words with the same hash are equal keys: 1, 0, or negative: code of the language must compare. */
export function compareKeys(stored: usize, key: usize): i32 {
  if (!isPlain(stored) || !isPlain(key)) return leafEquals(stored, key);
  if (((stored | key) & 1) !== 0) return 0;
  return i32((load<i32>(stored) & load<i32>(key) & FLAG_INTERNED) === 0 && equalFlat(stored, key));
}
