import { STATE_HASH_SEED, STR_DATA, STR_HASH } from "../generated/constants";
import { holderOf, isFlat, sizeOf } from "./text";

/**
 * The hash of a string, an int32 that is 0 for the empty string alone; that of a flat string is computed when first asked
 * for. MurmurHash3 over the words of the text, from the seed in STATE_HASH_SEED. Equal strings have the same width, so the same words.
 */
export function hashString(string: usize): i32 {
  if (!isFlat(string)) return computeHash(holderOf(string), sizeOf(string));
  const known = load<i32>(string, STR_HASH);
  if (known !== 0) return known;
  const hash = computeHash(string, sizeOf(string));
  store<i32>(string, hash, STR_HASH);
  return hash;
}

/** The same of so many bytes of text that lie where those of a flat string lie. */
export function computeHash(holder: usize, size: i32): i32 {
  if (size === 0) return 0;
  const end = holder + (size & ~3);
  let h = load<i32>(STATE_HASH_SEED);
  for (let at = holder; at < end; at += 4) h = mix(h, load<i32>(at, STR_DATA));
  // A flat string ends in zeros, a view in what has been appended.
  const rest = (size & 3) << 3;
  if (rest !== 0) h = mix(h, load<i32>(end, STR_DATA) & ((1 << rest) - 1));
  h ^= size;
  h = (h ^ (<u32>h >> 16)) * 0x85ebca6b;
  h = (h ^ (<u32>h >> 13)) * 0xc2b2ae35;
  h ^= <u32>h >> 16;
  // 0 means "not computed", and -1 is kept for errors.
  return h === 0 || h === -1 ? -2 : h;
}

function mix(h: i32, word: i32): i32 {
  const k = rotl<i32>(word * 0xcc9e2d51, 15);
  return rotl<i32>(h ^ (k * 0x1b873593), 13) * 5 + 0xe6546b64;
}
