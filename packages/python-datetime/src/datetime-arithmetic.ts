import { NULL, type Word } from "@hotpy/memory";
import { orderHolds } from "@hotpy/python-builtins";
import { type Comparison, MAX_ORDINAL } from "@hotpy/python-objects";
import { fromOrdinal } from "./calendar.js";
import type { Kit } from "./kit.js";
import type { States } from "./states.js";
import { MICROSECONDS_OF_DAY, SECONDS_OF_DAY } from "./values.js";

/** Arithmetic and order of datetimes, which may be of classes that refine it. All may collect; NULL: raised. */
export interface DatetimeArithmetic {
  /** A datetime of the same class and zone, so many days, seconds and microseconds later. */
  moved(datetime: Word, days: number, seconds: number, microseconds: number): Word;
  later(datetime: Word, microseconds: number): Word;
  /** Operators: what does not fit is NotImplemented. */
  add(a: Word, b: Word): Word;
  subtract(a: Word, b: Word): Word;
  compare(comparison: Comparison, a: Word, b: Word): Word;
  hash(datetime: Word): Word;
  /** Microseconds from one to the other by their clocks alone, as whole days and the rest. */
  difference(a: Word, b: Word): readonly [days: number, microseconds: number];
  /** Its clock with the fold exchanged, for a zone to be asked. Leaf. */
  otherFold(datetime: Word): Word;
}

export function createDatetimeArithmetic(kit: Kit, states: States): DatetimeArithmetic {
  const { library, values, offsets } = kit;
  const { realm } = library;
  const { notImplementedWord } = realm;
  const { zone, microsecond, ordinal, secondOfDay, isDatetime, isTimedelta } = values;

  function moved(datetime: Word, days: number, seconds: number, microseconds: number): Word {
    const from = realm.valueOf(datetime);
    let fraction = microsecond(from) + microseconds;
    let second = secondOfDay(from) + seconds;
    if (fraction < 0 || fraction >= 1e6) {
      const carried = Math.floor(fraction / 1e6);
      fraction -= carried * 1e6;
      second += carried;
    }
    let day = days;
    if (second < 0 || second >= SECONDS_OF_DAY) {
      const carried = Math.floor(second / SECONDS_OF_DAY);
      second -= carried * SECONDS_OF_DAY;
      day += carried;
    }
    let date = values.datePart(from);
    if (day !== 0) {
      const target = ordinal(from) + day;
      if (target < 1 || target > MAX_ORDINAL) return realm.raise("OverflowError", "date value out of range");
      const to = fromOrdinal(target);
      date = (to.year << 16) | (to.month << 8) | to.day;
    }
    const clock = values.clockOf(Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60, 0);
    return values.datetimeOf(realm.typeOf(datetime), date, clock, fraction, zone(from));
  }

  const movedBy = (datetime: Word, delta: Word, sign: 1 | -1): Word =>
    moved(datetime, sign * values.days(delta), sign * values.seconds(delta), sign * values.microseconds(delta));

  const secondsApart = (a: Word, b: Word): number => secondOfDay(a) - secondOfDay(b);

  function difference(a: Word, b: Word): readonly [number, number] {
    return [ordinal(a) - ordinal(b), secondsApart(a, b) * 1e6 + microsecond(a) - microsecond(b)];
  }

  /**
   * Asks the zones of two datetimes for their offsets in microseconds, then goes on with the two and these: null for a naive one. The datetimes
   * come as values, and are read anew.
   */
  function withOffsets(
    a: Word,
    b: Word,
    body: (left: Word, right: Word, leftOffset: number | null, rightOffset: number | null) => Word,
  ): Word {
    return values.keeping([a, b], (left, right) => {
      const leftOffset = offsets.microseconds("utcoffset", zone(realm.valueOf(left())), left());
      if (leftOffset === undefined) return NULL;
      const rightOffset = offsets.microseconds("utcoffset", zone(realm.valueOf(right())), right());
      if (rightOffset === undefined) return NULL;
      return body(left(), right(), leftOffset, rightOffset);
    });
  }

  function subtract(a: Word, b: Word): Word {
    if (!isDatetime(a)) return notImplementedWord;
    const [x, y] = [realm.valueOf(a), realm.valueOf(b)];
    if (isTimedelta(b)) return movedBy(a, y, -1);
    if (!isDatetime(b)) return notImplementedWord;
    if (zone(x) === zone(y)) {
      const [days, microseconds] = difference(x, y);
      return values.timedelta(days, 0, microseconds);
    }
    return withOffsets(a, b, (left, right, leftOffset, rightOffset) => {
      if ((leftOffset === null) !== (rightOffset === null))
        return realm.raise("TypeError", "can't subtract offset-naive and offset-aware datetimes");
      const [days, microseconds] = difference(realm.valueOf(left), realm.valueOf(right));
      return values.timedelta(days, 0, microseconds - (leftOffset ?? 0) + (rightOffset ?? 0));
    });
  }

  const otherFold = (datetime: Word): Word => {
    const value = realm.valueOf(datetime);
    const clock = values.plainClock(value) | ((1 - values.fold(value)) << 24);
    return values.datetime(values.datePart(value), clock, microsecond(value), zone(value));
  };

  /** Whether the zone says something else if the fold is exchanged: 1, 0, -1 raised. */
  function dependsOnFold(datetime: Word, offset: number | null): number {
    const other = otherFold(datetime);
    const otherOffset = offsets.microseconds("utcoffset", zone(other), other);
    if (otherOffset === undefined) return -1;
    return otherOffset === offset ? 0 : 1;
  }

  /** `difference`, or if that is 0, whether one is in a fold or gap: such are not equal to any of another zone (PEP 495). */
  function equality(
    comparison: Comparison,
    a: Word,
    b: Word,
    apart: number,
    leftOffset: number | null,
    rightOffset: number | null,
  ): Word {
    if (apart !== 0) return realm.bool(orderHolds(comparison, apart));
    return values.keeping([a, b], (left, right) => {
      let depends = dependsOnFold(left(), leftOffset);
      if (depends === 0) depends = dependsOnFold(right(), rightOffset);
      return depends < 0 ? NULL : realm.bool(orderHolds(comparison, depends));
    });
  }

  /** By the parts that clocks show. */
  const byClock = (a: Word, b: Word): number =>
    values.datePart(a) - values.datePart(b) ||
    values.plainClock(a) - values.plainClock(b) ||
    microsecond(a) - microsecond(b);

  function compare(comparison: Comparison, a: Word, b: Word): Word {
    const isEquality = comparison === "eq" || comparison === "ne";
    if (!isDatetime(b)) {
      if (!values.isDate(b)) return notImplementedWord;
      return isEquality ? realm.bool(comparison === "ne") : kit.notComparable(a, b);
    }
    const [x, y] = [realm.valueOf(a), realm.valueOf(b)];
    if (zone(x) === zone(y)) return realm.bool(orderHolds(comparison, byClock(x, y)));
    return withOffsets(a, b, (left, right, leftOffset, rightOffset) => {
      const [l, r] = [realm.valueOf(left), realm.valueOf(right)];
      let apart: number;
      if (leftOffset === rightOffset) apart = byClock(l, r);
      else if (leftOffset !== null && rightOffset !== null) {
        const [days, microseconds] = difference(l, r);
        apart = days * MICROSECONDS_OF_DAY + microseconds - leftOffset + rightOffset;
      } else if (isEquality) return realm.bool(comparison === "ne");
      else return realm.raise("TypeError", "can't compare offset-naive and offset-aware datetimes");
      return isEquality
        ? equality(comparison, left, right, apart, leftOffset, rightOffset)
        : realm.bool(orderHolds(comparison, apart));
    });
  }

  function hash(datetime: Word): Word {
    const naive = realm.valueOf(datetime);
    if (zone(naive) === realm.none) return states.hash(states.ofDatetime(naive, false));
    return values.keeping([datetime], (object) => {
      // Both of two times that clocks show twice are equal.
      const isSecond = values.fold(realm.valueOf(object())) !== 0;
      const asked = isSecond ? otherFold(object()) : object();
      const offset = offsets.microseconds("utcoffset", zone(realm.valueOf(asked)), asked);
      if (offset === undefined) return NULL;
      const value = realm.valueOf(object());
      if (offset === null) return states.hash(states.ofDatetime(value, false));
      return realm.hash(values.timedelta(ordinal(value), secondOfDay(value), microsecond(value) - offset));
    });
  }

  return {
    moved,
    later: (datetime, microseconds) => moved(datetime, 0, 0, microseconds),
    add(a, b) {
      if (isDatetime(a)) return isTimedelta(b) ? movedBy(a, realm.valueOf(b), 1) : notImplementedWord;
      return isTimedelta(a) ? movedBy(b, realm.valueOf(a), 1) : notImplementedWord;
    },
    subtract,
    compare,
    hash,
    difference,
    otherFold,
  };
}
