/// Numbers, days and offsets as text.

import { weekday } from "./calendar.js";

const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, "0"));

export const two = (value: number): string => TWO_DIGITS[value] ?? String(value);
const four = (value: number): string => String(value).padStart(4, "0");
export const six = (value: number): string => String(value).padStart(6, "0");

const DAY_NAMES: readonly string[] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTH_NAMES: readonly string[] = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A day and a time of it as the function `ctime` of C writes them, but for the year, which has four digits at least. */
export const ctime = (year: number, month: number, day: number, clock: string): string =>
  `${DAY_NAMES[weekday(year, month, day)]} ${MONTH_NAMES[month - 1]} ${String(day).padStart(2)} ${clock} ${four(year)}`;

/** A distance from Greenwich in microseconds, with as many parts as it needs: +01:30. */
export function offsetText(offset: number, separator: string): string {
  const sign = offset < 0 ? "-" : "+";
  const total = Math.abs(offset);
  const microsecond = total % 1e6;
  const seconds = (total - microsecond) / 1e6;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0 || microsecond !== 0) parts.push(seconds % 60);
  const text = sign + parts.map(two).join(separator);
  return microsecond === 0 ? text : `${text}.${six(microsecond)}`;
}
