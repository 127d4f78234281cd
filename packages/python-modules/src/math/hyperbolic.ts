/// Functions in terms of exp and log as the C library has them (after fdlibm), so that they round alike.

import { exponential } from "@hotpy/object-model";

const { exp, log } = exponential;
const LN2 = 6.93147180559945286227e-1;

export function cosh(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude < 0.5 * LN2) {
    const t = Math.expm1(magnitude);
    const w = 1 + t;
    return magnitude < 2 ** -55 ? w : 1 + (t * t) / (w + w);
  }
  if (magnitude < 22) {
    const t = exp(magnitude);
    return 0.5 * t + 0.5 / t;
  }
  if (magnitude < 709.78) return 0.5 * exp(magnitude);
  const w = exp(0.5 * magnitude);
  return 0.5 * w * w;
}

export function asinh(x: number): number {
  const magnitude = Math.abs(x);
  if (!Number.isFinite(x) || magnitude < 2 ** -28) return x;
  let result: number;
  if (magnitude > 2 ** 28) result = log(magnitude) + LN2;
  else if (magnitude > 2) result = log(2 * magnitude + 1 / (Math.sqrt(x * x + 1) + magnitude));
  else {
    const square = x * x;
    result = Math.log1p(magnitude + square / (1 + Math.sqrt(1 + square)));
  }
  return x < 0 ? -result : result;
}

export function acosh(x: number): number {
  if (!(x >= 1) || x === Infinity) return Math.acosh(x);
  if (x > 2 ** 28) return log(x) + LN2;
  if (x === 1) return 0;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return Math.log1p(t + Math.sqrt(2 * t + t * t));
}

const IVLN10 = 4.34294481903251816668e-1;
const LOG10_2_HIGH = 3.01029995663611771306e-1;
const LOG10_2_LOW = 3.69423907715893078616e-13;

export function log10(x: number): number {
  if (!(x > 0) || x === Infinity) return Math.log10(x);
  const power = Math.floor(Math.log2(x));
  const k = power < 0 ? power + 1 : power;
  const mantissa = x / 2 ** k;
  return k * LOG10_2_HIGH + (k * LOG10_2_LOW + IVLN10 * log(mantissa));
}
