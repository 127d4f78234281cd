import type { Memory } from "@hotpy/memory";

/**
 * The interpreter loop from the module that `@hotpy/loop-compiler` made of it, in base64: a function that runs from the frame in
 * STATE_FRAME (see `generateLoop`).
 *
 * @param vm what the texts of the instructions name: functions of words, and words
 */
export function instantiateLoop(module: string, memory: Memory, vm: object): () => number {
  const bytes = Uint8Array.from(atob(module), (character) => character.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { vm: { ...vm, memory: memory.wasm } });
  return exports.loop as () => number;
}
