import type { Address, Memory } from "@hotpy/memory";
import type { Layout } from "@hotpy/object-model";
import type { ObjectRange } from "./circular-garbage.js";

/** `minor` collects what was allocated since the last collection; `full` everything. A collector may do more than asked. */
export type CollectionKind = "minor" | "full";

/**
 * Visits the tagged words at byte addresses `start` … `end` (exclusive); one root is `visit(slot, slot + 4)`.
 * The visitor may replace each word by the address the object has moved to.
 */
export type RootVisitor = (start: Address, end: Address) => void;

/**
 * Where an object is after tracing: the address it has now, or NULL if it has died. For weak tables, which call it
 * between tracing and the reuse of memory.
 */
export type Forwarding = (object: Address) => Address;

/**
 * Visits the fields of the objects that follow each other from `start` to `end`. Returns where it has stopped: `end`, or the first address
 * that no object has been written to.
 */
export type RangeScan = (start: Address, end: Address) => Address;

/** A table that does not keep the objects it names alive. */
export interface WeakTable {
  /**
   * Replaces addresses of objects that moved and drops the dead. In a minor collection only entries about objects
   * that were new since the last collection can have changed.
   */
  sweep(kind: CollectionKind, forward: Forwarding): void;
}

/** The side of the virtual machine: everything about it that a collector must know. Several may be bound to one heap. */
export interface VMBinding {
  /** Visits the roots beyond those that the heap knows (handles, constants, the exceptions in the state block). */
  visitRoots?(visit: RootVisitor): void;
  /** The declared layout of a shape's objects (`layout` of the shape table), for {@link Heap.verify}: what fields refer to is checked. */
  layoutOf?(shape: number): Layout | undefined;
  /** Swept after tracing, in this order. */
  readonly weakTables?: readonly WeakTable[];
  /**
   * Whether a registered object (see {@link Finalisers}) that has died is to be finalised; true if left out. The object is
   * whole, but what it refers to may have moved. Asked in the middle of a collection: may only read the object itself.
   */
  needsFinaliser?(object: Address): boolean;
  /** From now on there may be registered objects (see {@link Finalisers}). Called once; must neither allocate nor collect. */
  expectsFinalisers?(): void;
  /** Called at the end of each collection; must neither allocate nor collect. */
  afterCollection?(kind: CollectionKind): void;
}

/** What a heap offers to its collector. */
export interface CollectorServices {
  readonly memory: Memory;
  readonly options: CollectorOptions;
  /** Visits all strong roots: handles, constants, state block, and those of every binding. */
  visitRoots(visit: RootVisitor): void;
  /**
   * Calls `scan` for the immortal objects: those allocated since the last collection
   * (`minor`), or all (`full`). It sets FLAG_PINNED on them. Objects behind the write barrier that are older come through {@link Collector.remember}.
   */
  visitImmortals(kind: CollectionKind, scan: RangeScan): void;
  /**
   * To be called once everything reachable has been traced: visits, as further roots, the dying objects that are to be
   * finalised. What they refer to is then to be traced, before {@link sweepWeak}.
   */
  keepDying(kind: CollectionKind, forward: Forwarding, visit: RootVisitor): void;
  /** Sweeps every weak table. `condemned` is where the objects lie, dead and moved, of which this collection has found out whether they live. */
  sweepWeak(kind: CollectionKind, forward: Forwarding, condemned: () => readonly ObjectRange[]): void;
  /** Asks for a collection at the next safepoint. */
  requestCollection(): void;
}

/** Sizes in bytes that steer a collector. */
export interface CollectorOptions {
  /** Allocation between two collections of a generational collector. */
  readonly nurseryBytes: number;
  /** Full collections come no earlier than at this size of old objects. */
  readonly fullBytes: number;
  /** From here on the heap grows only slowly between full collections. */
  readonly softLimit: number;
  /** Moves everything movable in each collection, fills what is left with POISON, reuses memory late. */
  readonly stress: boolean;
}

/** Counts since the start. */
export interface CollectorStatistics {
  minorCollections: number;
  fullCollections: number;
  /** Bytes of objects that were copied by collections. */
  copiedBytes: number;
  /** Bytes of objects that survived the last full collection, large ones included, immortal ones not. */
  liveBytes: number;
}

/** Where an address lies, as the heap verifier sees it. `young` objects need no write barrier. */
export type Space = "none" | "young" | "old";

/** A garbage collector: a value handed to `createHeap`. It has no state of its own, so one value serves many heaps. */
export interface Collector {
  readonly name: string;
  /** One sentence for `--help`. */
  readonly description: string;
  /** Takes over the heap region of a memory. */
  attach(services: CollectorServices): AttachedCollector;
}

/**
 * A collector at work; called by its heap only. It owns the heap region of memory, and the words STATE_ALLOC_TOP,
 * STATE_ALLOC_LIMIT, STATE_REMEMBERED_TOP and STATE_REMEMBERED_LIMIT.
 */
export interface AttachedCollector {
  /**
   * Allocation that did not fit between STATE_ALLOC_TOP and STATE_ALLOC_LIMIT, or is larger than LARGE_OBJECT_BYTES.
   * `bytes` is a multiple of 8. Takes more memory and asks for a collection when it is time, but never collects.
   * @param isUrgent may take what others must leave; see {@link Heap.allocateUrgent}.
   * @throws HeapExhausted if the region is full, or so full that a collection could not be completed.
   */
  allocateSlow(bytes: number, isUrgent: boolean): Address;
  /** Records an object with FLAG_BARRIER, and clears the flag: references to young objects may be stored in it now. */
  remember(object: Address): void;
  /** Collects. Only at safepoints. Returns the kind that was done. */
  collect(kind: CollectionKind): CollectionKind;
  /** Bytes in use now, garbage included, without immortal objects. */
  usedBytes(): number;
  /** The space of an address; `none` if no object that is in use can lie there. */
  spaceOf(address: Address): Space;
  /** True if the next collection will find references from this old object to young ones. For the verifier. */
  isKnownToHoldYoung(object: Address): boolean;
  readonly statistics: Readonly<CollectorStatistics>;
}

/** What stress mode leaves behind in memory that is free: neither a small integer nor an aligned address. */
export const POISON = 0x5a5a5a5a;
