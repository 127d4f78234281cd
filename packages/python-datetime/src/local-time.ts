/// The host's time zone. Seconds count from 1970 in UTC, local seconds are those that a local clock shows.

/** A change of the zone moves clocks by less. */
const MOST_SHIFT = 24 * 3600;

/** Seconds east of Greenwich at a time. */
export const offsetAt = (seconds: number): number => Math.round(-new Date(seconds * 1000).getTimezoneOffset() * 60);

/** What local clocks show at a time. */
const localAt = (seconds: number): number => seconds + offsetAt(seconds);

/** Whether local clocks show the time for the second time. */
export function isSecond(seconds: number): boolean {
  const shown = localAt(seconds);
  const change = shown - localAt(seconds - MOST_SHIFT) - MOST_SHIFT;
  return change < 0 && localAt(seconds + change) === shown;
}

/** When local clocks show this; the second time with `fold`. What they leave out is taken for the other side of the gap. */
export function whenLocal(local: number, fold: number): number {
  const before = localAt(local) - local;
  const first = local - before;
  const shownFirst = localAt(first);
  let other: number;
  if (shownFirst === local) {
    // There may be an earlier or later one.
    const probe = fold ? first + MOST_SHIFT : first - MOST_SHIFT;
    other = localAt(probe) - probe;
    if (before === other) return first;
  } else {
    other = shownFirst - first;
  }
  const second = local - other;
  if (localAt(second) === local) return second;
  if (shownFirst === local) return first;
  return fold ? Math.min(first, second) : Math.max(first, second);
}

/** The zone's short name at a time. */
export function zoneNameAt(seconds: number): string {
  if (offsetAt(seconds) === 0) return "UTC";
  const part = new Intl.DateTimeFormat("en-US", { timeZoneName: "short" })
    .formatToParts(new Date(seconds * 1000))
    .find(({ type }) => type === "timeZoneName");
  return part?.value ?? "";
}
