import { HASH_BUFFER, HASH_FILLED, HASH_KIND, HASH_SIZE, HASH_STATE, HASH_TOTAL } from "../generated/constants";

/// A hash in the making: the state between blocks, and the bytes that wait for the rest of their block.

/** The tables that TypeScript has made, and the room behind them: these do not move. */
let tables: usize = 0;

/** To be called once. */
export function useHashTables(address: usize): void {
  tables = address;
}

export function tableAt(offset: i32): usize {
  return tables + offset;
}

export function kindOf(hash: usize): i32 {
  return load<i32>(hash, HASH_KIND);
}
/** Bytes of the digest. */
export function digestSizeOf(hash: usize): i32 {
  return load<i32>(hash, HASH_SIZE);
}
/** How many bytes wait. */
export function filledOf(hash: usize): i32 {
  return load<i32>(hash, HASH_FILLED);
}
export function setFilled(hash: usize, count: i32): void {
  store<i32>(hash, count, HASH_FILLED);
}
/** All bytes that have come. */
export function totalOf(hash: usize): u64 {
  return load<u64>(hash, HASH_TOTAL);
}
export function setTotal(hash: usize, count: u64): void {
  store<u64>(hash, count, HASH_TOTAL);
}
export function stateOf(hash: usize): usize {
  return hash + HASH_STATE;
}
export function bufferOf(hash: usize): usize {
  return hash + HASH_BUFFER;
}
