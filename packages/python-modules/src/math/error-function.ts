/// The error function: a series near zero, a continued fraction farther out.

const SERIES_CUTOFF = 1.5;
const SERIES_TERMS = 25;
const FRACTION_CUTOFF = 30;
const FRACTION_TERMS = 50;
const SQRT_PI = 1.772453850905516027298167483341145182798;

function series(x: number): number {
  const square = x * x;
  let sum = 0;
  let k = SERIES_TERMS + 0.5;
  for (let i = 0; i < SERIES_TERMS; i++) {
    sum = 2 + (square * sum) / k;
    k -= 1;
  }
  return (sum * x * Math.exp(-square)) / SQRT_PI;
}

/** erfc for positive x away from zero. */
function continuedFraction(x: number): number {
  if (x >= FRACTION_CUTOFF) return 0;
  const square = x * x;
  let a = 0;
  let da = 0.5;
  let p = 1;
  let p1 = 0;
  let q = da + square;
  let q1 = 1;
  for (let i = 0; i < FRACTION_TERMS; i++) {
    a += da;
    da += 2;
    const b = da + square;
    [p, p1] = [b * p - a * p1, p];
    [q, q1] = [b * q - a * q1, q];
  }
  return ((p / q) * x * Math.exp(-square)) / SQRT_PI;
}

export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < SERIES_CUTOFF) return series(x);
  const complement = continuedFraction(Math.abs(x));
  return x > 0 ? 1 - complement : complement - 1;
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < SERIES_CUTOFF) return 1 - series(x);
  const complement = continuedFraction(Math.abs(x));
  return x > 0 ? complement : 2 - complement;
}
