import { type Address, type Memory, NULL, REQUEST_FINALISE, STATE_FINALISING, STATE_REQUEST } from "@hotpy/memory";
import type { CollectionKind, Forwarding, RootVisitor } from "./collector.js";
import { orderFinalisers } from "./finaliser-order.js";
import { createReferents } from "./referents.js";

/**
 * Objects of which the VM wants to know before they die. One that a collection finds unreachable is kept, with all that it
 * refers to, and becomes *due*: REQUEST_FINALISE asks the VM, at its safepoint, to take it and run its finaliser, once.
 * The VM decides what happens then; the object lives on as long as something refers to it.
 */
export interface Finalisers {
  /** From now on the object is to be finalised. Once for each object. */
  register(object: Address): void;
  /** Takes the object that is due next; NULL if none is. From here on only the caller keeps it alive. */
  next(): Address;
  /** There may be objects to register from now on. */
  expect(): void;
  /** Whether any object has been registered or expected: then the VM may not drop a reference before its time. */
  isUsed(): boolean;
  /** Makes an object due that lives and need not be registered: a weak table that is swept tells of it so. */
  add(object: Address): void;
  /** How many have been taken so far. */
  taken(): number;
  /** Objects that are registered and not due, in order of registration. Stale after a safepoint. */
  registered(): readonly Address[];
  /** Makes all registered objects due, whether reachable or not, in the order of this permutation of {@link registered}. */
  makeDue(objects: readonly Address[]): void;
}

/** The side of the heap. */
export interface FinaliserTable extends Finalisers {
  /** Visits the objects that are due: roots. */
  visitDue(visit: RootVisitor): void;
  /**
   * After tracing: finds the registered objects that have died, makes them due and visits them, as roots of the rest of the
   * trace. They must still lie where they were, whole.
   */
  keepDying(kind: CollectionKind, forward: Forwarding, visit: RootVisitor): void;
}

/**
 * @param needsFinaliser asked of a dying object: false if there is nothing to do about it after all.
 * @param onUsed called when the first object is registered or expected.
 */
export function createFinalisers(
  memory: Memory,
  needsFinaliser: (object: Address) => boolean,
  onUsed: () => void,
): FinaliserTable {
  const { i32 } = memory;
  const visitReferents = createReferents(memory);
  let old: Address[] = [];
  /** Registered since the last collection. */
  let young: Address[] = [];
  let due: Address[] = [];
  /** Those before have been taken. */
  let taken = 0;
  let takenBefore = 0;
  let isUsed = false;

  function request(): void {
    if (due.length > taken) i32[STATE_REQUEST >>> 2] |= REQUEST_FINALISE;
  }

  function expect(): void {
    if (isUsed) return;
    isUsed = true;
    onUsed();
  }

  /** Roots lie in memory, for the visitor to move them. */
  function visitOne(object: Address, visit: RootVisitor): Address {
    i32[STATE_FINALISING >>> 2] = object;
    visit(STATE_FINALISING, STATE_FINALISING + 4);
    const now = i32[STATE_FINALISING >>> 2];
    i32[STATE_FINALISING >>> 2] = NULL;
    return now;
  }

  return {
    register(object) {
      young.push(object);
      expect();
    },
    expect,
    isUsed: () => isUsed,
    next() {
      if (taken < due.length) return due[taken++];
      due = [];
      takenBefore += taken;
      taken = 0;
      return NULL;
    },
    add(object) {
      due.push(object);
      request();
    },
    taken: () => takenBefore + taken,
    registered: () => [...old, ...young],
    makeDue(objects) {
      due.push(...objects);
      old = [];
      young = [];
      request();
    },
    visitDue(visit) {
      for (let i = taken; i < due.length; i++) due[i] = visitOne(due[i], visit);
    },
    keepDying(kind, forward, visit) {
      const dying: Address[] = [];
      const survivors = (objects: readonly Address[]): Address[] => {
        const alive: Address[] = [];
        for (const object of objects) {
          const now = forward(object);
          if (now !== NULL) alive.push(now);
          else if (needsFinaliser(object)) dying.push(object);
        }
        return alive;
      };
      if (kind === "full") old = survivors(old);
      for (const object of survivors(young)) old.push(object);
      young = [];
      const isDying = (word: number): boolean => (word & 1) === 0 && word !== NULL && forward(word) === NULL;
      for (const object of orderFinalisers(dying, isDying, visitReferents)) due.push(visitOne(object, visit));
      request();
    },
  };
}
