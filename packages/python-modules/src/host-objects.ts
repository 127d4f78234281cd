import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, fixed, layoutOf } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";

/** Offset of the index of the value among the heap's host values. */
const HOST = 8;
const HOLDER = defineFields("host-object", { host: fixed("i32", HOST) });

/** Objects of a shape of their own that each hold a value of TypeScript's, for as long as they live. */
export interface HostObjects<T> {
  readonly shape: number;
  /** A new object. Leaf. */
  wrap(value: T): Word;
  get(self: Word): T;
}

/** @param type that of the objects; NULL: a type is defined with the shape */
export function createHostObjects<T>({ realm }: Library, name: string, type: Address = NULL): HostObjects<T> {
  const { hosts } = realm.heap;
  const { i32 } = realm.memory;
  const shape = realm.shapes.define(layoutOf(name, HOLDER), type);
  return {
    shape,
    wrap(value) {
      const self = realm.object(shape);
      i32[(self + HOST) >>> 2] = hosts.add(value, self);
      return self;
    },
    get: (self) => hosts.get(i32[(self + HOST) >>> 2]) as T,
  };
}
