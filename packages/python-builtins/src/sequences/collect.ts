import { NULL, tagSmall, type Word } from "@hotpy/memory";
import {
  DICT_COUNT,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_INDEX,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  LIST_ITEMS,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_DICT_VALUE_ITERATOR,
  SHAPE_STR_ITERATOR,
  STR_DATA,
} from "@hotpy/object-model";
import type { Realm } from "@hotpy/python-objects";
import {
  RANGE_ITERATOR_NEXT,
  RANGE_ITERATOR_REMAINING,
  RANGE_ITERATOR_STEP,
  SET_ITERATOR_EXPECTED,
  SET_ITERATOR_NEXT,
  SET_ITERATOR_SET,
  SET_USED,
  SHAPE_RANGE_ITERATOR,
  SHAPE_SET_ITERATOR,
} from "@hotpy/python-objects";
import type { Iterators } from "../iterators.js";
import type { Lists } from "./lists.js";

/** Taking all items out of iterables that run no Python code. Leaf. */
export interface Collect {
  /** A new list of the items, or NULL (raised); undefined if iterating would run Python code. */
  list(iterable: Word): Word | undefined;
  /** Appends the items to a list; false: raised, undefined: iterating would run Python code. */
  extend(list: Word, iterable: Word): boolean | undefined;
}

const WORD_BYTES = 4;

export function createCollect(realm: Realm, lists: Lists, iterators: Iterators): Collect {
  const { i32, u8 } = realm.memory;
  const field = (object: Word, offset: number): number => i32[(object + offset) >>> 2];

  /** Appends what the commonest iterators have left without a call for each item; false: another one, untouched. */
  function appendOf(list: Word, iterator: Word): boolean {
    const sequence = field(iterator, ITERATOR_SEQUENCE);
    const index = field(iterator, ITERATOR_INDEX);
    switch (i32[iterator >>> 2] >>> 8) {
      case SHAPE_RANGE_ITERATOR: {
        const count = Math.max(0, field(iterator, RANGE_ITERATOR_REMAINING));
        const start = field(iterator, RANGE_ITERATOR_NEXT);
        const step = field(iterator, RANGE_ITERATOR_STEP);
        const to = lists.extendBy(list, count);
        for (let i = 0; i < count; i++) i32[to + i] = tagSmall(start + i * step);
        i32[(iterator + RANGE_ITERATOR_REMAINING) >>> 2] = 0;
        return true;
      }
      case SHAPE_STR_ITERATOR: {
        if (sequence === NULL || realm.strings.widthOf(sequence) !== 0) return false;
        const count = Math.max(0, realm.strings.length(sequence) - index);
        const from = ((sequence + STR_DATA) >>> 0) + index;
        const to = lists.extendBy(list, count);
        for (let i = 0; i < count; i++) i32[to + i] = realm.strings.char(u8[from + i]);
        i32[(iterator + ITERATOR_SEQUENCE) >>> 2] = NULL;
        return true;
      }
      case SHAPE_DICT_KEY_ITERATOR:
      case SHAPE_DICT_VALUE_ITERATOR: {
        const dict = field(iterator, DICT_ITERATOR_DICT);
        if (
          dict === NULL ||
          field(dict, DICT_COUNT) !== field(iterator, DICT_ITERATOR_COUNT) ||
          field(iterator, DICT_ITERATOR_INDEX) !== 0
        )
          return false;
        appendEntries(list, dict, i32[iterator >>> 2] >>> 8 === SHAPE_DICT_KEY_ITERATOR);
        i32[(iterator + DICT_ITERATOR_DICT) >>> 2] = NULL;
        return true;
      }
      case SHAPE_SET_ITERATOR: {
        const set = field(iterator, SET_ITERATOR_SET);
        if (set === NULL || field(iterator, SET_ITERATOR_NEXT) !== 0) return false;
        const count = field(set, SET_USED);
        if (count !== field(iterator, SET_ITERATOR_EXPECTED)) return false;
        realm.pythonKernel.storeSetKeys(set, lists.extendBy(list, count) << 2);
        realm.heap.barrier(field(list, LIST_ITEMS));
        i32[(iterator + SET_ITERATOR_SET) >>> 2] = NULL;
        return true;
      }
      default:
        return false;
    }
  }

  /** Appends the keys of a dict, or its values. */
  function appendEntries(list: Word, dict: Word, areKeys: boolean): void {
    const { dicts } = realm;
    let to = lists.extendBy(list, dicts.length(dict));
    for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1)) {
      i32[to++] = areKeys ? dicts.keyAt(dict, entry) : dicts.valueAt(dict, entry);
    }
    realm.heap.barrier(field(list, LIST_ITEMS));
  }

  function extend(list: Word, iterable: Word): boolean | undefined {
    if (lists.isList(iterable) || lists.isTuple(iterable)) {
      lists.extend(list, iterable);
      return true;
    }
    const iterator = iterators.over(iterable);
    if (iterator === NULL) return undefined;
    if (appendOf(list, iterator)) return true;
    const next = iterators.nextOf(iterator);
    if (next === undefined) return undefined;
    for (;;) {
      const item = next(iterator);
      if (item === NULL) return realm.pending() === NULL;
      lists.append(list, item);
    }
  }

  return {
    extend,
    list(iterable) {
      if (lists.isList(iterable) || lists.isTuple(iterable))
        return lists.pickList(iterable, 0, 1, lists.length(iterable));
      const iterator = iterators.over(iterable);
      if (iterator === NULL) return undefined;
      const count = Math.max(0, iterators.remaining(iterator));
      if (!realm.heap.canAllocate(count * WORD_BYTES)) return realm.raise("MemoryError", "");
      const list = lists.create(count);
      const done = extend(list, iterator);
      return done === undefined ? undefined : done ? list : NULL;
    },
  };
}
