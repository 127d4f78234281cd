import type { Address } from "@hotpy/memory";

/** What the factories of this package need of a heap; `@hotpy/gc`'s `Heap` is one. Neither function collects. */
export interface Allocator {
  /** Address of `bytes` fresh bytes, 8-aligned, not zeroed; the caller fills them before the next safepoint. */
  allocate(bytes: number): Address;
  /** The same in the immortal region, where objects neither move nor die. */
  allocateImmortal(bytes: number): Address;
  /** Write barrier: to be called after storing a reference into an object that may be old. */
  barrier(object: Address): void;
}

/** JavaScript values that objects of shapes BIGINT and HOST refer to by index; `@hotpy/gc` has one. */
export interface HostValues {
  /** Keeps `value` alive for `object`, charged with `bytes` against the heap's limit; returns its index. */
  add(object: Address, value: unknown, bytes: number): number;
  get(index: number): unknown;
}
