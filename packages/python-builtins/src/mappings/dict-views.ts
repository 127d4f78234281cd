import { ABSENT } from "@hotpy/dict";
import { type Address, NULL, type Word } from "@hotpy/memory";
import {
  DICT_COUNT,
  DICT_ITERATOR,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_INDEX,
  layoutOf,
  madeBy,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_DICT_VALUE_ITERATOR,
} from "@hotpy/object-model";
import type { GetterDefinition, Machine, Making, NativeDefinition, Raising } from "@hotpy/python-objects";
import { SHAPE_DICT_ITEMS_VIEW, SHAPE_DICT_KEYS_VIEW, SHAPE_DICT_VALUES_VIEW, VIEW_DICT } from "@hotpy/python-objects";
import type { Iterators, NativeNext } from "../iterators.js";
import type { Library } from "../library.js";
import { createDisplay } from "../sequences/display.js";

/** Making views of dicts, and iterators over them from the end. */
export interface DictViews {
  keys(dict: Word): Word;
  values(dict: Word): Word;
  items(dict: Word): Word;
  reversedKeys(dict: Word): Word;
  reversedValues(dict: Word): Word;
  reversedItems(dict: Word): Word;
  /** Shapes of the reverse iterators by the names of their types. */
  readonly shapesByType: Readonly<Record<string, readonly number[]>>;
}

export function createDictViews(realm: Machine & Making & Raising, iterators: Iterators): DictViews {
  const { memory, dicts, shapes, pythonKernel: kernel } = realm;
  const { i32 } = memory;

  const made = madeBy(realm.heap);

  /** A shape of iterators laid out as those of `object-model`; the raw index is that past the next entry. */
  function reverse(pick: (dict: Word, entry: number) => Word): readonly [number, (dict: Word) => Word] {
    const shape = shapes.define(layoutOf("dict-reverse-iterator", DICT_ITERATOR), NULL);
    const next: NativeNext = (iterator) => {
      const dict = i32[(iterator + DICT_ITERATOR_DICT) >>> 2];
      if (dict === NULL) return NULL;
      if (i32[(dict + DICT_COUNT) >>> 2] !== i32[(iterator + DICT_ITERATOR_COUNT) >>> 2]) {
        i32[(iterator + DICT_ITERATOR_COUNT) >>> 2] = -1;
        return realm.raise("RuntimeError", "dictionary changed size during iteration");
      }
      const entry = dicts.previousEntry(dict, i32[(iterator + DICT_ITERATOR_INDEX) >>> 2]);
      if (entry === ABSENT) {
        i32[(iterator + DICT_ITERATOR_DICT) >>> 2] = NULL;
        return NULL;
      }
      i32[(iterator + DICT_ITERATOR_INDEX) >>> 2] = entry;
      return pick(dict, entry);
    };
    iterators.register(shape, next);
    return [
      shape,
      (dict) => {
        const iterator = realm.object(shape);
        i32[(iterator + DICT_ITERATOR_INDEX) >>> 2] = dicts.entryEnd(dict);
        i32[(iterator + DICT_ITERATOR_COUNT) >>> 2] = i32[(dict + DICT_COUNT) >>> 2];
        i32[(iterator + DICT_ITERATOR_DICT) >>> 2] = dict;
        return iterator;
      },
    ];
  }

  const [keyShape, reversedKeys] = reverse(dicts.keyAt);
  const [valueShape, reversedValues] = reverse(dicts.valueAt);
  const [itemShape, reversedItems] = reverse((dict, entry) =>
    realm.tuple([dicts.keyAt(dict, entry), dicts.valueAt(dict, entry)]),
  );
  return {
    keys: (dict) => made(kernel.keysOfDict(dict)),
    values: (dict) => made(kernel.valuesOfDict(dict)),
    items: (dict) => made(kernel.itemsOfDict(dict)),
    reversedKeys,
    reversedValues,
    reversedItems,
    shapesByType: {
      dict_reversekeyiterator: [keyShape],
      dict_reversevalueiterator: [valueShape],
      dict_reverseitemiterator: [itemShape],
    },
  };
}

/** dict_keys, dict_values and dict_items. */
export function defineDictViewTypes(library: Library): void {
  const { realm, lists, iterators, dictViews, argument } = library;
  const { dicts, handles, memory } = realm;
  const display = createDisplay(library);
  const dictOf = (view: Word): Word => memory.i32[(view + VIEW_DICT) >>> 2];

  const mapping: GetterDefinition = {
    name: "mapping",
    get: (view) => realm.mappingProxy(dictOf(view)),
  };

  function shared(name: string, iteratorShape: number, reversed: (dict: Word) => Word): NativeDefinition[] {
    return [
      { name: "__len__", parameters: "(self, /)", run: (args) => realm.int(dicts.length(dictOf(argument(args, 0)))) },
      { name: "__reversed__", parameters: "(self, /)", run: (args) => reversed(dictOf(argument(args, 0))) },
      {
        name: "__repr__",
        parameters: "(self, /)",
        run: (args) =>
          display.show(argument(args, 0), "...", (kept, add) => {
            const items = lists.create(dicts.length(dictOf(handles.get(kept))));
            const iterator = iterators.overDict(iteratorShape, dictOf(handles.get(kept)));
            const next = iterators.nextOf(iterator) as NativeNext;
            for (let item = next(iterator); item !== NULL; item = next(iterator)) lists.append(items, item);
            add(realm.str(`${name}(`));
            const shown = realm.repr(items);
            if (shown === NULL) return false;
            add(shown);
            add(realm.intern(")"));
            return true;
          }),
      },
    ];
  }

  /** 1, 0 or -1 (raised). */
  function containsItem(dict: Word, given: Word): number {
    const item = realm.valueOf(given);
    if (!lists.isTuple(item) || lists.length(item) !== 2) return 0;
    return library.withHandles(() => {
      const wanted = handles.push(lists.item(item, 1));
      const value = dicts.get(dict, lists.item(item, 0));
      if (value === NULL) return realm.pending() === NULL ? 0 : -1;
      return realm.equals(value, handles.get(wanted));
    });
  }

  const boolOf = (truth: number): Word => (truth < 0 ? NULL : realm.bool(truth === 1));
  const containsKey = (dict: Word, key: Word): number => {
    const entry = dicts.find(dict, key);
    return entry >= 0 ? 1 : entry === ABSENT ? 0 : -1;
  };

  function define(
    name: string,
    shape: number,
    iteratorShape: number,
    reversed: (dict: Word) => Word,
    contains?: (dict: Word, item: Word) => number,
  ): Address {
    const methods = shared(name, iteratorShape, reversed);
    if (contains !== undefined) {
      methods.push({
        name: "__contains__",
        parameters: "(self, key, /)",
        run: (args) => boolOf(contains(dictOf(argument(args, 0)), argument(args, 1))),
      });
    }
    return realm.defineType({
      name,
      shapes: [shape],
      methods,
      getters: [mapping],
      iterate: (view) => iterators.overDict(iteratorShape, dictOf(view)),
      ...(contains === undefined ? {} : { unhashable: true as const }),
    });
  }

  const keys = define("dict_keys", SHAPE_DICT_KEYS_VIEW, SHAPE_DICT_KEY_ITERATOR, dictViews.reversedKeys, containsKey);
  const items = define(
    "dict_items",
    SHAPE_DICT_ITEMS_VIEW,
    SHAPE_DICT_ITEM_ITERATOR,
    dictViews.reversedItems,
    containsItem,
  );
  define("dict_values", SHAPE_DICT_VALUES_VIEW, SHAPE_DICT_VALUE_ITERATOR, dictViews.reversedValues);

  /** Whether all keys (items) of one dict are in the other: 1, 0, -1. */
  function isSubset(a: Word, b: Word, iteratorShape: number, contains: (dict: Word, item: Word) => number): number {
    return library.withHandles(() => {
      const iterator = handles.push(iterators.overDict(iteratorShape, dictOf(a)));
      const other = handles.push(b);
      const next = iterators.nextOf(handles.get(iterator)) as NativeNext;
      for (;;) {
        const item = next(handles.get(iterator));
        if (item === NULL) return realm.pending() === NULL ? 1 : -1;
        const found = contains(dictOf(handles.get(other)), item);
        if (found !== 1) return found;
      }
    });
  }

  for (const [type, iteratorShape, contains] of [
    [keys, SHAPE_DICT_KEY_ITERATOR, containsKey],
    [items, SHAPE_DICT_ITEM_ITERATOR, containsItem],
  ] as const) {
    for (const other of [type]) {
      for (const comparison of ["eq", "ne", "le", "lt", "ge", "gt"] as const) {
        realm.defineComparison(comparison, type, other, (a, b) => {
          const [small, large] = comparison === "ge" || comparison === "gt" ? [b, a] : [a, b];
          const sizes = dicts.length(dictOf(small)) - dicts.length(dictOf(large));
          const possible =
            comparison === "le" || comparison === "ge"
              ? sizes <= 0
              : comparison === "lt" || comparison === "gt"
                ? sizes < 0
                : sizes === 0;
          const subset = possible ? isSubset(small, large, iteratorShape, contains) : 0;
          return subset < 0 ? NULL : realm.bool((subset === 1) === (comparison !== "ne"));
        });
      }
    }
  }
}
