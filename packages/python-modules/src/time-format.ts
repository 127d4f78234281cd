/// The text of `strftime`, as the C library makes it in the locale "C".

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

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
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

const zeros = (value: number, width: number): string => String(value).padStart(width, "0");
const blanks = (value: number): string => String(value).padStart(2);

/** What stands for a letter; undefined: it means nothing. */
function expand(letter: string, fields: TimeFields, host: TimeFormatHost): string | undefined {
  const { year, month, day, hour, minute, second, weekday, yearDay } = fields;
  const twelve = hour % 12 || 12;
  const half = hour < 12 ? "AM" : "PM";
  const inYear = ((year % 100) + 100) % 100;
  const clock = (): string => `${zeros(hour, 2)}:${zeros(minute, 2)}:${zeros(second, 2)}`;
  switch (letter) {
    case "a":
      return DAYS[weekday].slice(0, 3);
    case "A":
      return DAYS[weekday];
    case "b":
    case "h":
      return MONTHS[month - 1].slice(0, 3);
    case "B":
      return MONTHS[month - 1];
    case "c":
      return `${DAYS[weekday].slice(0, 3)} ${MONTHS[month - 1].slice(0, 3)} ${blanks(day)} ${clock()} ${year}`;
    case "C":
      return String(Math.floor(year / 100));
    case "d":
      return zeros(day, 2);
    case "D":
    case "x":
      return `${zeros(month, 2)}/${zeros(day, 2)}/${zeros(inYear, 2)}`;
    case "e":
      return blanks(day);
    case "F":
      return `${year}-${zeros(month, 2)}-${zeros(day, 2)}`;
    case "g":
      return zeros(((isoWeek(fields)[0] % 100) + 100) % 100, 2);
    case "G":
      return String(isoWeek(fields)[0]);
    case "H":
      return zeros(hour, 2);
    case "I":
      return zeros(twelve, 2);
    case "j":
      return zeros(yearDay, 3);
    case "k":
      return blanks(hour);
    case "l":
      return blanks(twelve);
    case "m":
      return zeros(month, 2);
    case "M":
      return zeros(minute, 2);
    case "n":
      return "\n";
    case "p":
      return half;
    case "P":
      return half.toLowerCase();
    case "r":
      return `${zeros(twelve, 2)}:${zeros(minute, 2)}:${zeros(second, 2)} ${half}`;
    case "R":
      return `${zeros(hour, 2)}:${zeros(minute, 2)}`;
    case "s":
      return String(host.seconds());
    case "S":
      return zeros(second, 2);
    case "t":
      return "\t";
    case "T":
    case "X":
      return clock();
    case "u":
      return String(weekday + 1);
    case "U":
      return zeros(Math.floor((yearDay + 6 - ((weekday + 1) % 7)) / 7), 2);
    case "V":
      return zeros(isoWeek(fields)[1], 2);
    case "w":
      return String((weekday + 1) % 7);
    case "W":
      return zeros(Math.floor((yearDay + 6 - weekday) / 7), 2);
    case "y":
      return zeros(inYear, 2);
    case "Y":
      return String(year);
    case "z": {
      const offset = host.offset();
      if (offset === undefined) return "";
      const size = Math.abs(offset);
      return `${offset < 0 ? "-" : "+"}${zeros(Math.floor(size / 3600), 2)}${zeros(Math.floor(size / 60) % 60, 2)}`;
    }
    case "Z":
      return host.zone();
    case "%":
      return "%";
    default:
      return undefined;
  }
}

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
  return fill === "0" ? text.trimStart().padStart(width, fill) : text.padStart(width, fill);
}
/** Letters of numbers that have blanks in front. */
const BLANK = "ekl";

/** What stands between the percent sign and the letter: flags, a width, and that the locale's other form is meant. */
const DIRECTIVE = /%([-_0^#]*)(\d*)[EO]?(.)/gs;

/** How much room CPython gives C at first, and for how many characters to one of the format at most: what is longer becomes nothing. */
const LEAST_ROOM = 1024;
const ROOM_OF_CHARACTER = 256;

/** What a format makes of a time. What it does not know stays as it is. */
export function formatTime(format: string, fields: TimeFields, host: TimeFormatHost): string {
  let room = LEAST_ROOM;
  while (room < ROOM_OF_CHARACTER * format.length) room *= 2;
  const result = format.replace(DIRECTIVE, (whole, flags: string, width: string, letter: string) => {
    const text = expand(letter, fields, host);
    if (text === undefined) return whole;
    if (flags === "" && width === "") return text;
    const flag = flags.slice(-1);
    const shown = flag === "" ? text : flagged(letter, text, flag);
    return width === "" ? shown : widened(letter, shown, flag, Math.min(Number(width), room));
  });
  return result.length < room ? result : "";
}
