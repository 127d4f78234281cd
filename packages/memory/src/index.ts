export * from "./blocks.js";
export * from "./faults.js";
export * from "./handles.js";
export * from "./kernel.js";
export * from "./memory.js";
export { instantiateModule, type ModuleHost, makeModulesBy } from "./module.js";
export * from "./shield.js";
export * from "./state.js";
export * from "./words.js";
