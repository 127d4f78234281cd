import { untagSmall } from "@hotpy/object-model/kernel/words";
/** The position that a tagged index means among so many items, counted from their end if it is negative; -1: there is none. */
export function positionOf(index: usize, length: i32): i32 {
  let at = untagSmall(index);
  if (at < 0) at += length;
  return at >= 0 && at < length ? at : -1;
}
