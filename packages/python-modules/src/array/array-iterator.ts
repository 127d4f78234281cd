import { NULL, type Word } from "@hotpy/memory";
import { ITERATOR_INDEX, ITERATOR_SEQUENCE } from "@hotpy/object-model";
import type { ArrayKit } from "./array-kit.js";

/** The iterator of `array.array`: over items as they are when their turn comes. */
export function defineArrayIterator(kit: ArrayKit): void {
  const { library, arrays } = kit;
  const { realm, iterators, argument } = library;
  const { none } = realm;
  const { i32 } = realm.memory;

  const next = (iterator: Word): Word => {
    const array = i32[(iterator + ITERATOR_SEQUENCE) >>> 2];
    if (array === NULL) return NULL;
    const at = i32[(iterator + ITERATOR_INDEX) >>> 2];
    if (at < arrays.count(array)) {
      i32[(iterator + ITERATOR_INDEX) >>> 2] = at + 1;
      return kit.item(array, at);
    }
    i32[(iterator + ITERATOR_SEQUENCE) >>> 2] = NULL;
    return NULL;
  };
  iterators.register(arrays.iteratorShape, next);
  iterators.registerIterable(arrays.shape, (array) => iterators.overSequence(arrays.iteratorShape, array));
  const iterName = realm.intern("iter");
  realm.defineType({
    name: "arrayiterator",
    module: "array",
    shapes: [arrays.iteratorShape],
    next,
    iterate: (iterator) => iterator,
    methods: [
      {
        name: "__reduce__",
        parameters: "(self, /)",
        leaf: false,
        run(args) {
          const iterator = argument(args, 0);
          const array = i32[(iterator + ITERATOR_SEQUENCE) >>> 2];
          const iter = realm.dicts.getInterned(realm.builtins(), iterName);
          if (array === NULL) return realm.tuple([iter, realm.tuple([realm.tuple([])])]);
          const at = realm.int(i32[(iterator + ITERATOR_INDEX) >>> 2]);
          return realm.tuple([iter, realm.tuple([array]), at]);
        },
      },
      {
        name: "__setstate__",
        parameters: "(self, state, /)",
        run(args) {
          const state = realm.indexNumber(argument(args, 1));
          if (state === undefined) return NULL;
          const iterator = argument(args, 0);
          const array = i32[(iterator + ITERATOR_SEQUENCE) >>> 2];
          if (array !== NULL)
            i32[(iterator + ITERATOR_INDEX) >>> 2] = Math.max(0, Math.min(state, arrays.count(array)));
          return none;
        },
      },
    ],
  });
}
