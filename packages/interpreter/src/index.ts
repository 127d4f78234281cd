export * from "./generate-loop.js";
export * from "./hooks.js";
export { expandMacros, type Macros } from "./macros.js";
