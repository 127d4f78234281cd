import { type Address, NULL, type Word } from "@hotpy/memory";
import { madeBy, UNDECIDED } from "@hotpy/object-model";
import { type Library, sizeArgument } from "@hotpy/python-builtins";
import {
  DEQUE_ITERATOR_DEQUE,
  DEQUE_ITERATOR_LEFT,
  DEQUE_LENGTH,
  SHAPE_DEQUE_ITERATOR,
  SHAPE_DEQUE_REVERSE_ITERATOR,
} from "@hotpy/python-objects";

/** The iterators of a deque from either end. */
export function defineDequeIterators(
  { realm, iterators, argument }: Library,
  deque: Address,
): Readonly<Record<string, Address>> {
  const { pythonKernel: kernel } = realm;
  const { i32 } = realm.memory;
  const made = madeBy(realm.heap);
  const left = (iterator: Word): number => i32[(iterator + DEQUE_ITERATOR_LEFT) >>> 2];
  const dequeOf = (iterator: Word): Word => i32[(iterator + DEQUE_ITERATOR_DEQUE) >>> 2];

  function next(iterator: Word): Word {
    const item = kernel.nextOfDeque(iterator);
    if (item !== UNDECIDED) return item;
    i32[(iterator + DEQUE_ITERATOR_LEFT) >>> 2] = 0;
    return realm.raise("RuntimeError", "deque mutated during iteration");
  }

  function define(name: string, shape: number, iterate: (deque: Word) => Word): Address {
    iterators.register(shape, next);
    const type: Address = realm.defineType({
      name,
      module: "_collections",
      shapes: [shape],
      next,
      iterate: (iterator) => iterator,
      construct: {
        name,
        parameters: "(cls, iterable, index=0, /)",
        run(args) {
          const given = argument(args, 1);
          if (!realm.isSubtype(realm.typeOf(given), deque)) {
            const shown = realm.typeName(given);
            return realm.raise("TypeError", `${name}() argument 1 must be collections.deque, not ${shown}`);
          }
          const index = argument(args, 2) === NULL ? 0 : sizeArgument(realm, argument(args, 2));
          if (index === undefined) return NULL;
          const iterator = made(iterate(realm.valueOf(argument(args, 1))));
          i32[(iterator + DEQUE_ITERATOR_LEFT) >>> 2] -= Math.max(0, Math.min(index, left(iterator)));
          return iterator;
        },
      },
      methods: [
        { name: "__length_hint__", parameters: "(self, /)", run: (args) => realm.int(left(argument(args, 0))) },
        {
          name: "__reduce__",
          parameters: "(self, /)",
          run(args) {
            const iterator = argument(args, 0);
            const done = i32[(dequeOf(iterator) + DEQUE_LENGTH) >>> 2] - left(iterator);
            return realm.tuple([type, realm.tuple([dequeOf(iterator), realm.int(done)])]);
          },
        },
      ],
    });
    return type;
  }

  return {
    _deque_iterator: define("_deque_iterator", SHAPE_DEQUE_ITERATOR, kernel.iterateDeque),
    _deque_reverse_iterator: define("_deque_reverse_iterator", SHAPE_DEQUE_REVERSE_ITERATOR, kernel.iterateDequeBack),
  };
}
