import { computeHash } from "@hotpy/object-model/kernel/strings/hash";
import { STR_HASH, TAIL_SIZE } from "../generated/constants";

/** The hash of an object of type bytes, which is that of the string of the same bytes: 0 for none of them. */
export function hashOfByteString(bytes: usize): i32 {
  const known = load<i32>(bytes, STR_HASH);
  if (known !== 0) return known;
  const hash = computeHash(bytes, load<i32>(bytes, TAIL_SIZE));
  store<i32>(bytes, hash, STR_HASH);
  return hash;
}
