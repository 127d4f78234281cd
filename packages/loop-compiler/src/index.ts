export { assemble } from "./assemble.js";
export { type CompileOptions, compileFunctions } from "./compile.js";
