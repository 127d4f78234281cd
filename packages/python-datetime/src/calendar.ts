/// The proleptic Gregorian calendar: days are counted from 1, the first of January of the year 1.

import { isLeap } from "@hotpy/python-modules";

export const MIN_YEAR = 1;
export const MAX_YEAR = 9999;
/** Day of 1970-01-01. */
export const EPOCH = 719_163;

const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_IN_400_YEARS = 146_097;
const DAYS_IN_100_YEARS = 36_524;
const DAYS_IN_4_YEARS = 1461;

export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A week of ISO 8601 and a day in it: Monday is 1. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
  readonly weekday: number;
}

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month];

const daysBeforeMonth = (year: number, month: number): number =>
  DAYS_BEFORE_MONTH[month] + (month > 2 && isLeap(year) ? 1 : 0);

function daysBeforeYear(year: number): number {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
}

export const dayOfYear = (year: number, month: number, day: number): number => daysBeforeMonth(year, month) + day;

export const toOrdinal = (year: number, month: number, day: number): number =>
  daysBeforeYear(year) + dayOfYear(year, month, day);

export function fromOrdinal(ordinal: number): YearMonthDay {
  let rest = ordinal - 1;
  const in400 = Math.floor(rest / DAYS_IN_400_YEARS);
  rest -= in400 * DAYS_IN_400_YEARS;
  const in100 = Math.floor(rest / DAYS_IN_100_YEARS);
  rest -= in100 * DAYS_IN_100_YEARS;
  const in4 = Math.floor(rest / DAYS_IN_4_YEARS);
  rest -= in4 * DAYS_IN_4_YEARS;
  const years = Math.floor(rest / 365);
  rest -= years * 365;
  const year = in400 * 400 + in100 * 100 + in4 * 4 + years + 1;
  // The last day of a leap year, or of 400 years.
  if (years === 4 || in100 === 4) return { year: year - 1, month: 12, day: 31 };
  // Never too early, at most one month too late.
  let month = (rest + 50) >> 5;
  let before = daysBeforeMonth(year, month);
  if (before > rest) {
    month--;
    before = daysBeforeMonth(year, month);
  }
  return { year, month, day: rest - before + 1 };
}

/** Monday is 0. */
export const weekday = (year: number, month: number, day: number): number => (toOrdinal(year, month, day) + 6) % 7;

/** Day of the Monday with which the first week of a year begins: the week that has the year's first Thursday. */
function firstMonday(year: number): number {
  const first = toOrdinal(year, 1, 1);
  const day = (first + 6) % 7;
  return first - day + (day > 3 ? 7 : 0);
}

export function toIsoWeek(year: number, month: number, day: number): IsoWeek {
  const today = toOrdinal(year, month, day);
  const weekday = ((today + 6) % 7) + 1;
  let monday = firstMonday(year);
  if (today < monday) monday = firstMonday(--year);
  else if (today >= firstMonday(year + 1)) monday = firstMonday(++year);
  return { year, week: Math.floor((today - monday) / 7) + 1, weekday };
}

/** The date of a day of a week, which may be past the last year; or which part of it there is not. */
export function fromIsoWeek({ year, week, weekday }: IsoWeek): YearMonthDay | "year" | "week" | "weekday" {
  if (year < MIN_YEAR || year > MAX_YEAR) return "year";
  if (week < 1 || week > 53) return "week";
  const monday = firstMonday(year);
  if (week === 53 && firstMonday(year + 1) - monday < 53 * 7) return "week";
  if (weekday < 1 || weekday > 7) return "weekday";
  return fromOrdinal(monday + (week - 1) * 7 + weekday - 1);
}
