import type { Memory } from "@hotpy/memory";
import { wasmBackend } from "../wasm/backend.js";
import { type HelperFunction, lowerHelper } from "./helper-function.js";

/** Helper functions as one WebAssembly instance, whose exports the modules of traces import. */
export interface HelperModule {
  /**
   * The function of this name. The first call compiles them all; always by the built-in backend, which is there
   * everywhere and at once: these functions leave an optimiser nothing to do.
   */
  function(name: string): CallableFunction;
}

export function createHelperModule(memory: Memory, functions: readonly HelperFunction[]): HelperModule {
  let exports: Record<string, CallableFunction> | undefined;

  function compile(): Record<string, CallableFunction> {
    const { bytes } = wasmBackend.compile({
      functions: functions.map(lowerHelper),
      imports: new Map(),
      pages: memory.size / 65536,
    });
    const table = new WebAssembly.Table({ initial: 0, element: "anyfunc" });
    const env = { memory: memory.wasm, table };
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes as BufferSource), { env });
    return instance.exports as unknown as Record<string, CallableFunction>;
  }

  return { function: (name) => (exports ??= compile())[name] };
}
