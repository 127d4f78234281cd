/// The proleptic Gregorian calendar: days are counted from 1, the first of January of the year 1. A date is year << 16 | month << 8 | day.

const DAYS_IN_400_YEARS: i32 = 146097;
const DAYS_IN_100_YEARS: i32 = 36524;
const DAYS_IN_4_YEARS: i32 = 1461;

function isLeap(year: i32): bool {
  return (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a year before a month. */
function daysBeforeMonth(year: i32, month: i32): i32 {
  // From March on each five months have 153 days.
  if (month <= 2) return month === 2 ? 31 : 0;
  return (153 * (month - 3) + 2) / 5 + (isLeap(year) ? 60 : 59);
}

export function ordinalOf(date: u32): i32 {
  const year = <i32>(date >>> 16);
  const before = year - 1;
  const years = before * 365 + before / 4 - before / 100 + before / 400;
  return years + daysBeforeMonth(year, (date >>> 8) & 255) + <i32>(date & 255);
}

/** The date of a day from 1 on. */
export function dateOfOrdinal(ordinal: i32): i32 {
  let rest = ordinal - 1;
  const in400 = rest / DAYS_IN_400_YEARS;
  rest -= in400 * DAYS_IN_400_YEARS;
  const in100 = rest / DAYS_IN_100_YEARS;
  rest -= in100 * DAYS_IN_100_YEARS;
  const in4 = rest / DAYS_IN_4_YEARS;
  rest -= in4 * DAYS_IN_4_YEARS;
  const years = rest / 365;
  rest -= years * 365;
  const year = in400 * 400 + in100 * 100 + in4 * 4 + years + 1;
  // The last day of a leap year, or of 400 years.
  if (years === 4 || in100 === 4) return ((year - 1) << 16) | (12 << 8) | 31;
  // Never too early, at most one month too late.
  let month = (rest + 50) >> 5;
  if (daysBeforeMonth(year, month) > rest) month--;
  return (year << 16) | (month << 8) | (rest - daysBeforeMonth(year, month) + 1);
}
