import { type Address, NULL, type Word, wordsAt } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  LIST_ITEMS,
  LIST_LENGTH,
  madeBy,
  SHAPE_LIST,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import type { Machine, Making } from "@hotpy/python-objects";

/**
 * Lists and tuples in memory; what is done with them is in the kernel of `@hotpy/object-model`. Nothing here collects.
 *
 * @throws HeapExhausted where there is no room, with nothing done
 */
export interface Lists {
  isList(word: Word): boolean;
  isTuple(word: Word): boolean;
  /** Length of a list or tuple. */
  length(sequence: Word): number;
  /** Byte address of the first item of a list or tuple; stale after a safepoint or when a list grows. */
  items(sequence: Word): Address;
  item(sequence: Word, index: number): Word;
  /** All items of a list or tuple; stale after a safepoint. */
  itemsOf(sequence: Word): Word[];
  /** An empty list with room. */
  create(capacity: number): Word;
  append(list: Word, item: Word): void;
  /** Adds an item before the one at an index within the length, or at the end. */
  insert(list: Word, index: number, item: Word): void;
  /** Adds the items of a list or tuple at the end. */
  extend(list: Word, sequence: Word): void;
  /** Word index of `count` new places at the end of a list, to be filled before anything that allocates. */
  extendBy(list: Word, count: number): number;
  setItem(list: Word, index: number, item: Word): void;
  /** Removes the item at an index within the length, and returns it. */
  take(list: Word, index: number): Word;
  /** Removes the items at start, start + step, … */
  deleteSlice(list: Word, start: number, step: number, count: number): void;
  /** Puts the items of another list or tuple in the place of those at start, start + step, …: as many if step is not 1. */
  assignSlice(list: Word, start: number, step: number, count: number, sequence: Word): void;
  reverse(list: Word): void;
  clear(list: Word): void;
  /** A list of what each item of a list or tuple is made into. `make` may not allocate. */
  mapped(sequence: Word, make: (item: Word) => Word): Word;
  /** A list or tuple of `count` items, undefined until they are written, before anything that allocates. */
  freshList(count: number): Word;
  freshTuple(count: number): Word;
  /** A list or tuple of items [start, start + step, …]. */
  pickList(sequence: Word, start: number, step: number, count: number): Word;
  pickTuple(sequence: Word, start: number, step: number, count: number): Word;
  /** A list or tuple of the items of two lists or tuples. */
  concatLists(a: Word, b: Word): Word;
  concatTuples(a: Word, b: Word): Word;
  /** A list or tuple of the items of a list or tuple, so many times. */
  repeatList(sequence: Word, times: number): Word;
  repeatTuple(sequence: Word, times: number): Word;
  repeatInPlace(list: Word, times: number): void;
}

/** More repetitions of anything are more items than any sequence has. */
const MOST_TIMES = 0x7fffffff;

export function createLists(realm: Machine & Making): Lists {
  const { heap, memory, kernel } = realm;
  const { i32 } = memory;
  const emptyTuple = realm.tuple([]);

  const shapeOf = (word: Word): number => ((word & 1) !== 0 || word === NULL ? 0 : i32[word >>> 2] >>> 8);
  const arrayOf = (list: Word): Word => i32[(list + LIST_ITEMS) >>> 2];
  const lengthOfList = (list: Word): number => i32[(list + LIST_LENGTH) >>> 2];
  const length = (sequence: Word): number =>
    shapeOf(sequence) === SHAPE_LIST ? lengthOfList(sequence) : i32[(sequence + TAIL_SIZE) >>> 2];
  const items = (sequence: Word): Address =>
    shapeOf(sequence) === SHAPE_LIST ? arrayOf(sequence) + ARRAY_ITEMS : sequence + TUPLE_ITEMS;

  const made = madeBy(heap);
  function did(isDone: unknown): void {
    if (!isDone) heap.exhausted();
  }
  const times = (count: number): number => Math.min(count, MOST_TIMES);
  const freshList = (count: number): Word => made(kernel.freshList(count));

  return {
    isList: (word) => shapeOf(word) === SHAPE_LIST,
    isTuple: (word) => shapeOf(word) === SHAPE_TUPLE,
    length,
    items,
    item: (sequence, index) => i32[(items(sequence) >>> 2) + index],
    itemsOf: (sequence) => wordsAt(i32, items(sequence) >>> 2, length(sequence)),
    create: (capacity) => made(kernel.createList(capacity)),
    append: (list, item) => did(kernel.appendToList(list, item)),
    insert: (list, index, item) => did(kernel.insertIntoList(list, index, item)),
    extend: (list, sequence) => did(kernel.extendList(list, sequence)),
    extendBy(list, count) {
      const at = lengthOfList(list);
      did(kernel.resizeList(list, at, 0, count));
      return (items(list) >>> 2) + at;
    },
    setItem(list, index, item) {
      const array = arrayOf(list);
      i32[((array + ARRAY_ITEMS) >>> 2) + index] = item;
      heap.barrier(array);
    },
    take: kernel.takeFromList,
    deleteSlice: kernel.deleteSlice,
    assignSlice: (list, start, step, count, sequence) => did(kernel.assignSlice(list, start, step, count, sequence)),
    reverse: kernel.reverseList,
    clear: (list) => did(kernel.clearList(list)),
    mapped(sequence, make) {
      const count = length(sequence);
      const list = freshList(count);
      const from = items(sequence) >>> 2;
      const to = items(list) >>> 2;
      for (let i = 0; i < count; i++) i32[to + i] = make(i32[from + i]);
      return list;
    },
    freshList,
    freshTuple: (count) => (count === 0 ? emptyTuple : made(kernel.freshTuple(count))),
    pickList: (sequence, start, step, count) => made(kernel.pickList(sequence, start, step, count)),
    pickTuple: (sequence, start, step, count) =>
      count === 0 ? emptyTuple : made(kernel.pickTuple(sequence, start, step, count)),
    concatLists: (a, b) => made(kernel.concatLists(a, b)),
    concatTuples(a, b) {
      if (length(a) === 0) return b;
      return length(b) === 0 ? a : made(kernel.concatTuples(a, b));
    },
    repeatList: (sequence, count) => made(kernel.repeatList(sequence, length(sequence) === 0 ? 0 : times(count))),
    repeatTuple(sequence, count) {
      if (count === 0 || length(sequence) === 0) return emptyTuple;
      return count === 1 ? sequence : made(kernel.repeatTuple(sequence, times(count)));
    },
    repeatInPlace: (list, count) =>
      did(count === 0 ? kernel.clearList(list) : kernel.repeatInPlace(list, times(count))),
  };
}
