import {
  type Address,
  HeapExhausted,
  LARGE_OBJECT_BYTES,
  NULL,
  REQUEST_COLLECT,
  STATE_PENDING,
  STATE_REQUEST,
  tagSmall,
} from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  CELL_VALUE,
  FLAG_BARRIER,
  FLAG_PINNED,
  HOST_INDEX,
  headerWord,
  SHAPE_ARRAY,
  SHAPE_BYTES,
  SHAPE_CELL,
  SHAPE_FLOAT,
  SHAPE_HOST,
  SHAPE_METHOD,
} from "@hotpy/object-model";
import { type ConformanceCase, createRandom } from "@hotpy/object-model/testing";
import { type Collector, POISON } from "../collector.js";
import type { Heap } from "../heap.js";
import { HeapFault } from "../verify.js";
import { finaliserCases } from "./finaliser-cases.js";
import { createMirror } from "./mirror.js";
import { weakCases } from "./weak-cases.js";
import { allocateObject, check, createWorld, HOLDER, SHAPE_HOLDER } from "./world.js";

/** Sizes of the random part. */
export interface ConformanceOptions {
  /** Seed of the random graphs. Default 1. */
  readonly seed?: number;
  /** Random graphs per heap configuration. Default 3. */
  readonly rounds?: number;
}

const MiB = 1024 * 1024;

/** What the verifier complains of; "": nothing. */
function faultFound(heap: Heap): string {
  try {
    heap.verify();
    return "";
  } catch (error) {
    if (!(error instanceof HeapFault)) throw error;
    return error.message;
  }
}

/**
 * The test suite of the {@link Collector} interface, for any test framework:
 * `for (const { name, run } of collectorConformance(mine)) test(name, run);`
 */
export function collectorConformance(collector: Collector, options: ConformanceOptions = {}): ConformanceCase[] {
  const { seed = 1, rounds = 3 } = options;
  return [
    ...fixedCases(collector),
    ...finaliserCases(collector, seed, rounds),
    ...weakCases(collector),
    ...randomCases(collector, seed, rounds),
  ];
}

function randomCases(collector: Collector, firstSeed: number, rounds: number): ConformanceCase[] {
  const configurations = [
    { label: "small nursery", heap: { nurseryBytes: 64 * 1024, fullBytes: MiB }, mutations: 6000, between: 200 },
    { label: "full collections only", heap: {}, mutations: 2000, between: 100 },
    { label: "stress", heap: { stress: true }, mutations: 1500, between: 10 },
  ];
  const cases: ConformanceCase[] = [];
  for (const { label, heap, mutations, between } of configurations) {
    for (let seed = firstSeed; seed < firstSeed + rounds; seed++) {
      cases.push({
        name: `random graph, ${label}, seed ${seed}`,
        run() {
          const world = createWorld(collector, heap);
          const random = createRandom(seed);
          const mirror = createMirror(world, random);
          for (let i = 1; i <= mutations; i++) {
            mirror.mutate();
            if (i % between !== 0) continue;
            if (label === "full collections only" || random.chance(0.1)) world.heap.collect("full");
            else if (random.chance(0.5)) world.heap.collect("minor");
            else world.heap.safepoint();
            mirror.compare();
          }
        },
      });
    }
  }
  return cases;
}

function fixedCases(collector: Collector): ConformanceCase[] {
  return [
    {
      name: "new objects are 8-aligned, do not overlap, and allocation never collects",
      run() {
        const { memory, heap } = createWorld(collector, { nurseryBytes: 64 * 1024 });
        let before = heap.allocate(8) >>> 0;
        const first = before;
        memory.i32[first >>> 2] = 42;
        for (let i = 0; i < 20000; i++) {
          const object = heap.allocate(12) >>> 0;
          check(object % 8 === 0, "not aligned");
          check(Math.abs(object - before) >= 8, "overlap");
          before = object;
        }
        check(memory.i32[first >>> 2] === 42, "allocation collected");
        check((memory.i32[STATE_REQUEST >>> 2] & REQUEST_COLLECT) !== 0, "no collection was requested");
      },
    },
    {
      name: "garbage is freed, and its memory used again",
      run() {
        const world = createWorld(collector);
        for (let i = 0; i < 3 * 1024 * 1024; i++) {
          allocateObject(world, SHAPE_FLOAT, 4);
          if (i % 65536 === 0) world.heap.safepoint();
        }
        world.heap.collect("full");
        check(world.heap.statistics.liveBytes === 0, "something survived without a root");
      },
    },
    {
      name: "a list of 300,000 links needs no recursion",
      run() {
        const world = createWorld(collector);
        const { memory, heap, handles } = world;
        const root = handles.push(NULL);
        for (let i = 0; i < 300000; i++) {
          const link = allocateObject(world, SHAPE_METHOD, 4);
          memory.i32[(link + 8) >>> 2] = handles.get(root);
          memory.i32[(link + 12) >>> 2] = tagSmall(i);
          handles.set(root, link);
        }
        for (const kind of ["minor", "full", "full"] as const) {
          heap.collect(kind);
          let link = handles.get(root);
          for (let i = 299999; i >= 0; i--) {
            check(memory.i32[(link + 12) >>> 2] === tagSmall(i), "the list changed");
            link = memory.i32[(link + 8) >>> 2];
          }
          check(link === NULL, "the list has no end");
        }
      },
    },
    {
      name: "old objects keep young ones alive through the write barrier",
      run() {
        const world = createWorld(collector);
        const { memory, heap, handles } = world;
        const root = handles.push(allocateObject(world, SHAPE_CELL, 4));
        heap.collect("full");
        for (let i = 0; i < 5; i++) {
          const young = allocateObject(world, SHAPE_METHOD, 4);
          memory.i32[(young + 8) >>> 2] = tagSmall(i);
          heap.storeWord(handles.get(root), CELL_VALUE, young);
          heap.collect("minor");
          const now = memory.i32[(handles.get(root) + CELL_VALUE) >>> 2];
          check(memory.i32[(now + 8) >>> 2] === tagSmall(i), "a young object was lost");
        }
      },
    },
    {
      name: "many remembered objects",
      run() {
        const world = createWorld(collector);
        const { memory, heap, handles } = world;
        const count = 30000;
        const root = handles.push(allocateObject(world, SHAPE_ARRAY, 2 + count, count));
        const cell = (i: number): Address => memory.i32[(handles.get(root) + ARRAY_ITEMS + i * 4) >>> 2];
        for (let i = 0; i < count; i++)
          heap.storeWord(handles.get(root), ARRAY_ITEMS + i * 4, allocateObject(world, SHAPE_CELL, 4));
        heap.collect("full");
        for (let i = 0; i < count; i++) {
          const young = allocateObject(world, SHAPE_METHOD, 4);
          memory.i32[(young + 8) >>> 2] = tagSmall(i);
          heap.storeWord(cell(i), CELL_VALUE, young);
        }
        heap.collect("minor");
        for (let i = 0; i < count; i++) {
          const now = memory.i32[(cell(i) + CELL_VALUE) >>> 2];
          check(memory.i32[(now + 8) >>> 2] === tagSmall(i), "a young object was lost");
        }
      },
    },
    {
      name: "large objects do not move, and die",
      run() {
        const world = createWorld(collector);
        const { memory, heap, handles } = world;
        const words = LARGE_OBJECT_BYTES / 4;
        const root = handles.push(allocateObject(world, SHAPE_ARRAY, 2 + words, words));
        const address = handles.get(root);
        heap.storeWord(address, ARRAY_ITEMS, allocateObject(world, SHAPE_CELL, 4));
        for (const kind of ["minor", "full", "minor", "full"] as const) {
          heap.collect(kind);
          check(handles.get(root) === address, "a large object moved");
          heap.storeWord(address, ARRAY_ITEMS + 4, allocateObject(world, SHAPE_CELL, 4));
        }
        check((memory.i32[address >>> 2] & FLAG_PINNED) !== 0, "not pinned");
        handles.set(root, NULL);
        heap.collect("full");
        check(heap.statistics.liveBytes === 0, "a large object outlived its last reference");
        for (let i = 0; i < 3000; i++) {
          allocateObject(world, SHAPE_BYTES, 2 + MiB / 4, MiB);
          heap.safepoint();
        }
      },
    },
    {
      name: "immortal objects are roots, whatever stores in them",
      run() {
        const world = createWorld(collector);
        const { memory, heap } = world;
        const bytes = heap.allocateImmortal(8 + 13);
        memory.i32[bytes >>> 2] = headerWord(SHAPE_BYTES, FLAG_PINNED | FLAG_BARRIER);
        memory.i32[(bytes + 4) >>> 2] = 13;
        const cell = heap.allocateImmortal(16);
        memory.i32[cell >>> 2] = headerWord(SHAPE_CELL, FLAG_PINNED | FLAG_BARRIER);
        // As if while it was new: without the barrier.
        memory.i32[(cell + CELL_VALUE) >>> 2] = allocateObject(world, SHAPE_CELL, 4);
        for (const kind of ["minor", "minor", "full", "minor"] as const) {
          heap.collect(kind);
          const value = memory.i32[(cell + CELL_VALUE) >>> 2];
          check(memory.i32[value >>> 2] >>> 8 === SHAPE_CELL, "an immortal object's field was lost");
          heap.storeWord(cell, CELL_VALUE, allocateObject(world, SHAPE_CELL, 4));
        }
      },
    },
    {
      name: "host values live as long as their owners",
      run() {
        const world = createWorld(collector);
        const { memory, heap, handles } = world;
        const addHost = (value: string): Address => {
          const object = allocateObject(world, SHAPE_HOST, 4);
          memory.i32[(object + HOST_INDEX) >>> 2] = heap.hosts.add(value, object, 1000);
          return object;
        };
        const permanent = heap.hosts.add("permanent", NULL, 7);
        const kept = handles.push(addHost("kept"));
        for (let i = 0; i < 100; i++) addHost("lost");
        const checkTable = (size: number, bytes: number): void =>
          check(heap.hosts.size() === size && heap.hosts.bytes() === bytes, "wrong size or charge of the host table");
        checkTable(102, 101007);
        heap.collect("minor");
        heap.collect("full");
        checkTable(2, 1007);
        check(heap.hosts.get(memory.i32[(handles.get(kept) + HOST_INDEX) >>> 2]) === "kept", "a value was lost");
        check(heap.hosts.get(permanent) === "permanent", "a permanent value was lost");
        handles.set(kept, NULL);
        heap.collect("full");
        checkTable(1, 7);
      },
    },
    {
      name: "identities are sequential, stable and never reused",
      run() {
        const world = createWorld(collector);
        const { heap, handles } = world;
        const ids = new Map<number, number>();
        for (let i = 0; i < 50; i++) {
          const object = i % 2 === 0 ? allocateObject(world, SHAPE_CELL, 4) : allocateObject(world, SHAPE_ARRAY, 2, 0);
          check(heap.identity(object) === i + 1, "not sequential");
          if (i % 5 === 0) ids.set(handles.push(object), i + 1);
          if (i % 10 === 9) heap.collect(i % 20 === 9 ? "minor" : "full");
          for (const [handle, id] of ids) check(heap.identity(handles.get(handle)) === id, "an identity changed");
        }
      },
    },
    {
      name: "roots of bindings, weak tables and hooks",
      run() {
        const { memory, heap, ...rest } = createWorld(collector);
        const world = { memory, heap, ...rest };
        const slot = memory.stack.start;
        const order: string[] = [];
        let weak: Address[] = [];
        heap.bind({
          visitRoots: (visit) => visit(slot, slot + 8),
          weakTables: [{ sweep: (_, forward) => void (weak = weak.map(forward)) }],
          afterCollection: (kind) => void order.push(kind),
        });
        weak = [
          allocateObject(world, SHAPE_CELL, 4),
          allocateObject(world, SHAPE_CELL, 4),
          allocateObject(world, SHAPE_CELL, 4),
        ];
        memory.i32[slot >>> 2] = weak[0];
        memory.i32[(slot + 4) >>> 2] = tagSmall(3);
        memory.i32[STATE_PENDING >>> 2] = weak[2];
        heap.collect("full");
        check(weak[0] === memory.i32[slot >>> 2] && weak[1] === NULL, "weak table not swept");
        check(weak[2] === memory.i32[STATE_PENDING >>> 2] && weak[2] !== NULL, "the pending exception is a root");
        check(order.length === 1, "the hook runs once");
      },
    },
    {
      name: "requests: a safepoint collects when asked to",
      run() {
        const { heap } = createWorld(collector);
        const count = (): number => heap.statistics.minorCollections + heap.statistics.fullCollections;
        heap.safepoint();
        check(count() === 0, "collected without a request");
        heap.requestCollection("full");
        heap.safepoint();
        check(heap.statistics.fullCollections === 1, "did not collect");
        heap.safepoint();
        check(count() === 1, "collected twice");
      },
    },
    {
      name: "stress moves everything movable and poisons what it left",
      run() {
        const world = createWorld(collector, { stress: true });
        const { memory, heap, handles } = world;
        const root = handles.push(allocateObject(world, SHAPE_CELL, 4));
        for (let i = 0; i < 10; i++) {
          const before = handles.get(root);
          heap.safepoint();
          check(handles.get(root) !== before, "not moved");
          check(memory.i32[before >>> 2] === POISON, "not poisoned");
        }
      },
    },
    {
      name: "stress uses its memory again, if late",
      run() {
        const world = createWorld(collector, { stress: true, verify: false });
        const { heap, handles } = world;
        handles.push(allocateObject(world, SHAPE_CELL, 4));
        for (let i = 0; i < 2000; i++) heap.safepoint();
      },
    },
    {
      name: "the hard limit: asked before, and reported by safepoints",
      run() {
        const world = createWorld(collector, { hardLimit: 16 * MiB, verify: false });
        const { heap, handles, memory } = world;
        check(heap.canAllocate(10 * MiB) && heap.canAllocate(20 * MiB), "some garbage is allowed for");
        check(!heap.canAllocate(30 * MiB), "canAllocate is wrong");
        check((memory.i32[STATE_REQUEST >>> 2] & REQUEST_COLLECT) !== 0, "who passes the limit has to collect");
        const mark = handles.mark();
        let isWithin = true;
        for (let i = 0; i < 100 && isWithin; i++) {
          handles.push(allocateObject(world, SHAPE_BYTES, 2 + MiB / 4, MiB));
          heap.requestCollection();
          isWithin = heap.safepoint();
        }
        check(!isWithin, "the limit was passed silently");
        handles.push(allocateObject(world, SHAPE_BYTES, 2 + MiB / 4, MiB));
        heap.requestCollection();
        check(heap.safepoint(), "there is no memory to handle that the limit was reached");
        handles.release(mark);
        heap.requestCollection();
        check(heap.safepoint() && heap.canAllocate(10 * MiB), "memory did not come back");
      },
    },
    {
      name: "a refused request is not reported again by the collection that follows",
      run() {
        const world = createWorld(collector, { hardLimit: 16 * MiB, verify: false });
        const { heap, handles } = world;
        const keep = (): void => void handles.push(allocateObject(world, SHAPE_BYTES, 2 + MiB / 4, MiB));
        for (let i = 0; i < 20; i++) keep();
        check(!heap.canAllocate(16 * MiB), "the limit does not hold");
        check(heap.safepoint(), "the limit was reported twice");
        keep();
        heap.requestCollection();
        check(heap.safepoint(), "there is no memory to handle that the limit was reached");
        let isWithin = true;
        for (let i = 0; i < 4 && isWithin; i++) {
          keep();
          heap.requestCollection();
          isWithin = heap.safepoint();
        }
        check(!isWithin, "the reserve has no end");
      },
    },
    {
      name: "a full heap throws HeapExhausted at an allocation, and is sound afterwards",
      run() {
        const world = createWorld(collector, { hardLimit: Infinity });
        const { heap, handles } = world;
        const mark = handles.mark();
        let thrown: unknown;
        try {
          for (;;) handles.push(allocateObject(world, SHAPE_BYTES, 2 + 6000, 24000));
        } catch (error) {
          thrown = error;
        }
        check(thrown instanceof HeapExhausted, `threw ${String(thrown)}`);
        const { i32 } = world.memory;
        for (let i = 0; i < 4000; i++) {
          const urgent = heap.allocateUrgent(64);
          i32[urgent >>> 2] = headerWord(SHAPE_BYTES);
          i32[(urgent >>> 2) + 1] = 56;
          handles.push(urgent);
        }
        heap.collect("full");
        handles.release(mark);
        heap.collect("full");
        check(heap.statistics.liveBytes === 0, "memory did not come back");
      },
    },
    {
      name: "the verifier names the way to a fault",
      run() {
        const world = createWorld(collector);
        const { memory, heap, handles } = world;
        const root = handles.push(allocateObject(world, SHAPE_CELL, 4));
        const inner = allocateObject(world, SHAPE_CELL, 4);
        memory.i32[(handles.get(root) + CELL_VALUE) >>> 2] = inner;
        heap.verify();
        for (const fault of [POISON, inner + 8, inner + 4096, memory.stack.start]) {
          memory.i32[(inner + CELL_VALUE) >>> 2] = fault;
          const message = faultFound(heap);
          check(
            /^root word at 0x.* -> value of cell 0x.* -> value of cell 0x.*: /.test(message),
            `no fault found for ${fault}: ${message}`,
          );
        }
      },
    },
    {
      name: "the verifier checks what fields are declared to refer to",
      run() {
        const world = createWorld(collector);
        const { memory, heap, handles } = world;
        const root = handles.push(allocateObject(world, SHAPE_HOLDER, 4));
        const field = (): number => (handles.get(root) + HOLDER.array.offset) >>> 2;
        heap.verify();
        memory.i32[field()] = allocateObject(world, SHAPE_ARRAY, 2, 0);
        heap.verify();
        for (const fault of [tagSmall(1), allocateObject(world, SHAPE_CELL, 4)]) {
          memory.i32[field()] = fault;
          const message = faultFound(heap);
          check(/-> array of holder 0x.*: refers to .*, not to array$/.test(message), `wrong: ${message}`);
        }
      },
    },
  ];
}
