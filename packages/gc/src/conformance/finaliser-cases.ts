import {
  type Address,
  LARGE_OBJECT_BYTES,
  NULL,
  REQUEST_FINALISE,
  STATE_REQUEST,
  tagSmall,
  untagSmall,
} from "@hotpy/memory";
import { ARRAY_ITEMS, SHAPE_ARRAY } from "@hotpy/object-model";
import { type ConformanceCase, createRandom } from "@hotpy/object-model/testing";
import type { CollectionKind, Collector } from "../collector.js";
import type { HeapOptions } from "../heap.js";
import { allocateObject, check, createWorld, type World } from "./world.js";

/** A world whose objects are arrays: a number, then references. */
export interface Nodes extends World {
  /** `words`: size at least. */
  node(id: number, references?: readonly Address[], words?: number): Address;
  idOf(node: Address): number;
  /** Takes everything that is due; returns the numbers in order. */
  takeDue(): number[];
}

export function createNodes(collector: Collector, options?: HeapOptions): Nodes {
  const world = createWorld(collector, options);
  const { memory, heap } = world;
  const idOf = (node: Address): number => untagSmall(memory.i32[(node + ARRAY_ITEMS) >>> 2]);
  return {
    ...world,
    node(id, references = [], words = 0) {
      const size = Math.max(words, 1 + references.length);
      const node = allocateObject(world, SHAPE_ARRAY, 2 + size, size);
      memory.i32[(node + ARRAY_ITEMS) >>> 2] = tagSmall(id);
      memory.i32.set(references, (node + ARRAY_ITEMS + 4) >>> 2);
      return node;
    },
    idOf,
    takeDue() {
      const ids: number[] = [];
      for (let object = heap.finalisers.next(); object !== NULL; object = heap.finalisers.next())
        ids.push(idOf(object));
      return ids;
    },
  };
}

const KINDS: readonly CollectionKind[] = ["minor", "full"];
const checkIds = (found: readonly number[], expected: readonly number[], what: string): void =>
  check(found.join() === expected.join(), `${what}: ${found.join()} instead of ${expected.join()}`);

/** What collectors owe to objects that are to be finalised. */
export function finaliserCases(collector: Collector, seed: number, rounds: number): ConformanceCase[] {
  return [
    {
      name: "an object to be finalised is kept with what it refers to, and is due once",
      run() {
        for (const kind of KINDS) {
          for (const words of [0, LARGE_OBJECT_BYTES / 4]) {
            const { memory, heap, node, idOf } = createNodes(collector);
            heap.finalisers.register(node(1, [node(2), node(3, [], LARGE_OBJECT_BYTES / 4)], words));
            heap.collect(kind);
            check((memory.i32[STATE_REQUEST >>> 2] & REQUEST_FINALISE) !== 0, "nothing was asked for");
            // What is due survives further collections until it is taken.
            heap.collect("minor");
            heap.collect("full");
            const object = heap.finalisers.next();
            const at = (object + ARRAY_ITEMS) >>> 2;
            check(object !== NULL && idOf(object) === 1, "not due");
            check(idOf(memory.i32[at + 1]) === 2 && idOf(memory.i32[at + 2]) === 3, "what it refers to was lost");
            check(heap.finalisers.next() === NULL, "due twice");
            heap.collect("full");
            check(heap.statistics.liveBytes === 0, "it outlived its finaliser");
            check(heap.finalisers.next() === NULL, "due again");
          }
        }
      },
    },
    {
      name: "a reachable object is not due, until it is not reachable any more",
      run() {
        const { heap, handles, node, takeDue } = createNodes(collector);
        const root = handles.push(node(1));
        heap.finalisers.register(handles.get(root));
        for (const kind of ["minor", "full", "minor"] as const) heap.collect(kind);
        checkIds(takeDue(), [], "reachable");
        handles.set(root, NULL);
        heap.collect("full");
        checkIds(takeDue(), [1], "unreachable");
      },
    },
    {
      name: "a finalised object that is stored somewhere lives on, and is not due again",
      run() {
        const { heap, handles, node, idOf, takeDue } = createNodes(collector);
        heap.finalisers.register(node(1));
        heap.collect("full");
        const root = handles.push(heap.finalisers.next());
        for (const kind of ["minor", "full"] as const) heap.collect(kind);
        check(idOf(handles.get(root)) === 1, "lost");
        handles.set(root, NULL);
        heap.collect("full");
        checkIds(takeDue(), [], "after resurrection");
      },
    },
    {
      name: "order: referrers first, circles and strangers by registration",
      run() {
        for (const kind of KINDS) {
          const { memory, heap, node, takeDue } = createNodes(collector);
          const register = (object: Address): Address => {
            heap.finalisers.register(object);
            return object;
          };
          let chain = register(node(10));
          for (let id = 11; id < 15; id++) chain = register(node(id, [node(0, [chain])]));
          const [a, b] = [register(node(1, [NULL])), register(node(2, [NULL]))];
          memory.i32[(a + ARRAY_ITEMS + 4) >>> 2] = b;
          memory.i32[(b + ARRAY_ITEMS + 4) >>> 2] = a;
          for (const id of [3, 4]) register(node(id));
          const parent = register(node(5, [NULL, NULL]));
          memory.i32[(parent + ARRAY_ITEMS + 4) >>> 2] = register(node(6));
          memory.i32[(parent + ARRAY_ITEMS + 8) >>> 2] = register(node(7));
          heap.collect(kind);
          checkIds(takeDue(), [14, 13, 12, 11, 10, 1, 2, 3, 4, 5, 6, 7], kind);
        }
      },
    },
    {
      name: "a chain of 200,000 objects to be finalised needs no recursion",
      run() {
        const { heap, node, takeDue } = createNodes(collector, { verify: false });
        let chain = NULL;
        for (let id = 0; id < 200000; id++) heap.finalisers.register((chain = node(id, [chain])));
        heap.collect("full");
        const due = takeDue();
        check(due.length === 200000 && due.every((id, i) => id === 199999 - i), "wrong order");
      },
    },
    {
      name: "the VM may wave an object through",
      run() {
        const { heap, node, idOf, takeDue } = createNodes(collector);
        heap.bind({ needsFinaliser: (object) => idOf(object) !== 2 });
        for (const id of [1, 2, 3]) heap.finalisers.register(node(id));
        heap.collect("minor");
        heap.collect("full");
        checkIds(takeDue(), [1, 3], "due");
      },
    },
    {
      name: "all can be made due at once",
      run() {
        const { heap, handles, node, takeDue } = createNodes(collector);
        for (const id of [1, 2, 3]) {
          const root = handles.push(node(id));
          heap.finalisers.register(handles.get(root));
          if (id === 2) heap.collect("full");
        }
        heap.finalisers.makeDue([...heap.finalisers.registered()].reverse());
        heap.collect("full");
        checkIds(takeDue(), [3, 2, 1], "due");
        check(heap.finalisers.registered().length === 0, "still registered");
      },
    },
    {
      name: "the VM is told once that there may be objects to be finalised",
      run() {
        const { heap, node } = createNodes(collector);
        const told: number[] = [];
        heap.bind({ expectsFinalisers: () => void told.push(heap.finalisers.registered().length) });
        const first = node(1);
        heap.finalisers.register(first);
        heap.finalisers.expect();
        heap.finalisers.register(node(2));
        checkIds(told, [1], "registered when told");
      },
    },
    {
      name: "what is reachable is visited, each object once, and nothing else",
      run() {
        const { memory, heap, handles, node, idOf } = createNodes(collector);
        const inner = node(2);
        const root = handles.push(node(1, [inner, inner]));
        heap.collect("minor");
        handles.push(node(3, [handles.get(root)]));
        node(4, [handles.get(root)]);
        const ids: number[] = [];
        heap.visitReachable((object) => {
          if (memory.i32[object >>> 2] >>> 8 === SHAPE_ARRAY) ids.push(idOf(object));
        });
        checkIds(ids.sort(), [1, 2, 3], "visited");
      },
    },
    {
      name: "collections tell of what is dead and in circles, or held by one",
      run() {
        const { memory, heap, handles, node, idOf } = createNodes(collector);
        const refer = (from: Address, to: Address): void => heap.storeWord(from, ARRAY_ITEMS + 4, to);
        for (const words of [0, LARGE_OBJECT_BYTES / 4]) {
          for (const kind of KINDS) {
            const found: number[] = [];
            heap.reportCircularGarbage((object) => {
              if (memory.i32[object >>> 2] >>> 8 === SHAPE_ARRAY) found.push(idOf(object));
            });
            const first = node(1, [NULL], words);
            refer(first, node(2, [first, node(3)]));
            // Neither what counting references would free, though it refers to a circle, nor what lives.
            node(4, [first, node(5)]);
            const living = node(6, [NULL]);
            refer(living, living);
            const handle = handles.push(living);
            heap.collect(kind);
            checkIds(found.sort(), [1, 2, 3], kind);
            heap.reportCircularGarbage(undefined);
            const forgotten = node(7, [NULL]);
            refer(forgotten, forgotten);
            heap.collect(kind);
            checkIds(found, [1, 2, 3], "told unasked");
            handles.set(handle, NULL);
            heap.collect("full");
          }
        }
      },
    },
    {
      name: "weak tables see what finalisers keep",
      run() {
        const { heap, node, takeDue } = createNodes(collector);
        let weak: Address[] = [];
        heap.bind({ weakTables: [{ sweep: (_, forward) => void (weak = weak.map(forward)) }] });
        const inner = node(2);
        weak = [inner];
        heap.finalisers.register(node(1, [inner]));
        heap.collect("full");
        check(weak[0] !== NULL, "dropped what is still in use");
        takeDue();
        heap.collect("full");
        check(weak[0] === NULL, "kept what has died");
      },
    },
    ...Array.from({ length: rounds }, (_, round) => randomCase(collector, seed + round)),
  ];
}

/** Random graphs: due is exactly what was registered and cannot be reached. */
function randomCase(collector: Collector, seed: number): ConformanceCase {
  return {
    name: `random graph with finalisers, seed ${seed}`,
    run() {
      const random = createRandom(seed);
      const { memory, heap, handles, node, idOf, takeDue } = createNodes(collector, { nurseryBytes: 64 * 1024 });
      const roots = Array.from({ length: 20 }, () => handles.push(NULL));
      const references = new Map<number, number[]>();
      const registered = new Set<number>();
      for (let step = 0; step < 60; step++) {
        for (let i = 0; i < 40; i++) {
          const id = references.size;
          const targets = roots.filter(() => random.chance(0.15)).map((root) => handles.get(root));
          const object = node(id, targets);
          references.set(id, targets.filter((target) => target !== NULL).map(idOf));
          if (random.chance(0.3)) {
            heap.finalisers.register(object);
            registered.add(id);
          }
          handles.set(random.pick(roots), random.chance(0.1) ? NULL : object);
          // References from older objects to new ones, through the barrier.
          const holder = handles.get(random.pick(roots));
          if (holder === NULL || memory.i32[(holder + 4) >>> 2] < 2) continue;
          heap.storeWord(holder, ARRAY_ITEMS + 4, object);
          references.set(idOf(holder), referentsOf(holder));
        }
        heap.collect("full");
        const reachable = new Set<number>();
        const queue = roots
          .map((root) => handles.get(root))
          .filter((object) => object !== NULL)
          .map(idOf);
        for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
          if (reachable.has(id)) continue;
          reachable.add(id);
          queue.push(...references.get(id)!);
        }
        const expected = [...registered].filter((id) => !reachable.has(id));
        checkIds(
          takeDue().sort((a, b) => a - b),
          expected,
          "due",
        );
        for (const id of expected) registered.delete(id);
      }

      function referentsOf(object: Address): number[] {
        const at = (object + ARRAY_ITEMS) >>> 2;
        const size = memory.i32[(object + 4) >>> 2];
        return [...memory.i32.subarray(at + 1, at + size)].filter((word) => word !== NULL).map(idOf);
      }
    },
  };
}
