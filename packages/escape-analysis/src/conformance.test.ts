import { loopPeeling } from "@hotpy/loop-peeling";
import { specialiser } from "@hotpy/specialiser";
import { passConformance } from "@hotpy/trace/conformance";
import { describe, it } from "vitest";
import { escapeAnalysis } from "./index.js";

describe("escape analysis as a pass", () => {
  for (const { name, run } of passConformance([escapeAnalysis], { seed: 2000 })) it(name, run);
});

describe("escape analysis run twice", () => {
  for (const { name, run } of passConformance([escapeAnalysis, escapeAnalysis], { seed: 6000, traces: 50 })) it(name, run);
});

describe("all passes together", () => {
  const pipeline = [specialiser, loopPeeling, specialiser, escapeAnalysis, specialiser];
  for (const { name, run } of passConformance(pipeline, { seed: 3000 })) it(name, run);
});

describe("passes in any order", () => {
  const orders = [
    [loopPeeling, escapeAnalysis], [escapeAnalysis, loopPeeling, specialiser], [loopPeeling, specialiser, escapeAnalysis, escapeAnalysis],
    [specialiser, escapeAnalysis, loopPeeling, specialiser, escapeAnalysis],
  ];
  for (const order of orders) {
    for (const { name, run } of passConformance(order, { seed: 4000, traces: 50 })) it(`${order.map((pass) => pass.name).join()}: ${name}`, run);
  }
});
