import { type Address, instantiateKernel, type Memory } from "@hotpy/memory";
import type { Allocator } from "./allocator.js";
import { type Kernel, MODULE } from "./generated/kernel.js";

export type { Kernel as ObjectKernel } from "./generated/kernel.js";

/** What kernels that allocate import as their module `heap`; see `kernel/heap.ts`. */
export interface KernelHeap {
  /** Memory in another chunk. What is thrown where the reserved memory is full is a result of 0 for the kernel. */
  allocateSlow(bytes: number): Address;
  canAllocate(bytes: number): boolean;
  remember(object: Address): void;
  readonly [name: string]: CallableFunction;
}

export function kernelHeap(allocator: Allocator): KernelHeap {
  return {
    allocateSlow: (bytes) => allocator.allocate(bytes),
    canAllocate: (bytes) => allocator.canAllocate(bytes >>> 0),
    remember: allocator.barrier,
  };
}

/**
 * The leaf operations of this package: once per memory.
 * @param isInterrupted whether the user has interrupted, true once for each time: asked by operations on integers that take long, which then
 *   return 0 with REQUEST_STOPPED and REQUEST_INTERRUPT set in STATE_REQUEST
 */
export function createObjectKernel(
  memory: Memory,
  allocator: Allocator,
  isInterrupted: () => boolean = () => false,
): Kernel {
  return instantiateKernel<Kernel>(MODULE, memory, { heap: kernelHeap(allocator), work: { isInterrupted } });
}
