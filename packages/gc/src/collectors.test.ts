import { describe, test } from "vitest";
import { collectorConformance } from "./conformance/index.js";
import { generational, semispace } from "./index.js";

for (const collector of [semispace, generational]) {
  describe(collector.name, () => {
    for (const { name, run } of collectorConformance(collector)) test(name, run, 60000);
  });
}
