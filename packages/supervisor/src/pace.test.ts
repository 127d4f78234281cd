import { expect, test } from "vitest";
import { Pace } from "./pace.js";

function createClock(): { now: () => number; pass(milliseconds: number): void } {
  let time = 1000;
  return { now: () => time, pass: (milliseconds) => void (time += milliseconds) };
}

/** Traces that save nothing are good enough. */
const LENIENT = { trial: Number.POSITIVE_INFINITY, shareUnearned: 0 };

/** Whether it allows more, asked as often as it takes to be sure. */
const allows = (pace: Pace): boolean => Array.from({ length: 20 }, () => pace.allows(0)).includes(true);

test("more is spent only as the program goes on", () => {
  const clock = createClock();
  const pace = new Pace(clock.now, { credit: 70, shareAtFirst: 0.065, share: 0.065, shareLater: 0.1, ...LENIENT });
  const spend = (milliseconds: number): void => {
    pace.begin();
    clock.pass(milliseconds);
    pace.end();
  };
  spend(60);
  expect(allows(pace)).toBe(true);
  spend(40);
  expect(allows(pace)).toBe(false);
  clock.pass(400);
  expect(allows(pace)).toBe(true);
  spend(100);
  expect(allows(pace)).toBe(false);
  clock.pass(1500);
  expect(allows(pace)).toBe(true);
});

test("who runs long may spend more of the time", () => {
  const clock = createClock();
  const pace = new Pace(clock.now, { credit: 0, shareAtFirst: 0.1, share: 0.1, shareLater: 0.2, ...LENIENT });
  clock.pass(1000);
  pace.begin();
  clock.pass(200);
  pace.end();
  clock.pass(700);
  expect(allows(pace)).toBe(false);
  clock.pass(200);
  expect(allows(pace)).toBe(true);
});

test("after a refusal the clock is left alone for some questions", () => {
  let reads = 0;
  const pace = new Pace(() => reads++ * 10, { credit: 0, shareAtFirst: 0, share: 0, shareLater: 0, ...LENIENT });
  for (let question = 0; question < 160; question++) pace.allows(0);
  expect(reads).toBeLessThanOrEqual(42);
});

test("who has lost by waiting many times what a trace costs waits no longer", () => {
  const clock = createClock();
  const pace = new Pace(clock.now, { credit: 0, shareAtFirst: 0, share: 0, shareLater: 0, ...LENIENT });
  expect([pace.allows(199), pace.allows(201)]).toEqual([false, true]);
  pace.begin();
  clock.pass(40);
  pace.end();
  expect([pace.allows(499), pace.allows(501)]).toEqual([false, true]);
});

test("beyond a trial only what traces have earned is spent, and a small share of the time", () => {
  const clock = createClock();
  const options = { credit: 1000, shareAtFirst: 1, share: 1, shareLater: 1, trial: 100, shareUnearned: 0.1 };
  const pace = new Pace(clock.now, options);
  pace.begin();
  clock.pass(120);
  pace.end();
  expect(allows(pace)).toBe(false);
  pace.earn(30);
  expect(allows(pace)).toBe(true);
  pace.earn(-20);
  expect(allows(pace)).toBe(false);
  clock.pass(1100);
  expect(allows(pace)).toBe(true);
});
