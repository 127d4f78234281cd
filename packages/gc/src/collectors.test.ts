import { describe, test } from "vitest";
import { collectorConformance } from "./conformance/index.js";
import { generational, semispace } from "./index.js";

const { HOTPY_TEST_SEED = "1", HOTPY_TEST_SCALE = "1" } = process.env;
const options = { seed: Number(HOTPY_TEST_SEED), rounds: 3 * Number(HOTPY_TEST_SCALE) };

for (const collector of [semispace, generational]) {
  describe(collector.name, () => {
    for (const { name, run } of collectorConformance(collector, options)) test(name, run);
  });
}
