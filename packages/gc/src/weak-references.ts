import { type Address, NULL } from "@hotpy/memory";
import type { Heap } from "./heap.js";

/**
 * Weak references: each belongs to an object, its owner, and names another, its target, without keeping either alive. A dead
 * owner's reference is forgotten; of a dead target the owner is told, if it asked for that, by becoming due
 * (see {@link Heap.finalisers}); of several owners the last one first.
 */
export interface WeakReferences {
  /** A number for the new reference, never used again. The owner may be told once, when the target has died. */
  create(owner: Address, target: Address, isTold: boolean): number;
  /** NULL: it has died. */
  target(reference: number): Address;
  /** References to an object in order of creation, whose owners live. Stale after a safepoint. */
  owners(target: Address): readonly Address[];
}

interface Row {
  owner: Address;
  target: Address;
  readonly identity: number;
  readonly isTold: boolean;
}

/** Weak references of a heap. */
export function createWeakReferences(heap: Heap): WeakReferences {
  const rows = new Map<number, Row>();
  /** References by the identity of their targets. */
  const byTarget = new Map<number, number[]>();
  /** Made since the last collection. */
  let young: number[] = [];
  let last = 0;

  function forget(reference: number, { identity }: Row): void {
    const left = byTarget.get(identity)?.filter((each) => each !== reference) ?? [];
    if (left.length > 0) byTarget.set(identity, left);
    else byTarget.delete(identity);
  }

  heap.bind({
    weakTables: [
      {
        sweep(kind, forward) {
          const swept = kind === "full" ? [...rows.keys()] : young;
          young = [];
          /** Owners to tell, by targets; of one target the last that was made is told first. */
          const told = new Map<number, Address[]>();
          for (const reference of swept) {
            const row = rows.get(reference);
            if (row === undefined) continue;
            const hadTarget = row.target !== NULL;
            row.owner = forward(row.owner);
            if (hadTarget) row.target = forward(row.target);
            if (row.owner === NULL) {
              rows.delete(reference);
              if (hadTarget) forget(reference, row);
            } else if (hadTarget && row.target === NULL) {
              forget(reference, row);
              if (!row.isTold) continue;
              const owners = told.get(row.identity);
              if (owners === undefined) told.set(row.identity, [row.owner]);
              else owners.push(row.owner);
            }
          }
          for (const owners of told.values()) for (const owner of owners.reverse()) heap.finalisers.add(owner);
        },
      },
    ],
  });

  return {
    create(owner, target, isTold) {
      // Whether it lives is seen from now on: nothing may be dropped before its time.
      heap.finalisers.expect();
      const identity = heap.identity(target);
      rows.set(++last, { owner, target, identity, isTold });
      const known = byTarget.get(identity);
      if (known === undefined) byTarget.set(identity, [last]);
      else known.push(last);
      young.push(last);
      return last;
    },
    target: (reference) => rows.get(reference)?.target ?? NULL,
    owners: (target) => (byTarget.get(heap.identity(target)) ?? []).map((each) => (rows.get(each) as Row).owner),
  };
}
