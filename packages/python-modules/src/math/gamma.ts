/// Gamma function and its logarithm by Lanczos' approximation, as CPython computes them.

import { exponential, trigonometry } from "@hotpy/object-model";

const { exp, log, pow } = exponential;
const { sin, cos } = trigonometry;

const LOG_PI = 1.144729885849400174143427351353058711647;
const LANCZOS_G = 6.024680040776729583740234375;
const LANCZOS_G_MINUS_HALF = 5.524680040776729583740234375;
const NUMERATOR = [
  23531376880.41075968857200767445163675473484680494, 42919803642.649098768957899047001988850926355848959,
  35711959237.355668049440185451547166705960488635843, 17921034426.03720969991975575445893111267140326539,
  6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
  248874557.86205415651146038641322942321632125127801, 31426415.58540019438061423162831820536287468498764,
  2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
  8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
  2.5066282746310002701649081771338373386264310793408,
];
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

/** Factorials that are exact in a double: of 0 to 22. */
const FACTORIALS = [1];
for (let n = 1; n <= 22; n++) FACTORIALS.push(FACTORIALS[n - 1] * n);

function lanczosSum(x: number): number {
  let numerator = 0;
  let denominator = 0;
  if (x < 5) {
    for (let i = NUMERATOR.length - 1; i >= 0; i--) {
      numerator = numerator * x + NUMERATOR[i];
      denominator = denominator * x + DENOMINATOR[i];
    }
  } else {
    for (let i = 0; i < NUMERATOR.length; i++) {
      numerator = numerator / x + NUMERATOR[i];
      denominator = denominator / x + DENOMINATOR[i];
    }
  }
  return numerator / denominator;
}

/** sin(pi * x), accurate near integers. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const n = Math.round(2 * y);
  const values = [
    () => sin(Math.PI * y),
    () => cos(Math.PI * (y - 0.5)),
    () => sin(Math.PI * (1 - y)),
    () => -cos(Math.PI * (y - 1.5)),
    () => sin(Math.PI * (y - 2)),
  ];
  return Math.sign(x) * values[n]();
}

/** The gamma function; undefined where it is not defined. */
export function gamma(x: number): number | undefined {
  if (!Number.isFinite(x)) return Number.isNaN(x) || x > 0 ? x : undefined;
  if (x === 0) return undefined;
  if (Number.isInteger(x)) {
    if (x < 0) return undefined;
    if (x <= FACTORIALS.length) return FACTORIALS[x - 1];
  }
  const magnitude = Math.abs(x);
  if (magnitude < 1e-20) return 1 / x;
  if (magnitude > 200) return x < 0 ? 0 / sinPi(x) : Infinity;
  const y = magnitude + LANCZOS_G_MINUS_HALF;
  const rounding =
    magnitude > LANCZOS_G_MINUS_HALF ? y - magnitude - LANCZOS_G_MINUS_HALF : y - LANCZOS_G_MINUS_HALF - magnitude;
  const z = (rounding * LANCZOS_G) / y;
  if (x < 0) {
    let r = ((-Math.PI / sinPi(magnitude) / magnitude) * exp(y)) / lanczosSum(magnitude);
    r -= z * r;
    if (magnitude < 140) return r / pow(y, magnitude - 0.5);
    const root = pow(y, magnitude / 2 - 0.25);
    return r / root / root;
  }
  let r = lanczosSum(magnitude) / exp(y);
  r += z * r;
  if (magnitude < 140) return r * pow(y, magnitude - 0.5);
  const root = pow(y, magnitude / 2 - 0.25);
  return r * root * root;
}

/** log(|gamma(x)|); undefined at its poles. */
export function logGamma(x: number): number | undefined {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? undefined : 0;
  const magnitude = Math.abs(x);
  if (magnitude < 1e-20) return -log(magnitude);
  const r = log(lanczosSum(magnitude)) - LANCZOS_G + (magnitude - 0.5) * (log(magnitude + LANCZOS_G - 0.5) - 1);
  if (x > 0) return r;
  return LOG_PI - log(Math.abs(sinPi(magnitude))) - log(magnitude) - r;
}
