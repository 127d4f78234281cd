/// Time zones as POSIX writes them: `EST5EDT,M3.2.0,M11.1.0`.

import { isLeap } from "../leap-year.js";

/** What holds from one change of a zone to the next. */
export interface ZonePeriod {
  /** Seconds east of Greenwich. */
  readonly offset: number;
  readonly isSummer: boolean;
  readonly name: string;
}

/** A time zone. Seconds count from 1970 in UTC. */
export interface TimeZone {
  at(seconds: number): ZonePeriod;
}

/** When in a year clocks are changed: a day, and seconds of local time from its beginning. */
interface Change {
  /** Days from the first of January. */
  day(year: number): number;
  readonly time: number;
}

const SECONDS_OF_DAY = 86_400;
/** When a zone that has a summer time does not say when it begins and ends: as in the United States. */
const USUAL_RULES = ",M3.2.0,M11.1.0";
const TWO_O_CLOCK = 7200;
const FIRST_YEAR = 1970;

const NAME = `([A-Za-z]{3,}|<[A-Za-z0-9+-]+>)`;
const TIME = String.raw`([+-]?\d{1,3}(?::\d{1,2}(?::\d{1,2})?)?)`;
const ZONE = new RegExp(`^${NAME}${TIME}(?:${NAME}${TIME}?(,.*)?)?$`);
const RULE = new RegExp(String.raw`^(?:M(\d{1,2})\.(\d)\.(\d)|(J?)(\d{1,3}))(?:/${TIME})?$`);

const yearStart = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1) / 1000;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

function secondsOf(text: string): number {
  const [hours, minutes = 0, seconds = 0] = text.replace(/^[+-]/, "").split(":").map(Number);
  const total = hours * 3600 + minutes * 60 + seconds;
  return text.startsWith("-") ? -total : total;
}

/** Day of a weekday (Sunday is 0) in a month's week, where the fifth is the last. */
function dayOfWeek(year: number, month: number, week: number, weekday: number): number {
  const leap = isLeap(year) ? 1 : 0;
  const first = DAYS_BEFORE_MONTH[month - 1] + (month > 2 ? leap : 0);
  const next = DAYS_BEFORE_MONTH[month] + (month > 1 ? leap : 0);
  const weekdayOfFirst = (((4 + yearStart(year) / SECONDS_OF_DAY + first) % 7) + 7) % 7;
  let day = first + ((weekday - weekdayOfFirst + 7) % 7) + (week - 1) * 7;
  while (day >= next) day -= 7;
  return day;
}

function parseRule(text: string): Change | undefined {
  const found = RULE.exec(text);
  if (found === null) return undefined;
  const [, month, week, weekday, julian, day, time] = found;
  const seconds = time === undefined ? TWO_O_CLOCK : secondsOf(time);
  if (month !== undefined)
    return { time: seconds, day: (year) => dayOfWeek(year, Number(month), Number(week), Number(weekday)) };
  const number = Number(day);
  // Days after J do not count the 29th of February.
  if (julian === "J") return { time: seconds, day: (year) => number - 1 + (isLeap(year) && number >= 60 ? 1 : 0) };
  return { time: seconds, day: () => number };
}

const plainName = (name: string): string => name.replace(/[<>]/g, "");

/** The zone that a text describes; undefined: none. */
export function parsePosixZone(text: string): TimeZone | undefined {
  const found = ZONE.exec(text);
  if (found === null) return undefined;
  const [, name, west, summerName, summerWest, rules = USUAL_RULES] = found;
  // POSIX counts to the west; -0 is no offset.
  const offset = 0 - secondsOf(west);
  const standard: ZonePeriod = { offset, isSummer: false, name: plainName(name) };
  if (summerName === undefined) return { at: () => standard };
  const summer: ZonePeriod = {
    offset: summerWest === undefined ? offset + 3600 : 0 - secondsOf(summerWest),
    isSummer: true,
    name: plainName(summerName),
  };
  const [begins, ends] = rules.slice(1).split(",").map(parseRule);
  if (begins === undefined || ends === undefined) return undefined;
  return {
    at(seconds) {
      // Earlier years have no changes of their own, as in the GNU C library.
      const year = Math.max(FIRST_YEAR, new Date((seconds + offset) * 1000).getUTCFullYear());
      const start = yearStart(year);
      const from = start + begins.day(year) * SECONDS_OF_DAY + begins.time - offset;
      const to = start + ends.day(year) * SECONDS_OF_DAY + ends.time - summer.offset;
      const isSummer = from < to ? seconds >= from && seconds < to : seconds >= from || seconds < to;
      return isSummer ? summer : standard;
    },
  };
}
