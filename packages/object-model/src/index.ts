export * from "./header.js";
export * from "./layouts.js";
export * from "./shapes.js";
