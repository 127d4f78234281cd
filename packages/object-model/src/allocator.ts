import { type Address, NULL, type Word } from "@hotpy/memory";

/** What the factories of this package need of a heap; `@hotpy/gc`'s `Heap` is one. Nothing here collects. */
export interface Allocator {
  /** Address of `bytes` fresh bytes, 8-aligned, not zeroed; the caller fills them before the next safepoint. */
  allocate(bytes: number): Address;
  /** The same in the immortal region, where objects neither move nor die. */
  allocateImmortal(bytes: number): Address;
  /** Whether the heap's limit allows for so many bytes more. To be asked before work whose size depends on data. */
  canAllocate(bytes: number): boolean;
  /** Throws what {@link allocate} throws where there is no room: for a kernel's result that says so. */
  exhausted(): never;
  /** Write barrier: to be called after storing a reference into an object that may be old. */
  barrier(object: Address): void;
  readonly hosts: HostValues;
}

/** Checks results of kernels: what they made, where 0 says that there was no room; then it throws as the allocator does. */
export function madeBy({ exhausted }: Pick<Allocator, "exhausted">): (result: Word) => Word {
  return (result) => (result === NULL ? exhausted() : result);
}

/** JavaScript values that objects of shape HOST refer to by index. */
export interface HostValues {
  /** Keeps `value` alive as long as `owner` (NULL: for ever), charged with `bytes` against the heap's limit; its index. */
  add(value: unknown, owner: Address, bytes?: number): number;
  get(index: number): unknown;
}
