import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, fixed, layoutOf, mutable } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import {
  CLOCK_FOLD,
  CLOCK_MICROSECOND,
  CLOCK_PARTS,
  CLOCK_ZONE,
  DATE_PARTS,
  DELTA_DAYS,
  DELTA_MICROSECONDS,
  DELTA_SECONDS,
  MOST_DAYS,
} from "@hotpy/python-objects";
import { toOrdinal } from "./calendar.js";

/* See `moments.ts` of @hotpy/python-objects for the others. A timezone: its offset, its name or NULL. */
const OFFSET = 8;
const NAME = 12;

const DATE_FIELDS = defineFields("date", { date: fixed("i32", DATE_PARTS) });
const TIME_FIELDS = defineFields("time", {
  clock: mutable("i32", CLOCK_PARTS),
  microsecond: fixed("i32", CLOCK_MICROSECOND),
  zone: fixed("word", CLOCK_ZONE, 0),
});
const DATETIME_FIELDS = defineFields("datetime", {
  date: fixed("i32", DATE_PARTS),
  clock: mutable("i32", CLOCK_PARTS),
  microsecond: fixed("i32", CLOCK_MICROSECOND),
  zone: mutable("word", CLOCK_ZONE),
});
const TIMEDELTA_FIELDS = defineFields("timedelta", {
  days: fixed("i32", DELTA_DAYS),
  seconds: fixed("i32", DELTA_SECONDS),
  microseconds: fixed("i32", DELTA_MICROSECONDS),
});
const TIMEZONE_FIELDS = defineFields("timezone", { offset: fixed("word", OFFSET, 0), name: fixed("word", NAME, 0) });
const TZINFO_FIELDS = defineFields("tzinfo", { nothing: fixed("i32", 8) });

const MOST_INT = 0x7fffffff;
export const SECONDS_OF_DAY = 86_400;
export const MICROSECONDS_OF_DAY = 86_400e6;

/** The types of the module. They never move. */
export interface Types {
  timedelta: Address;
  date: Address;
  tzinfo: Address;
  timezone: Address;
  time: Address;
  datetime: Address;
}

/**
 * Objects of the module's types in memory. Functions that read take an object of exactly the type (`realm.valueOf` of one that refines it), where a
 * datetime is a date and a time. All leaf, but for results of classes that refine a type.
 */
export type Values = ReturnType<typeof createValues>;

export function createValues({ realm, withHandles }: Library) {
  const { i32 } = realm.memory;
  const { none, valueOf } = realm;
  const define = (name: string, fields: Parameters<typeof layoutOf>[1]): number =>
    realm.shapes.define(layoutOf(name, fields), NULL);
  // Their ids follow each other, in this order.
  const shapes = {
    timedelta: define("timedelta", TIMEDELTA_FIELDS),
    date: define("date", DATE_FIELDS),
    tzinfo: define("tzinfo", TZINFO_FIELDS),
    timezone: define("timezone", TIMEZONE_FIELDS),
    time: define("time", TIME_FIELDS),
    datetime: define("datetime", DATETIME_FIELDS),
  };
  realm.pythonKernel.prepareMoments(shapes.timedelta);
  /** Filled as the types are defined. */
  const types: Types = { timedelta: NULL, date: NULL, tzinfo: NULL, timezone: NULL, time: NULL, datetime: NULL };

  const field = (object: Word, offset: number): number => i32[(object + offset) >>> 2];
  const hasShape = (word: Word, shape: number): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === shape;
  /** By shape, for objects of exactly the types of the module: what they are instances of. */
  const first = shapes.timedelta;
  const bases: readonly (readonly (keyof Types)[])[] = [
    ["timedelta"],
    ["date"],
    ["tzinfo"],
    ["timezone", "tzinfo"],
    ["time"],
    ["datetime", "date"],
  ];
  /** Whether it is an instance of a type or of a class that refines it. */
  function isOf(name: keyof Types): (word: Word) => boolean {
    const known = bases.map((names) => names.includes(name));
    return (word) => {
      if ((word & 1) !== 0) return false;
      const index = (i32[word >>> 2] >>> 8) - first;
      return index >= 0 && index < known.length ? known[index] : realm.isInstance(word, types[name]);
    };
  }

  const datePart = (date: Word): number => field(date, DATE_PARTS) >>> 0;
  const clockPart = (time: Word): number => field(time, CLOCK_PARTS);
  const microsecond = (time: Word): number => field(time, CLOCK_MICROSECOND);
  const year = (date: Word): number => field(date, DATE_PARTS) >>> 16;
  const month = (date: Word): number => (field(date, DATE_PARTS) >>> 8) & 255;
  const day = (date: Word): number => field(date, DATE_PARTS) & 255;
  const hour = (time: Word): number => (field(time, CLOCK_PARTS) >>> 16) & 255;
  const minute = (time: Word): number => (field(time, CLOCK_PARTS) >>> 8) & 255;
  const second = (time: Word): number => field(time, CLOCK_PARTS) & 255;

  /** A timedelta of parts of any size, as long as doubles hold them exactly; NULL: raised. */
  function timedelta(days: number, seconds: number, microseconds: number): Word {
    if (microseconds < 0 || microseconds >= 1e6) {
      const carried = Math.floor(microseconds / 1e6);
      seconds += carried;
      microseconds -= carried * 1e6;
    }
    if (seconds < 0 || seconds >= SECONDS_OF_DAY) {
      const carried = Math.floor(seconds / SECONDS_OF_DAY);
      days += carried;
      seconds -= carried * SECONDS_OF_DAY;
    }
    if (days < -MOST_DAYS || days > MOST_DAYS) {
      return realm.raise(
        "OverflowError",
        Math.abs(days) > MOST_INT
          ? "Python int too large to convert to C int"
          : `days=${days}; must have magnitude <= ${MOST_DAYS}`,
      );
    }
    const object = realm.object(shapes.timedelta);
    i32[(object + DELTA_DAYS) >>> 2] = days;
    i32[(object + DELTA_SECONDS) >>> 2] = seconds;
    i32[(object + DELTA_MICROSECONDS) >>> 2] = microseconds;
    return object;
  }

  function date(year: number, month: number, day: number): Word {
    const object = realm.object(shapes.date);
    i32[(object + DATE_PARTS) >>> 2] = (year << 16) | (month << 8) | day;
    return object;
  }

  function setClock(object: Word, clock: number, microsecond: number, zone: Word): void {
    i32[(object + CLOCK_PARTS) >>> 2] = clock;
    i32[(object + CLOCK_MICROSECOND) >>> 2] = microsecond;
    i32[(object + CLOCK_ZONE) >>> 2] = zone;
  }

  const clockOf = (hour: number, minute: number, second: number, fold: number): number =>
    (fold << 24) | (hour << 16) | (minute << 8) | second;

  /** A time; `zone` must be fresh. */
  function time(clock: number, microsecond: number, zone: Word): Word {
    const object = realm.object(shapes.time);
    setClock(object, clock, microsecond, zone);
    return object;
  }

  /** A datetime; `zone` must be fresh. */
  function datetime(date: number, clock: number, microsecond: number, zone: Word): Word {
    const object = realm.object(shapes.datetime);
    i32[(object + DATE_PARTS) >>> 2] = date;
    setClock(object, clock, microsecond, zone);
    return object;
  }

  /** A fresh object of a class, or what else the class makes of these; `zone` must be fresh. NULL: raised. May collect. */
  function dateOf(cls: Address, year: number, month: number, day: number): Word {
    if (cls === types.date) return date(year, month, day);
    if (cls === types.datetime) return datetime((year << 16) | (month << 8) | day, 0, 0, none);
    return realm.call(cls, realm.int(year), realm.int(month), realm.int(day));
  }

  function datetimeOf(cls: Address, date: number, clock: number, microsecond: number, zone: Word): Word {
    if (cls === types.datetime) return datetime(date, clock, microsecond, zone);
    const parts = [date >>> 16, (date >>> 8) & 255, date & 255, (clock >>> 16) & 255, (clock >>> 8) & 255, clock & 255];
    const made = realm.call(cls, ...parts.map((part) => realm.int(part)), realm.int(microsecond), zone);
    if (made !== NULL && clock >= CLOCK_FOLD && realm.isInstance(made, types.datetime)) withFold(made);
    return made;
  }

  function timeOf(cls: Address, clock: number, microsecond: number, zone: Word): Word {
    if (cls === types.time) return time(clock, microsecond, zone);
    const parts = [(clock >>> 16) & 255, (clock >>> 8) & 255, clock & 255, microsecond];
    return realm.call(cls, ...parts.map((part) => realm.int(part)), zone);
  }

  /** Marks a fresh time or datetime as the second of two. */
  function withFold(made: Word): void {
    i32[(valueOf(made) + CLOCK_PARTS) >>> 2] |= CLOCK_FOLD;
  }

  /** A timezone; the arguments must be fresh. */
  function timezone(offset: Word, name: Word): Word {
    const object = realm.object(shapes.timezone);
    i32[(object + OFFSET) >>> 2] = offset;
    i32[(object + NAME) >>> 2] = name;
    return object;
  }

  const days = (delta: Word): number => field(delta, DELTA_DAYS);
  const seconds = (delta: Word): number => field(delta, DELTA_SECONDS);
  const microseconds = (delta: Word): number => field(delta, DELTA_MICROSECONDS);

  return {
    shapes,
    types,
    isTimedelta: isOf("timedelta"),
    isDate: isOf("date"),
    isDatetime: isOf("datetime"),
    isTime: isOf("time"),
    isTzinfo: isOf("tzinfo"),
    /** Whether it is exactly a timezone: there are no others. */
    isTimezone: (word: Word): boolean => hasShape(word, shapes.timezone),

    timedelta,
    days,
    seconds,
    microseconds,
    isZero: (delta: Word): boolean => days(delta) === 0 && seconds(delta) === 0 && microseconds(delta) === 0,
    /** A timedelta of less than two days in microseconds. */
    shortTotal: (delta: Word): number => days(delta) * MICROSECONDS_OF_DAY + seconds(delta) * 1e6 + microseconds(delta),

    date,
    time,
    datetime,
    dateOf,
    timeOf,
    datetimeOf,
    clockOf,
    withFold,
    year,
    month,
    day,
    hour,
    minute,
    second,
    microsecond,
    fold: (time: Word): number => field(time, CLOCK_PARTS) >>> 24,
    zone: (time: Word): Word => field(time, CLOCK_ZONE),
    setZone: (datetime: Word, zone: Word): void => realm.heap.storeWord(datetime, CLOCK_ZONE, zone),
    ordinal: (date: Word): number => toOrdinal(year(date), month(date), day(date)),
    /** Seconds since midnight. */
    secondOfDay: (time: Word): number => hour(time) * 3600 + minute(time) * 60 + second(time),
    /** These parts in order: dates and times compare as they do. */
    datePart,
    clockPart,
    /** The clock without its fold. */
    plainClock: (time: Word): number => clockPart(time) & (CLOCK_FOLD - 1),

    timezone,
    offset: (zone: Word): Word => field(zone, OFFSET),
    name: (zone: Word): Word => field(zone, NAME),
    tzinfo: (): Word => realm.object(shapes.tzinfo),

    /** Keeps words while `body` may collect: it gets how to read them. */
    keeping<T>(words: readonly Word[], body: (...kept: (() => Word)[]) => T): T {
      return withHandles(() => {
        const handles = words.map(realm.handles.push);
        return body(...handles.map((handle) => () => realm.handles.get(handle)));
      });
    },
  };
}
