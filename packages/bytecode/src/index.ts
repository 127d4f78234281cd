export * from "./core.js";
export * from "./complex.js";
export * from "./code-unit.js";
export * from "./helper.js";
export * from "./meaning.js";
