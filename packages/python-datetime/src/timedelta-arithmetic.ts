import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { MICROSECONDS_OF_DAY, type Values } from "./values.js";

/** Microseconds: a number where doubles hold them exactly. */
type Total = number | bigint;

/** Arithmetic of timedeltas. Arguments are of exactly the types timedelta, int and float; results are words, or NULL: raised. Leaf. */
export interface TimedeltaArithmetic {
  sum(a: Word, b: Word, sign: 1 | -1): Word;
  scaled(delta: Word, factor: Word): Word;
  /** Times a fraction, rounded to the nearest, to the even one of two. */
  timesRatio(delta: Word, numerator: bigint, denominator: bigint): Word;
  floorDivided(delta: Word, divisor: Word): Word;
  /** Divided by an integer, rounded likewise. */
  divided(delta: Word, divisor: Word): Word;
  quotient(a: Word, b: Word): Word;
  ratio(a: Word, b: Word): Word;
  remainder(a: Word, b: Word): Word;
  divmod(a: Word, b: Word): Word;
  totalSeconds(delta: Word): Word;
  fromTotal(total: Total): Word;
  /** Less than 0, 0, or more. */
  compare(a: Word, b: Word): number;
}

const isExact = (value: number): boolean => Number.isSafeInteger(value);

/** Floor division. */
function floorBig(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** The nearest integer to a fraction, of two the even one. */
function nearest(a: bigint, b: bigint): bigint {
  const floor = floorBig(a, b);
  const twice = 2n * (a - floor * b);
  const [double, divisor] = b < 0n ? [-twice, -b] : [twice, b];
  return double > divisor || (double === divisor && floor % 2n !== 0n) ? floor + 1n : floor;
}

const ZERO_DIVISION = "integer division or modulo by zero";

export function createTimedeltaArithmetic({ realm }: Library, values: Values): TimedeltaArithmetic {
  const { integers } = realm;
  const { timedelta, days, seconds, microseconds, isZero } = values;

  function total(delta: Word): Total {
    const number = days(delta) * MICROSECONDS_OF_DAY + seconds(delta) * 1e6 + microseconds(delta);
    if (isExact(number)) return number;
    return BigInt(days(delta)) * BigInt(MICROSECONDS_OF_DAY) + BigInt(seconds(delta) * 1e6 + microseconds(delta));
  }

  function fromTotal(given: Total): Word {
    if (typeof given === "number") return timedelta(0, 0, given);
    const day = floorBig(given, BigInt(MICROSECONDS_OF_DAY));
    return timedelta(Number(day), 0, Number(given - day * BigInt(MICROSECONDS_OF_DAY)));
  }

  const divisionByZero = (message = ZERO_DIVISION): Word => realm.raise("ZeroDivisionError", message);

  /** Floor division of totals. */
  function floor(a: Total, b: Total): Total {
    if (typeof a === "number" && typeof b === "number") {
      const rest = a % b;
      return (a - rest) / b - (rest !== 0 && rest < 0 !== b < 0 ? 1 : 0);
    }
    return floorBig(BigInt(a), BigInt(b));
  }
  function modulo(a: Total, b: Total): Total {
    if (typeof a === "number" && typeof b === "number") {
      const rest = a % b;
      return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
    }
    const [x, y] = [BigInt(a), BigInt(b)];
    return x - floorBig(x, y) * y;
  }
  /** -0 is no integer of Python's. */
  const int = (value: Total): Word => realm.int(typeof value === "number" ? value + 0 : value);

  const isWhole = (divisor: Word): number | undefined => {
    const number = (divisor & 1) !== 0 ? divisor >> 1 : integers.toNumber(divisor);
    return isExact(number) ? number : undefined;
  };
  const timesRatio = (delta: Word, numerator: bigint, denominator: bigint): Word =>
    denominator === 0n ? divisionByZero() : fromTotal(nearest(BigInt(total(delta)) * numerator, denominator));

  return {
    fromTotal,
    timesRatio,
    sum: (a, b, sign) =>
      timedelta(days(a) + sign * days(b), seconds(a) + sign * seconds(b), microseconds(a) + sign * microseconds(b)),
    scaled(delta, factor) {
      const number = isWhole(factor);
      if (number !== undefined) {
        const parts = [days(delta) * number, seconds(delta) * number, microseconds(delta) * number];
        if (parts.every(isExact)) return timedelta(parts[0], parts[1], parts[2]);
      }
      return fromTotal(BigInt(total(delta)) * integers.toBigInt(factor));
    },
    floorDivided(delta, divisor) {
      const number = isWhole(divisor);
      if (number === 0) return divisionByZero();
      return fromTotal(floor(total(delta), number ?? integers.toBigInt(divisor)));
    },
    divided: (delta, divisor) => timesRatio(delta, 1n, integers.toBigInt(divisor)),
    quotient: (a, b) => (isZero(b) ? divisionByZero() : int(floor(total(a), total(b)))),
    ratio(a, b) {
      if (isZero(b)) return divisionByZero("division by zero");
      const [x, y] = [total(a), total(b)];
      if (typeof x === "number" && typeof y === "number") return realm.float(x / y);
      return realm.float(integers.trueDivide(realm.int(x), realm.int(y)));
    },
    remainder: (a, b) => (isZero(b) ? divisionByZero("integer modulo by zero") : fromTotal(modulo(total(a), total(b)))),
    divmod(a, b) {
      if (isZero(b)) return divisionByZero();
      const rest = fromTotal(modulo(total(a), total(b)));
      return rest === NULL ? NULL : realm.tuple([int(floor(total(a), total(b))), rest]);
    },
    totalSeconds(delta) {
      const value = total(delta);
      return realm.float(
        typeof value === "number" ? value / 1e6 : integers.trueDivide(realm.int(value), realm.int(1_000_000)),
      );
    },
    compare: (a, b) => days(a) - days(b) || seconds(a) - seconds(b) || microseconds(a) - microseconds(b),
  };
}
