import { backendConformance } from "@hotpy/jit/conformance";
import { describe, test } from "vitest";
import { createLlvmBackend } from "./index.js";

describe("the LLVM backend", () => {
  for (const { name, run } of backendConformance(createLlvmBackend())) test(name, run);
});
