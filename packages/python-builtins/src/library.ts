import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Realm, Surrogate } from "@hotpy/python-objects";
import { createHashedKeys, type HashedKeys } from "./hashed-keys.js";
import { createIterators, type Iterators } from "./iterators.js";
import { lengthHintNatives } from "./length-hints.js";
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
  readonly hashedKeys: HashedKeys;
  /** Builtin behaviour written in Python, by name. */
  readonly surrogate: Surrogate;
  /** The same for one that takes all items of an iterable: where methods of its class say how many there are, it asks them, as CPython does. */
  readonly surrogateFor: (
    name: "list_of" | "tuple_of" | "bytes_of" | "sorted_of" | "list_extend" | "list_extend_in_place",
    iterable: Word,
  ) => Word;
  /** Argument `index` of a native. */
  readonly argument: (args: Address, index: number) => Word;
  /** The number of an argument that is an integer, or of a class that refines int. */
  readonly numberArgument: (args: Address, index: number) => number;
  /** Runs `body` with handles that are released on every path. Handles keep words across safepoints. */
  readonly withHandles: <T>(body: () => T) => T;
}

export function createLibrary(realm: Realm): Library {
  const { i32 } = realm.memory;
  const lists = createLists(realm);
  const iterators = createIterators(realm, lists);
  const surrogate = realm.defineSurrogates(surrogateSource, lengthHintNatives(realm));
  const lengthNames = ["__len__", "__length_hint__"].map(realm.intern);
  const saysLength = (word: Word): boolean => {
    const type = realm.typeOf(word);
    return realm.isClass(type) && lengthNames.some((name) => realm.lookupOnType(type, name) !== NULL);
  };
  return {
    realm,
    lists,
    slices: createSlices(realm),
    iterators,
    dictViews: createDictViews(realm, iterators),
    hashedKeys: createHashedKeys(realm),
    surrogate,
    surrogateFor: (name, iterable) => surrogate(saysLength(iterable) ? `${name}_sized` : name),
    argument: (args, index) => i32[(args >>> 2) + index],
    numberArgument: (args, index) => realm.integers.toNumber(realm.valueOf(i32[(args >>> 2) + index])),
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
