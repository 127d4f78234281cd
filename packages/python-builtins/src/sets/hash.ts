/// CPython's hash of frozensets: independent of the order, 64 bits, in BigInts (small sets; computed rarely).

const MASK = (1n << 64n) - 1n;

const shuffle = (hash: bigint): bigint => ((hash ^ 89869747n ^ (hash << 16n)) * 3644798167n) & MASK;

/** Hash of a frozenset whose keys have these hashes: pairs of low and high halves. */
export function frozenSetHash(halves: readonly number[]): bigint {
  let hash = 0n;
  for (let i = 0; i < halves.length; i += 2) {
    hash ^= shuffle((BigInt(halves[i + 1] >>> 0) << 32n) | BigInt(halves[i] >>> 0));
  }
  hash ^= (BigInt(halves.length / 2 + 1) * 1927868237n) & MASK;
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = (hash * 69069n + 907133923n) & MASK;
  if (hash === MASK) hash = 590923713n;
  return hash >> 63n === 1n ? hash - (1n << 64n) : hash;
}
