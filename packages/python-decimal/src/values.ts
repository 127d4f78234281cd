import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, fixed, layoutOf } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import { type Dec, FINITE, type Kind } from "./engine/number.js";

/*
 *        Decimal
 *   + 8  coefficient of more than 28 digits, an integer of the virtual machine; else NULL
 *   + 12 sign | kind << 1
 *   + 16 exponent
 *   + 24 high 14 digits of a shorter coefficient
 *   + 32 low 14 digits
 *
 * Doubles hold 14 digits and the sums of such halves exactly, and 28 digits are what a new context asks for.
 */
export const LARGE = 8;
export const HEAD = 12;
export const EXPONENT = 16;
export const HIGH = 24;
export const LOW = 32;
/** One more than the largest half. */
export const HALF = 1e14;
const HALF_INTEGER = 10n ** 14n;
const LARGE_INTEGER = 10n ** 28n;

const FIELDS = defineFields("decimal", {
  large: fixed("word", LARGE, 0),
  head: fixed("i32", HEAD),
  exponent: fixed("f64", EXPONENT),
  high: fixed("f64", HIGH),
  low: fixed("f64", LOW),
});

/** Decimals in memory. All leaf. */
export type Values = ReturnType<typeof createValues>;

export function createValues({ realm }: Library) {
  const { i32, f64 } = realm.memory;
  const { integers } = realm;
  const shape = realm.shapes.define(layoutOf("decimal", FIELDS), NULL);
  const head = shape << 8;
  let type: Address = NULL;

  const isExactly = (word: Word): boolean => (word & 1) === 0 && (i32[word >>> 2] & -256) === head;

  function parts(sign: number, high: number, low: number, exponent: number): Word {
    const object = realm.object(shape);
    i32[(object + LARGE) >>> 2] = NULL;
    i32[(object + HEAD) >>> 2] = sign;
    f64[(object + EXPONENT) >>> 3] = exponent;
    f64[(object + HIGH) >>> 3] = high;
    f64[(object + LOW) >>> 3] = low;
    return object;
  }

  function coefficient(word: Word): bigint {
    const large = i32[(word + LARGE) >>> 2];
    if (large !== NULL) return integers.toBigInt(large);
    const high = f64[(word + HIGH) >>> 3];
    const low = f64[(word + LOW) >>> 3];
    return high === 0 ? BigInt(low) : BigInt(high) * HALF_INTEGER + BigInt(low);
  }

  return {
    shape,
    isExactly,
    /** Whether it is a Decimal, or of a class that refines it. */
    isDecimal: (word: Word): boolean => isExactly(word) || ((word & 1) === 0 && realm.isInstance(word, type)),
    type: (): Address => type,
    setType(defined: Address): void {
      type = defined;
    },
    /** A finite decimal from the halves of its coefficient. */
    parts,
    isFinite: (word: Word): boolean => i32[(word + HEAD) >>> 2] < 2,
    kind: (word: Word): Kind => (i32[(word + HEAD) >>> 2] >> 1) as Kind,
    sign: (word: Word): 0 | 1 => (i32[(word + HEAD) >>> 2] & 1) as 0 | 1,
    exponent: (word: Word): number => f64[(word + EXPONENT) >>> 3],
    high: (word: Word): number => f64[(word + HIGH) >>> 3],
    low: (word: Word): number => f64[(word + LOW) >>> 3],
    /** Whether the coefficient has 28 digits at most. */
    isShort: (word: Word): boolean => i32[(word + LARGE) >>> 2] === NULL,
    isZero: (word: Word): boolean =>
      i32[(word + HEAD) >>> 2] < 2 &&
      i32[(word + LARGE) >>> 2] === NULL &&
      f64[(word + HIGH) >>> 3] === 0 &&
      f64[(word + LOW) >>> 3] === 0,
    /** A decimal of exactly the type. */
    read(word: Word): Dec {
      const flags = i32[(word + HEAD) >>> 2];
      return {
        kind: (flags >> 1) as Kind,
        sign: (flags & 1) as 0 | 1,
        coefficient: coefficient(word),
        exponent: f64[(word + EXPONENT) >>> 3],
      };
    },
    make({ kind, sign, coefficient, exponent }: Dec): Word {
      const flags = sign | (kind << 1);
      const shown = kind === FINITE ? exponent : 0;
      if (coefficient < HALF_INTEGER) return parts(flags, 0, Number(coefficient), shown);
      if (coefficient < LARGE_INTEGER) {
        const high = coefficient / HALF_INTEGER;
        return parts(flags, Number(high), Number(coefficient - high * HALF_INTEGER), shown);
      }
      const large = integers.fromBigInt(coefficient);
      if (large === NULL) return NULL;
      const object = parts(flags, 0, 0, shown);
      i32[(object + LARGE) >>> 2] = large;
      return object;
    },
    /** Digits of the coefficient. */
    digits(word: Word): string {
      if (i32[(word + LARGE) >>> 2] !== NULL) return coefficient(word).toString();
      const high = f64[(word + HIGH) >>> 3];
      const low = f64[(word + LOW) >>> 3];
      return high === 0 ? String(low) : high + String(low).padStart(14, "0");
    },
    /** What stands before the point of a decimal of 14 digits, none of them zeros that only the exponent tells; NaN: it is another. */
    shortWhole(word: Word): number {
      const exponent = f64[(word + EXPONENT) >>> 3];
      const isShort = i32[(word + HEAD) >>> 2] < 2 && i32[(word + LARGE) >>> 2] === NULL;
      if (!isShort || f64[(word + HIGH) >>> 3] !== 0 || exponent > 0 || exponent < -14) return Number.NaN;
      const whole = Math.floor(f64[(word + LOW) >>> 3] / 10 ** -exponent);
      return i32[(word + HEAD) >>> 2] === 1 ? 0 - whole : whole;
    },
    /** An integer as a decimal. */
    fromInteger(word: Word): Dec {
      const number = (word & 1) !== 0 ? word >> 1 : undefined;
      const value = number === undefined ? integers.toBigInt(word) : BigInt(number);
      return { kind: FINITE, sign: value < 0n ? 1 : 0, coefficient: value < 0n ? -value : value, exponent: 0 };
    },
  };
}
