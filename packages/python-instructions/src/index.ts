export { definitions } from "./definitions/index.js";
export { type PythonInstruction, instructionSet } from "./instruction-set.js";
