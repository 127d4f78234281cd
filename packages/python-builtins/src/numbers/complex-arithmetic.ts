import { exponential, trigonometry } from "@hotpy/object-model";
import type { Complex } from "@hotpy/python-objects";

/// Arithmetic of complex numbers, as CPython does it (`complexobject.c`), so that results are the same to the last bit.

const ONE: Complex = { real: 1, imag: 0 };

export const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);
/** The magnitude of one number with the sign of another. */
export const copySign = (x: number, sign: number): number => (isNegative(sign) ? -Math.abs(x) : Math.abs(x));

export const add = (a: Complex, b: Complex): Complex => ({ real: a.real + b.real, imag: a.imag + b.imag });
export const subtract = (a: Complex, b: Complex): Complex => ({ real: a.real - b.real, imag: a.imag - b.imag });
export const negate = (a: Complex): Complex => ({ real: -a.real, imag: -a.imag });

export const multiply = (a: Complex, b: Complex): Complex => ({
  real: a.real * b.real - a.imag * b.imag,
  imag: a.real * b.imag + a.imag * b.real,
});

/** undefined: the divisor is 0. */
export function divide(a: Complex, b: Complex): Complex | undefined {
  const [x, y] = [Math.abs(b.real), Math.abs(b.imag)];
  if (x >= y) {
    if (x === 0) return undefined;
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return { real: (a.real + a.imag * ratio) / denominator, imag: (a.imag - a.real * ratio) / denominator };
  }
  if (y >= x) {
    const ratio = b.real / b.imag;
    const denominator = b.real * ratio + b.imag;
    return { real: (a.real * ratio + a.imag) / denominator, imag: (a.imag * ratio - a.real) / denominator };
  }
  return { real: Number.NaN, imag: Number.NaN };
}

/** Most squarings that small powers are made of. */
const MOST_SMALL_POWER = 100;

/** `x ** n` for n >= 0, by squaring. */
function smallPower(x: Complex, n: number): Complex {
  let result = ONE;
  let square = x;
  for (let mask = 1; n >= mask; mask *= 2) {
    if ((n & mask) !== 0) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

/** What is no power: 0 to a negative or complex one, or one that is too large. */
export type ComplexPowerFault = "zero-division" | "overflow";

export function power(a: Complex, b: Complex): Complex | ComplexPowerFault {
  const result = powerOf(a, b);
  if (result === undefined) return "zero-division";
  const isInfinite = [result.real, result.imag].some((x) => Math.abs(x) === Infinity);
  return isInfinite ? "overflow" : result;
}

function powerOf(a: Complex, b: Complex): Complex | undefined {
  const { real: exponent } = b;
  if (b.imag === 0 && Number.isInteger(exponent) && Math.abs(exponent) <= MOST_SMALL_POWER)
    return exponent > 0 ? smallPower(a, exponent) : divide(ONE, smallPower(a, -exponent));
  if (exponent === 0 && b.imag === 0) return ONE;
  if (a.real === 0 && a.imag === 0) return b.imag !== 0 || exponent < 0 ? undefined : { real: 0, imag: 0 };
  const size = hypot(a.real, a.imag);
  const angle = trigonometry.atan2(a.imag, a.real);
  let length = exponential.pow(size, exponent);
  let phase = angle * exponent;
  if (b.imag !== 0) {
    length /= exponential.exp(angle * b.imag);
    phase += b.imag * exponential.log(size);
  }
  // The C library takes the cosine of infinity for an error, which CPython words as that of 0.
  if (Math.abs(phase) === Infinity) return undefined;
  return { real: length * trigonometry.cos(phase), imag: length * trigonometry.sin(phase) };
}

/** The distance from 0: of two infinities, or one and anything, infinity. */
export function hypot(x: number, y: number): number {
  const [a, b] = [Math.abs(x), Math.abs(y)];
  if (a === Infinity || b === Infinity) return Infinity;
  const [large, small] = a > b ? [a, b] : [b, a];
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  if (small < large * 2 ** -60) return large;
  // With these powers of two squares neither overflow nor vanish.
  const scale = large > 2 ** 500 ? 2 ** -600 : large < 2 ** -400 ? 2 ** 600 : 1;
  const [p, q] = [large * scale, small * scale];
  const root = Math.sqrt(p * p + q * q);
  return corrected(root, p, q) / scale;
}

/** A root of p² + q² with what rounding has cost it put back. */
function corrected(root: number, p: number, q: number): number {
  const [squareP, lowP] = square(p);
  const [squareQ, lowQ] = square(q);
  const [squareRoot, lowRoot] = square(root);
  const error = squareRoot - squareP - squareQ + (lowRoot - lowP - lowQ);
  return Number.isFinite(error) && root > 0 ? root - error / (2 * root) : root;
}

/** x² as a sum of two doubles. */
function square(x: number): readonly [number, number] {
  const split = 134217729 * x;
  const high = split - (split - x);
  const low = x - high;
  const result = x * x;
  return [result, high * high - result + 2 * high * low + low * low];
}
