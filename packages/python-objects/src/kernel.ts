import { instantiateKernel, type Memory } from "@hotpy/memory";
import { type Allocator, kernelHeap } from "@hotpy/object-model";
import { type Kernel, MODULE } from "./generated/kernel.js";

export type { Kernel as PythonKernel } from "./generated/kernel.js";

/** Python's leaf operations on plain values: once per memory. `isInterrupted` as for the kernel of objects. */
export const createPythonKernel = (
  memory: Memory,
  allocator: Allocator,
  isInterrupted: () => boolean = () => false,
): Kernel => instantiateKernel<Kernel>(MODULE, memory, { heap: kernelHeap(allocator), work: { isInterrupted } });
