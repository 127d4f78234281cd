/// In which order dying objects are finalised: each before what it refers to, so that it finds that as it was; where
/// references leave it open, or go in a circle, in the order of registration. Tarjan's algorithm for strongly connected
/// components, with a stack of its own: it finds a component after all that can be reached from it.

import type { Address } from "@hotpy/memory";
import type { VisitReferents } from "./referents.js";

/** Where the search stands in one object. */
interface Visit {
  readonly object: Address;
  readonly index: number;
  lowest: number;
  readonly referents: Address[];
}

/**
 * @param objects in order of registration
 * @param isDying whether the search is to go through a word: an address of an object that has not moved
 */
export function orderFinalisers(
  objects: readonly Address[],
  isDying: (word: number) => boolean,
  visitReferents: VisitReferents,
): Address[] {
  const registration = new Map(objects.map((object, index) => [object, index]));
  /** Numbers of the objects found, in order; Infinity once their component is complete. */
  const found = new Map<Address, number>();
  const component: Address[] = [];
  /** The last to be finalised comes first. */
  const reversed: Address[] = [];
  const path: Visit[] = [];

  function enter(object: Address): void {
    const referents: Address[] = [];
    visitReferents(object, (word) => {
      if (isDying(word)) referents.push(word);
    });
    path.push({ object, index: found.size, lowest: found.size, referents });
    found.set(object, found.size);
    component.push(object);
  }

  function leave({ object, index, lowest }: Visit): void {
    path.pop();
    if (path.length > 0) path[path.length - 1].lowest = Math.min(path[path.length - 1].lowest, lowest);
    if (lowest !== index) return;
    const members = component.splice(component.lastIndexOf(object));
    for (const member of members) found.set(member, Infinity);
    const due = members.filter((member) => registration.has(member));
    reversed.push(...due.sort((a, b) => registration.get(b)! - registration.get(a)!));
  }

  for (let i = objects.length - 1; i >= 0; i--) {
    if (found.has(objects[i])) continue;
    enter(objects[i]);
    while (path.length > 0) {
      const visit = path[path.length - 1];
      // The last referent first, so that in the end the first one comes first.
      const next = visit.referents.pop();
      if (next === undefined) leave(visit);
      else if (!found.has(next)) enter(next);
      else visit.lowest = Math.min(visit.lowest, found.get(next)!);
    }
  }
  return reversed.reverse();
}
