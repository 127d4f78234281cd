import { equalFlat } from "@hotpy/object-model/kernel/strings/compare";
import { hashString } from "@hotpy/object-model/kernel/strings/hash";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { FLAG_INTERNED } from "./generated/constants";
import { leafEquals, leafHash } from "./language";

/** Code of the language must run to hash or to compare; nothing is done yet. No word, count or entry has this value. */
export const UNDECIDED: i32 = -2;
/** No hash. */
export const UNKNOWN_HASH: i32 = -1;

/**
 * Hash of a key, an int32: that of a small integer from 0 on is itself; UNKNOWN_HASH: code of the language must run for it. What the
 * hash of negative ones is, the language says, as programs may see it.
 */
export function hashOf(key: usize): i32 {
  if (isSmall(key)) {
    if (<i32>key > 0) return untagSmall(key);
  } else if (isFlat(key)) return hashString(key);
  return leafHash(key);
}

function isPlain(key: usize): bool {
  return isSmall(key) || isFlat(key);
}

/** Whether two different words with the same hash are equal keys: 1, 0, or negative: code of the language must compare. */
export function compareKeys(stored: usize, key: usize): i32 {
  if (!isPlain(stored) || !isPlain(key)) return leafEquals(stored, key);
  if (isSmall(stored | key)) return 0;
  return i32((load<i32>(stored) & load<i32>(key) & FLAG_INTERNED) === 0 && equalFlat(stored, key));
}
