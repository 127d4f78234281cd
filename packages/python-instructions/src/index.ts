export { createExpansions, type Language } from "./expansions/index.js";
export { definitions } from "./definitions/index.js";
export { instructionSet } from "./instruction-set.js";
export { createPythonVm, type PythonVm } from "./vm/create-vm.js";
export { createLoop } from "./generated/loop.js";
export { createStep } from "./generated/step.js";
