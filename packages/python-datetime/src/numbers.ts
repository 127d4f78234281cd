import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { daysInMonth, MAX_YEAR, MIN_YEAR } from "./calendar.js";

/** Numbers that natives are given, and their limits. */
export interface Numbers {
  /** A C int; undefined: raised. May collect. */
  integer(word: Word): number | undefined;
  /**
   * Arguments as C ints. For each that is not given a number stands, or it has a name by which it is missed. Undefined: raised. May collect.
   */
  integers(args: number, from: number, absent: readonly (number | string)[]): number[] | undefined;
  /** False: raised. */
  isDate(year: number, month: number, day: number): boolean;
  isTime(hour: number, minute: number, second: number, microsecond: number, fold: number): boolean;
}

export function createNumbers({ realm, argument }: Library): Numbers {
  const { integers } = realm;

  function fail(error: string, message: string): undefined {
    realm.raise(error, message);
    return undefined;
  }

  function integer(word: Word): number | undefined {
    if ((word & 1) !== 0) return word >> 1;
    const index = realm.index(word);
    if (index === NULL) return undefined;
    const number = integers.toNumber(index);
    if (number >= -0x80000000 && number <= 0x7fffffff) return number;
    if (integers.bitLength(index) > 63) return fail("OverflowError", "Python int too large to convert to C long");
    return fail("OverflowError", `signed integer is ${number > 0 ? "greater than maximum" : "less than minimum"}`);
  }

  function check(isRight: boolean, message: string): boolean {
    if (!isRight) realm.raise("ValueError", message);
    return isRight;
  }

  return {
    integer,
    integers(args, from, absent) {
      const result: number[] = [];
      for (let i = 0; i < absent.length; i++) {
        const given = argument(args, from + i);
        const instead = absent[i];
        if (given === NULL && typeof instead === "string")
          return fail("TypeError", `function missing required argument '${instead}' (pos ${from + i})`);
        const value = given === NULL ? instead : integer(given);
        if (typeof value !== "number") return undefined;
        result.push(value);
      }
      return result;
    },
    isDate: (year, month, day) =>
      check(year >= MIN_YEAR && year <= MAX_YEAR, `year ${year} is out of range`) &&
      check(month >= 1 && month <= 12, "month must be in 1..12") &&
      check(day >= 1 && day <= daysInMonth(year, month), "day is out of range for month"),
    isTime: (hour, minute, second, microsecond, fold) =>
      check(hour >= 0 && hour <= 23, "hour must be in 0..23") &&
      check(minute >= 0 && minute <= 59, "minute must be in 0..59") &&
      check(second >= 0 && second <= 59, "second must be in 0..59") &&
      check(microsecond >= 0 && microsecond <= 999_999, "microsecond must be in 0..999999") &&
      check(fold === 0 || fold === 1, "fold must be either 0 or 1"),
  };
}
