import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { type Dec, FINITE, INFINITE, isNaN, SIGNALLING_NAN } from "./engine/number.js";
import { rescale } from "./engine/rounding.js";
import { toNumber, toRatio } from "./engine/text.js";

/** Decimals as other numbers of Python's. All leaf, but for the hash of a NaN. */
export interface OtherNumbers {
  /** Rounded to an int. */
  integer(a: Dec, rounding: number): Word;
  float(a: Dec): Word;
  ratio(a: Dec): Word;
  /** `of`: the object itself, by whose identity a NaN is hashed. */
  hash(a: Dec, of: Word): Word;
}

const MODULUS = 2n ** 61n - 1n;
/** The inverse of ten. */
const TENTH = powerModulo(10n, MODULUS - 2n);

function powerModulo(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % MODULUS;
    square = (square * square) % MODULUS;
  }
  return result;
}

/** Powers of ten that have been asked for, where there are not too many of these. */
const SCALES = new Map<number, bigint>();
function scaleOf(exponent: number): bigint {
  let scale = SCALES.get(exponent);
  if (scale === undefined) {
    scale = exponent >= 0 ? powerModulo(10n, BigInt(exponent)) : powerModulo(TENTH, BigInt(-exponent));
    if (SCALES.size < 1000) SCALES.set(exponent, scale);
  }
  return scale;
}

export function createOtherNumbers({ realm }: Library): OtherNumbers {
  return {
    integer(a, rounding) {
      if (isNaN(a)) return realm.raise("ValueError", "cannot convert NaN to integer");
      if (a.kind === INFINITE) return realm.raise("OverflowError", "cannot convert Infinity to integer");
      const { coefficient } = rescale(a, 0, rounding);
      return realm.int(a.sign === 1 ? -coefficient : coefficient);
    },
    float: (a) =>
      a.kind === SIGNALLING_NAN
        ? realm.raise("ValueError", "cannot convert signaling NaN to float")
        : realm.float(toNumber(a)),
    ratio(a) {
      if (isNaN(a)) return realm.raise("ValueError", "cannot convert NaN to integer ratio");
      if (a.kind === INFINITE) return realm.raise("OverflowError", "cannot convert Infinity to integer ratio");
      const [numerator, denominator] = toRatio(a);
      return realm.tuple([realm.int(numerator), realm.int(denominator)]);
    },
    hash(a, of) {
      if (a.kind === SIGNALLING_NAN) return realm.raise("TypeError", "Cannot hash a signaling NaN value");
      if (isNaN(a)) {
        const hash = realm.lookupOnType(realm.type("object"), realm.intern("__hash__"));
        return hash === NULL ? NULL : realm.call(hash, of);
      }
      if (a.kind !== FINITE) return realm.int(a.sign === 1 ? -314159 : 314159);
      const scale = scaleOf(a.exponent);
      const magnitude = ((a.coefficient % MODULUS) * scale) % MODULUS;
      const hash = a.sign === 1 ? -magnitude : magnitude;
      return realm.int(hash === -1n ? -2n : hash);
    },
  };
}
