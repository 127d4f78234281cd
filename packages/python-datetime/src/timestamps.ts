import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";

/// Seconds since 1970 that a program gives.

export interface Timestamp {
  readonly seconds: number;
  readonly microseconds: number;
}

/** Seconds that fit in 64 bits. */
const MOST_SECONDS = 2 ** 63;

/** C's `rint`: of two equally near the even one. */
function roundEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** The number that a timestamp is, a float or what is an index; undefined: raised. May collect. */
function numberOf({ realm }: Library, word: Word): { value: number; isFloat: boolean } | undefined {
  const outOfRange = (): undefined => {
    realm.raise("OverflowError", "timestamp out of range for platform time_t");
    return undefined;
  };
  const given = realm.valueOf(word);
  if (realm.floats.isFloat(given)) {
    const value = realm.floats.value(given);
    if (Number.isNaN(value)) {
      realm.raise("ValueError", "Invalid value NaN (not a number)");
      return undefined;
    }
    const whole = Math.trunc(value);
    return whole >= -MOST_SECONDS && whole < MOST_SECONDS ? { value, isFloat: true } : outOfRange();
  }
  const index = realm.index(word);
  if (index === NULL) return undefined;
  if (realm.integers.bitLength(index) > 63) return outOfRange();
  return { value: realm.integers.toNumber(index), isFloat: false };
}

/** Rounded down. */
export function timestampSeconds(library: Library, word: Word): number | undefined {
  const number = numberOf(library, word);
  return number === undefined ? undefined : Math.floor(number.value);
}

/** Rounded to the nearest microsecond. */
export function timestampParts(library: Library, word: Word): Timestamp | undefined {
  const number = numberOf(library, word);
  if (number === undefined) return undefined;
  if (!number.isFloat) return { seconds: number.value, microseconds: 0 };
  const seconds = Math.trunc(number.value);
  const microseconds = roundEven((number.value - seconds) * 1e6);
  if (microseconds >= 1e6) return { seconds: seconds + 1, microseconds: microseconds - 1e6 };
  if (microseconds < 0) return { seconds: seconds - 1, microseconds: microseconds + 1e6 };
  return { seconds, microseconds };
}
