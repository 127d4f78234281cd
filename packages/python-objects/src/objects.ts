import {
  type Address,
  copyWords,
  FALSE,
  fillWords,
  NONE,
  NULL,
  STATE_CONSTANTS_TOP,
  TRUE,
  type Word,
} from "@hotpy/memory";
import {
  BOX_VALUE,
  CELL_VALUE,
  FLAG_PINNED,
  HEADER_BYTES,
  headerWord,
  LIST_ITEMS,
  LIST_LENGTH,
  METHOD_FUNCTION,
  METHOD_SELF,
  SHAPE_ARRAY,
  SHAPE_BOOL,
  SHAPE_CELL,
  SHAPE_FLOAT,
  SHAPE_LIST,
  SHAPE_METHOD,
  SHAPE_NONE,
  SHAPE_TUPLE,
} from "@hotpy/object-model";
import type { Context, RootSlot } from "./context.js";
import { SHAPE_ELLIPSIS, SHAPE_NOT_IMPLEMENTED } from "./layouts.js";

/** Making objects. All leaf. */
export interface Objects {
  readonly none: Word;
  readonly notImplemented: Word;
  readonly ellipsis: Word;
  readonly emptyTuple: Word;
  bool(value: boolean): Word;
  int(value: number | bigint): Word;
  float(value: number): Word;
  tuple(items: readonly Word[]): Word;
  list(items: readonly Word[]): Word;
  tupleFrom(address: Address, count: number): Word;
  listFrom(address: Address, count: number): Word;
  array(capacity: number): Word;
  cell(value: Word): Word;
  boundMethod(fn: Word, self: Word): Word;
  /** Fresh object of a fixed layout: zero words after the header. */
  object(shape: number, words: number): Address;
  immortal(shape: number, words: number): Address;
  /** A word that is kept (and updated when its object moves) at the returned address. */
  root(word: Word): RootSlot;
}

export function createObjects({ memory, heap, integers }: Context): Objects {
  const { i32, f64 } = memory;

  function initialise(object: Address, shape: number, words: number, flags: number): Address {
    const at = object >>> 2;
    i32[at] = headerWord(shape, flags);
    for (let i = 1; i < words; i++) i32[at + i] = 0;
    return object;
  }

  const object = (shape: number, words: number): Address => initialise(heap.allocate(words * 4), shape, words, 0);
  const immortal = (shape: number, words: number): Address =>
    initialise(heap.allocateImmortal(words * 4), shape, words, FLAG_PINNED);

  function singleton(address: Address, shape: number): void {
    initialise(address, shape, 2, FLAG_PINNED);
  }
  singleton(NONE, SHAPE_NONE);
  singleton(FALSE, SHAPE_BOOL);
  singleton(TRUE, SHAPE_BOOL);

  function withTail(shape: number, from: number, count: number): Word {
    const tail = heap.allocate(HEADER_BYTES + count * 4);
    const at = tail >>> 2;
    i32[at] = headerWord(shape);
    i32[at + 1] = count;
    copyWords(i32, at + 2, from, count);
    return tail;
  }

  function array(capacity: number): Word {
    const result = heap.allocate(HEADER_BYTES + capacity * 4);
    const at = result >>> 2;
    i32[at] = headerWord(SHAPE_ARRAY);
    i32[at + 1] = capacity;
    fillWords(i32, NULL, at + 2, capacity);
    return result;
  }

  function listOver(items: Word, length: number): Word {
    const list = heap.allocate(16) >>> 2;
    i32[list] = headerWord(SHAPE_LIST);
    i32[list + 1] = 0;
    i32[list + (LIST_LENGTH >>> 2)] = length;
    i32[list + (LIST_ITEMS >>> 2)] = items;
    return list << 2;
  }

  function fill(target: Word, items: readonly Word[]): Word {
    const at = (target >>> 2) + 2;
    for (let i = 0; i < items.length; i++) i32[at + i] = items[i];
    return target;
  }

  function emptyTail(shape: number, count: number): Word {
    const result = heap.allocate(HEADER_BYTES + count * 4);
    i32[result >>> 2] = headerWord(shape);
    i32[(result >>> 2) + 1] = count;
    return result;
  }

  const emptyTuple = immortal(SHAPE_TUPLE, 2);

  return {
    none: NONE,
    notImplemented: immortal(SHAPE_NOT_IMPLEMENTED, 2),
    ellipsis: immortal(SHAPE_ELLIPSIS, 2),
    emptyTuple,
    bool: (value) => (value ? TRUE : FALSE),
    int: (value) => (typeof value === "bigint" ? integers.fromBigInt(value) : integers.fromNumber(value)),
    float(value) {
      const box = heap.allocate(16);
      i32[box >>> 2] = headerWord(SHAPE_FLOAT);
      i32[(box >>> 2) + 1] = 0;
      f64[(box + BOX_VALUE) >>> 3] = value;
      return box;
    },
    tuple: (items) => (items.length === 0 ? emptyTuple : fill(emptyTail(SHAPE_TUPLE, items.length), items)),
    list: (items) => listOver(fill(emptyTail(SHAPE_ARRAY, items.length), items), items.length),
    tupleFrom: (address, count) => (count === 0 ? emptyTuple : withTail(SHAPE_TUPLE, address >>> 2, count)),
    listFrom: (address, count) => listOver(withTail(SHAPE_ARRAY, address >>> 2, count), count),
    array,
    cell(value) {
      const cell = object(SHAPE_CELL, 4);
      i32[(cell + CELL_VALUE) >>> 2] = value;
      return cell;
    },
    boundMethod(fn, self) {
      const method = object(SHAPE_METHOD, 4);
      i32[(method + METHOD_FUNCTION) >>> 2] = fn;
      i32[(method + METHOD_SELF) >>> 2] = self;
      return method;
    },
    object,
    immortal,
    root(word) {
      const slot = i32[STATE_CONSTANTS_TOP >>> 2];
      if (slot >= memory.constants.end) throw new RangeError("the constants region is full");
      i32[slot >>> 2] = word;
      i32[STATE_CONSTANTS_TOP >>> 2] = slot + 4;
      return slot;
    },
  };
}
