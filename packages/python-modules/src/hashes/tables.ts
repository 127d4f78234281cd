import type { Address } from "@hotpy/memory";
import { BYTES_DATA, FLAG_PINNED, headerWord, SHAPE_BYTES, TAIL_SIZE } from "@hotpy/object-model";
import type { Machine } from "@hotpy/python-objects";
import { HASH_TABLES_BYTES, TABLE_MD5, TABLE_SHA256, TABLE_SHA512 } from "./layout.js";

/// The constants of MD5 and SHA-2, worked out as their standards say.

const LOW_64 = (1n << 64n) - 1n;

function firstPrimes(count: number): bigint[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number++)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return primes.map(BigInt);
}

/** The largest integer whose power is not above a value. */
function root(value: bigint, degree: bigint): bigint {
  let low = 0n;
  for (let bit = 1n << (BigInt(value.toString(2).length) / degree + 1n); bit > 0n; bit >>= 1n)
    if ((low + bit) ** degree <= value) low += bit;
  return low;
}

/** 64 bits of the fraction of a root of each of the first primes. */
const fractions = (count: number, degree: bigint): bigint[] =>
  firstPrimes(count).map((prime) => root(prime << (64n * degree), degree) & LOW_64);

/** The states that SHA-2 begins with, of 64 bits: the first eight those of SHA-512, the others those of SHA-384. */
export const firstStates = (): readonly bigint[] => fractions(16, 2n);

/** Byte address of the tables, which do not move. */
export function makeHashTables({ heap, memory }: Machine): Address {
  const object = heap.allocateImmortal(BYTES_DATA + HASH_TABLES_BYTES);
  memory.i32[object >>> 2] = headerWord(SHAPE_BYTES, FLAG_PINNED);
  memory.i32[(object + TAIL_SIZE) >>> 2] = HASH_TABLES_BYTES;
  const tables = object + BYTES_DATA;
  const view = new DataView(memory.wasm.buffer);
  for (const [i, constant] of fractions(80, 3n).entries()) {
    view.setBigUint64(tables + TABLE_SHA512 + 8 * i, constant, true);
    if (i < 64) view.setUint32(tables + TABLE_SHA256 + 4 * i, Number(constant >> 32n), true);
  }
  for (let i = 0; i < 64; i++)
    view.setUint32(tables + TABLE_MD5 + 4 * i, Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))), true);
  return tables;
}
