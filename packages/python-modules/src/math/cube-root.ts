import { frexp, ldexp } from "@hotpy/object-model";

const ROOT_OF_2 = 1.2599210498948731648;
const ROOT_OF_4 = 1.5874010519681994748;
/** Cube roots of 1/4, 1/2, 1, 2 and 4. */
const FACTORS = [1 / ROOT_OF_4, 1 / ROOT_OF_2, 1, ROOT_OF_2, ROOT_OF_4];

/** The cube root as glibc computes it: a polynomial, then one step of Halley's method. Off by one in the last place as often as that. */
export function cubeRoot(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const [mantissa, exponent] = frexp(Math.abs(x));
  const start =
    0.35489576504391984 +
    (1.508191937815849 -
      (2.114994941673713 -
        (2.4469312256353444 -
          (1.8346927748361308 - (0.7849323449766392 - 0.14526389938548637 * mantissa) * mantissa) * mantissa) *
          mantissa) *
        mantissa) *
      mantissa;
  const cube = start * start * start;
  const root = ((start * (cube + 2 * mantissa)) / (2 * cube + mantissa)) * FACTORS[2 + (exponent % 3)];
  return ldexp(x > 0 ? root : -root, Math.trunc(exponent / 3));
}
