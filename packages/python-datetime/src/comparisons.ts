import type { Comparison } from "@hotpy/python-objects";

export const COMPARISONS: readonly Comparison[] = ["eq", "ne", "lt", "le", "gt", "ge"];

/** Whether a comparison holds of two things of which the first is less (negative), equal (0) or more. */
export function holds(comparison: Comparison, difference: number): boolean {
  switch (comparison) {
    case "eq":
      return difference === 0;
    case "ne":
      return difference !== 0;
    case "lt":
      return difference < 0;
    case "le":
      return difference <= 0;
    case "gt":
      return difference > 0;
    case "ge":
      return difference >= 0;
  }
}
