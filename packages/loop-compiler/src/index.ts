export { assemble } from "./assemble.js";
export { type CompiledFunctions, type CompileOptions, compileFunctions } from "./compile.js";
