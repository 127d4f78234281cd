/// Functions in terms of exp and log as the C library has them (after fdlibm), so that they round alike.

import { exponential } from "@hotpy/object-model";

const { exp, log } = exponential;
const LN2 = 6.93147180559945286227e-1;

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** exp(x) - 1. */
export function expm1(given: number): number {
  const magnitude = Math.abs(given);
  if (!(magnitude >= 2 ** -54)) return given;
  if (given > 709.782712893384) return Infinity;
  if (given <= -56 * LN2) return -1;
  let x = given;
  let k = 0;
  let rest = 0;
  if (magnitude > 0.5 * LN2) {
    k = magnitude < 1.5 * LN2 ? Math.sign(x) : Math.trunc(x / LN2 + (x > 0 ? 0.5 : -0.5));
    const high = x - k * LN2_HIGH;
    const low = k * LN2_LOW;
    x = high - low;
    rest = high - x - low;
  }
  const half = 0.5 * x;
  const h = x * half;
  const square = h * h;
  // In pairs, as glibc adds them.
  const r =
    1 +
    h * -3.33333333333331316428e-2 +
    square * (1.58730158725481460165e-3 + h * -7.93650757867487942473e-5) +
    square * square * (4.00821782732936239552e-6 + h * -2.01099218183624371326e-7);
  const t = 3 - r * half;
  let e = h * ((r - t) / (6 - x * t));
  if (k === 0) return x - (x * e - h);
  e = x * (e - rest) - rest - h;
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  const scale = 2 ** (k > 1023 ? 1023 : k);
  if (k <= -2 || k > 56) return (1 - (e - x)) * scale * (k > 1023 ? 2 : 1) - 1;
  return (k < 20 ? 1 - 2 ** -k - (e - x) : x - (e + 2 ** -k) + 1) * scale;
}

export function sinh(x: number): number {
  const magnitude = Math.abs(x);
  if (!Number.isFinite(x) || magnitude < 2 ** -28) return x;
  const half = x < 0 ? -0.5 : 0.5;
  if (magnitude < 22) {
    const t = expm1(magnitude);
    return magnitude < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
  }
  if (magnitude < 709.78) return half * exp(magnitude);
  const w = exp(0.5 * magnitude);
  return half * w * w;
}

export function tanh(x: number): number {
  const magnitude = Math.abs(x);
  if (x === 0 || Number.isNaN(x)) return x;
  if (magnitude < 2 ** -55) return x * (1 + x);
  let result = 1;
  if (magnitude < 22) {
    const t = expm1(magnitude >= 1 ? 2 * magnitude : -2 * magnitude);
    result = magnitude >= 1 ? 1 - 2 / (t + 2) : -t / (t + 2);
  }
  return x < 0 ? -result : result;
}

export function atanh(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude < 1) || magnitude < 2 ** -28) return Math.atanh(x);
  const twice = magnitude + magnitude;
  const result =
    magnitude < 0.5
      ? 0.5 * Math.log1p(twice + (twice * magnitude) / (1 - magnitude))
      : 0.5 * Math.log1p(twice / (1 - magnitude));
  return x < 0 ? -result : result;
}

export function cosh(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude < 0.5 * LN2) {
    const t = expm1(magnitude);
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
