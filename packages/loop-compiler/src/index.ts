export { compileFunctions, type CompileOptions } from "./compile.js";
export { assemble } from "./assemble.js";
