/// Trigonometric functions and their inverses: of the kernel, which has to have a table, and is given huge angles reduced.

import { TRIGONOMETRY_TABLE } from "@hotpy/memory";
import { FIXED_BITS, FIXED_ONE, FIXED_PI, fixedSeries, fromFixed, inThreeParts } from "./double-double.js";
import { elementaryKernel, type Tables } from "./elementary-kernel.js";
import { decompose } from "./exact.js";

/** Angles beyond are reduced in exact arithmetic. */
const LARGE = 1e5;
/** sin and cos of i / 32 up to pi / 4. */
const TABLE_SIZE = 27;

/** Makes the table in a memory, if it is not there: the parts of pi / 2, then the entries, as double-doubles. */
export function prepareTrigonometry({ f64 }: Tables): void {
  const index = TRIGONOMETRY_TABLE >>> 3;
  if (f64[index] !== 0) return;
  for (let i = 0; i < TABLE_SIZE; i++) {
    const { sin, cos } = fixedSeries((FIXED_ONE * BigInt(i)) / 32n);
    f64.set([...fromFixed(sin), ...fromFixed(cos)], index + 3 + 4 * i);
  }
  f64.set(inThreeParts(FIXED_PI / 2n), index);
}

const kernel = elementaryKernel(prepareTrigonometry);

/** pi to so many bits: enough to reduce the largest double. */
const REDUCTION_BITS = 1300n;
let longPi = 0n;

/** A huge angle without multiples of pi / 2, as a double-double, and how many of them are gone, modulo 4. */
function reduceExactly(x: number): readonly [hi: number, lo: number, quarters: number] {
  if (longPi === 0n) longPi = longerPi();
  const { mantissa, exponent } = decompose(x);
  const angle =
    exponent >= 0
      ? (mantissa << BigInt(exponent)) << REDUCTION_BITS
      : (mantissa << REDUCTION_BITS) >> BigInt(-exponent);
  const half = longPi >> 1n;
  let multiple = angle / half;
  let rest = angle - multiple * half;
  if (rest > half / 2n || rest < -half / 2n) {
    const step = rest > 0n ? 1n : -1n;
    multiple += step;
    rest -= step * half;
  }
  return [...fromFixed(rest >> (REDUCTION_BITS - FIXED_BITS)), Number(((multiple % 4n) + 4n) % 4n)];
}

/** pi in fixed point with REDUCTION_BITS bits (Machin). */
function longerPi(): bigint {
  const one = 1n << (REDUCTION_BITS + 32n);
  const arcTangent = (n: bigint): bigint => {
    let sum = 0n;
    let power = one / n;
    for (let k = 1n; power !== 0n; k += 2n) {
      sum += (k & 2n ? -power : power) / k;
      power /= n * n;
    }
    return sum;
  };
  return (16n * arcTangent(5n) - 4n * arcTangent(239n)) >> 32n;
}

export function sin(x: number): number {
  if (Math.abs(x) <= LARGE) return kernel().sineOf(x);
  return Number.isFinite(x) ? kernel().sineOfReduced(...reduceExactly(x)) : Number.NaN;
}

export function cos(x: number): number {
  if (Math.abs(x) <= LARGE) return kernel().cosineOf(x);
  return Number.isFinite(x) ? kernel().cosineOfReduced(...reduceExactly(x)) : Number.NaN;
}

export function tan(x: number): number {
  if (Math.abs(x) <= LARGE) return kernel().tangentOf(x);
  return Number.isFinite(x) ? kernel().tangentOfReduced(...reduceExactly(x)) : Number.NaN;
}

export const atan = (x: number): number => kernel().arcTangentOf(x);
export const atan2 = (y: number, x: number): number => kernel().arcTangentOfTwo(y, x);
export const asin = (x: number): number => kernel().arcSineOf(x);
export const acos = (x: number): number => kernel().arcCosineOf(x);
