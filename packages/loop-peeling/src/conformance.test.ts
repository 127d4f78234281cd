import { passConformance } from "@hotpy/trace/conformance";
import { describe, it } from "vitest";
import { loopPeeling } from "./index.js";

const seed = Number(process.env.HOTPY_TEST_SEED) * 10_000;
const scale = Number(process.env.HOTPY_TEST_SCALE);

describe("loop peeling as a pass", () => {
  for (const { name, run } of passConformance([loopPeeling], { seed, traces: 200 * scale })) it(name, run);
});
