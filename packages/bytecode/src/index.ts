export * from "./core.js";
export * from "./complex.js";
export * from "./helper.js";
