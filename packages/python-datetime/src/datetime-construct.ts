import { type Address, NULL, type Word } from "@hotpy/memory";
import type { NativeDefinition } from "@hotpy/python-objects";
import { EPOCH, fromOrdinal, MAX_YEAR, MIN_YEAR } from "./calendar.js";
import type { IsoTexts } from "./iso-methods.js";
import { findSeparator, parseIsoDate, parseIsoTime } from "./iso-text.js";
import type { Kit } from "./kit.js";
import type { States } from "./states.js";
import { timestampParts } from "./timestamps.js";
import { SECONDS_OF_DAY } from "./values.js";

/** Largest year that C's `struct tm` holds. */
const MOST_YEAR = 0x7fffffff + 1900;
const DAYS_OF_YEAR = 365.2425;

/** How datetimes are made: by a call of the type, and by its class methods. */
export interface DatetimeConstruct {
  construct(args: Address): Word;
  readonly classMethods: readonly NativeDefinition[];
}

export function createDatetimeConstruct(kit: Kit, states: States, texts: IsoTexts): DatetimeConstruct {
  const { library, values, numbers, offsets, modules, localTime, folds } = kit;
  const { realm, argument } = library;
  const { none } = realm;
  const { types, clockOf } = values;
  const dateOf = (year: number, month: number, day: number): number => (year << 16) | (month << 8) | day;

  function construct(args: Address): Word {
    const first = argument(args, 1);
    // What has been pickled comes as the first argument, the second may be a zone.
    if (first !== NULL && argument(args, 3) === NULL) {
      const state = states.read(first, "datetime");
      if (state === null) return NULL;
      if (state !== undefined) {
        const zone = argument(args, 2) === NULL ? none : argument(args, 2);
        if (zone !== none && !values.isTzinfo(zone)) return realm.raise("TypeError", "bad tzinfo state arg");
        const clock = clockOf(state[4], state[5], state[6], state[2] >> 7);
        const date = dateOf(state[0] * 256 + state[1], state[2] & 127, state[3]);
        return values.datetime(date, clock, (state[7] << 16) | (state[8] << 8) | state[9], zone);
      }
    }
    const parts = numbers.integers(args, 1, ["year", "month", "day", 0, 0, 0, 0]);
    const folds = parts === undefined ? undefined : numbers.integers(args, 9, [0]);
    if (parts === undefined || folds === undefined) return NULL;
    const [year, month, day, hour, minute, second, microsecond] = parts;
    const zone = argument(args, 8) === NULL ? none : argument(args, 8);
    if (!numbers.isDate(year, month, day) || !numbers.isTime(hour, minute, second, microsecond, folds[0])) return NULL;
    if (!offsets.isZone(zone)) return NULL;
    return values.datetime(dateOf(year, month, day), clockOf(hour, minute, second, folds[0]), microsecond, zone);
  }

  /** A datetime whose clock, in UTC or locally, shows this. */
  function atSeconds(cls: Address, seconds: number, microseconds: number, zone: Word, isLocal: boolean): Word {
    const year = Math.floor(1970 + seconds / SECONDS_OF_DAY / DAYS_OF_YEAR);
    if (Math.abs(year) > MOST_YEAR)
      return realm.raiseWith("OSError", realm.int(EOVERFLOW), realm.str("Value too large for defined data type"));
    // Just outside, the exact year counts.
    if (year < MIN_YEAR - 2 || year > MAX_YEAR + 2) return realm.raise("ValueError", `year ${year} is out of range`);
    const shown = seconds + (isLocal ? localTime.at(seconds).offset : 0);
    const day = Math.floor(shown / SECONDS_OF_DAY);
    const rest = shown - day * SECONDS_OF_DAY;
    const date = fromOrdinal(day + EPOCH);
    if (!numbers.isDate(date.year, date.month, date.day)) return NULL;
    const fold = isLocal && zone === none && folds.isSecond(seconds) ? 1 : 0;
    const clock = clockOf(Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60, fold);
    return values.datetimeOf(cls, dateOf(date.year, date.month, date.day), clock, microseconds, zone);
  }

  /** The same with a zone, None or NULL for local time: a zone makes its own time of that in UTC. */
  function inZone(args: Address, zoneIndex: number, seconds: number, microseconds: number): Word {
    const given = argument(args, zoneIndex);
    const zone = given === NULL ? none : given;
    if (!offsets.isZone(zone)) return NULL;
    const made = atSeconds(argument(args, 0), seconds, microseconds, zone, zone === none);
    if (made === NULL || zone === none) return made;
    return realm.callMethod(argument(args, zoneIndex), realm.intern("fromutc"), made);
  }

  function now(): { seconds: number; microseconds: number } {
    const total = Math.floor(realm.platform.time() * 1e6);
    const seconds = Math.floor(total / 1e6);
    return { seconds, microseconds: total - seconds * 1e6 };
  }

  function combine(args: Address): Word {
    const [date, time] = [argument(args, 1), argument(args, 2)];
    const wrong = (index: number, type: string, given: Word): Word =>
      realm.raise("TypeError", `combine() argument ${index} must be datetime.${type}, not ${realm.typeName(given)}`);
    if (!values.isDate(date)) return wrong(1, "date", date);
    if (!values.isTime(time)) return wrong(2, "time", time);
    const clock = realm.valueOf(time);
    const zone = argument(args, 3) === NULL ? values.zone(clock) : argument(args, 3);
    if (!offsets.isZone(zone)) return NULL;
    const day = values.datePart(realm.valueOf(date));
    return values.datetimeOf(argument(args, 0), day, values.clockPart(clock), values.microsecond(clock), zone);
  }

  function fromIsoFormat(args: Address): Word {
    const text = kit.textOf(argument(args, 1), "fromisoformat: argument must be str");
    if (text === undefined) return NULL;
    const end = text.length < 7 ? undefined : findSeparator(text);
    const date = end === undefined ? undefined : parseIsoDate(text, end);
    if (end === undefined || date === undefined) return texts.invalid(argument(args, 1));
    // What separates is any one character.
    const behind = end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
    const time = text.length > end ? parseIsoTime(text, behind) : MIDNIGHT;
    if (time === undefined) return texts.invalid(argument(args, 1));
    const zone = texts.zoneOf(time.offset);
    if (zone === NULL) return NULL;
    const { hour, minute, second, microsecond } = time;
    const cls = argument(args, 0);
    if (cls === types.datetime) {
      if (!numbers.isDate(date.year, date.month, date.day)) return NULL;
      if (!numbers.isTime(hour, minute, second, microsecond, 0)) return NULL;
    }
    const clock = clockOf(hour, minute, second, 0);
    return values.datetimeOf(cls, dateOf(date.year, date.month, date.day), clock, microsecond, zone);
  }

  function ofTimestamp(args: Address, make: (seconds: number, microseconds: number) => Word): Word {
    const timestamp = timestampParts(library, argument(args, 1));
    return timestamp === undefined ? NULL : make(timestamp.seconds, timestamp.microseconds);
  }

  return {
    construct,
    classMethods: [
      {
        name: "now",
        parameters: "(cls, /, tz=None)",
        run(args) {
          const { seconds, microseconds } = now();
          return inZone(args, 1, seconds, microseconds);
        },
      },
      {
        name: "utcnow",
        parameters: "(cls)",
        run(args) {
          const { seconds, microseconds } = now();
          return atSeconds(argument(args, 0), seconds, microseconds, none, false);
        },
      },
      {
        name: "fromtimestamp",
        parameters: "(cls, timestamp, tz=None)",
        run: (args) => ofTimestamp(args, (seconds, microseconds) => inZone(args, 2, seconds, microseconds)),
      },
      {
        name: "utcfromtimestamp",
        parameters: "(cls, timestamp, /)",
        wording: "parse",
        run: (args) =>
          ofTimestamp(args, (seconds, microseconds) =>
            atSeconds(argument(args, 0), seconds, microseconds, none, false),
          ),
      },
      { name: "combine", parameters: "(cls, date, time, tzinfo=time.tzinfo)", run: combine },
      { name: "fromisoformat", parameters: "(cls, string, /)", run: fromIsoFormat },
      {
        name: "strptime",
        parameters: "(cls, string, format, /)",
        wording: "parse",
        run(args) {
          for (const index of [1, 2]) {
            const given = argument(args, index);
            const fault = `strptime() argument ${index} must be str, not ${realm.typeName(given)}`;
            if (kit.textOf(given, fault) === undefined) return NULL;
          }
          const given = [0, 1, 2].map((index) => argument(args, index));
          return modules.call("_strptime", "_strptime_datetime", ...given);
        },
      },
    ],
  };
}

const EOVERFLOW = 75;
const MIDNIGHT = { hour: 0, minute: 0, second: 0, microsecond: 0, offset: undefined };
