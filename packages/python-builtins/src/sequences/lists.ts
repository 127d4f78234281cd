import { type Address, copyWords, fillWords, NULL, type Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  headerWord,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_ARRAY,
  SHAPE_LIST,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import type { Realm } from "@hotpy/python-objects";

/** Lists and tuples in memory. Nothing here collects. */
export interface Lists {
  isList(word: Word): boolean;
  isTuple(word: Word): boolean;
  /** Length of a list or tuple. */
  length(sequence: Word): number;
  /** Byte address of the first item of a list or tuple; stale after a safepoint or when a list grows. */
  items(sequence: Word): Address;
  item(sequence: Word, index: number): Word;
  /** An empty list with room. */
  create(capacity: number): Word;
  append(list: Word, item: Word): void;
  /** Replaces `count` items at `index` by `inserted` places, whose contents are undefined until set. */
  resize(list: Word, index: number, count: number, inserted: number): void;
  setItem(list: Word, index: number, item: Word): void;
  /** Removes and answers an item. */
  take(list: Word, index: number): Word;
  clear(list: Word): void;
  /** A list of what each item of a list or tuple is made into. `make` may not allocate. */
  mapped(sequence: Word, make: (item: Word) => Word): Word;
  /** A list or tuple of `count` items, undefined until they are written, before anything that allocates. */
  freshList(count: number): Word;
  freshTuple(count: number): Word;
  /** A list or tuple of items [start, start + step, …]. */
  pickList(sequence: Word, start: number, step: number, count: number): Word;
  pickTuple(sequence: Word, start: number, step: number, count: number): Word;
}

export function createLists(realm: Realm): Lists {
  const { heap, memory } = realm;
  const { i32 } = memory;

  const shapeOf = (word: Word): number => ((word & 1) !== 0 || word === NULL ? 0 : i32[word >>> 2] >>> 8);
  const arrayOf = (list: Word): Word => i32[(list + LIST_ITEMS) >>> 2];
  const lengthOfList = (list: Word): number => i32[(list + LIST_LENGTH) >>> 2];

  function newTail(shape: number, count: number): Word {
    const object = heap.allocate(TUPLE_ITEMS + count * 4);
    i32[object >>> 2] = headerWord(shape);
    i32[(object + TAIL_SIZE) >>> 2] = count;
    return object;
  }

  /** An array with room behind its first `used` items, which are undefined until they are written. */
  function newArray(capacity: number, used: number): Word {
    const array = newTail(SHAPE_ARRAY, capacity);
    fillWords(i32, NULL, ((array + ARRAY_ITEMS) >>> 2) + used, capacity - used);
    return array;
  }

  function listOver(array: Word, length: number): Word {
    const list = heap.allocate(16);
    const at = list >>> 2;
    i32[at] = headerWord(SHAPE_LIST);
    i32[at + 1] = 0;
    i32[at + (LIST_LENGTH >>> 2)] = length;
    i32[at + (LIST_ITEMS >>> 2)] = array;
    return list;
  }

  /** CPython's growth: an eighth more, in fours. */
  const roomFor = (length: number): number => (length + (length >> 3) + 6) & ~3;

  /** Moves the items into a larger array. */
  function grow(list: Word, length: number): void {
    const old = arrayOf(list);
    const count = lengthOfList(list);
    const array = newArray(roomFor(length), count);
    copyWords(i32, (array + ARRAY_ITEMS) >>> 2, (old + ARRAY_ITEMS) >>> 2, count);
    i32[(list + LIST_ITEMS) >>> 2] = array;
    heap.barrier(list);
  }

  function append(list: Word, item: Word): void {
    const length = lengthOfList(list);
    if (length === i32[(arrayOf(list) + TAIL_SIZE) >>> 2]) grow(list, length + 1);
    const array = arrayOf(list);
    i32[((array + ARRAY_ITEMS) >>> 2) + length] = item;
    i32[(list + LIST_LENGTH) >>> 2] = length + 1;
    heap.barrier(array);
  }

  function resize(list: Word, index: number, count: number, inserted: number): void {
    const length = lengthOfList(list);
    const newLength = length - count + inserted;
    if (newLength > i32[(arrayOf(list) + TAIL_SIZE) >>> 2]) grow(list, newLength);
    const array = arrayOf(list);
    const first = (array + ARRAY_ITEMS) >>> 2;
    if (count !== inserted) {
      copyWords(i32, first + index + inserted, first + index + count, length - index - count);
      fillWords(i32, NULL, first + newLength, length - newLength);
    }
    i32[(list + LIST_LENGTH) >>> 2] = newLength;
    heap.barrier(array);
  }

  function pick(target: Word, sequence: Word, start: number, step: number, count: number): Word {
    const to = (target + TUPLE_ITEMS) >>> 2;
    const from = (items(sequence) >>> 2) + start;
    if (step === 1) copyWords(i32, to, from, count);
    else for (let i = 0; i < count; i++) i32[to + i] = i32[from + i * step];
    return target;
  }

  const items = (sequence: Word): Address =>
    shapeOf(sequence) === SHAPE_LIST ? arrayOf(sequence) + ARRAY_ITEMS : sequence + TUPLE_ITEMS;

  return {
    isList: (word) => shapeOf(word) === SHAPE_LIST,
    isTuple: (word) => shapeOf(word) === SHAPE_TUPLE,
    length: (sequence) =>
      shapeOf(sequence) === SHAPE_LIST ? lengthOfList(sequence) : i32[(sequence + TAIL_SIZE) >>> 2],
    items,
    item: (sequence, index) => i32[(items(sequence) >>> 2) + index],
    create: (capacity) => listOver(newArray(capacity, 0), 0),
    append,
    resize,
    setItem(list, index, item) {
      const array = arrayOf(list);
      i32[((array + ARRAY_ITEMS) >>> 2) + index] = item;
      heap.barrier(array);
    },
    take(list, index) {
      const item = i32[((arrayOf(list) + ARRAY_ITEMS) >>> 2) + index];
      resize(list, index, 1, 0);
      return item;
    },
    clear(list) {
      i32[(list + LIST_LENGTH) >>> 2] = 0;
      i32[(list + LIST_ITEMS) >>> 2] = newArray(0, 0);
      heap.barrier(list);
    },
    mapped(sequence, make) {
      const count = shapeOf(sequence) === SHAPE_LIST ? lengthOfList(sequence) : i32[(sequence + TAIL_SIZE) >>> 2];
      const list = listOver(newTail(SHAPE_ARRAY, count), count);
      const from = items(sequence) >>> 2;
      const to = items(list) >>> 2;
      for (let i = 0; i < count; i++) i32[to + i] = make(i32[from + i]);
      return list;
    },
    freshList: (count) => listOver(newTail(SHAPE_ARRAY, count), count),
    freshTuple: (count) => (count === 0 ? realm.tuple([]) : newTail(SHAPE_TUPLE, count)),
    pickList: (sequence, start, step, count) =>
      listOver(pick(newTail(SHAPE_ARRAY, count), sequence, start, step, count), count),
    pickTuple: (sequence, start, step, count) =>
      count === 0 ? realm.tuple([]) : pick(newTail(SHAPE_TUPLE, count), sequence, start, step, count),
  };
}
