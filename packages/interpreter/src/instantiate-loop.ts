import type { Memory } from "@hotpy/memory";

/**
 * The interpreter loop from the module that `@hotpy/loop-compiler` made of it, in base64: a function that runs from the frame in
 * STATE_FRAME (see `generateLoop`).
 *
 * @param vm what the texts of the instructions name: functions of words, and words
 */
export function instantiateLoop(module: string, memory: Memory, vm: object): () => number {
  const binary = atob(module);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { vm: { ...vm, memory: memory.wasm } });
  return exports.loop as () => number;
}
