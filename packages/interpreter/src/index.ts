export * from "./core-machine.js";
export { DirectMachine } from "./core-machine-direct.js";
export { RunningFrame } from "./core-machine-frame.js";
export { createExpandingLoop, type ExpandingLoopEnvironment } from "./expanding-loop.js";
export * from "./expansions.js";
export * from "./generate-loop.js";
export * from "./hooks.js";
export { instantiateLoop } from "./instantiate-loop.js";
export type { Macros } from "./macros.js";
