/// The error function as the C library has it (fdlibm's quotients of polynomials, added up in glibc's order), so that all digits are its.

import { exponential, withoutLowWord } from "@hotpy/object-model";

const { exp } = exponential;

/** erf(1), rounded to a float of 32 bits. */
const ERF_1 = 8.45062911510467529297e-1;
/** 2 / sqrt(pi) - 1. */
const SLOPE_LESS_1 = 1.28379167095512586316e-1;

/** Coefficients of numerator and denominator, of the lowest power first. */
interface Quotient {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

/** For |x| < 0.84375, in x². */
const SMALL: Quotient = {
  numerator: [
    1.28379167095512558561e-1, -3.2504210724700149937e-1, -2.84817495755985104766e-2, -5.77027029648944159157e-3,
    -2.37630166566501626084e-5,
  ],
  denominator: [
    1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3, 1.32494738004321644526e-4,
    -3.9602282787753681232e-6,
  ],
};
/** For |x| from there to 1.25, in |x| - 1. */
const MIDDLE: Quotient = {
  numerator: [
    -2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1, 3.18346619901161753674e-1,
    -1.10894694282396677476e-1, 3.54783043256182359371e-2, -2.166375594868790843e-3,
  ],
  denominator: [
    1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2, 1.26171219808761642112e-1,
    1.36370839120290507362e-2, 1.1984499846799107417e-2,
  ],
};
/** For |x| from there to 1 / 0.35, in 1 / x². */
const LARGE: Quotient = {
  numerator: [
    -9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1, -6.23753324503260060396e1,
    -1.62396669462573470355e2, -1.84605092906711035994e2, -8.12874355063065934246e1, -9.81432934416914548592,
  ],
  denominator: [
    1, 1.96512716674392571292e1, 1.376577541435190426e2, 4.34565877475229228821e2, 6.45387271733267880336e2,
    4.29008140027567833386e2, 1.08635005541779435134e2, 6.57024977031928170135, -6.04244152148580987438e-2,
  ],
};
/** For |x| from there on, in 1 / x². */
const LARGEST: Quotient = {
  numerator: [
    -9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1, -1.60636384855821916062e2,
    -6.37566443368389627722e2, -1.02509513161107724954e3, -4.83519191608651397019e2,
  ],
  denominator: [
    1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3, 3.19985821950859553908e3,
    2.55305040643316442583e3, 4.74528541206955367215e2, -2.24409524465858183362e1,
  ],
};

/** In pairs, as glibc adds them: (c0 + x c1) + x² (c2 + x c3) + x⁴ (…) + …. */
function polynomial(coefficients: readonly number[], x: number): number {
  const square = x * x;
  const fourth = square * square;
  const powers = [1, square, fourth, fourth * square, fourth * fourth];
  let sum = coefficients[0] + x * coefficients[1];
  for (let i = 2; i < coefficients.length; i += 2) {
    const pair = i + 1 < coefficients.length ? coefficients[i] + x * coefficients[i + 1] : coefficients[i];
    sum += powers[i >> 1] * pair;
  }
  return sum;
}

const value = ({ numerator, denominator }: Quotient, x: number): number =>
  polynomial(numerator, x) / polynomial(denominator, x);

/** Where glibc goes from one quotient to the other, in erf and in erfc: the high word of 1 / 0.35, and the next. */
const ERF_LARGEST = 2.8571434020996094;
const ERFC_LARGEST = 2.8571414947509766;

/** erfc of a number of at least 1.25, times it. */
function tail(x: number, largest: number): number {
  const s = 1 / (x * x);
  const z = withoutLowWord(x);
  const quotient = value(x < largest ? LARGE : LARGEST, s);
  return exp(-z * z - 0.5625) * exp((z - x) * (z + x) + quotient);
}

export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const magnitude = Math.abs(x);
  if (magnitude < 0.84375) {
    if (magnitude < 2 ** -1022) return 0.0625 * (16 * x + 16 * SLOPE_LESS_1 * x);
    if (magnitude < 2 ** -28) return x + SLOPE_LESS_1 * x;
    return x + x * value(SMALL, x * x);
  }
  let result = 1;
  if (magnitude < 1.25) result = ERF_1 + value(MIDDLE, magnitude - 1);
  else if (magnitude < 6) result = 1 - tail(magnitude, ERF_LARGEST) / magnitude;
  return x < 0 ? -result : result;
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  const magnitude = Math.abs(x);
  if (magnitude < 0.84375) {
    if (magnitude < 2 ** -56) return 1 - x;
    const y = value(SMALL, x * x);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x * y + (x - 0.5));
  }
  if (magnitude < 1.25) {
    const quotient = value(MIDDLE, magnitude - 1);
    return x >= 0 ? 1 - ERF_1 - quotient : 1 + (ERF_1 + quotient);
  }
  if (x >= 28) return 0;
  if (x <= -6) return 2;
  const result = tail(magnitude, ERFC_LARGEST) / magnitude;
  return x > 0 ? result : 2 - result;
}
