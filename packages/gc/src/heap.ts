import type { Address, Memory, Word } from "@hotpy/memory";
import type { CollectionKind, Collector, CollectorOptions, VMBinding } from "./collector.js";
import type { HostTable } from "./hosts.js";

/** Options of {@link createHeap}; sizes in bytes. */
export interface HeapOptions extends Partial<Omit<CollectorOptions, "stress">> {
  /** A full collection at each safepoint (or at every n-th), with everything movable moved and old memory poisoned. */
  readonly stress?: boolean | number;
  /** Verifies the heap after each collection; throws HeapFault. */
  readonly verify?: boolean;
  /** Live objects and host values may not need more than this: safepoints then answer false. */
  readonly hardLimit?: number;
}

/** Allocation, write barrier and collection: what everything else uses. */
export interface Heap {
  readonly memory: Memory;
  readonly collector: Collector;
  /** JavaScript values that objects refer to. */
  readonly hosts: HostTable;
  /** Registers more roots, weak tables and hooks. */
  bind(binding: VMBinding): void;

  /**
   * Memory for an object, 8-aligned and not zeroed: the caller writes the header and every tagged field before the next
   * safepoint. Never collects, never answers NULL.
   * @throws HeapExhausted if the reserved memory is full. Requests of unknown size ask {@link canAllocate} first.
   */
  allocate(bytes: number): Address;
  /**
   * Memory for an object that neither moves nor dies. Its size must be the one that its header will say (rounded up
   * to 8), so that the region can be walked; FLAG_PINNED and FLAG_BARRIER are set by the next collection.
   */
  allocateImmortal(bytes: number): Address;
  /** First free byte of the immortal region. */
  readonly immortalTop: Address;
  /** False if `bytes` more would pass the hard limit: collect and ask again, then raise MemoryError. */
  canAllocate(bytes: number): boolean;

  /** To be called after storing a reference in an object that was there at the last safepoint. */
  barrier(object: Address): void;
  /** Stores a tagged word in a field `offset` bytes into the object, with the barrier. */
  storeWord(object: Address, offset: number, word: Word): void;

  /** Asks for a collection at the next safepoint. */
  requestCollection(kind?: CollectionKind): void;
  /**
   * A safepoint: collects if STATE_REQUEST asks for it (other requests are left to the caller). Addresses held in
   * JavaScript are invalid afterwards. Answers false if the live data is past the hard limit: raise MemoryError.
   */
  safepoint(): boolean;
  /** Collects now; the caller is at a safepoint. */
  collect(kind: CollectionKind): void;

  /** Identity of an object: 1, 2, 3, … in the order of first requests. Never changes, never reused. */
  identity(object: Address): number;
  /** Bytes in use: heap with garbage, immortal objects, host values. */
  usedBytes(): number;
  /** Checks the reachable heap. @throws HeapFault with the path to the first fault. */
  verify(): void;
}
