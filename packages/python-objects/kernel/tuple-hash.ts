import { STATE_HASH } from "./generated/constants";

/// CPython's hash of tuples, a variant of xxHash over the 64-bit hashes of the items.

const PRIME_1: u64 = 11400714785074694791;
const PRIME_2: u64 = 14029467366897019727;
const PRIME_5: u64 = 2870177450012600261;
/** Stands for -1, which means an error. */
const INSTEAD_OF_MINUS_ONE: i64 = 1546275796;

/** The hash so far before the first item. */
export const TUPLE_HASH_START: i64 = <i64>PRIME_5;

export function addItemHash(hash: i64, item: i64): i64 {
  return <i64>(rotl<u64>(<u64>hash + <u64>item * PRIME_2, 31) * PRIME_1);
}

export function finishTupleHash(hash: i64, count: i32): i64 {
  const result = <i64>(<u64>hash + (<u64>count ^ (PRIME_5 ^ 3527539)));
  return result === -1 ? INSTEAD_OF_MINUS_ONE : result;
}

/* ---- for tuples whose items need code of the language: the hash grows in STATE_HASH ---- */

export function beginTupleHash(): void {
  store<i64>(STATE_HASH, TUPLE_HASH_START);
}

/** One more item, with the low and the high half of its hash. */
export function extendTupleHash(low: i32, high: i32): void {
  store<i64>(STATE_HASH, addItemHash(load<i64>(STATE_HASH), ((<i64>high) << 32) | <i64>(<u32>low)));
}

export function endTupleHash(count: i32): void {
  store<i64>(STATE_HASH, finishTupleHash(load<i64>(STATE_HASH), count));
}
