import type { ConformanceCase } from "@hotpy/object-model/testing";
import type { Backend } from "../backend.js";
import { operationCases } from "./operations.js";
import { traceCases } from "./traces.js";

export type { ConformanceCase } from "@hotpy/object-model/testing";

/**
 * The test suite of the {@link Backend} interface, for any test framework:
 * `for (const { name, run } of backendConformance(mine)) test(name, run);`
 */
export function backendConformance(backend: Backend): ConformanceCase[] {
  return [...operationCases(backend), ...traceCases(backend)];
}
