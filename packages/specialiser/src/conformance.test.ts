import { passConformance } from "@hotpy/trace/conformance";
import { describe, it } from "vitest";
import { specialiser } from "./index.js";

const seed = Number(process.env.HOTPY_TEST_SEED) * 10_000;
const scale = Number(process.env.HOTPY_TEST_SCALE);

describe("the specialiser as a pass", () => {
  for (const { name, run } of passConformance([specialiser], { seed, traces: 200 * scale })) it(name, run);
});

describe("the specialiser run twice", () => {
  for (const { name, run } of passConformance([specialiser, specialiser], { seed: seed + 5000, traces: 50 * scale }))
    it(name, run);
});
