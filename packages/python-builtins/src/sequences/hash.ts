/// CPython's hash of tuples, a variant of xxHash over the 64-bit hashes of the items.

const PRIME_1 = 11400714785074694791n;
const PRIME_2 = 14029467366897019727n;
const PRIME_5 = 2870177450012600261n;
const MASK = (1n << 64n) - 1n;

/** Hash of a tuple whose items have these hashes (signed 64-bit numbers). */
export function tupleHash(hashes: readonly bigint[]): bigint {
  let sum = PRIME_5;
  for (const hash of hashes) {
    sum = (sum + BigInt.asUintN(64, hash) * PRIME_2) & MASK;
    sum = ((sum << 31n) | (sum >> 33n)) & MASK;
    sum = (sum * PRIME_1) & MASK;
  }
  sum = (sum + (BigInt(hashes.length) ^ (PRIME_5 ^ 3527539n))) & MASK;
  // -1 means an error in CPython.
  return sum === MASK ? 1546275796n : BigInt.asIntN(64, sum);
}
