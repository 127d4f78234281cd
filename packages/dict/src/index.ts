export { createDicts, type Dicts } from "./dicts.js";
export type { DictHeap, DictHooks } from "./hooks.js";
export { ABSENT, RAISED } from "./results.js";
