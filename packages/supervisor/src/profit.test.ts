import { expect, test } from "vitest";
import { Profit } from "./profit.js";

/** How often in a row a root must return before it is said to be idle; 0: never. */
function returnsUntilIdle(profit: Profit, instructions: number): number {
  for (let count = 1; count <= 1000; count++) if (profit.noteReturn(instructions)) return count;
  return 0;
}

test("a root that returns time and again with little done is idle, and is asked anew later", () => {
  const profit = new Profit();
  const first = returnsUntilIdle(profit, 20);
  expect(first).toBeGreaterThan(1);
  expect(returnsUntilIdle(profit, 20)).toBe(first);
});

test("work makes up for returns, and clears what was counted", () => {
  const profit = new Profit();
  expect(returnsUntilIdle(profit, 1000)).toBe(0);
  const idle = Array.from({ length: 1000 }, (_, i) => profit.noteReturn(i % 10 === 0 ? 1000 : 20));
  expect(idle).not.toContain(true);
});
