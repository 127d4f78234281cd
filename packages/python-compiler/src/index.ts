export { type CompileOptions, compileModule } from "./compile-module.js";
export type { CompilerWarning } from "./context.js";
export { CompilerRecursionError, NotImplementedByHotPy, syntaxErrorAt } from "./errors.js";
export { FUTURE_FLAGS } from "./future.js";
export { INTERNAL_FUNCTIONS } from "./internals.js";
export { type SymbolTable, symbolTables } from "./symbol-tables.js";
