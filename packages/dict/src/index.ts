export { createDicts, type DictKernel, type Dicts } from "./dicts.js";
export type { DictHooks } from "./hooks.js";
export { ABSENT, RAISED, UNDECIDED } from "./results.js";
