export * from "./blocks.js";
export * from "./handles.js";
export * from "./kernel.js";
export * from "./memory.js";
export { instantiateModule, type ModuleHost, makeModulesBy } from "./module.js";
export * from "./state.js";
export * from "./words.js";
