import { expect, test } from "vitest";
import { gainOf, Profit } from "./profit.js";

/** How often in a row a root must be visited before it is to rest; 0: never. */
function visitsUntilRest(profit: Profit, instructions: number, hasReturned = true): number {
  for (let count = 1; count <= 1000; count++) if (profit.visit(gainOf(instructions, hasReturned)) > 0) return count;
  return 0;
}

test("a root that returns time and again with little done rests, and rests again soon", () => {
  const profit = new Profit();
  const first = visitsUntilRest(profit, 20);
  expect(first).toBeGreaterThan(10);
  const second = visitsUntilRest(profit, 20);
  expect(second).toBeGreaterThan(0);
  expect(second).toBeLessThan(first);
});

test("leaving at an exit costs more than returning", () => {
  expect(visitsUntilRest(new Profit(), 20, false)).toBeLessThan(visitsUntilRest(new Profit(), 20));
});

test("rests grow, up to a limit, and are short again after what has paid", () => {
  const profit = new Profit();
  const rests = (): number[] =>
    Array.from({ length: 100 }, () => profit.visit(gainOf(0, false))).filter((rest) => rest > 0);
  const grown = rests();
  expect(grown.slice(0, 2)).toEqual([1, 2]);
  expect(Math.max(...grown)).toBe(grown[grown.length - 1]);
  for (let i = 0; i < 100; i++) profit.visit(gainOf(10_000, false));
  expect(rests()[0]).toBe(1);
});

test("work makes up for visits with little done", () => {
  const profit = new Profit();
  expect(visitsUntilRest(profit, 3000, false)).toBe(0);
  const rests = Array.from({ length: 1000 }, (_, i) => profit.visit(gainOf(i % 10 === 0 ? 6000 : 20, true)));
  expect(rests.every((rest) => rest === 0)).toBe(true);
});
