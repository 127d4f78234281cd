export * from "./words.js";
export * from "./state.js";
export * from "./memory.js";
export * from "./handles.js";
