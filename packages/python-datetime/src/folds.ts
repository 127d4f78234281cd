/// Times that local clocks show twice or never. Seconds count from 1970 in UTC, local seconds are those that a local clock shows.

import type { LocalTime } from "@hotpy/python-modules";
import { MAX_ORDINAL } from "@hotpy/python-objects";
import { EPOCH } from "./calendar.js";
import { SECONDS_OF_DAY } from "./values.js";

/** A change of the zone moves clocks by less. */
const MOST_SHIFT = 24 * 3600;
/** The years 1 to 9999. */
const FIRST = (1 - EPOCH) * SECONDS_OF_DAY;
const END = (MAX_ORDINAL + 1 - EPOCH) * SECONDS_OF_DAY;

export interface Folds {
  /** Whether local clocks show the time for the second time. */
  isSecond(seconds: number): boolean;
  /**
   * When local clocks show this; the second time with `fold`. What they leave out is taken for the other side of the gap. Undefined where a
   * time to compare with lies outside the years that dates have, as within a day of their ends.
   */
  when(local: number, fold: number): number | undefined;
}

export function createFolds(localTime: LocalTime): Folds {
  const localAt = (seconds: number): number => seconds + localTime.at(seconds).offset;
  const isOutside = (seconds: number): boolean => seconds < FIRST || seconds >= END;
  return {
    isSecond(seconds) {
      const shown = localAt(seconds);
      const change = shown - localAt(seconds - MOST_SHIFT) - MOST_SHIFT;
      return change < 0 && localAt(seconds + change) === shown;
    },
    when(local, fold) {
      const shown = localAt(local);
      const before = shown - local;
      const first = local - before;
      const shownFirst = localAt(first);
      if (isOutside(shown) || isOutside(shownFirst)) return undefined;
      let other: number;
      if (shownFirst === local) {
        // There may be an earlier or later one.
        const probe = fold ? first + MOST_SHIFT : first - MOST_SHIFT;
        if (isOutside(localAt(probe))) return undefined;
        other = localAt(probe) - probe;
        if (before === other) return first;
      } else {
        other = shownFirst - first;
      }
      const second = local - other;
      if (isOutside(localAt(second))) return undefined;
      if (localAt(second) === local) return second;
      if (shownFirst === local) return first;
      return fold ? Math.min(first, second) : Math.max(first, second);
    },
  };
}
