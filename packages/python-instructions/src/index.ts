export { definitions } from "./definitions/index.js";
export { createExpansions, type Language } from "./expansions/index.js";
export { createLoop } from "./generated/loop.js";
export { shieldVm } from "./generated/shield.js";
export { createStep } from "./generated/step.js";
export { instructionSet } from "./instruction-set.js";
export { createPythonVm } from "./vm/create-vm.js";
export { createObserving, type Observing } from "./vm/observation.js";
export type { PythonVm } from "./vm/python-vm.js";
