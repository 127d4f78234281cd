/// Times that local clocks show twice or never. Seconds count from 1970 in UTC, local seconds are those that a local clock shows.

import type { LocalTime } from "@hotpy/python-modules";

/** A change of the zone moves clocks by less. */
const MOST_SHIFT = 24 * 3600;

export interface Folds {
  /** Whether local clocks show the time for the second time. */
  isSecond(seconds: number): boolean;
  /** When local clocks show this; the second time with `fold`. What they leave out is taken for the other side of the gap. */
  when(local: number, fold: number): number;
}

export function createFolds(localTime: LocalTime): Folds {
  const localAt = (seconds: number): number => seconds + localTime.at(seconds).offset;
  return {
    isSecond(seconds) {
      const shown = localAt(seconds);
      const change = shown - localAt(seconds - MOST_SHIFT) - MOST_SHIFT;
      return change < 0 && localAt(seconds + change) === shown;
    },
    when(local, fold) {
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
    },
  };
}
