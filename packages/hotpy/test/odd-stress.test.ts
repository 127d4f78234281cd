import { describe, expect, it } from "vitest";
import { differences, hasEnded, inventory } from "./odd-arguments/compare.js";
import { oddCalls } from "./odd-arguments/generate.js";
import { knownDeviation } from "./odd-arguments/known.js";
import { oddModuleCalls } from "./odd-module-arguments/generate.js";
import { moduleInventory } from "./odd-module-arguments/inventory.js";
import { isOfAnotherKind } from "./odd-module-arguments/known.js";

/// Odd arguments while objects move: natives that go on with addresses from before a call of Python code end HotPy here, or give something
/// else. Each seed draws other calls, few, as every collection moves everything.

const SCALE = Number(process.env.HOTPY_TEST_SCALE ?? 1);
const SEED = Number(process.env.HOTPY_TEST_SEED ?? 1);
const BUILTIN_CALLS = 1000;
const MODULE_CALLS = 300;
/** The share of calls of modules that may have another kind of outcome, as in `odd-module-arguments.test.ts`. */
const OTHER_KINDS = 0.01;

describe("odd arguments under stress", () => {
  for (let part = 0; part < SCALE; part++) {
    it(`builtins, part ${part}, HOTPY_TEST_SEED=${SEED}`, { timeout: 180_000 }, () => {
      const calls = oddCalls(inventory().callables, BUILTIN_CALLS, SEED * 1000 + part);
      const found = differences(calls, undefined, ["-X", "gc-stress=2"]);
      expect(found.filter((difference) => knownDeviation(difference) === undefined)).toEqual([]);
    });
    it(`native modules, part ${part}, HOTPY_TEST_SEED=${SEED}`, { timeout: 180_000 }, () => {
      const modules = moduleInventory();
      const calls = oddModuleCalls(modules, MODULE_CALLS, SEED * 1000 + part);
      // Importing them all takes many safepoints.
      const found = differences(calls, modules.prelude, ["-X", "gc-stress=15"]);
      expect(found.filter(hasEnded)).toEqual([]);
      const otherKinds = found.filter(isOfAnotherKind);
      expect(otherKinds.length <= MODULE_CALLS * OTHER_KINDS ? [] : otherKinds).toEqual([]);
    });
  }
});
