import { expect, test } from "vitest";
import { linearise } from "./mro.js";

/** A hierarchy by name: bases of each class. */
function mroIn(hierarchy: Record<number, number[]>): (type: number) => number[] {
  const mroOf = (type: number): number[] => [type, ...(linearise(hierarchy[type], mroOf) ?? [])];
  return mroOf;
}

test("a diamond lists the common base once, after all that derive from it", () => {
  const [OBJECT, BASE, LEFT, RIGHT, BOTH] = [1, 2, 3, 4, 5];
  const mroOf = mroIn({ [OBJECT]: [], [BASE]: [OBJECT], [LEFT]: [BASE], [RIGHT]: [BASE], [BOTH]: [LEFT, RIGHT] });
  expect(mroOf(BOTH)).toEqual([BOTH, LEFT, RIGHT, BASE, OBJECT]);
});

test("bases in an order against their own have no linearisation", () => {
  const mroOf = mroIn({ 1: [], 2: [1], 3: [2] });
  expect(linearise([2, 3], mroOf)).toBeUndefined();
});
