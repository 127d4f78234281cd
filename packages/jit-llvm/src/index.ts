import type { Backend } from "@hotpy/jit";
import { loadBindings } from "./bindings.js";
import { buildIr, TRIPLE } from "./build-ir.js";
import { loadLibLlvm } from "./libllvm.js";
import { moduleFromObject } from "./object.js";

/** Options of {@link createLlvmBackend}. */
export interface LlvmOptions {
  /** LLVM's pass pipeline, as `opt -passes=` takes it. */
  readonly passes?: string;
}

/**
 * The optimising backend: llvm-bindings builds and verifies the IR, libLLVM optimises it and emits wasm32, in process.
 * @throws Error saying what is missing and how to get it, where llvm-bindings or libLLVM is not installed
 */
export function createLlvmBackend(options: LlvmOptions = {}): Backend {
  const { passes = "default<O2>" } = options;
  const llvm = loadBindings();
  const library = loadLibLlvm(TRIPLE);
  return {
    name: "llvm",
    description: `LLVM (${library.soname}); optimises memory traffic and larger traces, takes milliseconds a trace`,
    compile(module, { text = false } = {}) {
      const { object, optimised } = library.compile(buildIr(llvm, module), passes);
      const bytes = moduleFromObject(object);
      return text ? { bytes, text: optimised() } : { bytes };
    },
  };
}
