/// Double-doubles, as in src/floats/double-double.ts: operations leave their result in `hi` and `lo`.

export let hi: f64 = 0;
export let lo: f64 = 0;

const SPLITTER: f64 = 134217729;

export function set(high: f64, low: f64): void {
  hi = high;
  lo = low;
}

/** a + b exactly. */
export function twoSum(a: f64, b: f64): void {
  const sum = a + b;
  const part = sum - a;
  lo = a - (sum - part) + (b - part);
  hi = sum;
}

/** a + b exactly, for |a| >= |b|. */
export function fastTwoSum(a: f64, b: f64): void {
  const sum = a + b;
  lo = b - (sum - a);
  hi = sum;
}

/** a * b exactly, unless it overflows or underflows. */
export function twoProduct(a: f64, b: f64): void {
  const product = a * b;
  const ta = SPLITTER * a;
  const aHigh = ta - (ta - a);
  const aLow = a - aHigh;
  const tb = SPLITTER * b;
  const bHigh = tb - (tb - b);
  const bLow = b - bHigh;
  lo = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  hi = product;
}

/** Sum of two double-doubles. */
export function add(ahi: f64, alo: f64, bhi: f64, blo: f64): void {
  twoSum(ahi, bhi);
  fastTwoSum(hi, lo + alo + blo);
}

/** Product of two double-doubles. */
export function multiply(ahi: f64, alo: f64, bhi: f64, blo: f64): void {
  twoProduct(ahi, bhi);
  fastTwoSum(hi, lo + (ahi * blo + alo * bhi));
}
