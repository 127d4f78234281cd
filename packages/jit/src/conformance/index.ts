import { describe } from "vitest";
import type { Backend } from "../backend.js";
import { describeOperations } from "./operations.js";
import { describeTraces } from "./traces.js";

/** The tests that every {@link Backend} must pass; call it in a test file of vitest. */
export function backendConformance(name: string, create: () => Backend): void {
  describe(`backend ${name}`, () => {
    let backend: Backend | undefined;
    const once = (): Backend => (backend ??= create());
    describeOperations(once);
    describeTraces(once);
  });
}
