import { backendConformance } from "@hotpy/jit/conformance";
import { createLlvmBackend } from "./index.js";

backendConformance("llvm", () => createLlvmBackend());
