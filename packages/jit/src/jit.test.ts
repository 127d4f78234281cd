import { describe, test } from "vitest";
import { backendConformance } from "./conformance/index.js";
import { wasmBackend } from "./wasm/backend.js";

describe("the built-in backend", () => {
  for (const { name, run } of backendConformance(wasmBackend)) test(name, run);
});
