/// 64-bit integers as two 32-bit halves, without BigInt and without objects: hashes are handed over in the accumulator, `lo` and
/// `hi`, two's complement. All numbers here are JavaScript doubles holding int32s unless said.

const TWO32 = 0x100000000;

/** Two halves. */
export interface Int64 {
  /** Low half as int32. */
  lo: number;
  /** High half as int32. */
  hi: number;
}

/** The accumulator: one for the whole program, since operations are not nested. */
export const int64: Int64 = { lo: 0, hi: 0 };

/** A 64-bit integer as a double; exact if {@link isExact}. */
export function toNumber(lo: number, hi: number): number {
  return hi * TWO32 + (lo >>> 0);
}

/** True if a 64-bit integer with this high half is a double exactly, being below 2**53 in magnitude. */
export function isExact(hi: number): boolean {
  return hi >= -0x200000 && hi < 0x200000;
}
