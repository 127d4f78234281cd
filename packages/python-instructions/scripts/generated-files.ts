import { assemble, compileFunctions } from "@hotpy/loop-compiler";
import { loopFile, loopText, stepFile } from "../src/generate.js";
import { vmMembers } from "../src/vm/create-vm.js";

/** Texts of the generated files by their name in `src/generated`. */
export async function generatedFiles(): Promise<Record<string, string>> {
  const module = await assemble(compileFunctions(loopText(), { members: vmMembers }));
  return { "loop.ts": loopFile(module), "step.ts": stepFile() };
}
