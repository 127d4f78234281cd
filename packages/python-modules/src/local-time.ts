/// The host's time zone. Seconds count from 1970 in UTC.

/** Days from the beginning of a year. */
const dayOfYear = (year: number, time: number): number => Math.floor((time - Date.UTC(year, 0, 1)) / 86_400_000) + 1;

const offsetOf = (date: Date): number => Math.round(-date.getTimezoneOffset() * 60);

/** Whether daylight saving time holds: the offset is more than in one of the two solstices. */
function isSaving(date: Date): boolean {
  const [winter, summer] = [0, 6].map((month) => offsetOf(new Date(date.getFullYear(), month, 1)));
  return winter !== summer && offsetOf(date) === Math.max(winter, summer);
}

/** What local clocks show, and when. */
export interface LocalTime {
  /** Seconds east of Greenwich at a time; NaN where there is no such time. */
  offset(seconds: number): number;
  /** The zone's short name at a time. */
  zoneName(seconds: number): string;
  /** Year to second, the weekday (Monday is 0), the day of the year, and 1 where it is summer time; undefined: there is no such time. */
  fields(seconds: number, isLocal: boolean): number[] | undefined;
  /** When local clocks show this; NaN: never. */
  seconds(year: number, month: number, day: number, hour: number, minute: number, second: number): number;
}

export const localTime: LocalTime = {
  offset: (seconds) => offsetOf(new Date(seconds * 1000)),
  zoneName(seconds) {
    const date = new Date(seconds * 1000);
    if (offsetOf(date) === 0) return "UTC";
    const part = new Intl.DateTimeFormat("en-US", { timeZoneName: "short" })
      .formatToParts(date)
      .find(({ type }) => type === "timeZoneName");
    return part?.value ?? "";
  },
  fields(seconds, isLocal) {
    const date = new Date(seconds * 1000);
    if (Number.isNaN(date.getTime())) return undefined;
    const shifted = new Date(date.getTime() + (isLocal ? offsetOf(date) * 1000 : 0));
    const year = shifted.getUTCFullYear();
    return [
      year,
      shifted.getUTCMonth() + 1,
      shifted.getUTCDate(),
      shifted.getUTCHours(),
      shifted.getUTCMinutes(),
      shifted.getUTCSeconds(),
      (shifted.getUTCDay() + 6) % 7,
      dayOfYear(year, shifted.getTime()),
      isLocal && isSaving(date) ? 1 : 0,
    ];
  },
  seconds(year, month, day, hour, minute, second) {
    const date = new Date(2000, 0, 1);
    date.setFullYear(year, month - 1, day);
    date.setHours(hour, minute, second, 0);
    return date.getTime() / 1000;
  },
};
