import { describe, expect, it } from "vitest";
import { differences, inventory } from "./odd-arguments/compare.js";
import { oddCalls } from "./odd-arguments/generate.js";
import { knownDeviation } from "./odd-arguments/known.js";

/// Builtin functions, types, methods and operators with odd arguments: wrong types, too many and too few, hostile special
/// methods, huge numbers. The same result, or the same exception with the same message, as in CPython; and what has
/// become of the object that was worked on.

const SCALE = Number(process.env.HOTPY_TEST_SCALE ?? 1);
const SEED = Number(process.env.HOTPY_TEST_SEED ?? 1);
const CALLS_PER_PART = 2500;
const PARTS = SCALE;

describe("odd arguments", () => {
  const { callables } = inventory();
  for (let part = 0; part < PARTS; part++) {
    it(`part ${part}, HOTPY_TEST_SEED=${SEED}`, { timeout: 180_000 }, () => {
      const found = differences(oddCalls(callables, CALLS_PER_PART, SEED * 1000 + part));
      expect(found.filter((difference) => knownDeviation(difference) === undefined)).toEqual([]);
    });
  }
});
