/// Floats of 16 bits (IEEE 754 binary16), which JavaScript has no views for.

const EXPONENT_BITS = 0x7c00;
/** What rounds to a number beyond the greatest, 65504. */
const TOO_LARGE = 65520;
/** Exponent of the least normal number, and bits of the fraction. */
const LEAST_EXPONENT = -14;
const FRACTION_BITS = 10;

/** The number of 16 bits. */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits & EXPONENT_BITS) >> FRACTION_BITS;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** (LEAST_EXPONENT - FRACTION_BITS);
  return sign * (fraction + 0x400) * 2 ** (exponent - 15 - FRACTION_BITS);
}

/** The 16 bits of the nearest number, ties to even; undefined: it is too large. */
export function toHalf(value: number): number | undefined {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size === Number.POSITIVE_INFINITY) return sign | EXPONENT_BITS;
  if (size >= TOO_LARGE) return undefined;
  const exponent = Math.max(LEAST_EXPONENT, floorOfLog2(size));
  // Exact: only the exponent changes. A fraction that rounds up to the next power of two carries into the exponent.
  const scaled = roundHalfEven(size * 2 ** (FRACTION_BITS - exponent));
  return sign | (scaled + ((exponent - LEAST_EXPONENT) << FRACTION_BITS));
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}

/** For numbers below 2**16. */
function floorOfLog2(size: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, size);
  return (view.getUint16(0) >> 4) - 1023;
}
