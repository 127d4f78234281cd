import { type Realm, SystemFault } from "@hotpy/python-objects";
import { environmentOf } from "../posix/environment.js";
import { parsePosixZone, type TimeZone, type ZonePeriod } from "./posix-zone.js";
import { parseZoneFile } from "./zone-file.js";

/// Local time. Seconds count from 1970 in UTC.

const SECONDS_OF_DAY = 86_400;
const SECONDS_OF_YEAR = 365.25 * SECONDS_OF_DAY;
/** By how much clocks are put forward in summer, where it is not known. */
const USUAL_SHIFT = 3600;
const DATABASE = "/usr/share/zoneinfo/";
const USUAL_ZONE = "/etc/localtime";
const UTC: ZonePeriod = { offset: 0, isSummer: false, name: "UTC" };

/** What local clocks show, and when. */
export interface LocalTime {
  /** What holds at a time. */
  at(seconds: number): ZonePeriod;
  /** Year to second, the weekday (Monday is 0), the day of the year, and 1 where it is summer time; undefined: there is no such time. */
  fields(seconds: number, isLocal: boolean): number[] | undefined;
  /** When local clocks show this; NaN: never. `isSummer`: 1 or 0 of which of two times is meant, -1: not known. */
  seconds(fields: readonly number[], isSummer: number): number;
  /** What holds this year, without and with summer time, which are the same where there is none. */
  both(): readonly [standard: ZonePeriod, summer: ZonePeriod];
  /** The zone is from now on what the environment says. */
  reset(): void;
}

const known = new WeakMap<Realm, LocalTime>();

/** That of a realm. */
export function localTimeOf(realm: Realm): LocalTime {
  const found = known.get(realm) ?? createLocalTime(realm);
  known.set(realm, found);
  return found;
}

/** The zone of JavaScript's host, where there are no files that say it. */
const hostZone: TimeZone = {
  at(seconds) {
    const date = new Date(seconds * 1000);
    const offsetOf = (each: Date): number => Math.round(-each.getTimezoneOffset() * 60);
    const offset = offsetOf(date);
    if (offset === 0) return UTC;
    const [winter, summer] = [0, 6].map((month) => offsetOf(new Date(date.getFullYear(), month, 1)));
    const name = new Intl.DateTimeFormat("en-US", { timeZoneName: "short" })
      .formatToParts(date)
      .find(({ type }) => type === "timeZoneName");
    return { offset, isSummer: winter !== summer && offset === Math.max(winter, summer), name: name?.value ?? "" };
  },
};

function createLocalTime(realm: Realm): LocalTime {
  const { files } = realm.platform;
  let zone: TimeZone | undefined;

  function fromFile(path: string): TimeZone | undefined {
    if (files === undefined) return undefined;
    try {
      return files.status(path)?.kind === "file" ? parseZoneFile(files.read(path)) : undefined;
    } catch (fault) {
      if (fault instanceof SystemFault) return undefined;
      throw fault;
    }
  }

  /** The zone that `TZ` names: a file of the database, or a rule. */
  function named(name: string): TimeZone {
    const plain = name.replace(/^:/, "");
    const path = plain.startsWith("/") ? plain : DATABASE + plain;
    const zone = plain === "" ? undefined : (fromFile(path) ?? parsePosixZone(plain));
    if (zone !== undefined) return zone;
    // What is no zone is UTC under the name with which it begins.
    const period = { ...UTC, name: /^[A-Za-z]{3,}/.exec(plain)?.[0] ?? UTC.name };
    return { at: () => period };
  }

  function current(): TimeZone {
    if (zone !== undefined) return zone;
    const name = environmentOf(realm).get("TZ");
    return (zone = name !== undefined ? named(name) : (fromFile(USUAL_ZONE) ?? hostZone));
  }

  const at = (seconds: number): ZonePeriod => current().at(seconds);

  /** A time at which summer time holds, or does not, as near as half a year; undefined: there is none. */
  function otherPeriod(seconds: number, isSummer: boolean): ZonePeriod | undefined {
    const months = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];
    return months.map((month) => at(seconds + month * 30 * SECONDS_OF_DAY)).find((each) => each.isSummer === isSummer);
  }

  return {
    at,
    both() {
      // The platform's clock is more exact than a year needs, and takes longer to be had in Node.js.
      const now = Date.now() / 1000;
      const start = now - (now % SECONDS_OF_YEAR);
      const [winter, summer] = [at(start), at(start + SECONDS_OF_YEAR / 2)];
      return winter.offset <= summer.offset ? [winter, summer] : [summer, winter];
    },
    reset() {
      zone = undefined;
    },
    fields(seconds, isLocal) {
      if (Number.isNaN(new Date(seconds * 1000).getTime())) return undefined;
      const { offset, isSummer } = isLocal ? at(seconds) : UTC;
      const shown = new Date((seconds + offset) * 1000);
      const year = shown.getUTCFullYear();
      const yearStart = new Date(0).setUTCFullYear(year, 0, 1);
      return [
        year,
        shown.getUTCMonth() + 1,
        shown.getUTCDate(),
        shown.getUTCHours(),
        shown.getUTCMinutes(),
        shown.getUTCSeconds(),
        (shown.getUTCDay() + 6) % 7,
        Math.floor((shown.getTime() - yearStart) / (SECONDS_OF_DAY * 1000)) + 1,
        isSummer ? 1 : 0,
      ];
    },
    seconds([year, month, day, hour, minute, second], isSummer) {
      const midnight = new Date(0).setUTCFullYear(year, month - 1, day) / 1000;
      const local = midnight + hour * 3600 + minute * 60 + second;
      if (Number.isNaN(local)) return Number.NaN;
      const around = [at(local - SECONDS_OF_DAY), at(local + SECONDS_OF_DAY)];
      const times = around.map(({ offset }) => local - offset).filter((time) => time + at(time).offset === local);
      const meant = isSummer < 0 ? times : times.filter((time) => at(time).isSummer === isSummer > 0);
      if (meant.length > 0) return meant[0];
      // What clocks leave out is taken for the time before.
      const usual = times[0] ?? local - around[0].offset;
      if (isSummer < 0 || (times.length === 0 && around.some((each) => each.isSummer === isSummer > 0))) return usual;
      // What is said to be summer time, and is not, is taken for what it would be in summer time, and the other way round.
      const other = otherPeriod(local, isSummer > 0);
      if (other !== undefined) return local - other.offset;
      return usual + (isSummer > 0 ? -USUAL_SHIFT : USUAL_SHIFT);
    },
  };
}
