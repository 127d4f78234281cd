import { wholeHash } from "@hotpy/object-model/kernel/strings/hash";
import { TAIL_SIZE } from "../generated/constants";

/** The hash of an object of type bytes, which is that of the string of the same bytes: 0 for none of them. */
export function hashOfByteString(bytes: usize): i64 {
  return wholeHash(bytes, load<i32>(bytes, TAIL_SIZE));
}
