export * from "./backend.js";
export * from "./compiler.js";
export * from "./jit.js";
export * from "./lir/builder.js";
export * from "./lir/lir.js";
export * from "./lir/print.js";
export type { LoweringEnvironment } from "./lower/lowering.js";
export { type LoweredTree, lowerTree } from "./lower/tree.js";
export { wasmBackend } from "./wasm/backend.js";
