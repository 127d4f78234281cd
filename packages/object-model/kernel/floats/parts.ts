/// Doubles taken apart: the magnitude of a finite one is mantissa * 2**exponent, the mantissa a whole number below 2**53.

export function mantissaOf(value: f64): u64 {
  const bits = reinterpret<u64>(value);
  const fraction = bits & 0xfffffffffffff;
  return (bits & 0x7ff0000000000000) === 0 ? fraction : fraction | 0x10000000000000;
}

export function binaryExponent(value: f64): i32 {
  return max(<i32>(reinterpret<u64>(value) >> 52) & 0x7ff, 1) - 1075;
}

/** The sign bit, also of zeros and of what is not a number. */
export function hasSign(value: f64): bool {
  return reinterpret<i64>(value) < 0;
}

export function isFinite(value: f64): bool {
  return value - value === 0;
}

/** Whether mantissa * 2**exponent, -64 < exponent <= 0, is no whole number. */
export function isFraction(mantissa: u64, exponent: i32): bool {
  return (mantissa & (((<u64>1) << -exponent) - 1)) !== 0;
}
