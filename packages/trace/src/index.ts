export * from "./trace.js";
export * from "./pass.js";
export * from "./kinds.js";
export * from "./exits.js";
export * from "./builder.js";
