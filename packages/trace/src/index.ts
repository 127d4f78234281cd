export * from "./trace.js";
export * from "./pass.js";
