import { passConformance } from "@hotpy/trace/conformance";
import { describe, it } from "vitest";
import { specialiser } from "./index.js";

describe("the specialiser as a pass", () => {
  for (const { name, run } of passConformance([specialiser])) it(name, run);
});

describe("the specialiser run twice", () => {
  for (const { name, run } of passConformance([specialiser, specialiser], { seed: 5000, traces: 50 })) it(name, run);
});
