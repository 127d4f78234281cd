import { type Faults, HeapExhausted } from "./faults.js";
import type { Memory } from "./memory.js";
import { instantiateModule } from "./module.js";
import { shield } from "./shield.js";

/**
 * The functions of a kernel: a WebAssembly module of leaf operations, which a package compiles from AssemblyScript (its folder
 * `kernel`) when it is built. All kernels of a virtual machine share its memory. What they import is called without
 * JavaScript between where it is a function of another kernel. The others are shielded, since what they throw would cross the
 * kernel's frames: 0 is their result then, which is all there is to say if there was no memory; anything else is carried
 * (see {@link Faults}).
 *
 * @param module the module in base64
 * @param imports functions by module and name, with all their parameters written out: their `length` is how many they are called with
 */
export function instantiateKernel<Kernel>(
  module: string,
  { wasm, faults }: Pick<Memory, "wasm" | "faults">,
  imports: Readonly<Record<string, Readonly<Record<string, CallableFunction>>>> = {},
): Kernel {
  const failed = (error: unknown): number => (error instanceof HeapExhausted ? 0 : faults.carry(error));
  const shielded: WebAssembly.Imports = { env: { memory: wasm } };
  for (const [name, functions] of Object.entries(imports)) {
    const members = Object.entries(functions).map(([member, run]) => [
      member,
      isOfWebAssembly(run) ? run : shield(run as (...args: never[]) => number, run.length, failed),
    ]);
    shielded[name] = Object.fromEntries(members);
  }
  const { exports } = instantiateModule(module, shielded);
  return exports as unknown as Kernel;
}

/** Whether WebAssembly has exported a function: its name is its number then, by the interface's specification. */
const isOfWebAssembly = (run: CallableFunction): boolean => /^\d+$/.test(run.name);
