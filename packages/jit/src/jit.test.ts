import { backendConformance } from "./conformance/index.js";
import { wasmBackend } from "./wasm/backend.js";

backendConformance("wasm", () => wasmBackend);
