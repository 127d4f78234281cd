export { type CompileOptions, compileModule } from "./compile-module.js";
export type { CompilerWarning } from "./context.js";
export { CompilerRecursionError, NotImplementedByHotPy } from "./errors.js";
export { INTERNAL_FUNCTIONS } from "./internals.js";
