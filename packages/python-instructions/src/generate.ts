import { generateLoop, generateShield, generateStep } from "@hotpy/interpreter";
import type { LoopOperation } from "@hotpy/python-objects";
import { pythonMacros } from "./definitions/macros.js";
import { pythonTails } from "./definitions/tails/index.js";
import { instructionSet } from "./instruction-set.js";
import { kernelMembers, vmMembers } from "./vm/python-vm.js";

/** Opcodes that texts compare with. */
const opcodes = Object.fromEntries(
  ["load_attr_slot", "store_attr_slot", "store_local", "store_local_load_local", "pop", "unpack_sequence"].map(
    (name) => [`OPCODE_${name.toUpperCase()}`, String(instructionSet.get(name)?.opcode)],
  ),
);

const textsWith = (operations: readonly LoopOperation[]) => ({
  macros: { ...pythonMacros, ...opcodes },
  tails: pythonTails(operations),
});
const header = 'import type { PythonVm } from "../vm/python-vm.js";\n';

/** The loop, as text for `@hotpy/loop-compiler`. It does `operations` in place of natives, as all that is generated. */
export const loopText = (operations: readonly LoopOperation[]): string =>
  generateLoop(instructionSet, textsWith(operations));

/** `src/generated/step.ts`: the variant of the loop for single steps. */
export const stepFile = (operations: readonly LoopOperation[]): string =>
  generateStep(instructionSet, {
    ...textsWith(operations),
    header,
    vmType: "PythonVm",
    members: vmMembers,
    name: "createStep",
  });

/** `src/generated/shield.ts`: the wrapper around what the loop imports. */
export function shieldFile(imports: ReadonlyMap<string, number>): string {
  const shielded = [...imports].filter(([member]) => !kernelMembers.has(member));
  return generateShield(new Map(shielded), { name: "shieldVm", header, vmType: "PythonVm" });
}

/** `src/generated/loop.ts`, given the compiled loop. */
export function loopFile(module: Uint8Array, operations: readonly LoopOperation[]): string {
  const base64 = btoa(String.fromCharCode(...module));
  return `import { instantiateLoop } from "@hotpy/interpreter";
${header}
/* Generated from the instruction definitions. Do not edit. */

/** A WebAssembly module: functions "interpret" and "loop". */
const MODULE = "${base64}";

/** What it does in place of natives, by name, in the order of the numbers that it knows them by. */
export const LOOP_OPERATIONS: readonly string[] = ${JSON.stringify(operations.map(({ name }) => name))};

export const createLoop = (vm: PythonVm): (() => number) => instantiateLoop(MODULE, vm.memory, vm);
`;
}
