import { loopPeeling } from "@hotpy/loop-peeling";
import { specialiser } from "@hotpy/specialiser";
import { passConformance } from "@hotpy/trace/conformance";
import { describe, it } from "vitest";
import { escapeAnalysis } from "./index.js";

const seed = Number(process.env.HOTPY_TEST_SEED) * 10_000;
const scale = Number(process.env.HOTPY_TEST_SCALE);

describe("escape analysis as a pass", () => {
  for (const { name, run } of passConformance([escapeAnalysis], { seed, traces: 150 * scale })) it(name, run);
});

describe("escape analysis run twice", () => {
  for (const { name, run } of passConformance([escapeAnalysis, escapeAnalysis], {
    seed: seed + 6000,
    traces: 50 * scale,
  }))
    it(name, run);
});

describe("all passes together", () => {
  const pipeline = [specialiser, loopPeeling, specialiser, escapeAnalysis, specialiser];
  for (const { name, run } of passConformance(pipeline, { seed: seed + 3000, traces: 300 * scale })) it(name, run);
});

describe("passes in any order", () => {
  const orders = [
    [loopPeeling, escapeAnalysis],
    [escapeAnalysis, loopPeeling, specialiser],
    [loopPeeling, specialiser, escapeAnalysis, escapeAnalysis],
    [specialiser, escapeAnalysis, loopPeeling, specialiser, escapeAnalysis],
  ];
  for (const order of orders) {
    for (const { name, run } of passConformance(order, { seed: seed + 4000, traces: 30 * scale }))
      it(`${order.map((pass) => pass.name).join()}: ${name}`, run);
  }
});
