/// Double-doubles: sums of two doubles, some 106 bits, to round results of elementary functions correctly. The platform's own functions are off by
/// one unit in the last place in up to a tenth of all cases, and programs print all digits. Operations leave their result in `hi` and `lo`.

/** The value rounded, and the rest. */
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

/** Quotient of two double-doubles. */
export function divide(ahi: f64, alo: f64, bhi: f64, blo: f64): void {
  const quotient = ahi / bhi;
  twoProduct(quotient, bhi);
  const rest = ahi - hi - lo + alo - quotient * blo;
  fastTwoSum(quotient, rest / bhi);
}

/** Square root of a positive double-double. */
export function squareRoot(high: f64, low: f64): void {
  const root = sqrt(high);
  twoProduct(root, root);
  fastTwoSum(root, (high - hi - lo + low) / (2 * root));
}
