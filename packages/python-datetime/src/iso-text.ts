/// Reading what `isoformat()` writes, and most else that ISO 8601 allows: as `fromisoformat()` of Python 3.11, step by step.

import { fromIsoWeek, type YearMonthDay } from "./calendar.js";

export interface IsoTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** Microseconds east of Greenwich; undefined: there is no zone. */
  readonly offset: number | undefined;
}

/** A part of a text from one place to before another. Behind the text there are characters of code 0, as in C. */
interface Digits {
  readonly value: number;
  readonly end: number;
}

const ZERO = 48;
const DASH = 45;
const COLON = 58;
const WEEK = 87;
const ZULU = 90;
const PLUS = 43;

const codeAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0);
const isDigit = (code: number): boolean => code >= ZERO && code <= ZERO + 9;

/** A number of so many digits; undefined: there are fewer. */
function digits(text: string, at: number, count: number): Digits | undefined {
  let value = 0;
  for (let i = 0; i < count; i++) {
    const code = codeAt(text, at + i);
    if (!isDigit(code)) return undefined;
    value = value * 10 + code - ZERO;
  }
  return { value, end: at + count };
}

/** The date that the first `length` characters are; undefined: they are none. */
export function parseIsoDate(text: string, length: number): YearMonthDay | undefined {
  const year = digits(text, 0, 4);
  if (year === undefined) return undefined;
  let at = year.end;
  const hasDashes = codeAt(text, at) === DASH;
  if (hasDashes) at++;
  if (codeAt(text, at) === WEEK) {
    const week = digits(text, at + 1, 2);
    if (week === undefined) return undefined;
    at = week.end;
    let weekday = 1;
    if (at < length) {
      if (hasDashes && codeAt(text, at++) !== DASH) return undefined;
      const day = digits(text, at, 1);
      if (day === undefined) return undefined;
      weekday = day.value;
    }
    const date = fromIsoWeek({ year: year.value, week: week.value, weekday });
    return typeof date === "string" ? undefined : date;
  }
  const month = digits(text, at, 2);
  if (month === undefined) return undefined;
  at = month.end;
  if (hasDashes && codeAt(text, at++) !== DASH) return undefined;
  const day = digits(text, at, 2);
  return day === undefined ? undefined : { year: year.value, month: month.value, day: day.value };
}

/** Where the date ends in the text of a date and a time of at least seven characters; undefined: nowhere. */
export function findSeparator(text: string): number | undefined {
  const { length } = text;
  if (length === 7) return 7;
  if (codeAt(text, 4) === DASH) {
    if (codeAt(text, 5) !== WEEK) return 10;
    if (length <= 8 || codeAt(text, 8) !== DASH) return 8;
    if (length === 9) return undefined;
    // With a digit behind it, the dash is rather what separates date and time.
    return length > 10 && isDigit(codeAt(text, 10)) ? 8 : 10;
  }
  if (codeAt(text, 4) !== WEEK) return 8;
  let at = 7;
  while (at < length && isDigit(codeAt(text, at))) at++;
  if (at < 9) return at;
  return at % 2 === 0 ? 7 : 8;
}

const POWERS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

interface Clock {
  readonly fields: readonly [hour: number, minute: number, second: number];
  readonly microsecond: number;
  /** Something stands behind it. */
  readonly goesOn: boolean;
}

function parseClock(text: string, start: number, end: number): Clock | undefined {
  const fields: [number, number, number] = [0, 0, 0];
  let at = start;
  let hasColons = true;
  for (let i = 0; i < 3; i++) {
    const field = digits(text, at, 2);
    if (field === undefined) return undefined;
    fields[i] = field.value;
    const next = codeAt(text, field.end);
    at = field.end + 1;
    if (i === 0) hasColons = next === COLON;
    if (at >= end) return { fields, microsecond: 0, goesOn: next !== 0 };
    if (hasColons && next === COLON) continue;
    if (next === 46 || next === 44) break;
    if (hasColons) return undefined;
    at--;
  }
  const count = Math.min(end - at, 6);
  const fraction = digits(text, at, count);
  if (fraction === undefined) return undefined;
  at = fraction.end;
  // Further digits are left out.
  while (isDigit(codeAt(text, at))) at++;
  return { fields, microsecond: fraction.value * POWERS[6 - count], goesOn: codeAt(text, at) !== 0 };
}

const isZone = (code: number): boolean => code === PLUS || code === DASH || code === ZULU;

/** The time that a text is from a place on; undefined: it is none. */
export function parseIsoTime(text: string, start: number): IsoTime | undefined {
  const end = text.length;
  let zone = start;
  do {
    if (isZone(codeAt(text, zone))) break;
  } while (++zone < end);
  const clock = parseClock(text, start, zone);
  if (clock === undefined) return undefined;
  const [hour, minute, second] = clock.fields;
  const { microsecond } = clock;
  if (zone >= end) return clock.goesOn ? undefined : { hour, minute, second, microsecond, offset: undefined };
  if (codeAt(text, zone) === ZULU) return zone + 1 < end ? undefined : { hour, minute, second, microsecond, offset: 0 };
  const distance = parseClock(text, zone + 1, end);
  if (distance === undefined || distance.goesOn) return undefined;
  const seconds = distance.fields[0] * 3600 + distance.fields[1] * 60 + distance.fields[2];
  // As in CPython, a distance of less than a second is none.
  const offset = seconds === 0 ? 0 : seconds * 1e6 + distance.microsecond;
  return { hour, minute, second, microsecond, offset: codeAt(text, zone) === DASH ? -offset : offset };
}
