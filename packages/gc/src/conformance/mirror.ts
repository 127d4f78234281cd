/// A graph of objects in the heap, and the same graph in JavaScript objects. Whatever the collector does, both must stay
/// the same: contents, sharing, cycles, identities, host values.

import { type Address, NONE, NULL, tagSmall, type Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  BOX_VALUE,
  BYTES_DATA,
  HOST_INDEX,
  METHOD_FUNCTION,
  SHAPE_ARRAY,
  SHAPE_BYTES,
  SHAPE_FLOAT,
  SHAPE_HOST,
  SHAPE_METHOD,
} from "@hotpy/object-model";
import type { Random } from "@hotpy/object-model/testing";
import { allocateObject, COUNTED, check, RECORD, SHAPE_COUNTED, SHAPE_RECORD, type World } from "./world.js";

/** A value of a tagged word: a small integer, NULL, None, or an object. */
type Value = number | "null" | "none" | Node;

interface Node {
  readonly shape: number;
  /** Byte offset of the first tagged field, and their values. */
  readonly offset: number;
  readonly fields: Value[];
  /** What else there is in the object, by its shape: a number, bytes, the key of a host value. */
  readonly raw: number;
  identity: number;
}

/** Random mutations of the graph, done on both sides. */
export interface Mirror {
  /** One random allocation, store, loss of a root or request of an identity. */
  mutate(): void;
  /** Compares everything reachable. */
  compare(): void;
}

/** A field count now and then large enough for an object that does not move. */
function randomLength(random: Random): number {
  return random.chance(0.01) ? 9000 + random.below(9000) : random.chance(0.1) ? random.below(300) : random.below(8);
}

export function createMirror(world: World, random: Random, rootCount = 24): Mirror {
  const { memory, heap, handles } = world;
  const { i32, f64, u8 } = memory;
  const roots: Value[] = [];
  for (let i = 0; i < rootCount; i++) {
    roots.push("null");
    handles.push(NULL);
  }
  const rootSlot = (root: number): Address => memory.handles.start + root * 4;
  let nextHostKey = 1;

  /** A path to a random object: both sides of it. */
  function randomPlace(): { node: Node; object: Address } | undefined {
    const root = random.below(rootCount);
    let node = roots[root];
    let object = i32[rootSlot(root) >>> 2];
    if (typeof node !== "object") return undefined;
    for (let steps = random.below(12); steps > 0 && node.fields.length > 0; steps--) {
      const field: number = random.below(node.fields.length);
      const next: Value = node.fields[field];
      if (typeof next !== "object") break;
      object = i32[(object + node.offset + field * 4) >>> 2];
      node = next;
    }
    return { node, object };
  }

  function randomValue(): { value: Value; word: Word } {
    const place = random.chance(0.8) ? randomPlace() : undefined;
    if (place !== undefined) return { value: place.node, word: place.object };
    if (random.chance(0.5)) {
      const small = random.below(1000000) - 500000;
      return { value: small, word: tagSmall(small) };
    }
    return random.chance(0.5) ? { value: "none", word: NONE } : { value: "null", word: NULL };
  }

  function allocate(): { node: Node; object: Address } {
    const make = (shape: number, offset: number, length: number, raw = 0): Node => ({
      shape,
      offset,
      fields: new Array<Value>(length).fill("null"),
      raw,
      identity: 0,
    });
    switch (random.below(7)) {
      case 0: {
        const value = random.below(1e6) / 8;
        const object = allocateObject(world, SHAPE_FLOAT, 4);
        f64[(object + BOX_VALUE) >>> 3] = value;
        return { node: make(SHAPE_FLOAT, 8, 0, value), object };
      }
      case 1: {
        const length = randomLength(random) * 4 + random.below(4);
        const object = allocateObject(world, SHAPE_BYTES, 2 + Math.ceil(length / 4), length);
        u8.fill(length & 0xff, (object >>> 0) + BYTES_DATA, (object >>> 0) + BYTES_DATA + length);
        return { node: make(SHAPE_BYTES, BYTES_DATA, 0, length), object };
      }
      case 2: {
        const key = nextHostKey++;
        const object = allocateObject(world, SHAPE_HOST, 4);
        i32[(object + HOST_INDEX) >>> 2] = heap.hosts.add(`value ${key}`, object, 100);
        return { node: make(SHAPE_HOST, 8, 0, key), object };
      }
      case 3:
        return { node: make(SHAPE_METHOD, METHOD_FUNCTION, 2), object: allocateObject(world, SHAPE_METHOD, 4) };
      case 4: {
        const length = random.below(1e9) * 2;
        const object = allocateObject(world, SHAPE_COUNTED, 4);
        i32[(object + COUNTED.count.offset) >>> 2] = length;
        return { node: make(SHAPE_COUNTED, COUNTED.item.offset, 1, length), object };
      }
      case 5: {
        const slots = random.below(20);
        const object = allocateObject(world, SHAPE_RECORD, RECORD.slots.offset / 4 + slots, slots);
        i32[(object + RECORD.ip.offset) >>> 2] = slots * 8;
        return {
          node: make(SHAPE_RECORD, RECORD.first.offset, 2 + slots, slots),
          object,
        };
      }
      default: {
        const length = randomLength(random);
        const object = allocateObject(world, SHAPE_ARRAY, 2 + length, length);
        return { node: make(SHAPE_ARRAY, ARRAY_ITEMS, length), object };
      }
    }
  }

  function setRoot(root: number, value: Value, word: Word): void {
    roots[root] = value;
    i32[rootSlot(root) >>> 2] = word;
  }

  function setRandomField(place: { node: Node; object: Address }, value: Value, word: Word): void {
    const field = random.below(place.node.fields.length);
    place.node.fields[field] = value;
    heap.storeWord(place.object, place.node.offset + field * 4, word);
  }

  function compareObject(node: Node, object: Address): void {
    check(i32[object >>> 2] >>> 8 === node.shape, "the shape of an object changed");
    if (node.identity !== 0) check(heap.identity(object) === node.identity, "the identity of an object changed");
    switch (node.shape) {
      case SHAPE_FLOAT:
        return check(f64[(object + BOX_VALUE) >>> 3] === node.raw, "a float changed");
      case SHAPE_BYTES: {
        const data = (object >>> 0) + BYTES_DATA;
        check(i32[(object + 4) >>> 2] === node.raw, "the size of a tail changed");
        return check(
          u8.subarray(data, data + node.raw).every((byte) => byte === (node.raw & 0xff)),
          "raw bytes changed",
        );
      }
      case SHAPE_HOST:
        return check(heap.hosts.get(i32[(object + HOST_INDEX) >>> 2]) === `value ${node.raw}`, "a host value changed");
      case SHAPE_COUNTED:
        return check(i32[(object + COUNTED.count.offset) >>> 2] === node.raw, "a raw field changed");
      case SHAPE_RECORD:
        return check(i32[(object + RECORD.ip.offset) >>> 2] === node.raw * 8, "a raw field changed");
    }
  }

  return {
    mutate() {
      const action = random.below(20);
      if (action < 9) {
        const { node, object } = allocate();
        const place = random.chance(0.7) ? randomPlace() : undefined;
        if (place !== undefined && place.node.fields.length > 0) setRandomField(place, node, object);
        else setRoot(random.below(rootCount), node, object);
      } else if (action < 17) {
        const place = randomPlace();
        const { value, word } = randomValue();
        if (place !== undefined && place.node.fields.length > 0) setRandomField(place, value, word);
      } else if (action < 18) {
        setRoot(random.below(rootCount), "null", NULL);
      } else if (action < 19) {
        const { value, word } = randomValue();
        setRoot(random.below(rootCount), value, word);
      } else {
        const place = randomPlace();
        if (place !== undefined) place.node.identity = heap.identity(place.object);
      }
    },
    compare() {
      const addressOf = new Map<Node, Address>();
      const nodeAt = new Map<Address, Node>();
      const queue: Node[] = [];
      function compareWord(value: Value, word: Word): void {
        if (typeof value === "number") return check(word === tagSmall(value), "a small integer changed");
        if (value === "null") return check(word === NULL, "NULL changed");
        if (value === "none") return check(word === NONE, "None changed");
        const known = addressOf.get(value);
        if (known !== undefined) return check(known === word, "one object became two");
        check(!nodeAt.has(word), "two objects became one");
        addressOf.set(value, word);
        nodeAt.set(word, value);
        queue.push(value);
      }
      roots.forEach((value, root) => compareWord(value, i32[rootSlot(root) >>> 2]));
      for (let i = 0; i < queue.length; i++) {
        const node = queue[i];
        const object = addressOf.get(node)!;
        compareObject(node, object);
        node.fields.forEach((value, field) => compareWord(value, i32[(object + node.offset + field * 4) >>> 2]));
      }
      const hosts = queue.filter((node) => node.shape === SHAPE_HOST).length;
      check(heap.hosts.size() >= hosts, "the host table lost entries");
    },
  };
}
