/// The text of `strftime`, as the C library makes it in the locale "C".

import { isLeap } from "./leap-year.js";

/** A broken-down time, in the ranges of C's `struct tm` but for the weekday (Monday is 0), and month and day of the year, which count from 1. */
export interface TimeFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
  readonly yearDay: number;
}

/** What a format may ask for beside the fields. */
export interface TimeFormatHost {
  zone(): string;
  /** Seconds east of Greenwich; undefined: not known. */
  offset(): number | undefined;
  /** Seconds since 1970 of the fields as local time. */
  seconds(): number;
}

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [..."January February March April May June July August September October November December".split(" ")];

const daysOf = (year: number): number => (isLeap(year) ? 366 : 365);

/** The week of ISO 8601 in which a day is, and its year. */
function isoWeek({ year, weekday, yearDay }: TimeFields): readonly [year: number, week: number] {
  let thursday = yearDay - weekday + 3;
  let of = year;
  if (thursday < 1) {
    of--;
    thursday += daysOf(of);
  } else if (thursday > daysOf(of)) {
    thursday -= daysOf(of);
    of++;
  }
  return [of, Math.floor((thursday - 1) / 7) + 1];
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, "0"));
const two = (value: number): string => TWO_DIGITS[value];
const blanks = (value: number): string => String(value).padStart(2);

type Expansion = (fields: TimeFields, host: TimeFormatHost) => string;

const clock: Expansion = ({ hour, minute, second }) => `${two(hour)}:${two(minute)}:${two(second)}`;
const half: Expansion = ({ hour }) => (hour < 12 ? "AM" : "PM");
const twelve = (hour: number): number => hour % 12 || 12;
const inCentury = (year: number): string => two(((year % 100) + 100) % 100);
const shortDay: Expansion = ({ weekday }) => DAYS[weekday].slice(0, 3);
const shortMonth: Expansion = ({ month }) => MONTHS[month - 1].slice(0, 3);
const american: Expansion = ({ month, day, year }) => `${two(month)}/${two(day)}/${inCentury(year)}`;

/** Seconds east of Greenwich as hours and minutes. */
function offsetText(_: TimeFields, host: TimeFormatHost): string {
  const offset = host.offset();
  if (offset === undefined) return "";
  const size = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 3600))}${two(Math.floor(size / 60) % 60)}`;
}

/** What stands for a letter. */
const EXPANSIONS: ReadonlyMap<string, Expansion> = new Map<string, Expansion>([
  ["a", shortDay],
  ["A", ({ weekday }) => DAYS[weekday]],
  ["b", shortMonth],
  ["h", shortMonth],
  ["B", ({ month }) => MONTHS[month - 1]],
  [
    "c",
    (fields, host) =>
      `${shortDay(fields, host)} ${shortMonth(fields, host)} ${blanks(fields.day)} ${clock(fields, host)} ${fields.year}`,
  ],
  ["C", ({ year }) => String(Math.floor(year / 100))],
  ["d", ({ day }) => two(day)],
  ["D", american],
  ["x", american],
  ["e", ({ day }) => blanks(day)],
  ["F", ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`],
  ["g", (fields) => inCentury(isoWeek(fields)[0])],
  ["G", (fields) => String(isoWeek(fields)[0])],
  ["H", ({ hour }) => two(hour)],
  ["I", ({ hour }) => two(twelve(hour))],
  ["j", ({ yearDay }) => String(yearDay).padStart(3, "0")],
  ["k", ({ hour }) => blanks(hour)],
  ["l", ({ hour }) => blanks(twelve(hour))],
  ["m", ({ month }) => two(month)],
  ["M", ({ minute }) => two(minute)],
  ["n", () => "\n"],
  ["p", half],
  ["P", (fields, host) => half(fields, host).toLowerCase()],
  [
    "r",
    (fields, host) => `${two(twelve(fields.hour))}:${two(fields.minute)}:${two(fields.second)} ${half(fields, host)}`,
  ],
  ["R", ({ hour, minute }) => `${two(hour)}:${two(minute)}`],
  ["s", (_, host) => String(host.seconds())],
  ["S", ({ second }) => two(second)],
  ["t", () => "\t"],
  ["T", clock],
  ["X", clock],
  ["u", ({ weekday }) => String(weekday + 1)],
  ["U", ({ weekday, yearDay }) => two(Math.floor((yearDay + 6 - ((weekday + 1) % 7)) / 7))],
  ["V", (fields) => two(isoWeek(fields)[1])],
  ["w", ({ weekday }) => String((weekday + 1) % 7)],
  ["W", ({ weekday, yearDay }) => two(Math.floor((yearDay + 6 - weekday) / 7))],
  ["y", ({ year }) => inCentury(year)],
  ["Y", ({ year }) => String(year)],
  ["z", offsetText],
  ["Z", (_, host) => host.zone()],
  ["%", () => "%"],
]);

/** Letters that stand for one number, whose padding flags change. */
const NUMBERS = "CdegGHIjklmMSuUVwWyYs";
/** Letters whose text the flag `#` makes capitals of, and those of which it makes small letters. */
const CAPITALS = "aAbBh";
const SMALL = "pZ";

/** What a flag makes of the text of a letter: `-` leaves out padding, `_` and `0` say what it is, `^` makes capitals, `#` the other case. */
function flagged(letter: string, text: string, flag: string): string {
  if (flag === "^") return letter === "P" ? text : text.toUpperCase();
  if (flag === "#") {
    if (CAPITALS.includes(letter)) return text.toUpperCase();
    return SMALL.includes(letter) ? text.toLowerCase() : text;
  }
  // The sign stands before the padding.
  const sign = letter === "z" ? text.slice(0, 1) : "";
  if (sign === "" && !NUMBERS.includes(letter)) return text;
  const digits = text.slice(sign.length);
  const padded = /^[0 ]*(?=\d)/.exec(digits)?.[0].length ?? 0;
  const padding = flag === "-" ? "" : (flag === "_" ? " " : "0").repeat(padded);
  return sign + padding + digits.slice(padded);
}

/** A text in a field that is wider. */
function widened(letter: string, text: string, flag: string, width: number): string {
  const isNumber = NUMBERS.includes(letter) && !BLANK.includes(letter);
  const fill = flag === "0" || (isNumber && flag !== "_" && flag !== "-") ? "0" : " ";
  if (fill === " ") return text.padStart(width);
  const digits = text.replace(/^ +/, "");
  return digits.startsWith("-") ? `-${digits.slice(1).padStart(width - 1, fill)}` : digits.padStart(width, fill);
}
/** Letters of numbers that have blanks in front. */
const BLANK = "ekl";

/** What stands between the percent sign and the letter: flags, a width, and that the locale's other form is meant. */
const DIRECTIVE = /%([-_0^#]*)(\d*)([EO]?)(.)/sy;
/** Letters that have no such other form. */
const WITHOUT_FORM: Readonly<Record<string, string>> = { "": "", E: "aAbBdDeFgGhHIjklmMSUVwW", O: "aAcDFxXY" };

/** How much room CPython gives C at first, and for how many characters to one of the format at most: what is longer becomes nothing. */
const LEAST_ROOM = 1024;
const ROOM_OF_CHARACTER = 256;

/** What a format makes of a time. What it does not know stays as it is. */
export function formatTime(format: string, fields: TimeFields, host: TimeFormatHost): string {
  let room = LEAST_ROOM;
  while (room < ROOM_OF_CHARACTER * format.length) room *= 2;
  let result = "";
  let start = 0;
  for (let at = format.indexOf("%"); at >= 0; at = format.indexOf("%", start)) {
    result += format.slice(start, at);
    const plain = EXPANSIONS.get(format.charAt(at + 1));
    if (plain !== undefined) {
      result += plain(fields, host);
      start = at + 2;
      continue;
    }
    DIRECTIVE.lastIndex = at;
    const found = DIRECTIVE.exec(format);
    if (found === null) {
      start = at;
      break;
    }
    const [whole, flags, width, form, letter] = found;
    const text = WITHOUT_FORM[form].includes(letter) ? undefined : EXPANSIONS.get(letter)?.(fields, host);
    start = at + whole.length;
    if (text === undefined) {
      result += whole;
      continue;
    }
    const flag = flags.slice(-1);
    const shown = flag === "" ? text : flagged(letter, text, flag);
    result += width === "" ? shown : widened(letter, shown, flag, Math.min(Number(width), room));
  }
  result += format.slice(start);
  return result.length < room ? result : "";
}
