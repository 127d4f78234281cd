import type { LirModule } from "./lir/lir.js";

/** A compiled module with what it cost. */
export interface CompiledModule {
  /** A WebAssembly module: imports `env.memory`, `env.table` (funcref) and `env.<helper>`; exports its exported functions. */
  readonly bytes: Uint8Array;
  /** The backend's own text of the code, if asked for. */
  readonly text?: string;
}

/**
 * Turns LIR into a WebAssembly module over the VM's memory. Two exist: the built-in encoder and `@hotpy/jit-llvm`.
 * A backend is tested by `@hotpy/jit/conformance`.
 */
export interface Backend {
  readonly name: string;
  /** One sentence for `-X help`. */
  readonly description: string;
  /** @throws Error if the module cannot be compiled; the supervisor then leaves the trace to the interpreter. */
  compile(module: LirModule, options?: { readonly text?: boolean }): CompiledModule;
}
