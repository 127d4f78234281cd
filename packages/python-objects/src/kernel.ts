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
  return instantiateKernel<Kernel>(MODULE, memory, {
    heap: kernelHeap(allocator),
    work: { isInterrupted },
    unicode: { propertiesOf },
    // Nobody watches the dicts that it changes.
    language: { watched: () => {} },
  });
}
