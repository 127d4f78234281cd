import type { Address, Word } from "@hotpy/memory";
import type { Realm } from "@hotpy/python-objects";
import { createIterators, type Iterators } from "./iterators.js";
import { createDictViews, type DictViews } from "./mappings/dict-views.js";
import { createLists, type Lists } from "./sequences/lists.js";
import { createSlices, type Slices } from "./sequences/slices.js";
import { surrogateSource } from "./surrogates.js";

/** What the files of this package share: the realm, and the layouts that Python's containers have on top of the kit's. */
export interface Library {
  readonly realm: Realm;
  readonly lists: Lists;
  readonly slices: Slices;
  readonly iterators: Iterators;
  readonly dictViews: DictViews;
  /** Builtin behaviour written in Python, by name. */
  readonly surrogate: (name: string) => Word;
  /** Argument `index` of a native. */
  readonly argument: (args: Address, index: number) => Word;
  /** Runs `body` with handles that are released on every path. Handles keep words across safepoints. */
  readonly withHandles: <T>(body: () => T) => T;
}

export function createLibrary(realm: Realm): Library {
  const { i32 } = realm.memory;
  const lists = createLists(realm);
  const iterators = createIterators(realm, lists);
  const surrogate = realm.defineSurrogates(surrogateSource);
  return {
    realm,
    lists,
    slices: createSlices(realm),
    iterators,
    dictViews: createDictViews(realm, iterators),
    surrogate,
    argument: (args, index) => i32[(args >>> 2) + index],
    withHandles(body) {
      const mark = realm.handles.mark();
      try {
        return body();
      } finally {
        realm.handles.release(mark);
      }
    },
  };
}
