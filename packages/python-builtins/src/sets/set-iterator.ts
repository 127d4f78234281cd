import { UNDECIDED } from "@hotpy/dict";
import { NULL, type Word } from "@hotpy/memory";
import { madeBy } from "@hotpy/object-model";
import {
  SET_ITERATOR_EXPECTED,
  SET_ITERATOR_NEXT,
  SET_ITERATOR_SET,
  SET_USED,
  SHAPE_FROZENSET,
  SHAPE_SET,
  SHAPE_SET_ITERATOR,
} from "@hotpy/python-objects";
import type { NativeNext } from "../iterators.js";
import type { Library } from "../library.js";

/** set_iterator. Returns `iter(set)`, of both types of sets. */
export function defineSetIterator({ realm, iterators, argument }: Library): (set: Word) => Word {
  const { heap, pythonKernel: kernel } = realm;
  const { i32 } = realm.memory;
  const made = madeBy(heap);
  const iterate = (set: Word): Word => made(kernel.iterateSet(set));

  const next: NativeNext = (iterator) => {
    const key = kernel.nextOfSet(iterator);
    if (key !== UNDECIDED) return key;
    i32[(iterator + SET_ITERATOR_EXPECTED) >>> 2] = -1;
    return realm.raise("RuntimeError", "Set changed size during iteration");
  };
  iterators.register(SHAPE_SET_ITERATOR, next);
  iterators.registerIterable(SHAPE_SET, iterate);
  iterators.registerIterable(SHAPE_FROZENSET, iterate);
  const left = (iterator: Word): number => {
    const set = i32[(iterator + SET_ITERATOR_SET) >>> 2];
    if (set === NULL || i32[(iterator + SET_ITERATOR_EXPECTED) >>> 2] !== i32[(set + SET_USED) >>> 2]) return 0;
    const copy = realm.object(SHAPE_SET_ITERATOR);
    for (const offset of [SET_ITERATOR_NEXT, SET_ITERATOR_EXPECTED, SET_ITERATOR_SET])
      i32[(copy + offset) >>> 2] = i32[(iterator + offset) >>> 2];
    let count = 0;
    while (next(copy) !== NULL) count++;
    return count;
  };
  realm.defineType({
    name: "set_iterator",
    shapes: [SHAPE_SET_ITERATOR],
    next,
    iterate: (iterator) => iterator,
    methods: [{ name: "__length_hint__", parameters: "(self, /)", run: (args) => realm.int(left(argument(args, 0))) }],
  });
  return iterate;
}
