/// How iterators of builtin types are taken apart and made anew, for `copy` and `pickle`.

import { type Address, NULL, type Word } from "@hotpy/memory";
import {
  CODE_ARGUMENTS,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_REMAINING,
  GENERATOR_CLOSED,
  GENERATOR_CODE,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
} from "@hotpy/object-model";
import {
  LONG_RANGE_NEXT,
  LONG_RANGE_STEP,
  LONG_RANGE_STOP,
  type NativeDefinition,
  RANGE_ITERATOR_NEXT,
  RANGE_ITERATOR_REMAINING,
  RANGE_ITERATOR_STEP,
  SET_ITERATOR_SET,
} from "@hotpy/python-objects";
import type { Wrappers } from "./functions/wrappers.js";
import type { NativeNext } from "./iterators.js";
import type { Library } from "./library.js";

/** Gives the iterators of builtin types `__reduce__`, and `__setstate__` where they have a place to go on from. */
export function defineIteratorStates({ realm, iterators, lists, argument }: Library, { inner }: Wrappers): void {
  const { memory, dicts } = realm;
  const { i32 } = memory;
  const field = (object: Word, offset: number): number => i32[(object + offset) >>> 2];
  const builtin = (name: string): Word => dicts.getInterned(realm.builtins(), realm.intern(name));
  /** `(callee, (arguments…))`, and the state. */
  const reduction = (callee: string, args: readonly Word[], ...state: readonly Word[]): Word =>
    realm.tuple([builtin(callee), realm.tuple(args), ...state]);
  const exhausted = (): Word => reduction("iter", [realm.tuple([])]);

  const extend = (name: string, reduce: (self: Word) => Word, setState?: (self: Word, index: number) => void): void => {
    const methods: NativeDefinition[] = [
      { name: "__reduce__", parameters: "(self, /)", run: (args) => reduce(argument(args, 0)) },
    ];
    if (setState !== undefined)
      methods.push({
        name: "__setstate__",
        parameters: "(self, state, /)",
        run(args) {
          const index = realm.index(argument(args, 1));
          if (index === NULL) return NULL;
          setState(argument(args, 0), realm.integers.toNumber(index));
          return realm.none;
        },
      });
    realm.extendType(realm.type(name), { methods });
  };

  /* ---- over sequences: the sequence and an index ---- */
  const { bytes, strings } = realm;
  const lengthOf = (sequence: Word): number =>
    strings.isString(sequence)
      ? strings.length(sequence)
      : bytes.isBytes(sequence) || bytes.isByteArray(sequence)
        ? bytes.size(sequence)
        : lists.length(sequence);
  const within = (index: number, least: number, most: number): number => Math.max(least, Math.min(index, most));

  function sequenceIterator(name: string, empty: () => Word): void {
    extend(
      name,
      (self) => {
        const sequence = field(self, ITERATOR_SEQUENCE);
        if (sequence === NULL) return reduction("iter", [empty()]);
        return reduction("iter", [sequence], realm.int(field(self, ITERATOR_INDEX)));
      },
      (self, index) => {
        const sequence = field(self, ITERATOR_SEQUENCE);
        if (sequence !== NULL) i32[(self + ITERATOR_INDEX) >>> 2] = within(index, 0, lengthOf(sequence));
      },
    );
  }
  sequenceIterator("list_iterator", () => realm.list([]));
  sequenceIterator("str_ascii_iterator", () => realm.str(""));
  for (const name of ["tuple_iterator", "bytes_iterator", "bytearray_iterator"])
    sequenceIterator(name, () => realm.tuple([]));

  /** By `__getitem__`: how many items there are is not known. */
  extend(
    "iterator",
    (self) => {
      const sequence = field(self, ITERATOR_SEQUENCE);
      return sequence === NULL ? exhausted() : reduction("iter", [sequence], realm.int(field(self, ITERATOR_INDEX)));
    },
    (self, index) => {
      if (field(self, ITERATOR_SEQUENCE) !== NULL) i32[(self + ITERATOR_INDEX) >>> 2] = within(index, 0, 0x7fffffff);
    },
  );

  const setReversed = (self: Word, index: number): void => {
    const sequence = field(self, ITERATOR_SEQUENCE);
    if (sequence !== NULL) i32[(self + ITERATOR_INDEX) >>> 2] = within(index, -1, lengthOf(sequence) - 1);
  };
  extend(
    "list_reverseiterator",
    (self) => {
      const sequence = field(self, ITERATOR_SEQUENCE);
      if (sequence === NULL) return reduction("iter", [realm.list([])]);
      return reduction("reversed", [sequence], realm.int(field(self, ITERATOR_INDEX)));
    },
    setReversed,
  );

  /* ---- over ranges: what is left of them ---- */
  const rangeOf = (start: Word, stop: Word, step: Word): Word => realm.call(realm.type("range"), start, stop, step);
  extend(
    "range_iterator",
    (self) => {
      const [next, step] = [field(self, RANGE_ITERATOR_NEXT), field(self, RANGE_ITERATOR_STEP)];
      const stop = next + step * field(self, RANGE_ITERATOR_REMAINING);
      const range = rangeOf(realm.int(next), realm.int(stop), realm.int(step));
      return range === NULL ? NULL : reduction("iter", [range], realm.int(0));
    },
    (self, index) => {
      const skipped = within(index, 0, field(self, RANGE_ITERATOR_REMAINING));
      i32[(self + RANGE_ITERATOR_NEXT) >>> 2] += skipped * field(self, RANGE_ITERATOR_STEP);
      i32[(self + RANGE_ITERATOR_REMAINING) >>> 2] -= skipped;
    },
  );
  extend(
    "longrange_iterator",
    (self) => {
      const range = rangeOf(field(self, LONG_RANGE_NEXT), field(self, LONG_RANGE_STOP), field(self, LONG_RANGE_STEP));
      return range === NULL ? NULL : reduction("iter", [range], realm.int(0));
    },
    (self, index) => {
      const { integers } = realm;
      const distance = integers.multiply(realm.int(Math.max(0, index)), field(self, LONG_RANGE_STEP));
      realm.heap.storeWord(self, LONG_RANGE_NEXT, integers.add(field(self, LONG_RANGE_NEXT), distance));
    },
  );

  /* ---- over dicts and sets: a list of what is left, which a copy of the iterator gives ---- */
  function remainingItems(self: Word, words: number): Word {
    const copy = realm.object(field(self, 0) >>> 8);
    for (let offset = 8; offset < words * 4; offset += 4) i32[(copy + offset) >>> 2] = field(self, offset);
    const next = iterators.nextOf(self) as NativeNext;
    const items = lists.create(0);
    for (let item = next(copy); item !== NULL; item = next(copy)) lists.append(items, item);
    return realm.pending() === NULL ? reduction("iter", [items]) : NULL;
  }
  const SET_WORDS = SET_ITERATOR_SET / 4 + 1;
  const DICT_WORDS = Math.max(DICT_ITERATOR_COUNT, DICT_ITERATOR_DICT, DICT_ITERATOR_REMAINING) / 4 + 1;
  for (const kind of ["key", "value", "item", "reversekey", "reversevalue", "reverseitem"])
    extend(`dict_${kind}iterator`, (self) => remainingItems(self, DICT_WORDS));
  extend("set_iterator", (self) => remainingItems(self, SET_WORDS));

  /* ---- around generators of surrogates: what these were given lies in their first slots ---- */
  const slot = (self: Word, index: number): Word => field(inner(self), GENERATOR_SLOTS + 4 * index);
  const isClosed = (self: Word): boolean => field(inner(self), GENERATOR_STATE) === GENERATOR_CLOSED;
  const isSuspended = (self: Word): boolean => field(inner(self), GENERATOR_STATE) === GENERATOR_SUSPENDED;
  /** Iterators that a surrogate was given one by one, or as a list. */
  const given = (self: Word, first: number, most: number): Word[] => {
    if (lists.isList(slot(self, first))) return lists.itemsOf(slot(self, first));
    return Array.from({ length: most }, (_, i) => slot(self, first + i));
  };
  const parametersOf = (self: Word): number => field(field(inner(self), GENERATOR_CODE), CODE_ARGUMENTS);
  const aroundGenerator = (name: string, argumentsOf: (self: Word) => readonly Word[]): void =>
    extend(name, (self) => (isClosed(self) ? exhausted() : reduction(name, argumentsOf(self))));

  aroundGenerator("map", (self) => [slot(self, 0), ...given(self, 1, parametersOf(self) - 1)]);
  aroundGenerator("zip", (self) => given(self, 0, parametersOf(self)));
  aroundGenerator("filter", (self) =>
    parametersOf(self) === 1 ? [realm.none, slot(self, 0)] : [slot(self, 0), slot(self, 1)],
  );
  aroundGenerator("enumerate", (self) => {
    // It counts when it goes on after an item.
    const count = isSuspended(self) ? realm.integers.add(slot(self, 1), realm.int(1)) : slot(self, 1);
    return [slot(self, 0), count];
  });
  extend("callable_iterator", (self) =>
    isClosed(self) || slot(self, 0) === realm.none ? exhausted() : reduction("iter", [slot(self, 0), slot(self, 1)]),
  );
  const [nativeReversed] = iterators.shapesByType.reversed;
  const isNative = (self: Address): boolean => field(self, 0) >>> 8 === nativeReversed;
  extend(
    "reversed",
    (self) => {
      if (isNative(self) ? field(self, ITERATOR_SEQUENCE) === NULL : isClosed(self))
        return reduction("reversed", [realm.tuple([])]);
      if (isNative(self))
        return reduction("reversed", [field(self, ITERATOR_SEQUENCE)], realm.int(field(self, ITERATOR_INDEX)));
      return reduction("reversed", [slot(self, 0)], realm.integers.subtract(slot(self, 1), realm.int(1)));
    },
    (self, index) => {
      if (isNative(self)) return setReversed(self, index);
      if (!isClosed(self)) realm.heap.storeWord(inner(self), GENERATOR_SLOTS + 4, realm.int(Math.max(0, index + 1)));
    },
  );
}
