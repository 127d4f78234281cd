/// What `_datetime` makes, for its kernel functions; see kernel/moments.ts.

/**
 * In order, the kinds of objects whose shapes follow each other: that of timedelta is the first.
 *
 *            date        time               datetime           timedelta
 *   + 8      the date    0                  the date           days
 *   + 12                 the clock          the clock          seconds
 *   + 16                 microseconds       microseconds       microseconds
 *   + 20                 zone, or None      zone, or None
 *
 * A date is year << 16 | month << 8 | day, a clock fold << 24 | hour << 16 | minute << 8 | second: each part is a byte in what is pickled, and
 * what comes from there is not looked at closely.
 */
export const MOMENT_TIMEDELTA = 0;
export const MOMENT_DATE = 1;
export const MOMENT_TIME = 4;
export const MOMENT_DATETIME = 5;
export const DATE_PARTS = 8;
export const CLOCK_PARTS = 12;
export const CLOCK_MICROSECOND = 16;
export const CLOCK_ZONE = 20;
export const DELTA_DAYS = 8;
export const DELTA_SECONDS = 12;
export const DELTA_MICROSECONDS = 16;
export const CLOCK_FOLD = 1 << 24;

/** Largest magnitude of a timedelta's days. */
export const MOST_DAYS = 999_999_999;
/** Day of 9999-12-31. */
export const MAX_ORDINAL = 3_652_059;
