import { STATE_HASH_SEED, STR_DATA, STR_HASH, TAIL_SIZE } from "../generated/constants";

/**
 * The hash of a flat string, a nonzero int32, computed when first asked for: MurmurHash3 over the words of the text, from
 * the seed in STATE_HASH_SEED. Equal strings have the same width, so the same words.
 */
export function hashString(string: usize): i32 {
  const known = load<i32>(string, STR_HASH);
  if (known !== 0) return known;
  const size = load<i32>(string, TAIL_SIZE);
  const end = string + ((size + 3) & ~3);
  let h = load<i32>(STATE_HASH_SEED);
  for (let at = string; at < end; at += 4) {
    const k = rotl<i32>(load<i32>(at, STR_DATA) * 0xcc9e2d51, 15);
    h = rotl<i32>(h ^ (k * 0x1b873593), 13) * 5 + 0xe6546b64;
  }
  h ^= size;
  h = (h ^ (<u32>h >> 16)) * 0x85ebca6b;
  h = (h ^ (<u32>h >> 13)) * 0xc2b2ae35;
  h ^= <u32>h >> 16;
  // 0 means "not computed", and -1 is kept for errors.
  if (h === 0 || h === -1) h = -2;
  store<i32>(string, h, STR_HASH);
  return h;
}
