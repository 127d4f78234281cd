import type { Memory } from "./memory.js";
import { instantiateModule } from "./module.js";

/**
 * The functions of a kernel: a WebAssembly module of leaf operations, which a package compiles from AssemblyScript (its folder
 * `kernel`) when it is built. All kernels of a virtual machine share its memory. What they import is called without
 * JavaScript between where it is a function of another kernel.
 *
 * @param module the module in base64
 * @param imports functions by module and name; what they throw would cross a WebAssembly frame, so they throw nothing
 */
export function instantiateKernel<Kernel>(
  module: string,
  memory: Pick<Memory, "wasm">,
  imports: Readonly<Record<string, Readonly<Record<string, CallableFunction>>>> = {},
): Kernel {
  const { exports } = instantiateModule(module, {
    ...(imports as WebAssembly.Imports),
    env: { memory: memory.wasm },
  });
  return exports as unknown as Kernel;
}
