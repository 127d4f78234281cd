import { NULL } from "@hotpy/memory";
import type { ConformanceCase } from "@hotpy/object-model/testing";
import type { Collector } from "../collector.js";
import { createWeakReferences } from "../weak-references.js";
import { createNodes } from "./finaliser-cases.js";
import { check } from "./world.js";

/** What collectors owe to weak references. */
export function weakCases(collector: Collector): ConformanceCase[] {
  return [
    {
      name: "a weak reference finds its target as long as that lives, wherever it has moved",
      run() {
        const { heap, handles, node, idOf } = createNodes(collector);
        const weak = createWeakReferences(heap);
        const target = handles.push(node(2));
        const owner = handles.push(node(1));
        const reference = weak.create(handles.get(owner), handles.get(target), false);
        for (const kind of ["minor", "full", "minor"] as const) {
          heap.collect(kind);
          check(weak.target(reference) === handles.get(target), "the target is not where it is");
          check(idOf(weak.target(reference)) === 2, "it is another");
          check(weak.owners(handles.get(target))[0] === handles.get(owner), "the owner is not where it is");
        }
      },
    },
    {
      name: "when a target has died its owner is told, once and only if it asked",
      run() {
        const { heap, handles, node } = createNodes(collector);
        const weak = createWeakReferences(heap);
        const target = node(1);
        const owners = [2, 3].map((id) => handles.push(node(id)));
        const references = owners.map((owner, index) => weak.create(handles.get(owner), target, index === 1));
        heap.collect("full");
        check(
          references.every((reference) => weak.target(reference) === NULL),
          "a dead target is found",
        );
        check(heap.finalisers.next() === handles.get(owners[1]), "who asked is not told");
        check(heap.finalisers.next() === NULL, "who did not ask is told");
        heap.collect("full");
        check(heap.finalisers.next() === NULL, "told twice");
      },
    },
    {
      name: "of the owners that refer to one target the last is told first",
      run() {
        const { heap, handles, node } = createNodes(collector);
        const weak = createWeakReferences(heap);
        const target = node(1);
        const owners = [2, 3, 4].map((id) => handles.push(node(id)));
        for (const owner of owners) weak.create(handles.get(owner), target, true);
        heap.collect("full");
        for (const owner of owners.reverse())
          check(heap.finalisers.next() === handles.get(owner), "told in another order");
      },
    },
    {
      name: "an owner that has died is not told, and not kept",
      run() {
        const { heap, handles, node } = createNodes(collector);
        const weak = createWeakReferences(heap);
        const target = handles.push(node(1));
        weak.create(node(2), handles.get(target), true);
        heap.collect("full");
        check(weak.owners(handles.get(target)).length === 0, "the owner is kept");
        handles.set(target, NULL);
        heap.collect("full");
        check(heap.finalisers.next() === NULL, "the dead are told");
      },
    },
  ];
}
