import type { Backend } from "../backend.js";
import type { ConformanceCase } from "./cases.js";
import { operationCases } from "./operations.js";
import { traceCases } from "./traces.js";

export type { ConformanceCase } from "./cases.js";

/**
 * The test suite of the {@link Backend} interface, for any test framework:
 * `for (const { name, run } of backendConformance(mine)) test(name, run);`
 */
export function backendConformance(backend: Backend): ConformanceCase[] {
  return [...operationCases(backend), ...traceCases(backend)];
}
