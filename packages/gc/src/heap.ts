import {
  type Address,
  HeapExhausted,
  LARGE_OBJECT_BYTES,
  type Memory,
  REQUEST_COLLECT,
  STATE_ALLOC_LIMIT,
  STATE_ALLOC_TOP,
  STATE_REQUEST,
  type Word,
} from "@hotpy/memory";
import { FLAG_BARRIER, type Layout } from "@hotpy/object-model";
import { visitCircularGarbage } from "./circular-garbage.js";
import type {
  CollectionKind,
  Collector,
  CollectorOptions,
  CollectorStatistics,
  RootVisitor,
  VMBinding,
} from "./collector.js";
import { createFinalisers, type Finalisers } from "./finalisers.js";
import { createHostTable, type HostTable } from "./hosts.js";
import { createIdentities } from "./identities.js";
import { createImmortals } from "./immortals.js";
import { visitReachable } from "./reachable.js";
import { visitStateRoots } from "./roots.js";
import { verifyHeap } from "./verify.js";

const MiB = 1024 * 1024;
/** Host values below this size are no reason for a full collection. */
const HOST_FULL_BYTES = 128 * MiB;

/**
 * Options of {@link createHeap}; sizes in bytes. Defaults: nursery 4 MiB, full collections from 32 MiB, hard limit 40 % of
 * the heap region (a copying collector needs as much again), soft limit half of the hard limit.
 */
export interface HeapOptions extends Partial<Omit<CollectorOptions, "stress">> {
  /** A full collection at each safepoint (or at every n-th), with everything movable moved and old memory poisoned. */
  readonly stress?: boolean | number;
  /** Verifies the heap after each collection; throws HeapFault. */
  readonly verify?: boolean;
  /** Live objects and host values may not need more than this: safepoints then return false. */
  readonly hardLimit?: number;
}

/** Allocation, write barrier and collection: what everything else uses. */
export interface Heap {
  readonly memory: Memory;
  readonly collector: Collector;
  readonly statistics: Readonly<CollectorStatistics>;
  /** Whether memory that nobody may read any more is to be filled with POISON. */
  readonly isStressed: boolean;
  /** JavaScript values that objects refer to. */
  readonly hosts: HostTable;
  /** Objects of which the VM wants to know before they die. */
  readonly finalisers: Finalisers;
  /** Registers more roots, weak tables and hooks. */
  bind(binding: VMBinding): void;

  /**
   * Memory for an object, 8-aligned and not zeroed: the caller writes the header and every tagged field before the next
   * safepoint. Never collects, never returns NULL.
   * @throws HeapExhausted if the reserved memory is full, and for a large object that would pass the hard limit.
   */
  allocate(bytes: number): Address;
  /**
   * As {@link allocate}, for small objects of those who could not report a failure: compiled code, and who rebuilds frames. Draws on half
   * a MiB that `allocate` leaves alone, so who needed it must come to a safepoint, or an `allocate`, soon.
   * @throws HeapExhausted where that is used up, too: an error of the caller.
   */
  allocateUrgent(bytes: number): Address;
  /**
   * Memory for an object that neither moves nor dies. Its size must be the one that its header will say (rounded up
   * to 8), so that the region can be walked; FLAG_PINNED and FLAG_BARRIER are set by the next collection.
   */
  allocateImmortal(bytes: number): Address;
  /** False if `bytes` more would pass the hard limit by far: there is no memory. Otherwise safepoints see to the limit. */
  canAllocate(bytes: number): boolean;
  /** For computed sizes. @throws HeapExhausted where {@link canAllocate} is false; nothing has been allocated. */
  require(bytes: number): void;
  /** For a kernel's result that says that there is no room. @throws HeapExhausted */
  exhausted(): never;

  /** To be called after storing a reference in an object that was there at the last safepoint. */
  barrier(object: Address): void;
  /** Stores a tagged word in a field `offset` bytes into the object, with the barrier. */
  storeWord(object: Address, offset: number, word: Word): void;

  /** Asks for a collection at the next safepoint. */
  requestCollection(kind?: CollectionKind): void;
  /**
   * A safepoint: collects if STATE_REQUEST asks for it (other requests are left to the caller). Addresses held in
   * JavaScript are invalid afterwards. Returns false if the live data is past the hard limit: there is no memory.
   */
  safepoint(): boolean;
  /** Collects now; the caller is at a safepoint. */
  collect(kind: CollectionKind): void;

  /** Identity of an object: 1, 2, 3, … in the order of first requests. Never changes, never reused. */
  identity(object: Address): number;
  /** Bytes in use: heap with garbage, immortal objects, host values. */
  usedBytes(): number;
  /** Calls `visit` once with each object that is reachable, immortal ones among them. Leaf; takes time for all that lives. */
  visitReachable(visit: (object: Address) => void): void;
  /**
   * From now on collections call `visit` once with each object that they find dead and in a circle of references, or held by such a one; it
   * may only read its header. That takes time for each condemned object. undefined: no more.
   */
  reportCircularGarbage(visit: ((object: Address) => void) | undefined): void;
  /** Checks the reachable heap. @throws HeapFault with the path to the first fault. */
  verify(): void;
}

/** What a program that has reached the hard limit gets beyond it until it has freed something: a part of the limit. */
const RESERVE = 1 / 8;
/** Between two collections the limit may be passed by this factor, as it is not known how much of it is garbage. */
const OVERSHOOT = 1.5;
/** Requests of fewer bytes are granted unasked. */
const SMALL_REQUEST = 4096;

/**
 * A heap in the heap and immortal regions of a memory. One per memory.
 * @param binding roots, weak tables and hooks of the VM; more can be bound later.
 */
export function createHeap(
  memory: Memory,
  collector: Collector,
  binding: VMBinding = {},
  options: HeapOptions = {},
): Heap {
  const { i32 } = memory;
  const region = memory.heap.end - memory.heap.start;
  const stressInterval = Number(options.stress ?? 0);
  const hardLimit = options.hardLimit ?? Math.floor(region * 0.4);
  const bindings = [binding];
  const hosts = createHostTable(requestMinor);
  const identities = createIdentities(memory);
  const finalisers = createFinalisers(
    memory,
    (object) => bindings.every(({ needsFinaliser }) => needsFinaliser?.(object) ?? true),
    () => {
      for (const each of bindings) each.expectsFinalisers?.();
    },
  );
  const immortals = createImmortals(memory);
  /** The kind that was asked for; none while undefined. */
  let requested: CollectionKind | undefined;
  let untilStress = stressInterval;
  /** A full collection is due when host values take more than this. */
  let hostThreshold = HOST_FULL_BYTES;
  let withinLimit = true;
  /** Bytes by which the limit is passed while a program handles that it was reached: the handler needs memory too. */
  let reserve = 0;
  /** A request has been refused since the last collection, so the program knows already that there is no more memory. */
  let hasRefused = false;

  let circularGarbage: ((object: Address) => void) | undefined;

  const attached = collector.attach({
    memory,
    options: {
      nurseryBytes: options.nurseryBytes ?? 4 * MiB,
      fullBytes: options.fullBytes ?? 32 * MiB,
      softLimit: options.softLimit ?? hardLimit / 2,
      stress: stressInterval > 0,
    },
    visitRoots,
    keepDying: finalisers.keepDying,
    visitImmortals: immortals.visit,
    sweepWeak(kind, forward, condemned) {
      identities.sweep(kind, forward);
      hosts.sweep(kind, forward);
      for (const { weakTables } of bindings) for (const table of weakTables ?? []) table.sweep(kind, forward);
      if (circularGarbage !== undefined) visitCircularGarbage(memory, condemned(), forward, circularGarbage);
    },
    requestCollection: requestMinor,
  });
  if (stressInterval > 0) i32[STATE_REQUEST >>> 2] |= REQUEST_COLLECT;

  function visitRoots(visit: RootVisitor): void {
    visitStateRoots(memory, visit);
    finalisers.visitDue(visit);
    for (const binding of bindings) binding.visitRoots?.(visit);
  }

  function requestMinor(): void {
    requested ??= "minor";
    i32[STATE_REQUEST >>> 2] |= REQUEST_COLLECT;
  }

  function collect(kind: CollectionKind): void {
    requested = undefined;
    i32[STATE_REQUEST >>> 2] &= ~REQUEST_COLLECT;
    const isFull = kind === "full" || hosts.bytes() > hostThreshold;
    let done = attached.collect(isFull ? "full" : "minor");
    if (done === "minor" && inUse() > hardLimit) done = attached.collect("full");
    if (done === "full") hostThreshold = Math.max(HOST_FULL_BYTES, 2 * hosts.bytes());
    checkLimit();
    for (const { afterCollection } of bindings) afterCollection?.(done);
    if (stressInterval > 0) i32[STATE_REQUEST >>> 2] |= REQUEST_COLLECT;
    if (options.verify) verify();
  }

  /**
   * After a collection: whether the limit is reached, which has to be reported. It is reported once, by that or by a request that
   * was refused, and has a reserve from what it needs then until it needs less than the limit again.
   */
  function checkLimit(): void {
    const excess = inUse() - hardLimit;
    withinLimit = excess <= reserve || (hasRefused && reserve === 0);
    if (excess <= 0) reserve = 0;
    else if (reserve === 0) reserve = excess + hardLimit * RESERVE;
    hasRefused = false;
  }

  function safepoint(): boolean {
    if ((i32[STATE_REQUEST >>> 2] & REQUEST_COLLECT) === 0) return true;
    if (stressInterval > 0) {
      if (requested === undefined && --untilStress > 0) return true;
      untilStress = stressInterval;
      requested = "full";
    }
    collect(requested ?? "minor");
    return withinLimit;
  }

  const limit = (): number => hardLimit + reserve;
  const inUse = (): number => attached.usedBytes() + hosts.bytes();
  function canAllocate(bytes: number): boolean {
    if (bytes < SMALL_REQUEST) return true;
    const used = inUse() + bytes;
    if (used <= limit()) return true;
    // What is in use may be garbage: the next safepoint will tell.
    requestMinor();
    hasRefused ||= used > limit() * OVERSHOOT;
    return used <= limit() * OVERSHOOT;
  }
  function require(bytes: number): void {
    if (!canAllocate(bytes)) throw new HeapExhausted(bytes);
  }

  function verify(): void {
    const layoutOf = (shape: number): Layout | undefined =>
      bindings.map((each) => each.layoutOf?.(shape)).find((layout) => layout !== undefined);
    verifyHeap(memory, attached, immortals, visitRoots, layoutOf);
  }

  /** Code that handles the lack of memory comes to a safepoint first, which looks for it. */
  function allocateSlow(bytes: number, isUrgent: boolean): Address {
    try {
      return attached.allocateSlow(bytes, isUrgent) | 0;
    } catch (error) {
      requestMinor();
      requested = "full";
      throw error;
    }
  }

  /** So a computed size fails before anything is done, however large it is. */
  function allocateLarge(bytes: number): Address {
    require(bytes);
    return allocateSlow((bytes + 7) & ~7, false);
  }

  function allocate(bytes: number): Address {
    if (bytes > LARGE_OBJECT_BYTES) return allocateLarge(bytes);
    const size = (bytes + 7) & ~7;
    const top = i32[STATE_ALLOC_TOP >>> 2];
    // The difference of two addresses of one chunk is a small positive number even where they are negative as int32.
    if (((i32[STATE_ALLOC_LIMIT >>> 2] - top) | 0) < size) return allocateSlow(size, false);
    i32[STATE_ALLOC_TOP >>> 2] = top + size;
    return top;
  }

  function allocateUrgent(bytes: number): Address {
    try {
      return allocate(bytes);
    } catch (error) {
      if (!(error instanceof HeapExhausted)) throw error;
      return allocateSlow((bytes + 7) & ~7, true);
    }
  }

  function barrier(object: Address): void {
    if ((i32[object >>> 2] & FLAG_BARRIER) !== 0) attached.remember(object);
  }

  // No accessors here: V8 keeps an object literal with a getter as a dictionary, and each call through it takes 3 ns more.
  return {
    memory,
    collector,
    statistics: attached.statistics,
    isStressed: stressInterval > 0,
    hosts,
    finalisers,
    bind: (added) => void bindings.push(added),
    allocate,
    allocateUrgent,
    allocateImmortal: immortals.allocate,
    canAllocate,
    require,
    exhausted() {
      throw new HeapExhausted(0);
    },
    barrier,
    storeWord(object, offset, word) {
      i32[(object + offset) >>> 2] = word;
      barrier(object);
    },
    requestCollection(kind = "minor") {
      requestMinor();
      if (kind === "full") requested = "full";
    },
    safepoint,
    collect,
    identity: identities.of,
    usedBytes: () => attached.usedBytes() + immortals.top() - memory.immortal.start + hosts.bytes(),
    visitReachable: (visit) => visitReachable(memory, immortals, visitRoots, visit),
    reportCircularGarbage(visit) {
      circularGarbage = visit;
    },
    verify,
  };
}
