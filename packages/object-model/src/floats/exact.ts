/// Floats taken apart and put together exactly.

const words = new DataView(new ArrayBuffer(8));

/** A finite double as mantissa * 2**exponent with an integral mantissa (below 2**53); the sign is on the mantissa. */
export function decompose(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  words.setFloat64(0, value);
  const bits = words.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { mantissa: bits >> 63n === 1n ? -magnitude : magnitude, exponent: (biased === 0 ? 1 : biased) - 1075 };
}

/** value = fraction * 2**exponent with 0.5 <= |fraction| < 1; zero, infinities and NaN have exponent 0. */
export function frexp(value: number): readonly [fraction: number, exponent: number] {
  if (value === 0 || !Number.isFinite(value)) return [value, 0];
  words.setFloat64(0, value);
  let high = words.getInt32(0);
  let biased = (high >>> 20) & 0x7ff;
  let correction = 0;
  if (biased === 0) {
    words.setFloat64(0, value * 2 ** 64);
    high = words.getInt32(0);
    biased = (high >>> 20) & 0x7ff;
    correction = 64;
  }
  words.setInt32(0, (high & 0x800fffff) | (1022 << 20));
  return [words.getFloat64(0), biased - 1022 - correction];
}

/** value * 2**exponent, rounded once. */
export function ldexp(value: number, exponent: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const [fraction, own] = frexp(value);
  const total = own + exponent;
  if (total > 1024) return value < 0 ? -Infinity : Infinity;
  if (total < -1080) return value < 0 ? -0 : 0;
  // Exact down to the normal range; below it, the last multiplication rounds, once.
  if (total >= -1021) return fraction * 2 * 2 ** (total - 1);
  return fraction * 2 ** -1021 * 2 ** (total + 1021);
}

/** The sign bit: true for negative numbers, -0.0 and NaNs with the bit set. */
export function signBit(value: number): boolean {
  words.setFloat64(0, value);
  return words.getInt32(0) < 0;
}

/** Raw bits of a double, as [low, high] int32s. */
export function bitsOf(value: number): readonly [lo: number, hi: number] {
  words.setFloat64(0, value);
  return [words.getInt32(4), words.getInt32(0)];
}

/** The number with the low 32 bits of its mantissa cleared: its square is nearly exact. */
export function withoutLowWord(value: number): number {
  words.setFloat64(0, value);
  words.setInt32(4, 0);
  return words.getFloat64(0);
}

/** Numerator and denominator in lowest terms of a finite double. */
export function integerRatio(value: number): readonly [bigint, bigint] {
  const { mantissa, exponent } = decompose(value);
  if (mantissa === 0n) return [0n, 1n];
  if (exponent >= 0) return [mantissa << BigInt(exponent), 1n];
  let shift = exponent;
  let numerator = mantissa;
  while (shift < 0 && (numerator & 1n) === 0n) {
    numerator >>= 1n;
    shift++;
  }
  return [numerator, 1n << BigInt(-shift)];
}
