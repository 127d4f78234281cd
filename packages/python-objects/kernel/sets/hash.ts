import { fromInt64 } from "@hotpy/object-model/kernel/integers/forms";
import { SET_FILL, SET_HASH } from "../generated/constants";
import { hashesOf, maskOf, usedOf } from "./layout";

/// CPython's hash of frozensets, which does not depend on the order.

function shuffle(hash: u64): u64 {
  return (hash ^ 89869747 ^ (hash << 16)) * 3644798167;
}

/** CPython's 64-bit hash of a frozenset, computed when first asked for. */
export function hashOfFrozenSet(set: usize): i64 {
  const known = load<i64>(set, SET_HASH);
  if (known !== -1) return known;
  const mask = maskOf(set);
  const used = usedOf(set);
  const fill = load<i32>(set, SET_FILL);
  let hash: u64 = 0;
  // All slots; then what an odd number of free ones, and of those of removed keys, has added goes again.
  for (let at = hashesOf(set), end = at + ((mask + 1) << 3); at < end; at += 8) hash ^= shuffle(load<u64>(at));
  if (((mask + 1 - fill) & 1) !== 0) hash ^= shuffle(0);
  if (((fill - used) & 1) !== 0) hash ^= shuffle(-1);
  hash ^= (<u64>used + 1) * 1927868237;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069 + 907133923;
  if (hash === -1) hash = 590923713;
  store<i64>(set, <i64>hash, SET_HASH);
  return <i64>hash;
}

/** The same as an integer. 0: no memory. */
export function frozenSetHash(set: usize): usize {
  return fromInt64(hashOfFrozenSet(set));
}
