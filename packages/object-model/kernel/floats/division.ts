/// Division of doubles rounded down, and its remainder, as CPython's float_divmod. The divisor is not 0.

/** Remainder with the divisor's sign; a zero has it, too. */
export function floatModulo(a: f64, b: f64): f64 {
  const rest = a % b;
  if (rest !== 0) return rest < 0 !== b < 0 ? rest + b : rest;
  return copysign<f64>(0, b);
}

/** Quotient rounded down, consistent with {@link floatModulo}. */
export function floatFloorDivide(a: f64, b: f64): f64 {
  const rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && rest < 0 !== b < 0) quotient -= 1;
  if (quotient === 0) return copysign<f64>(0, a / b);
  const rounded = floor(quotient);
  return quotient - rounded > 0.5 ? rounded + 1 : rounded;
}
