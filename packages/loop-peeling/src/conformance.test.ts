import { passConformance } from "@hotpy/trace/conformance";
import { describe, it } from "vitest";
import { loopPeeling } from "./index.js";

describe("loop peeling as a pass", () => {
  for (const { name, run } of passConformance([loopPeeling], { seed: 1000, traces: 200 })) it(name, run);
});
