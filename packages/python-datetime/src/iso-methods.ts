import { NULL, type Word } from "@hotpy/memory";
import { createAsciiWriter } from "./ascii-writer.js";
import type { Kit } from "./kit.js";

/** What the methods `isoformat` and `fromisoformat` of times and datetimes share. */
export interface IsoTexts {
  /** The argument `timespec`, or "auto"; undefined: raised. */
  timespec(word: Word, position: number): string | undefined;
  ofDate(date: Word): Word;
  /** A time's text with its offset; NULL: raised. May collect. */
  ofTime(time: Word, timespec: string): Word;
  /** The same of a datetime, which may be of a class that refines it. The separator is an ASCII character. */
  ofDatetime(self: Word, separator: number, timespec: string): Word;
  /** None, or the timezone of an offset that a text had; NULL: raised. */
  zoneOf(offset: number | undefined): Word;
  /** Raises ValueError. May collect. */
  invalid(text: Word): typeof NULL;
}

export function createIsoTexts(kit: Kit): IsoTexts {
  const { library, values, offsets } = kit;
  const { realm } = library;
  const { hour, minute, second, microsecond, zone } = values;

  const writer = createAsciiWriter(library);

  /** False: raised. */
  function isTimespec(timespec: string): boolean {
    if (!TIMESPECS.has(timespec)) realm.raise("ValueError", "Unknown timespec value");
    return TIMESPECS.has(timespec);
  }

  /** Writes a clock, as far as its `timespec` says. */
  function putClock(time: Word, timespec: string): void {
    const fraction = microsecond(time);
    writer.padded(hour(time), 2);
    if (timespec === "hours") return;
    writer.character(COLON);
    writer.padded(minute(time), 2);
    if (timespec === "minutes") return;
    writer.character(COLON);
    writer.padded(second(time), 2);
    if (timespec === "seconds" || (timespec === "auto" && fraction === 0)) return;
    writer.character(DOT);
    if (timespec === "milliseconds") writer.padded(Math.floor(fraction / 1000), 3);
    else writer.padded(fraction, 6);
  }

  function putDate(date: Word): void {
    writer.padded(values.year(date), 4);
    writer.character(DASH);
    writer.padded(values.month(date), 2);
    writer.character(DASH);
    writer.padded(values.day(date), 2);
  }

  return {
    ofDate(date) {
      writer.start();
      putDate(date);
      return writer.finish();
    },
    timespec(word, position) {
      if (word === NULL) return "auto";
      return kit.textOf(word, `isoformat() argument ${position} must be str, not ${realm.typeName(word)}`);
    },
    ofTime: (time, timespec) =>
      values.keeping([time], (kept) => {
        if (!isTimespec(timespec)) return NULL;
        const offset = offsets.text(zone(time), realm.none, ":");
        if (offset === undefined) return NULL;
        writer.start();
        putClock(kept(), timespec);
        writer.text(offset);
        return writer.finish();
      }),
    ofDatetime(self, separator, timespec) {
      if (!isTimespec(timespec)) return NULL;
      const put = (datetime: Word, offset: string): Word => {
        writer.start();
        putDate(datetime);
        writer.character(separator);
        putClock(datetime, timespec);
        writer.text(offset);
        return writer.finish();
      };
      const value = realm.valueOf(self);
      if (zone(value) === realm.none) return put(value, "");
      return values.keeping([self], (kept) => {
        const offset = offsets.text(zone(value), self, ":");
        return offset === undefined ? NULL : put(realm.valueOf(kept()), offset);
      });
    },
    zoneOf(offset) {
      if (offset === undefined) return realm.none;
      return offsets.timezone(values.timedelta(0, 0, offset), NULL);
    },
    invalid(text) {
      const shown = realm.repr(text);
      if (shown === NULL) return NULL;
      return realm.raise("ValueError", `Invalid isoformat string: ${realm.strings.toJS(shown)}`);
    },
  };
}

const TIMESPECS = new Set(["auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"]);
const COLON = 58;
const DOT = 46;
const DASH = 45;
