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
