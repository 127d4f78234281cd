import { instantiateKernel, type Memory } from "@hotpy/memory";
import { type Allocator, kernelHeap } from "@hotpy/object-model";
import { propertiesOf } from "@hotpy/unicode";
import { type Kernel, MODULE } from "./generated/kernel.js";

export type { Kernel as PythonKernel } from "./generated/kernel.js";

/** Python's leaf operations on plain values: once per memory. `isInterrupted` as for the kernel of objects. */
export function createPythonKernel(
  memory: Memory,
  allocator: Allocator,
  isInterrupted: () => boolean = () => false,
): Kernel {
  const kernel: Kernel = instantiateKernel<Kernel>(MODULE, memory, {
    heap: kernelHeap(allocator),
    work: { isInterrupted },
    unicode: { propertiesOf },
    // Searches in dicts ask what the dicts' own kernel asks of this one.
    language: {
      leafEquals: (stored: number, key: number) => kernel.equalsPlain(stored, key),
      // The dicts that it makes have names as keys, and nobody watches them.
      leafHash: () => -1,
      watched: () => {},
    },
  });
  return kernel;
}
