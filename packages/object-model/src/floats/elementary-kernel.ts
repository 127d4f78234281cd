import { createFaults, instantiateKernel, type Memory } from "@hotpy/memory";
import { type Kernel, MODULE } from "../generated/kernel.js";

/** What elementary functions need of a memory. */
export type Tables = Pick<Memory, "f64">;

/* The kernel's functions that TypeScript calls look at tables alone, so they have a page of memory of their own, and need no virtual machine. */
let shared: { readonly kernel: Kernel; readonly tables: Tables } | undefined;

function instance(): { readonly kernel: Kernel; readonly tables: Tables } {
  const wasm = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  const none = (): number => 0;
  const kernel = instantiateKernel<Kernel>(
    MODULE,
    { wasm, faults: createFaults(new Int32Array(wasm.buffer)) },
    { heap: { remember: none, canAllocate: none, allocateSlow: none }, work: { isInterrupted: none } },
  );
  return { kernel, tables: { f64: new Float64Array(wasm.buffer) } };
}

/** The kernel, once `prepare` has made the table that some of its functions take. */
export function elementaryKernel(prepare: (tables: Tables) => void): () => Kernel {
  let prepared: Kernel | undefined;
  return () => {
    if (prepared === undefined) {
      shared ??= instance();
      prepare(shared.tables);
      prepared = shared.kernel;
    }
    return prepared;
  };
}
