import { ARRAY_ITEMS, BYTES_DATA, SET_HASHES, SET_KEYS, SET_MASK, SET_USED } from "../generated/constants";

/// Sets as they lie in memory; see SET in src/layouts.ts.

/** Address of the first slot's key. */
export function keysOf(set: usize): usize {
  return load<usize>(set, SET_KEYS) + ARRAY_ITEMS;
}

/** Address of the first slot's hash. */
export function hashesOf(set: usize): usize {
  return load<usize>(set, SET_HASHES) + BYTES_DATA;
}

/** Keys in a set. */
export function usedOf(set: usize): i32 {
  return load<i32>(set, SET_USED);
}

/** Slots less one. */
export function maskOf(set: usize): i32 {
  return load<i32>(set, SET_MASK);
}

/* ---- where the keys of a set are looked for ---- */

const LINEAR_PROBES: i32 = 9;
const PERTURB_SHIFT: u64 = 5;
/** Hash of a slot whose key was removed; no key has it. Nor does `hashOfKey` give it but for keys that are not plain. */
export const REMOVED: i64 = -1;
/** Up from here results of `probe` say at which step code of the language must compare two keys. */
export const UNSURE: i32 = i32.MIN_VALUE;
/** Below this they do; from here up to -1 they give the slot for an absent key. */
export const MOST_UNSURE: i32 = i32.MIN_VALUE / 4;

/** The last of the slots that are probed one after the other from `start` on. */
export function lastOfRun(start: i32, mask: i32): i32 {
  return start + LINEAR_PROBES <= mask ? start + LINEAR_PROBES : start;
}

/** What is left of a hash for the slots of the next run. */
export function nextPerturb(perturb: u64): u64 {
  return perturb >> PERTURB_SHIFT;
}

/** The first slot of the next run. */
export function nextStart(start: i32, perturb: u64, mask: i32): i32 {
  return (start * 5 + 1 + <i32>perturb) & mask;
}

/** Whether a key lies in the first slot that a search for it looks at. */
export function isFirst(set: usize, key: usize, hash: i64): bool {
  const first = <i32>hash & maskOf(set);
  return load<i64>(hashesOf(set) + (first << 3)) === hash && load<usize>(keysOf(set) + (first << 2)) === key;
}
