import { assemble, compileFunctions } from "@hotpy/loop-compiler";
import { loopOperations } from "@hotpy/python-builtins";
import { loopFile, loopText, shieldFile, stepFile } from "../src/generate.js";
import { vmMembers } from "../src/vm/python-vm.js";

/** Texts of the generated files by their name in `src/generated`. */
export async function generatedFiles(): Promise<Record<string, string>> {
  const { wat, imports } = compileFunctions(loopText(loopOperations), { members: vmMembers });
  return {
    "loop.ts": loopFile(await assemble(wat), loopOperations),
    "step.ts": stepFile(loopOperations),
    "shield.ts": shieldFile(imports),
  };
}
