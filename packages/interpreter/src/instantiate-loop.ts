import { instantiateModule, type Memory } from "@hotpy/memory";

/**
 * The interpreter loop from the module that `@hotpy/loop-compiler` made of it, in base64: a function that runs from the frame in
 * STATE_FRAME (see `generateLoop`).
 *
 * @param vm what the texts of the instructions name: functions of words, and words. A function that another WebAssembly instance exports
 *   is linked as it is, so that no JavaScript lies between; it has as many parameters as the texts give it and a result, all i32.
 * @throws {WebAssembly.LinkError} where a WebAssembly function has another type
 */
export function instantiateLoop(module: string, memory: Memory, vm: object): () => number {
  const { exports } = instantiateModule(module, { vm: { ...vm, memory: memory.wasm } as WebAssembly.ModuleImports });
  return exports.loop as () => number;
}
