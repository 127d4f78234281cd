/// Double-doubles: sums of two doubles, some 106 bits. The kernel computes with them (`kernel/floats`); here are the constants that it needs.

/** Bits behind the point of the fixed-point numbers that tables are made of. */
export const FIXED_BITS = 160n;
export const FIXED_ONE = 1n << FIXED_BITS;

/** A fixed-point number as a double-double. */
export function fromFixed(value: bigint): readonly [hi: number, lo: number] {
  const scale = 2 ** -Number(FIXED_BITS);
  const hi = Number(value) * scale;
  return [hi, Number(value - BigInt(hi * 2 ** 100) * (1n << (FIXED_BITS - 100n))) * scale];
}

/** exp, sin and cos of a small fixed-point number, by their series. */
export function fixedSeries(x: bigint): { readonly exp: bigint; readonly sin: bigint; readonly cos: bigint } {
  let [exp, sin, cos] = [0n, 0n, 0n];
  let term = FIXED_ONE;
  for (let n = 0n; term !== 0n; term = (term * x) / (++n * FIXED_ONE)) {
    exp += term;
    const signed = n & 2n ? -term : term;
    if (n & 1n) sin += signed;
    else cos += signed;
  }
  return { exp, sin, cos };
}

/** pi and ln 2 in fixed point. */
export const FIXED_PI = 0x3243f6a8885a308d313198a2e03707344a4093822n;
export const FIXED_LN2 = 0xb17217f7d1cf79abc9e3b39803f2f6af40f34326n;

/** A fixed-point number in three doubles, of which the first two have 26 bits: multiples up to 2**27 are exact. */
export function inThreeParts(value: bigint): readonly [number, number, number] {
  const scale = 2 ** -Number(FIXED_BITS);
  const parts: number[] = [];
  let rest = value;
  for (let i = 0; i < 2; i++) {
    const bits = rest.toString(2).length;
    const cut = BigInt(Math.max(0, bits - 26));
    const part = (rest >> cut) << cut;
    parts.push(Number(part) * scale);
    rest -= part;
  }
  return [parts[0], parts[1], Number(rest) * scale];
}
