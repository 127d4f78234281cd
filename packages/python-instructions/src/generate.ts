import { generateLoop } from "@hotpy/interpreter";
import { pythonMacros, pythonTails } from "./definitions/macros.js";
import { instructionSet } from "./instruction-set.js";
import { vmMembers } from "./vm/create-vm.js";

const options = {
  header: 'import type { PythonVm } from "../vm/create-vm.js";\n',
  vmType: "PythonVm",
  members: vmMembers,
  macros: pythonMacros,
  tails: pythonTails,
};

/** Texts of the generated files by their name in `src/generated`: the loop, and its variant for single steps. */
export function generatedFiles(): Record<string, string> {
  return {
    "loop.ts": generateLoop(instructionSet, { ...options, name: "createLoop" }),
    "step.ts": generateLoop(instructionSet, { ...options, name: "createStep", step: true }),
  };
}
